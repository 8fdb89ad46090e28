/** Short ways to write a part. */
import type { DecisionStatus } from '../../core/consultation/model.ts';
import type { Character, Expected, Move } from './character.ts';

type Part = Omit<Character, 'college' | 'lang'> & { readonly lang?: Character['lang'] };

/** People of one college; they speak French unless told otherwise. */
export const of = (college: string, ...parts: readonly Part[]): readonly Character[] =>
  parts.map((part) => ({ lang: 'fr', ...part, college }));

export const say = (text: string, ...ideas: readonly Expected[]): Move =>
  ideas.length > 0 ? { say: text, ideas } : { say: text };

/** The same, with what to answer should the bot hesitate between two axes. */
export const sayOn = (axis: string, text: string, ...ideas: readonly Expected[]): Move => ({
  say: text,
  ideas,
  axis,
});

/** A message that is later edited, deleted, or joined to somebody else's. */
export const keyed = (key: string, text: string, ...ideas: readonly Expected[]): Move => ({
  key,
  say: text,
  ideas,
});

/** Said when the bot lists several ideas and asks whether it read right; left out when it asks something else. */
export const confirm = (text: string): Move => ({ say: text, confirms: true });

const answered =
  (status: DecisionStatus) =>
  (reason: string): Expected => ({ status, reason });

export const adopted = answered('adopted');
export const partly = answered('adopted-in-part');
export const underWay = answered('under-way');
export const toStudy = answered('to-be-studied');
export const notAdopted = answered('not-adopted');
export const outside = answered('outside-powers');
