/**
 * Which statements say what a group thinks, and which all groups agree on, as Pol.is counts it (Small et al., 2021;
 * compdemocracy/polis, math/src/polismath/math/repness.clj).
 */
import type { Tally } from './votes.ts';

/** One-sided, 90 %. */
const SIGNIFICANT = 1.2816;
const MOST = 5;
/** One or two voices are no agreement of a group, whatever the test says; Pol.is itself takes them for one. */
export const FEWEST_VOICES = 3;

/** Whether so many of them is more than half: one is added to both, so that few votes tell little. */
export const proportionTest = (successes: number, trials: number): number =>
  2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5);

/** Whether a share inside differs from the share outside. */
export function twoProportionTest(
  inside: number,
  outside: number,
  trialsInside: number,
  trialsOutside: number,
): number {
  const [a, b, n, m] = [inside + 1, outside + 1, trialsInside + 1, trialsOutside + 1];
  const pooled = (a + b) / (n + m);
  return pooled === 1 ? 0 : (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}

/** One side of a statement in a group: for or against. */
interface Side {
  readonly successes: number;
  /** Share, with one success and one failure added. */
  readonly share: number;
  readonly test: number;
  /** How many times larger than among all others. */
  readonly ratio: number;
  readonly ratioTest: number;
}

export interface Representative {
  readonly statement: number;
  readonly for: 'agree' | 'disagree';
  readonly successes: number;
  readonly trials: number;
  readonly share: number;
  readonly test: number;
  readonly ratio: number;
  readonly ratioTest: number;
  /** The statement the group agrees with most, which comes first whatever its tests say. */
  readonly bestAgreed: boolean;
}

interface Compared {
  readonly statement: number;
  readonly trials: number;
  readonly agree: Side;
  readonly disagree: Side;
}

const shareOf = (successes: number, trials: number): number => (successes + 1) / (trials + 2);

function sideOf(successes: number, seen: number, others: number, othersSeen: number): Side {
  const share = shareOf(successes, seen);
  return {
    successes,
    share,
    test: proportionTest(successes, seen),
    ratio: share / shareOf(others, othersSeen),
    ratioTest: twoProportionTest(successes, others, seen, othersSeen),
  };
}

const compared = (statement: number, own: Tally, others: Tally): Compared => ({
  statement,
  trials: own.seen,
  agree: sideOf(own.agree, own.seen, others.agree, others.seen),
  disagree: sideOf(own.disagree, own.seen, others.disagree, others.seen),
});

const isSignificant = ({ test, ratioTest }: Side): boolean => test > SIGNIFICANT && ratioTest > SIGNIFICANT;
const strongest = ({ agree, disagree }: Compared): number => Math.max(agree.ratioTest, disagree.ratioTest);

function agreedMore({ agree, disagree }: Compared, best: Compared | null): boolean {
  if (agree.successes === 0 && disagree.successes === 0) return false;
  if (best !== null && best.agree.ratio > 1) return weightOf(agree) > weightOf(best.agree);
  if (best !== null) return agree.share * agree.test > best.agree.share * best.agree.test;
  return agree.test > SIGNIFICANT || (agree.ratio > 1 && agree.share > 0.5);
}

const weightOf = ({ ratio, ratioTest, share, test }: Side): number => ratio * ratioTest * share * test;

function finalised(one: Compared, bestAgreed = false): Representative {
  const agrees = one.agree.ratioTest > one.disagree.ratioTest;
  const { statement, trials } = one;
  const side = agrees ? one.agree : one.disagree;
  return { statement, for: agrees ? 'agree' : 'disagree', trials, ...side, bestAgreed };
}

/** At most five statements of one group, those it agrees with first. `groups` holds a row of tallies a group. */
export function representativeOf(
  groups: readonly (readonly Tally[])[],
  group: number,
  leftOut: ReadonlySet<number> = new Set(),
): Representative[] {
  let best: Compared | null = null;
  let agreed: Compared | null = null;
  const sufficient: Compared[] = [];
  for (const [statement, own] of groups[group]!.entries()) {
    if (leftOut.has(statement)) continue;
    const others = groups.reduce((sum, row, k) => (k === group ? sum : added(sum, row[statement]!)), {
      agree: 0,
      disagree: 0,
      seen: 0,
    });
    const one = compared(statement, own, others);
    if (isSignificant(one.agree) || isSignificant(one.disagree)) sufficient.push(one);
    if (best === null || strongest(one) > strongest(best)) best = one;
    if (agreedMore(one, agreed)) agreed = one;
  }
  const head = agreed === null ? [] : [finalised(agreed, true)];
  if (sufficient.length === 0) return head.length > 0 || best === null ? head : [finalised(best)];
  const rest = sufficient
    .filter(({ statement }) => statement !== agreed?.statement)
    .map((one) => finalised(one))
    .sort((a, b) => weightOf(b) - weightOf(a));
  const chosen = [...head, ...rest].slice(0, MOST);
  return [...chosen.filter((one) => one.for === 'agree'), ...chosen.filter((one) => one.for === 'disagree')];
}

const added = (sum: Tally, one: Tally): Tally => ({
  agree: sum.agree + one.agree,
  disagree: sum.disagree + one.disagree,
  seen: sum.seen + one.seen,
});

/** How far all groups agree with each statement: the product of their shares, 0…1. */
export function groupAware(groups: readonly (readonly Tally[])[]): number[] {
  const statements = groups[0]?.length ?? 0;
  return Array.from({ length: statements }, (_, statement) =>
    groups.reduce((product, row) => product * shareOf(row[statement]!.agree, row[statement]!.seen), 1),
  );
}

/** Statements that more than half of each group agree with, beyond chance; the highest group-aware consensus first. */
export function agreedByEach(groups: readonly (readonly Tally[])[]): number[] {
  const consensus = groupAware(groups);
  const agrees = ({ agree, seen }: Tally): boolean =>
    agree >= FEWEST_VOICES && shareOf(agree, seen) > 0.5 && proportionTest(agree, seen) > SIGNIFICANT;
  return consensus
    .map((_, statement) => statement)
    .filter((statement) => groups.every((row) => agrees(row[statement]!)))
    .sort((a, b) => consensus[b]! - consensus[a]! || a - b)
    .slice(0, MOST);
}

export interface Shared {
  readonly statement: number;
  readonly successes: number;
  readonly trials: number;
  readonly share: number;
  readonly test: number;
}

/** At most five statements most people agree with, and five most disagree with, whatever their group. */
export function shared(
  all: readonly Tally[],
  leftOut: ReadonlySet<number> = new Set(),
): { readonly agree: Shared[]; readonly disagree: Shared[] } {
  const side = (successesOf: (tally: Tally) => number): Shared[] =>
    all
      .map((tally, statement) => ({
        statement,
        successes: successesOf(tally),
        trials: tally.seen,
        share: shareOf(successesOf(tally), tally.seen),
        test: proportionTest(successesOf(tally), tally.seen),
      }))
      .filter(({ statement, share, test }) => !leftOut.has(statement) && share > 0.5 && test > SIGNIFICANT)
      .sort((a, b) => b.share * b.test - a.share * a.test)
      .slice(0, MOST);
  return { agree: side(({ agree }) => agree), disagree: side(({ disagree }) => disagree) };
}
