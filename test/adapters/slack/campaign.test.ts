/** A fan-out through a Slack that fails one call in five, in every way there is: all is posted, in order, once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paragraph } from '../../../src/chat/outbound.ts';
import type { ConsultationId, ConversationId, DeliveryId } from '../../../src/core/ids.ts';
import { storyDatabases } from '../../databases.ts';
import type { Fault } from './faults.ts';
import { openStage, type Stage } from './stage.ts';

/** In full: `npm run campaign -- --slack`. */
const DELIVERIES = Number(process.env.SLACK_DELIVERIES ?? 40);
const PATIENCE = 50_000 + 500 * DELIVERIES;
const EACH = 5;
const PEOPLE = DELIVERIES / EACH;

const WAYS: readonly Fault[] = [
  { kind: 'limited', retryAfter: '1' },
  { kind: 'limited', retryAfter: null },
  { kind: 'status', status: 500, accepted: true },
  { kind: 'status', status: 503, accepted: false },
  { kind: 'dropped', accepted: true },
  { kind: 'dropped', accepted: false },
  { kind: 'refused', error: 'internal_error' },
  { kind: 'hung', accepted: true },
  { kind: 'hung', accepted: false },
];
/** Milliseconds the bot waits for an answer: one call in twenty-two gets none. */
const ANSWERED = 1_000;

const [database] = storyDatabases();
let at: Stage;
beforeAll(async () => {
  at = await openStage(await database!.open(), { by: 'http', partners: PEOPLE, patience: ANSWERED });
});
afterAll(() => at.close());

test(
  `${DELIVERIES} deliveries to ${PEOPLE} people end with every message posted, none twice`,
  async () => {
    const { bot, slack } = at;
    let calls = 0;
    let failed = 0;
    slack.gateway.faults.always(() => {
      calls += 1;
      if (calls % 5 !== 0) return null;
      failed += 1;
      return WAYS[failed % WAYS.length]!;
    });
    await bot.store.transaction(async (tx) => {
      const [consultation] = await tx.consultations.all();
      for (const userId of at.partners) {
        const address = { platform: 'slack', workspace: slack.team, userId };
        const [conversation] = await tx.conversations.directs([
          {
            ...address,
            id: bot.ids.next<ConversationId>(),
            consultationId: consultation!.id as ConsultationId,
            at: bot.clock.now(),
          },
        ]);
        await tx.outbox.add(
          Array.from({ length: EACH }, (_, index) => ({
            id: bot.ids.next<DeliveryId>(),
            consultationId: consultation!.id as ConsultationId,
            conversationId: conversation!.id,
            kind: 'notice',
            document: { lang: 'fr', blocks: [paragraph(`message ${index}`)], choices: [] },
            inboundId: null,
            roundId: null,
            notBefore: null,
            createdAt: bot.clock.now(),
          })),
        );
      }
    });
    const ofAll = (states: readonly ('sent' | 'queued' | 'sending')[]) =>
      bot.store.transaction(async (tx) =>
        (await tx.outbox.of(at.consultation.id, states, 2 * DELIVERIES)).filter(
          ({ kind }) => kind === 'notice',
        ),
      );
    const expected = Array.from({ length: EACH }, (_, index) => `message ${index}`);
    // What was posted and not answered is settled too: nothing is on its way any more.
    await expect
      .poll(async () => (await ofAll(['sent'])).length, { timeout: PATIENCE, interval: 200 })
      .toBe(DELIVERIES);
    for (const userId of at.partners)
      expect((await slack.seen(userId)).map(({ text }) => text)).toEqual(expected);
    expect(failed).toBeGreaterThanOrEqual(Math.floor(DELIVERIES / 5));
    const first = slack.gateway.asked.find(({ method }) => method === 'chat.postMessage')!.at;
    const made = slack.gateway.asked.filter(({ at }) => at >= first);
    const last = made.findLast(({ method }) => method === 'chat.postMessage')!.at;
    const of = (name: string) => made.filter(({ method }) => method === name).length;
    const waits = at.lines.filter((line) => line.includes('delivery.waits')).length;
    console.log(
      `${DELIVERIES} deliveries in ${((last - first) / 1000).toFixed(1)} s: ${of('chat.postMessage')} posts, ${of('conversations.history')} looks into history, ${failed} calls failed, ${waits} waits, ${of('conversations.open')} opened`,
    );
  },
  PATIENCE + 10_000,
);
