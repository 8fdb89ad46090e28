import type { WordsId } from '../../core/ids.ts';
import type { Scene } from '../perform.ts';

/** Keeps a text as words of whoever acts: a reason, a title. Everything else refers to it by this id. */
export async function keepWords(
  { tx, ids, now, consultation, actor }: Scene<'words'>,
  text: string,
): Promise<WordsId> {
  const id = ids.next<WordsId>();
  const { person } = actor;
  await tx.words.add([
    { id, consultationId: consultation.id, personId: person.id, text, lang: person.lang, writtenAt: now },
  ]);
  return id;
}
