/** Platforms may deliver an edit or a delete before the message itself: the latest by the platform's time counts. */
import type { WordsId } from '../core/ids.ts';
import type { Kept } from './focus.ts';
import type { Talk } from './talk.ts';

/** A kept message with the text in force, as it was edited since; null when it was deleted or erased. */
export async function keptInForce(talk: Talk, kept: Kept): Promise<(Kept & { text: string }) | null> {
  const changes = await talk.tx.inbox.changesOf(talk.conversation.id, kept.message);
  if (changes.some((change) => change.type === 'delete')) return null;
  const last = changes.filter((change) => change.wordsId !== null).at(-1);
  const words = last?.wordsId ?? (kept.words as WordsId);
  const text = (await talk.tx.words.texts([words])).get(words);
  return typeof text === 'string' ? { ...kept, words, text, at: last?.at ?? kept.at } : null;
}

/** The talk with the text in force; null when the message was deleted before it arrived. */
export async function effectiveText(talk: Talk): Promise<Talk | null> {
  const { event } = talk;
  if (event.type !== 'message') return talk;
  const changes = await talk.tx.inbox.changesOf(talk.conversation.id, event.message);
  if (changes.some((change) => change.type === 'delete')) return null;
  const last = changes.filter((change) => change.wordsId !== null).at(-1);
  if (!last?.wordsId) return talk;
  const text = (await talk.tx.words.texts([last.wordsId])).get(last.wordsId);
  if (typeof text !== 'string') return null;
  return { ...talk, text, wordsId: last.wordsId, event: { ...event, text, at: last.at } };
}
