/** What people wrote before they agreed, read once they do: ideas are theirs, words that hold none go to the team. */
import type { InboundId, WordsId } from '../../core/ids.ts';
import type { Idea, Reading } from '../../core/proposal/reading.ts';
import type { Kept } from '../focus.ts';
import { keptInForce } from '../late-original.ts';
import { leaveDoubt, type Talk } from '../talk.ts';
import { greets, linkAlone } from '../understand.ts';
import { read, type Source } from './answer.ts';
import type { Place } from './place.ts';

/** `handed`: what is said of messages the team has from now on; null when there is none. */
export interface KeptRead {
  readonly messages: readonly { readonly ideas: readonly Idea[]; readonly source: Source }[];
  readonly handed: string | null;
}

/** Whether words written before the agreement say something: an idea, an address, or what only people can make out. */
export const isWorthKeeping = ({ nature }: Pick<Reading, 'nature'>, text: string): boolean =>
  nature !== 'other' || linkAlone(text);

export async function readKept(talk: Talk, place: Place, kept: readonly Kept[]): Promise<KeptRead> {
  const messages: { ideas: readonly Idea[]; source: Source }[] = [];
  const handed: string[] = [];
  for (const one of kept) {
    const now = await keptInForce(talk, one);
    if (!now || greets(now.text)) continue;
    const reading = await read(talk, place, null, now.text);
    const source = { words: now.words as WordsId, messageRef: now.message, textAt: now.at };
    if (linkAlone(now.text) || reading.ideas.length === 0) {
      if (!isWorthKeeping(reading, now.text) || now.inbound === undefined) continue;
      const kind = reading.nature === 'question' ? 'question' : 'not-understood';
      await leaveDoubt(talk, kind, now.inbound as InboundId);
      handed.push(now.text);
    } else messages.push({ ideas: reading.ideas, source });
  }
  if (handed.length === 0) return { messages, handed: null };
  const { linksHanded, wordsHanded } = talk.say;
  return { messages, handed: handed.every(linkAlone) ? linksHanded(handed.length) : wordsHanded };
}
