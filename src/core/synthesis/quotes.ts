/** Whose words a draft gives: extracts by reference, chosen by where they lie in their theme, never by what they hold. */
import type { Grouping, Line, QuoteRef, SynthesisProposal } from './model.ts';

type Near = NonNullable<Grouping['near']>;
type Members = readonly SynthesisProposal[];

/** Of a theme or a line; UTF-16 units. What is longer is cut after a sentence. */
export const LONGEST_QUOTE = 320;

/** Up to this many members, all are of the theme; in larger groups the outer half is left to the references. */
const ALL_CENTRAL = 4;
/** Of those that can be quoted, the share among which a short one stands for the theme before a long one. */
const HEART = 1 / 4;
const LEAST_HEART = 3;

const NONE: Near = new Map();
const whole = ({ extract }: SynthesisProposal): boolean => extract.end - extract.start <= LONGEST_QUOTE;
const quoteOf = ({ ref, extract: { words, start, end } }: SynthesisProposal): QuoteRef => ({
  ...{ words, start, end },
  proposal: ref,
});

/** Objections are quoted among the disagreements, and questions get answers: here only when nothing else can be. */
function quotable(members: Members): Members {
  const open = members.filter((proposal) => proposal.attribution !== 'none');
  const claims = open.filter(({ kind }) => kind !== 'objection');
  const asking = claims.filter(({ kind }) => kind !== 'question');
  return asking.length > 0 ? asking : claims.length > 0 ? claims : open;
}

/**
 * The most central quotable proposal, and another person's that says something else and is still of the theme: the
 * farthest one within the central half, of another college if any. Of those that would do, one that can be given whole.
 */
export function quotesOf(members: Members, near: Near = NONE): QuoteRef[] {
  const open = quotable(members);
  const heart = open.slice(0, Math.max(LEAST_HEART, Math.ceil(open.length * HEART)));
  const central = heart.find(whole) ?? open[0];
  if (central === undefined) return [];
  const others = open.filter(
    (other) => other !== central && (other.partnerId === null || other.partnerId !== central.partnerId),
  );
  const half = new Set(members.slice(0, Math.max(ALL_CENTRAL, Math.ceil(members.length / 2))));
  const inner = others.filter((other) => half.has(other));
  const alike = new Set(near.get(central.id));
  const differing = inner.filter(({ id }) => !alike.has(id));
  const farthest = (among: Members): SynthesisProposal | undefined =>
    among.findLast((other) => other.college !== central.college) ?? among.at(-1);
  const second = farthest(differing.filter(whole)) ?? farthest(differing) ?? farthest(inner) ?? others[0];
  return [central, ...(second ? [second] : [])].map(quoteOf);
}

/**
 * What an objection stands against, in words, of two people at most: what it is about, else, among those of its group
 * that ask for something and come from somebody else, the nearest to it, or the most central ones. Nobody says then that
 * the one answers the other.
 */
export function otherSide(
  objection: SynthesisProposal,
  about: Members,
  group: Members,
  near: Near = NONE,
): Line['opposed'] {
  const named = quotesOf(about.filter(({ attribution }) => attribution !== 'none'));
  if (named.length > 0) return opposed(named, true);
  const others = group.filter(
    ({ kind, partnerId, attribution }) =>
      kind !== 'objection' &&
      kind !== 'question' &&
      attribution !== 'none' &&
      (partnerId === null || partnerId !== objection.partnerId),
  );
  const nearest = (near.get(objection.id) ?? []).flatMap(
    (id) => others.find((other) => other.id === id) ?? [],
  );
  const [first] = nearest;
  // What shares no word with it may be of the theme and have nothing to do with it.
  const second = nearest.find((other) => other !== first && !samePerson(other, first!));
  const beside = first ? [first, ...(second ? [second] : [])].map(quoteOf) : quotesOf(others).slice(0, 1);
  return opposed(beside, false);
}

const samePerson = (one: SynthesisProposal, other: SynthesisProposal): boolean =>
  one.partnerId !== null && one.partnerId === other.partnerId;

const opposed = ([quote, other]: readonly QuoteRef[], known: boolean): Line['opposed'] =>
  quote && { quote, ...(other ? { other } : {}), known };
