/** Statements put to partners: agree, with reservations, object; the last word of each counts, by type of actor. */
import { countsFor, type PublishedCollege } from '../consultation/published-colleges.ts';
import type { PartnerId, ProposalId, RoundId } from '../ids.ts';
import type { Participation } from '../participation/model.ts';
import type { Instant } from '../time.ts';

export const VIEWS = ['agree', 'reserve', 'object'] as const;
export type View = (typeof VIEWS)[number];

/** Rows are added, never changed; of one partner on one statement the last one counts. */
export interface Reaction {
  readonly id: string;
  readonly roundId: RoundId;
  readonly partnerId: PartnerId;
  /** Key of the prompt that states it. */
  readonly statement: string;
  readonly view: View;
  /** Its reason, in words that are answered as any proposal; null while none was given. */
  readonly proposalId: ProposalId | null;
  readonly at: Instant;
}

/** Agreeing needs no reason. */
export const wantsReason = (view: View): boolean => view !== 'agree';

/** By partner and statement, the last one. */
export function standing(reactions: readonly Reaction[]): Reaction[] {
  const last = new Map<string, Reaction>();
  for (const one of reactions.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)))
    last.set(`${one.partnerId}/${one.statement}`, one);
  return [...last.values()];
}

export const viewOf = (
  reactions: readonly Reaction[],
  partner: PartnerId,
  statement: string,
): Reaction | null =>
  standing(reactions).find((one) => one.partnerId === partner && one.statement === statement) ?? null;

/** How people of a type of actor, or all of them, see one statement: invited = agree + reserve + object + the others. */
export interface ViewsRow<Count extends number | null = number | null> {
  /** The round's key. */
  readonly round: string;
  /** Key of the prompt. */
  readonly statement: string;
  /** Of a type of actor, or of those published together; null for all. */
  readonly college: string | null;
  /** The types of actor it counts together, where it is of several: `college` is then the key of all of them. */
  readonly colleges?: readonly string[];
  /** Always shown. */
  readonly invited: number;
  readonly agree: Count;
  readonly reserve: Count;
  readonly object: Count;
}

export interface ViewsInput {
  readonly round: string;
  readonly statements: readonly string[];
  readonly participations: readonly Pick<Participation, 'partnerId' | 'state'>[];
  readonly reactions: readonly Reaction[];
  readonly collegeOf: ReadonlyMap<PartnerId, string>;
  readonly colleges: readonly string[];
}

/** Exact figures: all first, then each type of actor with somebody invited. Who took their agreement back is not heard. */
export function viewsIn(input: ViewsInput): ViewsRow<number>[] {
  const heard = new Set(
    input.participations.filter(({ state }) => state !== 'declined').map(({ partnerId }) => partnerId),
  );
  const last = standing(input.reactions).filter(({ partnerId }) => heard.has(partnerId));
  const rowOf = (statement: string, college: string | null): ViewsRow<number>[] => {
    const here = (id: PartnerId) => college === null || input.collegeOf.get(id) === college;
    const invited = input.participations.filter(({ partnerId }) => here(partnerId)).length;
    if (college !== null && invited === 0) return [];
    const of = (view: View) =>
      last.filter((one) => one.statement === statement && one.view === view && here(one.partnerId)).length;
    return [
      {
        round: input.round,
        statement,
        college,
        invited,
        agree: of('agree'),
        reserve: of('reserve'),
        object: of('object'),
      },
    ];
  };
  return input.statements.flatMap((statement) =>
    [null, ...input.colleges].flatMap((college) => rowOf(statement, college)),
  );
}

/** Rows of types of actor that are published as one; what `as` does not name stays as it is. */
export function viewsTogether(
  rows: readonly ViewsRow[],
  as: readonly Pick<PublishedCollege, 'key' | 'colleges' | 'formerly'>[],
): ViewsRow[] {
  const rowOf = (college: string | null) =>
    college === null ? undefined : as.find((one) => countsFor(one, college));
  const groups = Map.groupBy(rows, ({ round, statement, college }) =>
    JSON.stringify([round, statement, rowOf(college)?.key ?? college]),
  );
  return [...groups.values()].map((here) => {
    const [{ round, statement, college }] = here as [ViewsRow];
    const row = rowOf(college);
    const of = (view: View): number | null =>
      here.reduce(
        (sum: number | null, one) => (sum === null || one[view] === null ? null : sum + one[view]),
        0,
      );
    return {
      round,
      statement,
      college: row?.key ?? college,
      ...(row && row.colleges.length > 1 ? { colleges: row.colleges } : {}),
      invited: here.reduce((sum, one) => sum + one.invited, 0),
      agree: of('agree'),
      reserve: of('reserve'),
      object: of('object'),
    };
  });
}
