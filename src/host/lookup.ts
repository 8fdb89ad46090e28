/** What documents refer to, put in place when they are shown: people's words, and people's names. */
import type { Transaction } from '../app/ports/store.ts';
import { type Document, peopleIn, wordsIn } from '../chat/outbound.ts';
import type { PersonId, WordsId } from '../core/ids.ts';

/** By id; null for what was erased, no entry for what never was. */
export async function lookUp(
  tx: Pick<Transaction, 'words' | 'people'>,
  documents: readonly Document[],
  also: readonly WordsId[] = [],
): Promise<ReadonlyMap<string, string | null>> {
  const words = [...also, ...(documents.flatMap(wordsIn) as WordsId[])];
  const people = documents.flatMap(peopleIn) as PersonId[];
  const texts = words.length > 0 ? await tx.words.texts(words) : [];
  const names = people.length > 0 ? await tx.people.names(people) : [];
  return new Map<string, string | null>([...texts, ...names]);
}
