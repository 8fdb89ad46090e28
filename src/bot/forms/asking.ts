/** Somebody who looks at something of the bot's without having said a word: who they are, and where they stand. */
import { directsAt } from '../../app/directs.ts';
import type { Ids } from '../../app/ports/edge.ts';
import type { Transaction } from '../../app/ports/store.ts';
import type { Asker } from '../../chat/surface.ts';
import type { Instant } from '../../core/time.ts';
import { phrasesIn } from '../locales/phrases.ts';
import type { Asking } from './shape.ts';

export interface Edge {
  readonly ids: Ids;
  readonly now: Instant;
}

/** In the consultation of that key, else in the one they last spoke of; null when the bot doesn't know them there. */
export async function askingOf(
  tx: Transaction,
  edge: Edge,
  { platform, workspace, userId }: Asker,
  key: string,
): Promise<Asking | null> {
  const address = { platform, workspace, userId };
  const people = await tx.people.byAddress(address);
  const named = key === '' ? null : await tx.consultations.byKey(key);
  const [first] = key === '' ? people : people.filter(({ consultationId }) => consultationId === named?.id);
  if (!first) return null;
  const [conversation] = await directsAt({ tx, ...edge }, first.consultationId, [address]);
  const current = people.find(({ consultationId }) => consultationId === conversation!.consultationId);
  const person = key === '' ? (current ?? first) : first;
  const consultation = await tx.consultations.byId(person.consultationId);
  if (!consultation) return null;
  return {
    tx,
    consultation,
    actor: { person, partners: await tx.people.partnersOf(person.id) },
    conversation: conversation!,
    ...edge,
    lang: person.lang,
    say: phrasesIn(person.lang, consultation.content.languages),
  };
}
