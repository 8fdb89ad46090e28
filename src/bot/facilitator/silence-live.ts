/** The silence map where somebody looks at it: the same message says what is so now, until its round is closed. */
import { refusalOf } from '../../app/perform.ts';
import type { LoadedConsultation } from '../../app/ports/consultations.ts';
import type { Ids } from '../../app/ports/edge.ts';
import type { LiveDelivery } from '../../app/ports/outbox.ts';
import type { Transaction } from '../../app/ports/store.ts';
import { type Silence, silenceOf } from '../../app/round/silence.ts';
import type { Block } from '../../chat/outbound.ts';
import type { DeliveryId } from '../../core/ids.ts';
import type { Round } from '../../core/round/model.ts';
import type { Instant } from '../../core/time.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { documentOf } from '../talk.ts';
import { SILENCE_MAP, silenceBlocks, silenceChoices } from './silence.ts';

const CHANGED = 'silence-map-now';
const ENDED = 'silence-map-end';

interface Edge {
  readonly tx: Transaction;
  readonly consultation: LoadedConsultation;
  readonly ids: Ids;
  readonly now: Instant;
}

/** ms. Soon after an answer, once for all that come meanwhile. */
const SHOWN_AFTER = 5_000;

export const showSilenceSoon = ({
  tx,
  consultation: { id },
  now,
}: Pick<Edge, 'tx' | 'consultation' | 'now'>): Promise<void> =>
  tx.jobs.send('show-silence', { consultationId: id }, { key: id, startAfter: now + SHOWN_AFTER });

/** Brings the newest map of each conversation up to date, of whichever round it is; nothing is sent where nothing changed. */
export async function showSilence(edge: Edge): Promise<void> {
  const { tx, consultation, now } = edge;
  const maps = (await tx.outbox.live(consultation.id, SILENCE_MAP)).filter(
    ({ latest }) => latest.kind !== ENDED,
  );
  if (maps.length === 0) return;
  const rounds = (await tx.rounds.of(consultation.id)).filter(({ state }) => state !== 'cancelled');
  const shown = rounds.flatMap((round) => {
    const here = maps.filter(({ roundId }) => roundId === round.id);
    return here.length === 0 ? [] : [{ round, here }];
  });
  for (const { conversationId } of shown.flatMap(({ here }) => here)) {
    const conversation = await tx.conversations.byId(conversationId);
    if (conversation) await tx.conversations.lock({ ...conversation, at: now });
  }
  for (const { round, here } of shown) {
    const silence = await silenceOf(tx, consultation, round);
    for (const map of here) await show(edge, round, silence, map);
  }
}

async function show(edge: Edge, round: Round, silence: Silence, map: LiveDelivery): Promise<void> {
  const { tx, consultation, ids, now } = edge;
  const reader = await readerOf(edge, map);
  if (reader === null) return;
  const say = phrasesIn(reader.lang, consultation.content.languages);
  const blocks = silenceBlocks({ consultation, say, lang: say.lang, now, zone: reader.zone }, silence);
  const over = round.state !== 'open';
  const choices = silenceChoices({ consultation, say }, silence);
  const document = documentOf({ blocks: blocks.map(asBlock), choices }, say.lang);
  if (!over && sameWords(document.blocks, map.latest.document)) return;
  await tx.outbox.add([
    {
      id: ids.next<DeliveryId>(),
      consultationId: consultation.id,
      conversationId: map.conversationId,
      kind: over ? ENDED : CHANGED,
      document: { ...document, manner: { as: 'edit', of: map.id } },
      inboundId: null,
      roundId: round.id,
      notBefore: null,
      createdAt: now,
    },
  ]);
}

/** Who looks at it there, as long as they may. */
async function readerOf({ tx, consultation }: Edge, { conversationId }: LiveDelivery) {
  const conversation = await tx.conversations.byId(conversationId);
  if (conversation?.kind !== 'direct' || conversation.userId === null) return null;
  const { platform, workspace, userId } = conversation;
  const people = await tx.people.byAddress({ platform, workspace, userId });
  const person = people.find(({ consultationId }) => consultationId === consultation.id);
  if (!person || refusalOf({ person, partners: [] }, 'round.watch') !== null) return null;
  return { lang: person.lang, zone: person.zone ?? consultation.content.zone };
}

const asBlock = (block: string | Block): Block =>
  typeof block === 'string' ? { type: 'paragraph', content: [{ text: block }] } : block;

/** But for the last paragraph, which says when that was so. */
const sameWords = (blocks: readonly Block[], shown: unknown): boolean =>
  wordsOf(blocks) === wordsOf((shown as { blocks: readonly Block[] }).blocks);

const wordsOf = (blocks: readonly Block[]): string =>
  blocks
    .slice(0, -1)
    .flatMap((block) => (block.type === 'list' ? block.items.flat() : block.content))
    .map((inline) => ('text' in inline ? inline.text : inline.words))
    .join('\n');
