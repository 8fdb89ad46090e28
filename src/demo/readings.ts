/** What the story reads from what was said: the references its people were given, and the lines that cite them. */
import { CAST } from './cast/cast.ts';
import type { Character, Expected } from './cast/character.ts';
import type { MessageKey } from './cast/merges.ts';
import { readIn } from './player.ts';
import type { Stage } from './stage.ts';

/** Messages the bot sends of its own accord before the first answer: the invitation. */
export const INVITED = 1;

export const characterOf = (key: MessageKey): Character => CAST.find((who) => key.startsWith(`${who.key}:`))!;

/** The first proposal read in that message. */
export function refOf(stage: Stage, key: MessageKey): string | undefined {
  const who = characterOf(key);
  return readIn(stage, who, INVITED).find((read) => `${who.key}:${read.key}` === key)?.refs[0];
}

export const authorOf = (stage: Stage, ref: string): Character | undefined =>
  CAST.find((who) => readIn(stage, who, INVITED).some((read) => read.refs.includes(ref)));

/** What the staff will answer, by reference. */
export function expectedAnswers(stage: Stage): ReadonlyMap<string, Expected> {
  const answers = new Map<string, Expected>();
  for (const who of CAST)
    for (const { refs, ideas } of readIn(stage, who, INVITED))
      for (const [index, ref] of refs.entries()) answers.set(ref, ideas[Math.min(index, ideas.length - 1)]!);
  return answers;
}

export interface Line {
  readonly number: string;
  readonly refs: readonly string[];
}

/** The line of the draft that cites the first proposal of that message. */
export function lineCiting(stage: Stage, draft: string, key: MessageKey): Line {
  const ref = refOf(stage, key);
  const line = draft.split('\n').find((text) => ref !== undefined && text.includes(ref)) ?? '';
  const number = /\b(\d+\.\d+)\b/u.exec(line)?.[1];
  if (number === undefined) throw new Error(`no line of the draft cites ${key}, ${ref}`);
  return { number, refs: line.match(/P-\d{4,}/gu) ?? [] };
}
