import { expect, test } from 'vitest';
import type { Batch } from '../../../adapters/matrix/connection/responses.ts';
import { createFeed } from '../../../adapters/matrix/inbound/feed.ts';

const ROOMS = 60;
const EACH = 20;

function feedOf(stored: () => Promise<void> = async () => {}) {
  const ledger = new Set<string>();
  const given: unknown[] = [];
  const feed = createFeed({
    ledger: { given: (id) => ledger.has(id), setGiven: (id) => void ledger.add(id) },
    read: async (_room, event) => [event as never],
    locked: () => {},
    before: async () => [],
    async give(event) {
      await stored();
      given.push(event);
    },
    nameOf: ({ event_id }) => event_id,
    report: () => {},
  });
  return { feed, given };
}

const batch = (of: number, rooms = ROOMS): Batch =>
  ({
    since: null,
    slices: Array.from({ length: rooms }, (_, room) => ({
      room: `!${room}`,
      limited: false,
      before: null,
      events: Array.from({ length: EACH }, (_, n) => ({
        event_id: `$${of}-${room}-${n}`,
        type: 'm.room.message',
        sender: '@claire:exemple.fr',
        origin_server_ts: n,
        content: {},
      })),
    })),
  }) as never;

test('after a long down-time, more than it holds at once is taken before it is opened, and all of it given once', async () => {
  const { feed, given } = feedOf();
  await feed.take(batch(1));
  expect(given).toEqual([]);
  feed.open();
  await feed.take(batch(1));
  await feed.take(batch(2));
  await feed.settled();
  expect(given).toHaveLength(2 * ROOMS * EACH);
});

test('once opened, the server is asked for no more than it holds', async () => {
  const { feed, given } = feedOf();
  feed.open();
  await feed.take(batch(1));
  expect(given.length).toBeGreaterThan(ROOMS * EACH - 600);
  await feed.close();
});

test('with enough to do, the server is asked again in a while; with little, at once', async () => {
  const { feed } = feedOf(() => new Promise(() => {}));
  feed.open();
  const asked = performance.now();
  await feed.take(batch(1, 2));
  const little = performance.now();
  await feed.take(batch(2, 2));
  expect(performance.now() - little).toBeGreaterThan(900);
  expect(little - asked).toBeLessThan(900);
});
