import type { PartnerId, ProposalId, Ref, WordsId } from '../../../src/core/ids.ts';
import { ref } from '../../../src/core/ids.ts';
import type { Figures, SynthesisProposal } from '../../../src/core/synthesis/model.ts';

/** A proposal of a story, with only what the story tells. */
export const proposal = (
  number: number,
  facts: Partial<Omit<SynthesisProposal, 'id' | 'ref'>> = {},
): SynthesisProposal => ({
  id: idOf(number),
  ref: ref(number),
  axis: '1',
  kind: 'need',
  college: 'territories',
  partnerId: person(number),
  attribution: 'organisation',
  extract: { words: wordsOf(number), start: 0, end: 40 },
  supporters: [person(number)],
  about: [],
  ...facts,
});

export const idOf = (number: number): ProposalId => `proposal-${number}` as ProposalId;
export const wordsOf = (number: number): WordsId => `words-${number}` as WordsId;
export const person = (number: number): PartnerId => `partner-${number}` as PartnerId;
export const refs = (...numbers: number[]): Ref[] => numbers.map(ref);
export const group = (label: string, ...numbers: number[]) => ({
  label,
  words: [] as readonly string[],
  members: numbers.map(idOf),
});
export const grouping = (...groups: ReturnType<typeof group>[]) => ({ groups });
export const people = (from: number, to: number): PartnerId[] =>
  Array.from({ length: to - from + 1 }, (_, place) => person(from + place));

export const twoColleges: Figures = {
  base: [
    { college: 'economy', invited: 20, reached: 15, answered: 10, passed: 0, silent: 5 },
    { college: 'territories', invited: 30, reached: 24, answered: 12, passed: 6, silent: 6 },
  ],
  participation: [],
};
