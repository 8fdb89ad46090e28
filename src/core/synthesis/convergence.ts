/** What holds across types of actor and among like-minded people, in lines that cite it. */
import { peopleFact } from './facts.ts';
import type { Line, OpinionGroups, SynthesisProposal } from './model.ts';
import { quotesOf } from './quotes.ts';
import type { Sentences } from './sentences.ts';

/** Below so many people, two colleges that agree are two people who do. */
const FEWEST_PEOPLE = 3;
const FEWEST_COLLEGES = 2;
/** Whether so many people, of so many types of actor, hold something in common across them. */
export const converge = ({
  people,
  colleges,
}: {
  readonly people: number;
  readonly colleges: number;
}): boolean => colleges >= FEWEST_COLLEGES && people >= FEWEST_PEOPLE;
const MOST = 5;

type Drafted = Omit<Line, 'id'>;

const people = (proposal: SynthesisProposal): number => new Set(proposal.supporters).size;

/** The proposals that people of several types of actor stand behind, those of most types first. */
export function convergences(
  members: readonly SynthesisProposal[],
  smallest: number,
  say: Sentences,
): Drafted[] {
  const wide = members.filter(
    (one) =>
      one.kind !== 'objection' &&
      one.kind !== 'question' &&
      converge({ people: people(one), colleges: one.colleges?.length ?? 0 }),
  );
  wide.sort((a, b) => b.colleges!.length - a.colleges!.length || people(b) - people(a));
  return wide.slice(0, MOST).flatMap((one): Drafted[] => {
    const fact = peopleFact([one], smallest);
    if (fact === null) return [];
    return [
      {
        kind: 'convergence',
        theme: null,
        text: say.convergence({ proposal: one.ref, colleges: one.colleges!.length, people: fact }),
        words: null,
        quote: quotesOf([one])[0] ?? null,
        cites: [one.ref],
      },
    ];
  });
}

/** What each group stands for among these proposals; nothing of a group too small to be told of. */
export function stances(
  members: readonly SynthesisProposal[],
  opinions: OpinionGroups | null,
  smallest: number,
  say: Sentences,
): Drafted[] {
  const here = new Set(members.map(({ ref }) => ref));
  const step = Math.max(1, smallest);
  return (opinions?.groups ?? []).flatMap(({ people: size, stances: taken }, place, all): Drafted[] => {
    const count = Math.floor(size / step) * step;
    const own = taken.filter(({ proposal }) => here.has(proposal));
    if (count === 0 || own.length === 0) return [];
    const of = (side: 'agree' | 'disagree') =>
      own.filter((one) => one.for === side).map(({ proposal }) => proposal);
    return [
      {
        kind: 'opinion',
        theme: null,
        text: say.opinion({
          groups: all.length,
          place: place + 1,
          people: { count, exact: step === 1 },
          agree: of('agree'),
          disagree: of('disagree'),
        }),
        words: null,
        quote: null,
        cites: own.map(({ proposal }) => proposal),
      },
    ];
  });
}

/** What all groups stand behind among these proposals; nothing when one of them is too small to be told of. */
export function commonGround(
  members: readonly SynthesisProposal[],
  opinions: OpinionGroups | null,
  smallest: number,
  say: Sentences,
): Drafted[] {
  const here = new Map(members.map((one) => [one.ref, one]));
  const shared = (opinions?.common ?? []).flatMap((ref) => here.get(ref) ?? []);
  const told = opinions?.groups.every(({ people: size }) => size >= smallest);
  if (opinions === null || !told || shared.length === 0) return [];
  return [
    {
      kind: 'common',
      theme: null,
      text: say.common({ groups: opinions.groups.length, proposals: shared.map(({ ref }) => ref) }),
      words: null,
      quote: quotesOf(shared)[0] ?? null,
      cites: shared.map(({ ref }) => ref),
    },
  ];
}

/** Whether an objection comes from a type of actor that none of those behind what it is about belongs to. */
export function isAcross(objection: SynthesisProposal, about: readonly SynthesisProposal[]): boolean {
  const { college, attribution } = objection;
  const behind = about.flatMap(({ colleges }) => colleges ?? []);
  return college !== null && attribution !== 'none' && behind.length > 0 && !behind.includes(college);
}
