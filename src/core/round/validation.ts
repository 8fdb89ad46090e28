/** Statements put to partners: agree, with reservations, object; the last word of each counts, by type of actor. */
import type { PublishedCollege } from '../consultation/published-colleges.ts';
import type { PartnerId, ProposalId, RoundId } from '../ids.ts';
import { atLeast } from '../participation/at-least.ts';
import type { Participation } from '../participation/model.ts';
import type { Figure } from '../synthesis/model.ts';
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
export interface ViewsRow<Count extends Figure = Figure> {
  /** The round's key. */
  readonly round: string;
  /** Key of the prompt. */
  readonly statement: string;
  /** Of a type of actor, or of those published together; null for all. */
  readonly college: string | null;
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

/** Rows of types of actor that are published as one. */
export function viewsTogether(
  rows: readonly ViewsRow<number>[],
  as: readonly Pick<PublishedCollege, 'key' | 'colleges'>[],
): ViewsRow<number>[] {
  const keyOf = (college: string | null) =>
    college === null ? null : (as.find(({ colleges }) => colleges.includes(college))?.key ?? college);
  const groups = Map.groupBy(rows, ({ round, statement, college }) =>
    JSON.stringify([round, statement, keyOf(college)]),
  );
  return [...groups.values()].map((here) => {
    const of = (count: 'invited' | View) => here.reduce((sum, one) => sum + one[count], 0);
    const { round, statement, college } = here[0]!;
    const counts = {
      invited: of('invited'),
      agree: of('agree'),
      reserve: of('reserve'),
      object: of('object'),
    };
    return { round, statement, college: keyOf(college), ...counts };
  });
}

/**
 * As everybody may read it: each count rounded down to a multiple of `smallest`, null below it, so that neither the sum of
 * the others nor an earlier publication gives away a few.
 */
export const viewsForAll = (row: ViewsRow<number>, smallest: number): ViewsRow => ({
  ...row,
  agree: atLeast(row.agree, smallest),
  reserve: atLeast(row.reserve, smallest),
  object: atLeast(row.object, smallest),
});
