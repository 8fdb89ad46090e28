/** What letters say that no message on the page says, and what people answer to them by one click. */
import { directsAt } from '../app/directs.ts';
import { stopMessages } from '../app/participation/take-part.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Ids } from '../app/ports/edge.ts';
import type { Mail } from '../app/ports/mails.ts';
import type { Address } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { Document } from '../chat/outbound.ts';
import { inLang } from '../core/consultation/text.ts';
import { type DeliveryId, ref } from '../core/ids.ts';
import { nextPrompt, takesPart } from '../core/participation/progress.ts';
import { isRefusal, type Refusal } from '../core/refusal.ts';
import type { Instant } from '../core/time.ts';
import { phrasesIn } from './locales/phrases.ts';
import { item } from './partner/describe.ts';
import { answer, documentOf, greeted, list } from './talk.ts';

/** UTF-16 units of each idea: a letter is read where the rest is not at hand. */
const SHOWN = 400;

/** What somebody said in a round as it was read, and how to change it; null when nothing of it is left. */
export async function recap(
  tx: Pick<Transaction, 'consultations' | 'people' | 'rounds' | 'participations' | 'proposals'>,
  mail: Pick<Mail, 'consultationId' | 'personId' | 'roundId'>,
  now: Instant,
): Promise<Document | null> {
  const consultation = await tx.consultations.byId(mail.consultationId);
  const person = await tx.people.byId(mail.personId);
  const round = mail.roundId === null ? null : await tx.rounds.byId(mail.roundId);
  if (!consultation || !person || !round) return null;
  const { content } = consultation;
  const { lang } = person;
  const say = phrasesIn(lang, content.languages);
  const asked = content.rounds.find(({ key }) => key === round.key);
  const items = [];
  let left = 0;
  for (const partner of await tx.people.partnersOf(person.id)) {
    const participation = await tx.participations.find(round.id, partner.id);
    if (!participation || !takesPart(participation)) continue;
    const next = nextPrompt(asked?.prompts ?? [], participation);
    if (next !== null)
      left += (asked?.prompts ?? []).filter(
        ({ key }) => !participation.answered.includes(key) && !participation.passed.includes(key),
      ).length;
    for (const proposal of await tx.proposals.byPartner(partner.id))
      if (proposal.roundId === round.id && (proposal.state === 'submitted' || proposal.state === 'merged'))
        items.push({ number: proposal.number, line: item({ consultation, say, lang }, proposal, SHOWN) });
  }
  if (items.length === 0) return null;
  items.sort((a, b) => a.number - b.number);
  const until = say.date(round.closesAt, content.zone);
  const open = round.state === 'open' && now < round.closesAt;
  return documentOf(
    answer(
      say.letters.recapHello(
        greeted(person),
        asked ? inLang(asked.title, lang, content.languages) : round.key,
      ),
      list(...items.map(({ line }) => line)),
      ...(open && left > 0 ? [say.letters.recapLeft(left, until)] : []),
      open ? say.letters.recapChange(ref(items.at(-1)!.number), until) : say.letters.recapClosed,
      say.letters.recapNext,
    ),
    say.lang,
  );
}

/** A round's title in a language; null for one the content does not have. */
export function roundTitle({ content }: LoadedConsultation, key: string, lang: string): string | null {
  const title = content.rounds.find((round) => round.key === key)?.title;
  return title ? inLang(title, lang, content.languages) : null;
}

/** "Receive no more messages", clicked in a letter: as if they had written "stop" on their page. */
export async function stopByLetter(
  tx: Transaction,
  consultation: LoadedConsultation,
  address: Address,
  edge: { readonly ids: Ids; readonly now: Instant },
): Promise<boolean | Refusal> {
  const { ids, now } = edge;
  const person = (await tx.people.byAddress(address)).find(
    ({ consultationId }) => consultationId === consultation.id,
  );
  if (!person) return false;
  if (person.stoppedAt !== null) return true;
  const [conversation] = await directsAt({ tx, ids, now }, consultation.id, [address]);
  const actor = { person, partners: await tx.people.partnersOf(person.id) };
  const done = await stopMessages({ tx, consultation, actor, now, ids }, true);
  if (isRefusal(done)) return done;
  const say = phrasesIn(person.lang, consultation.content.languages);
  await tx.outbox.add([
    {
      id: ids.next<DeliveryId>(),
      consultationId: consultation.id,
      conversationId: conversation!.id,
      kind: 'answer',
      document: documentOf(answer(say.stopped), say.lang),
      inboundId: null,
      roundId: null,
      notBefore: null,
      createdAt: now,
    },
  ]);
  return true;
}
