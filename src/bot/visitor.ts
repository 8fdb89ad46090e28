/** Somebody opened another person's link, said so, and who they are: a point for the team, and nobody's conversation. */
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Ids } from '../app/ports/edge.ts';
import type { Address } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { InboundId, WordsId } from '../core/ids.ts';
import { readEmail } from '../core/person/email.ts';
import { type Visitor, visitorText } from '../core/person/visitor.ts';
import type { Instant } from '../core/time.ts';

/** Kept once a form, whose `id` it is. What is no e-mail stays among their words. */
export async function keepVisitor(
  tx: Transaction,
  consultation: LoadedConsultation,
  by: Address,
  given: Omit<Visitor, 'email'> & { readonly id: string; readonly email: string },
  edge: { readonly ids: Ids; readonly now: Instant },
): Promise<void> {
  const { ids, now } = edge;
  const [owner] = (await tx.people.byAddress(by)).filter((one) => one.consultationId === consultation.id);
  const seats = owner ? await tx.people.partnersOf(owner.id) : [];
  const email = readEmail(given.email);
  const word = email === null ? [given.email.trim(), given.word].filter(Boolean).join('\n') : given.word;
  const inboundId = ids.next<InboundId>();
  const wordsId = ids.next<WordsId>();
  const fresh = await tx.inbox.add({
    id: inboundId,
    platform: by.platform,
    workspace: by.workspace,
    eventId: `visitor/${given.id}`,
    type: 'visitor',
    at: now,
    messageRef: null,
    wordsId,
    payload: {},
    receivedAt: now,
  });
  if (!fresh) return;
  const text = visitorText({ ...given, email, word });
  await tx.words.add([
    { id: wordsId, consultationId: consultation.id, personId: null, text, lang: null, writtenAt: now },
  ]);
  await tx.inbox.settle(inboundId, { state: 'handled', consultationId: consultation.id });
  await tx.doubts.add({
    id: ids.next(),
    consultationId: consultation.id,
    proposalId: null,
    inboundId,
    kind: 'visitor',
    options: seats.map(({ id }) => id),
    raisedAt: now,
  });
}
