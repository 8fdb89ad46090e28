/** One delivery told again and again through a platform that fails: each of its parts is there once, and only what may be there is looked for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Message, paragraph } from '../../src/chat/outbound.ts';
import { ChatError, type ChatPort } from '../../src/chat/port.ts';
import { type Trace, tell } from '../../src/host/tell.ts';

type Turn = 'done' | 'untaken' | 'lost before' | 'lost after';

const PLACE = { workspace: 'main', ref: 'claire' };
/** Three parts. */
const MESSAGE = {
  lang: 'fr',
  blocks: [paragraph('un '.repeat(30)), paragraph('deux '.repeat(18)), paragraph('trois '.repeat(16))],
  choices: [],
} as Message;
const SHORT = { lang: 'fr', blocks: [paragraph('un')], choices: [] } as Message;

function platform(turns: readonly Turn[]) {
  const script = [...turns];
  const posted: string[] = [];
  const looked: string[] = [];
  const call = <T>(does: () => T): T => {
    const turn = script.shift() ?? 'done';
    if (turn === 'untaken') throw new ChatError('limited', { transient: true, untaken: true });
    if (turn === 'lost before') throw new ChatError('no answer', { transient: true });
    const result = does();
    if (turn === 'lost after') throw new ChatError('no answer', { transient: true });
    return result;
  };
  const port: Pick<ChatPort, 'maxText' | 'post' | 'reconcile'> = {
    maxText: 100,
    post: async (_, __, key) => call(() => `ref ${posted.push(key)}`),
    reconcile: async (_, key) => {
      looked.push(key);
      return call(() => (posted.includes(key) ? `ref ${posted.indexOf(key) + 1}` : null));
    },
  };
  const calls = { timed: <T>(made: Promise<T>) => made, hold: async () => {} };
  const attempt = (trace: Trace, message: Message) =>
    tell(port as ChatPort, calls, PLACE, { does: 'post', thread: null, pin: false, message }, trace);
  return { posted, looked, attempt };
}

/** As the host does it: what is known after an attempt is what the next one begins with. */
async function insist({ attempt }: ReturnType<typeof platform>, message: Message) {
  let doubtful = false;
  const lookups: boolean[] = [];
  for (;;) {
    const trace: Trace = { key: 'k', doubtful, looking: false };
    try {
      return { ...(await attempt(trace, message)), lookups };
    } catch {
      lookups.push(trace.looking);
      ({ doubtful } = trace);
    }
  }
}

describe('a delivery that is told again', () => {
  test('after a refusal is not looked for', async () => {
    const there = platform(['untaken', 'untaken']);
    await insist(there, SHORT);
    expect([there.posted, there.looked]).toEqual([['k/0'], []]);
  });

  test('after an answer that was lost is looked for, until that is known; a failed look is no failed post', async () => {
    const there = platform(['lost after', 'untaken', 'lost before', 'done']);
    const { lookups, ref } = await insist(there, SHORT);
    expect([there.posted, there.looked]).toEqual([['k/0'], ['k/0', 'k/0', 'k/0']]);
    expect([lookups, ref]).toEqual([[false, true, true], 'ref 1']);
  });

  test('once it surely is not there, and then refused, is not looked for again', async () => {
    const there = platform(['lost before', 'done', 'untaken', 'done']);
    await insist(there, SHORT);
    expect([there.posted, there.looked]).toEqual([['k/0'], ['k/0']]);
  });

  test('refused at its second part is looked for from its first', async () => {
    const there = platform(['done', 'untaken']);
    await insist(there, MESSAGE);
    expect([there.posted, there.looked]).toEqual([
      ['k/0', 'k/1', 'k/2'],
      ['k/0', 'k/1'],
    ]);
  });

  test('whatever fails, and whenever, has each part once and in order', async () => {
    const turn = fc.constantFrom<Turn>('done', 'untaken', 'lost before', 'lost after');
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 40 }), fc.boolean(), async (turns, short) => {
        const there = platform(turns);
        const { ref } = await insist(there, short ? SHORT : MESSAGE);
        const parts = short ? ['k/0'] : ['k/0', 'k/1', 'k/2'];
        expect(there.posted).toEqual(parts);
        expect(ref).toBe(`ref ${parts.length}`);
      }),
      { numRuns: 500, seed: 4 },
    );
  });
});
