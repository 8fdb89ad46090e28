import type { Lang } from '../consultation/model.ts';
import { numberOf, type PartnerId, type ProposalId, type Ref, type WordsId } from '../ids.ts';
import { type BesidePlan, besidePlan } from './beside-plan.ts';
import { commonGround, convergences, isAcross, stances } from './convergence.ts';
import { peopleBehind, peopleFact } from './facts.ts';
import type {
  AxisSynthesis,
  Figures,
  Group,
  Grouping,
  Line,
  Nuance,
  OpinionGroups,
  SynthesisBody,
  SynthesisProposal,
} from './model.ts';
import { TRANSVERSAL } from './model.ts';
import { otherSide, quotesOf } from './quotes.ts';
import { type Sentences, sentencesIn } from './sentences.ts';
import { withoutLabel } from './titles.ts';

export interface AssembleInput extends Figures {
  readonly lang: Lang;
  readonly axes: readonly { readonly key: string }[];
  /** Those that count: neither withdrawn, merged nor erased. */
  readonly proposals: readonly SynthesisProposal[];
  /** By axis key; `null` for a round without axes: its groups make a section of their own. */
  readonly groupings: ReadonlyMap<string | null, Grouping>;
  readonly smallestFigure: number;
  /** Types of actor, of those who have one; themes are counted by type of actor with it. */
  readonly collegeOf?: ReadonlyMap<PartnerId, string>;
  /** null when none hold under resampling, or too little was said to tell. */
  readonly opinions?: OpinionGroups | null;
  /** null when there is no plan. */
  readonly plan?: BesidePlan | null;
}

/**
 * Drafts a synthesis. C9 by construction: each proposal has one home, a section or the unclassified; a section
 * writes a line for each of its groups, and what a grouping forgot is a group of one. An objection also has a line
 * of disagreement on each axis it touches. A proposal without axis is unclassified, unless `groupings` has it under
 * null, or it objects to something that has an axis.
 */
export function assemble(input: AssembleInput): SynthesisBody {
  const byRef = new Map(input.proposals.map((proposal) => [proposal.ref, proposal]));
  if (byRef.size !== input.proposals.length) throw new Error('two proposals with one reference');
  const homeOf = homes(input, byRef);

  const keys = input.axes.map((axis) => axis.key);
  if (keys.includes(TRANSVERSAL)) throw new Error(`an axis may not be called ${TRANSVERSAL}`);
  const across = input.proposals.some((proposal) => homeOf(proposal) === TRANSVERSAL);

  const axes = [...keys, ...(across ? [TRANSVERSAL] : [])].map((axis) => {
    const members = input.proposals.filter((proposal) => homeOf(proposal) === axis);
    const grouping = input.groupings.get(axis === TRANSVERSAL ? null : axis);
    const groups = grouped(members, grouping, sentencesIn(input.lang));
    const objections = input.proposals.filter(
      (proposal) =>
        proposal.kind === 'objection' &&
        [proposal, ...targets(proposal, byRef)].some((touched) => homeOf(touched) === axis),
    );
    return section(input, axis, { groups, near: grouping?.near ?? new Map() }, objections, byRef);
  });

  const placed = new Set<Ref>();
  for (const axis of axes) {
    for (const line of [...axis.lines, ...axis.disagreements]) for (const ref of line.cites) placed.add(ref);
  }
  return {
    lang: input.lang,
    introduction: null,
    base: input.base,
    participation: input.participation,
    axes,
    unclassified: input.proposals.map((proposal) => proposal.ref).filter((ref) => !placed.has(ref)),
    annex: input.proposals
      .filter(({ attribution }) => attribution !== 'none')
      .map(({ ref, extract: { words, start, end } }) => ({ proposal: ref, words, start, end }))
      .sort((a, b) => numberOf(a.proposal)! - numberOf(b.proposal)!),
    nuances: input.proposals.flatMap((proposal) => nuances(proposal, byRef)),
  };
}

/** Of proposals that are spoken of too. */
function nuances({ ref, nuanceOf = [], attribution, extract }: SynthesisProposal, byRef: ByRef): Nuance[] {
  const { words, start, end } = extract;
  const quote = attribution === 'none' ? null : { proposal: ref, words, start, end };
  return nuanceOf.filter((of) => of !== ref && byRef.has(of)).map((of) => ({ proposal: ref, of, quote }));
}

type ByRef = ReadonlyMap<Ref, SynthesisProposal>;

const targets = (proposal: SynthesisProposal, byRef: ByRef): SynthesisProposal[] =>
  proposal.about.flatMap((ref) => byRef.get(ref) ?? []).filter((target) => target.ref !== proposal.ref);

function homes(input: AssembleInput, byRef: ByRef): (proposal: SynthesisProposal) => string | null {
  const keys = new Set(input.axes.map((axis) => axis.key));
  const across = new Set(input.groupings.get(null)?.groups.flatMap((group) => group.members));
  const own = (proposal: SynthesisProposal): string | null => {
    if (proposal.axis !== null && keys.has(proposal.axis)) return proposal.axis;
    return across.has(proposal.id) ? TRANSVERSAL : null;
  };
  return (proposal) => {
    const home = own(proposal);
    if (home !== null || proposal.kind !== 'objection') return home;
    return (
      targets(proposal, byRef)
        .map(own)
        .find((axis) => axis !== null) ?? null
    );
  };
}

interface Members {
  /** How it is called in the document: the content's theme, its words, or ''. */
  readonly name: string;
  /** The content's theme alone. */
  readonly theme: string | null;
  /** The machine made the name of words. */
  readonly byWords: boolean;
  readonly title: WordsId | null;
  /** The theme that lasts. */
  readonly lasting: string | undefined;
  readonly members: readonly SynthesisProposal[];
}

/** Each member in exactly one group, whatever the grouping forgot or repeated; the largest groups first. */
function grouped(
  members: readonly SynthesisProposal[],
  grouping: Grouping | undefined,
  say: Sentences,
): Members[] {
  const left = new Map<ProposalId, SynthesisProposal>(members.map((proposal) => [proposal.id, proposal]));
  const take = ({ label, words, title = null, lasting, members: ids }: Group): Members => ({
    name: say.named({ label: label.trim(), words }),
    theme: label.trim() || null,
    byWords: words.length > 0,
    title,
    lasting,
    members: ids.flatMap((id) => {
      const found = left.get(id);
      left.delete(id);
      return found ?? [];
    }),
  });
  const groups = (grouping?.groups ?? []).map(take).filter((group) => group.members.length > 0);
  const forgotten = [...left.values()].map((proposal) => ({
    name: '',
    theme: null,
    byWords: false,
    title: null,
    lasting: undefined,
    members: [proposal],
  }));
  return apart([...groups, ...forgotten].sort((a, b) => b.members.length - a.members.length));
}

/** Themes that would still have one name are numbered from the second on. */
function apart(groups: readonly Members[]): Members[] {
  const seen = new Map<string, number>();
  return groups.map((group) => {
    if (group.members.length === 1 || group.name === '' || group.title !== null) return group;
    const count = (seen.get(group.name) ?? 0) + 1;
    seen.set(group.name, count);
    return count === 1 ? group : { ...group, name: `${group.name} (${count})` };
  });
}

function section(
  input: AssembleInput,
  axis: string,
  { groups, near }: { readonly groups: readonly Members[]; readonly near: NonNullable<Grouping['near']> },
  objections: readonly SynthesisProposal[],
  byRef: ByRef,
): AxisSynthesis {
  const say = sentencesIn(input.lang);
  const themes = groups.filter((group) => group.members.length > 1);
  const singles = groups.filter((group) => group.members.length === 1);
  const themeOf = new Map(groups.flatMap((group) => group.members.map(({ ref }) => [ref, group.theme])));

  const members = groups.flatMap((group) => group.members);
  const beside = [
    ...convergences(members, input.smallestFigure, say),
    ...stances(members, input.opinions ?? null, input.smallestFigure, say),
    ...commonGround(members, input.opinions ?? null, input.smallestFigure, say),
  ].map((line, place): Line => ({ ...line, id: `${axis}.${themes.length + place + 1}` }));

  const lines: Line[] = [
    ...themes.map(({ name, title, members }, theme) => ({
      id: `${axis}.${theme + 1}`,
      kind: 'theme' as const,
      theme,
      text: restated(
        title === null ? null : name,
        say.theme({
          label: name,
          proposals: members.length,
          colleges: collegesFact(members, input.base.length),
          people: peopleFact(members, input.smallestFigure),
          objections: members.filter(({ kind }) => kind === 'objection').length,
          questions: members.filter(({ kind }) => kind === 'question').length,
          unsure: members.flatMap(({ axisUnsure, ref }) => (axisUnsure ? [ref] : [])),
        }),
      ),
      words: null,
      quote: null,
      cites: members.map(({ ref }) => ref),
    })),
    ...beside,
    ...singles.map(({ name, members: [only] }, place) => {
      const quote = quotesOf([only!])[0] ?? null;
      return {
        id: `${axis}.${themes.length + beside.length + place + 1}`,
        kind: 'single' as const,
        theme: null,
        text: say.single({
          label: name,
          kind: only!.kind,
          people: peopleFact([only!], input.smallestFigure),
          quoted: quote !== null,
          unsure: only!.axisUnsure === true,
        }),
        words: null,
        quote: only!.kind === 'objection' ? null : quote,
        cites: [only!.ref],
      };
    }),
  ];
  const ofPlan = besidePlan(members, themes, input.plan ?? null, say).map(
    (line, place): Line => ({ ...line, id: `${axis}.${lines.length + place + 1}` }),
  );

  const disagreements: Line[] = objections.map((objection, place) => {
    const about = [...new Set(targets(objection, byRef).map(({ ref }) => ref))];
    const quote = quotesOf([objection])[0] ?? null;
    const beside = groups.find(({ members }) => members.includes(objection))?.members ?? [];
    const opposed = otherSide(objection, targets(objection, byRef), beside, near);
    return {
      id: `${axis}.d${place + 1}`,
      kind: 'disagreement',
      theme: null,
      text: say.disagreement({
        theme: themeOf.get(objection.ref) ?? themeOf.get(about[0]!) ?? null,
        about,
        people: peopleFact([objection], input.smallestFigure),
        quoted: quote !== null,
        across: isAcross(objection, targets(objection, byRef)),
      }),
      words: null,
      quote,
      ...(opposed ? { opposed } : {}),
      cites: [objection.ref, ...about],
    };
  });

  return {
    axis,
    introduction: null,
    themes: themes.map(({ name, byWords, title, lasting, members }) => ({
      label: name,
      ...(byWords ? { byWords: true as const } : {}),
      ...(title === null ? {} : { title }),
      ...(lasting === undefined ? {} : { lasting }),
      ...(input.collegeOf ? { people: peopleBehind(members, input.base, input.collegeOf) } : {}),
      proposals: members.map(({ ref }) => ref),
      quotes: quotesOf(members, near),
    })),
    lines: [...lines, ...ofPlan],
    disagreements,
    noDisagreement: null,
    singleVoices: singles.map(({ members: [only] }) => only!.ref),
  };
}

/** A line under a person's title does not say the machine's own again. */
const restated = (name: string | null, text: string): string =>
  name === null || name === '' ? text : withoutLabel(text, name);

/** Colleges of those who may be named at least so far; with others among them only "at least", or nothing. */
function collegesFact(
  members: readonly SynthesisProposal[],
  colleges: number,
): { count: number; exact: boolean } | null {
  const open = members.filter(({ attribution, college }) => attribution !== 'none' && college !== null);
  const count = new Set(open.map(({ college }) => college)).size;
  const exact = open.length === members.length;
  return count === 0 || colleges < 2 || (count === 1 && !exact) ? null : { count, exact };
}
