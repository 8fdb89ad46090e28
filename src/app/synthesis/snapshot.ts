/** What a synthesis is compiled from: proposals in force with their texts, people and figures, at one moment. */
import {
  ATTRIBUTIONS,
  type Attribution,
  type Axis,
  type Consultation,
} from '../../core/consultation/model.ts';
import { numberOf, type PartnerId, type Ref, ref, type WordsId } from '../../core/ids.ts';
import { baseOf, participationOf } from '../../core/participation/base.ts';
import type { Participation } from '../../core/participation/model.ts';
import { onePerson } from '../../core/participation/people.ts';
import { counts } from '../../core/proposal/change.ts';
import { mergedUnder, roots } from '../../core/proposal/lineage.ts';
import { axisOf, current, kindOf, type Tag } from '../../core/proposal/model.ts';
import type { Figures, GroupingInput, SynthesisProposal } from '../../core/synthesis/model.ts';
import type { Instant } from '../../core/time.ts';
import { askedAbout } from '../plan/asked-about.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Partner } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import type { Transaction } from '../ports/store.ts';

export interface Snapshot extends Figures {
  /** Those that count. */
  readonly proposals: readonly SynthesisProposal[];
  /** By axis, what grouping needs; under null what has no axis. */
  readonly texts: ReadonlyMap<string | null, readonly GroupingInput[]>;
  /** Late and not accepted, or erased: in no line, but never left out of sight. */
  readonly aside: readonly ProposalRow[];
  readonly collegeOf: ReadonlyMap<PartnerId, string>;
  /** Of those that answer a question on an action of the plan, its key. */
  readonly askedAbout: ReadonlyMap<Ref, string>;
}

export async function takeSnapshot(
  tx: Pick<Transaction, 'proposals' | 'people' | 'participations' | 'rounds' | 'words' | 'links'>,
  consultation: LoadedConsultation,
): Promise<Snapshot> {
  const { id, content } = consultation;
  const rows = await tx.proposals.of(id);
  const partners = new Map((await tx.people.partners(id)).map((partner) => [partner.id, partner]));
  const inForce = rows.filter(counts);
  const participations: Participation[] = [];
  for (const round of await tx.rounds.of(id))
    if (round.state !== 'cancelled') participations.push(...(await tx.participations.of(round.id)));
  const { inCollege, inAll } = onePerson([...partners.values()]);
  const collegeOf = new Map([...partners.values()].map((partner) => [partner.id, partner.college]));
  const texts = await tx.words.texts(inForce.map((row) => current(row).words));
  const mergedInto = mergedUnder(rows);
  const nuances = await nuancesIn(tx, rows);
  const contributions = rows
    .filter((row) => counts(row) || row.state === 'merged' || countsWithoutText(row))
    .flatMap((row) =>
      (row.table ? row.endorsers : [row.partnerId]).map((partnerId) => ({
        partnerId: partnerId && inCollege(partnerId),
        axis: axisOf(row),
      })),
    );
  const actionOf = await askedAbout({ tx, consultation });
  return {
    collegeOf,
    askedAbout: new Map(
      inForce.flatMap((row) => {
        const action = actionOf(row);
        return action === null ? [] : [[ref(row.number), action] as const];
      }),
    ),
    proposals: inForce.map((row) => ({
      ...asSeen(row, mergedInto.get(row.id) ?? [], partners, inAll),
      ...(axisUnsure(row, content.rules) ? { axisUnsure: true as const } : {}),
      about: namedIn(row, texts),
      nuanceOf: nuances.filter(({ proposal }) => proposal.id === row.id).map(({ of }) => ref(of.number)),
    })),
    texts: Map.groupBy(
      inForce.flatMap((row) => grouped(row, texts, content.axes, partners)),
      ({ axis }) => axis,
    ),
    aside: rows.filter(
      (row) =>
        (row.state === 'submitted' && !counts(row)) || (row.mergedInto === null && countsWithoutText(row)),
    ),
    base: baseOf(
      onePerPartner(participations.map((one) => ({ ...one, partnerId: inCollege(one.partnerId) }))),
      collegeOf,
      content.colleges,
    ),
    participation: participationOf(
      contributions,
      collegeOf,
      content.colleges.map(({ key }) => key),
      content.axes.map(({ key }) => key),
    ),
  };
}

function asSeen(
  row: ProposalRow,
  mergedHere: readonly ProposalRow[],
  partners: ReadonlyMap<PartnerId, Partner>,
  person: (partner: PartnerId) => PartnerId,
): SynthesisProposal {
  const author = row.partnerId ? partners.get(row.partnerId) : undefined;
  const supporters = [
    row.partnerId,
    ...row.endorsers,
    ...mergedHere.flatMap((merged) => [merged.partnerId, ...merged.endorsers]),
  ].filter((id) => id !== null);
  return {
    id: row.id,
    ref: ref(row.number),
    axis: axisOf(row),
    kind: supposed(row) ? null : kindOf(row),
    college: author?.college ?? null,
    partnerId: row.partnerId,
    attribution: attributionOf(row, author),
    extract: current(row),
    supporters: [...new Set(supporters.map(person))],
    colleges: [
      ...new Set(
        supporters.flatMap((id) => {
          const partner = partners.get(id);
          return partner && partner.attribution !== 'none' ? [partner.college] : [];
        }),
      ),
    ],
    about: [],
  };
}

/** What authors call a nuance of another one, both in force; of what that one was joined to, when it was. */
export async function nuancesIn(
  tx: Pick<Transaction, 'links'>,
  rows: readonly ProposalRow[],
): Promise<readonly { readonly proposal: ProposalRow; readonly of: ProposalRow; readonly at: Instant }[]> {
  const inForce = new Map(rows.filter(counts).map((row) => [row.id, row]));
  const rootOf = roots(rows);
  return (await tx.links.of([...inForce.keys()])).flatMap(({ kind, proposalId, otherId, at }) => {
    const proposal = inForce.get(proposalId);
    const of = inForce.get(rootOf.get(otherId)?.id ?? otherId);
    return kind === 'nuance' && proposal && of && proposal !== of ? [{ proposal, of, at }] : [];
  });
}

/** Proposals its author names by their reference. */
export function namedIn(row: ProposalRow, texts: ReadonlyMap<WordsId, string | null>): Ref[] {
  const { words, start, end } = current(row);
  const text = texts.get(words)?.slice(start, end) ?? '';
  return [...text.matchAll(/\bp ?[-‐–] ?\d{1,9}\b/giu)].flatMap(([found]) => {
    const number = numberOf(found);
    return number === null ? [] : [ref(number)];
  });
}

/** Erased: its words are gone, that it was said goes on counting. */
const countsWithoutText = (row: ProposalRow): boolean =>
  row.state === 'erased' && (row.lateness === 'in-time' || row.lateness === 'accepted');

/**
 * As the author's choice stands; imported texts carry their own. What somebody said before they were replaced is quoted
 * no further than they had chosen, nor than their successor does, and by no name.
 */
export function attributionOf(
  row: Pick<ProposalRow, 'attribution'>,
  author: Pick<Partner, 'attribution' | 'succeeded'> | undefined,
): Attribution {
  if (!author) return row.attribution ?? 'none';
  if (!author.succeeded || row.attribution === null) return author.attribution;
  const widest = Math.max(
    ...[row.attribution, author.attribution, 'organisation' as const].map((one) => ATTRIBUTIONS.indexOf(one)),
  );
  return ATTRIBUTIONS[widest]!;
}

function grouped(
  row: ProposalRow,
  texts: ReadonlyMap<WordsId, string | null>,
  axes: readonly Axis[],
  partners: ReadonlyMap<PartnerId, Partner>,
): (GroupingInput & { axis: string | null })[] {
  const { words, start, end } = current(row);
  const text = texts.get(words);
  if (typeof text !== 'string') return [];
  const axis = axisOf(row);
  const themes = axes.find(({ key }) => key === axis)?.themes ?? [];
  // A facilitator or the author may have moved it from the axis whose theme the machine had read.
  const theme = row.tags.find(
    (tag) => tag.dimension === 'theme' && tag.main && themes.some(({ key }) => key === tag.value),
  );
  const { partnerId } = row;
  const quotable = attributionOf(row, partnerId ? partners.get(partnerId) : undefined) !== 'none';
  return [
    {
      ...{ id: row.id, text: text.slice(start, end), theme: theme?.value ?? null, partnerId, quotable, axis },
      objects: kindOf(row) === 'objection',
    },
  ];
}

const unsure = ({ source, confidence }: Tag, { doubtBelow }: Consultation['rules']): boolean =>
  source === 'machine' && confidence < doubtBelow;

const axisUnsure = ({ tags }: ProposalRow, rules: Consultation['rules']): boolean =>
  tags.some((tag) => tag.dimension === 'axis' && tag.main && unsure(tag, rules));

/** Below that, no word told the machine what kind it is. */
const TOLD = 0.5;
const supposed = ({ tags }: ProposalRow): boolean =>
  tags.some(
    ({ dimension, main, source, confidence }) =>
      dimension === 'kind' && main && source === 'machine' && confidence < TOLD,
  );

/** Somebody invited to several rounds counts once, with all they did. */
function onePerPartner(participations: readonly Participation[]): Participation[] {
  const agreed = (round: Participation) => round.state !== 'declined';
  return [...Map.groupBy(participations, (one) => one.partnerId).values()].map((rounds) => ({
    ...(rounds.find(agreed) ?? rounds[0]!),
    answered: rounds.filter(agreed).flatMap((round) => round.answered),
    passed: rounds.filter(agreed).flatMap((round) => round.passed),
    reachedAt: rounds.find((round) => round.reachedAt !== null)?.reachedAt ?? null,
  }));
}
