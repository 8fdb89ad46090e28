/** The tables of the open data, from what is published: nothing else is looked at, so nothing else can be in them. */
import type { RestitutionEntry } from '../decision/model.ts';
import { totalOf } from '../plan/model.ts';
import type { PublishedPlan } from '../plan/published.ts';
import type { SynthesisDocument } from '../synthesis/document.ts';
import { ALL, type Figures, inRestitution, inSynthesis, published } from './figures.ts';
import type { Row, Tables } from './tables.ts';

export interface OpenDataSource {
  /** The public one, signed. */
  readonly synthesis: SynthesisDocument;
  readonly restitution: readonly RestitutionEntry[];
  readonly plan: PublishedPlan;
}

/** Throws on a synthesis that is not the public. */
export function openTables({ synthesis, restitution, plan }: OpenDataSource): Tables {
  if (synthesis.audience !== 'public') throw new Error('open data is made of the public synthesis alone');
  return {
    ...ofParticipation(synthesis),
    ...ofSynthesis(synthesis),
    proposals: proposalsIn(synthesis, restitution),
    nuances: synthesis.nuances.map(({ proposal, of }) => ({ proposal, of })),
    decisions: restitution.map(
      ({ proposal, part, status, reason, decidedBy, decidedOn, delivered, dispute }) => ({
        proposal,
        part,
        status,
        reason: published(reason),
        decided_by: decidedBy,
        decided_on: decidedOn,
        told: delivered !== null,
        dispute,
      }),
    ),
    ...ofPlan(plan),
    figures: [...stated({ synthesis, restitution, plan })].map(([figure, value]) => ({ figure, value })),
  };
}

/** What the documents say, counted on them and not on the tables. */
export function stated({ synthesis, restitution, plan }: OpenDataSource): Figures {
  const said = inSynthesis(synthesis);
  for (const { axis, lines, disagreements } of synthesis.axes)
    for (const [section, all] of Object.entries({ lines, disagreements }))
      for (const [at, { edited, kind }] of all.entries())
        if (edited || (kind !== 'theme' && kind !== 'echo'))
          said.delete(`axis.${axis}.${section}.${at + 1}.said`);
  return new Map([
    ...said,
    ...cellsIn(synthesis).map(
      ({ college, axis, people }) => [`contributed.${axis}.${college}`, people] as const,
    ),
    ...synthesis.axes.flatMap(({ axis, themes }) =>
      themes.flatMap(({ people: rows }, at) =>
        rows.map(({ college, people }) => [`behind.${axis}.${at + 1}.${college}`, people] as const),
      ),
    ),
    ...inRestitution(restitution),
    ...plan.versions.flatMap(({ number, plan: { actions }, adjustments }) => [
      [`plan.${number}.actions`, actions.length] as const,
      [`plan.${number}.adjustments`, adjustments.length] as const,
      [`plan.${number}.proposals`, new Set(adjustments.flatMap(({ cites }) => cites)).size] as const,
    ]),
  ]);
}

/** Of those types of actor that were invited, as the documents show them. */
const cellsIn = ({ base, participation }: SynthesisDocument) =>
  participation.filter(({ college }) => base.some((row) => row.college === college));

function ofParticipation(synthesis: SynthesisDocument) {
  const labels = new Map(synthesis.colleges.map(({ key, label }) => [key, label]));
  return {
    participation: synthesis.base.map(({ college, invited, reached, answered, passed, silent }) => ({
      college,
      label: labels.get(college) ?? null,
      invited,
      reached,
      answered,
      passed,
      silent,
    })),
    participation_by_axis: cellsIn(synthesis).map(({ college, axis, people }) => ({
      college,
      axis,
      people,
    })),
    understood: synthesis.understood.map(
      ({ round, title, asked, reached, confirmed, mended, corrected, withdrawn, silent }) => ({
        round,
        title,
        asked,
        reached,
        confirmed,
        mended,
        corrected,
        withdrawn,
        silent,
      }),
    ),
    views: synthesis.views.map(
      ({ round, title, statement, text, college, invited, agree, reserve, object }) => ({
        round,
        title,
        statement,
        text: published(text),
        college: college ?? ALL,
        invited,
        agree,
        reserve,
        object,
      }),
    ),
  };
}

function ofSynthesis({ axes }: SynthesisDocument) {
  const sections = axes.flatMap(({ axis, lines, disagreements }) =>
    Object.entries({ lines, disagreements }).flatMap(([section, all]) =>
      all.map((line) => ({ axis, section, line })),
    ),
  );
  return {
    axes: axes.map(({ axis, title, objective, introduction }) => ({
      axis,
      title: published(title),
      objective: published(objective),
      introduction: published(introduction),
    })),
    themes: axes.flatMap(({ axis, themes }) =>
      themes.map(({ label }, at) => ({ axis, theme: at + 1, title: published(label) })),
    ),
    theme_proposals: axes.flatMap(({ axis, themes }) =>
      themes.flatMap(({ proposals }, at) => proposals.map((proposal) => ({ axis, theme: at + 1, proposal }))),
    ),
    theme_people: axes.flatMap(({ axis, themes }) =>
      themes.flatMap(({ people: rows }, at) =>
        rows.map(({ college, people }) => ({ axis, theme: at + 1, college, people })),
      ),
    ),
    lines: sections.map(({ axis, section, line: { id, kind, theme, text, edited, left, opposed } }) => ({
      line: id,
      axis,
      section,
      kind,
      theme: theme === null ? null : theme + 1,
      text: published(text),
      edited,
      left,
      opposed: opposed?.quote.proposal ?? null,
    })),
    citations: sections.flatMap(({ line: { id, cites } }) =>
      cites.map((proposal) => ({ line: id, proposal })),
    ),
  };
}

/** In the order of the references. */
function proposalsIn(
  { axes, unclassified, annex, merged }: SynthesisDocument,
  restitution: readonly RestitutionEntry[],
): Row<'proposals'>[] {
  const into = new Map(merged.map((one) => [one.proposal, one.into]));
  const said = new Map(annex.map((one) => [one.proposal, one]));
  const single = new Map(
    axes.flatMap(({ axis, singleVoices }) => singleVoices.map((ref) => [ref, axis] as const)),
  );
  const cited = new Set(
    axes.flatMap(({ lines, disagreements }) => [...lines, ...disagreements].flatMap(({ cites }) => cites)),
  );
  const apart = new Set(unclassified);
  const all = new Set([
    ...cited,
    ...apart,
    ...said.keys(),
    ...single.keys(),
    ...axes.flatMap(({ themes }) => themes.flatMap(({ proposals }) => proposals)),
    ...merged.flatMap((one) => [one.proposal, one.into]),
    ...restitution.flatMap(({ proposal, part }) => (part === null ? [proposal] : [proposal, part])),
  ]);
  const stateOf = (ref: (typeof annex)[number]['proposal']): string => {
    if (into.has(ref)) return 'merged';
    if (apart.has(ref)) return 'unclassified';
    return cited.has(ref) ? 'cited' : 'answered';
  };
  return [...all]
    .toSorted((a, b) => Number(a.slice(2)) - Number(b.slice(2)))
    .map((proposal) => {
      const words = published(said.get(proposal)?.text ?? null);
      return {
        proposal,
        state: stateOf(proposal),
        merged_into: into.get(proposal) ?? null,
        single_on: single.get(proposal) ?? null,
        text: words,
        by: words === null ? null : (said.get(proposal)?.by ?? null),
      };
    });
}

function ofPlan({ versions, measures }: PublishedPlan) {
  const actions = versions.flatMap(({ number, plan }) =>
    plan.actions.map((action) => ({
      version: number,
      action,
      objective: plan.objectives.find(({ key }) => key === action.objective)?.label ?? action.objective,
    })),
  );
  const adjustments = versions.flatMap(({ number, adjustments: all }) =>
    all.map((one) => ({ version: number, ...one })),
  );
  return {
    plan_versions: versions.map(({ number, origin, decidedBy, decidedOn, plan }) => ({
      version: number,
      title: published(plan.label),
      origin,
      decided_by: decidedBy,
      decided_on: decidedOn,
    })),
    plan_actions: actions.map(({ version, action, objective }) => ({
      version,
      action: action.key,
      axis: action.axis,
      objective,
      title: published(action.label),
      description: published(action.description),
      operator: published(action.operator),
      partners: published(action.partners),
      budget: published(action.budget?.written ?? null),
      euros: totalOf(action.budget),
      means: published(action.means),
      calendar: published(action.calendar?.written ?? null),
      state: action.state,
      illustrative: action.illustrative,
    })),
    plan_indicators: actions.flatMap(({ version, action: { key, indicators } }) =>
      indicators.map(({ key: indicator, label, unit, target }) => ({
        version,
        action: key,
        indicator,
        title: published(label),
        unit,
        target,
      })),
    ),
    measures: measures.map(({ action, indicator, day, value }) => ({ action, indicator, day, value })),
    adjustments: adjustments.map(({ ref, version, kind, action, cites }) => ({
      adjustment: ref,
      version,
      kind,
      action,
      cites,
    })),
    adjustment_texts: adjustments.flatMap(({ ref, changes }) =>
      changes.map(({ field, before, after }) => ({
        adjustment: ref,
        field,
        before: published(before),
        after: published(after),
      })),
    ),
  };
}
