/** One delivery told again and again through a platform that fails: each of its parts is there once, and only what may be there is looked for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Message, paragraph } from '../../src/chat/outbound.ts';
import { plain } from '../../src/chat/plain.ts';
import { ChatError, type ChatPort } from '../../src/chat/port.ts';
import { tell } from '../../src/host/tell.ts';
import type { Enclosed, Trace } from '../../src/host/tell-file.ts';

type Turn = 'done' | 'untaken' | 'lost before' | 'lost after';

const PLACE = { workspace: 'main', ref: 'claire' };
/** Three parts. */
const MESSAGE = {
  lang: 'fr',
  blocks: [paragraph('un '.repeat(30)), paragraph('deux '.repeat(18)), paragraph('trois '.repeat(16))],
  choices: [],
} as Message;
const SHORT = { lang: 'fr', blocks: [paragraph('un')], choices: [] } as Message;

/** Made anew each time it is asked for. */
const file = (made: string | Uint8Array): Enclosed => ({
  lang: 'fr',
  enclosure: { file: { is: 'synthesis' }, title: 'Synthèse' },
  make: async () =>
    typeof made === 'string' ? made : { name: 'synthese.md', mime: 'text/markdown', data: made },
  unsent: ({ why }) => `pas de fichier : ${why}`,
});
const BYTES = new Uint8Array(10);

function platform(turns: readonly Turn[], over: Partial<ChatPort> = {}) {
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
  const words: string[] = [];
  const port: Pick<ChatPort, 'maxText' | 'maxFile' | 'post' | 'upload' | 'reconcile'> = {
    maxText: 100,
    maxFile: 100,
    post: async (_, message, key) =>
      call(() => {
        words.push(plain(message));
        return `ref ${posted.push(key)}`;
      }),
    upload: async (_, { title }, key) =>
      call(() => {
        words.push(`[${title}]`);
        posted.push(key);
      }),
    reconcile: async (_, key) => {
      looked.push(key);
      return call(() => (posted.includes(key) ? `ref ${posted.indexOf(key) + 1}` : null));
    },
    ...over,
  };
  const calls = { timed: <T>(made: Promise<T>) => made, hold: async () => {} };
  const attempt = (trace: Trace, message: Message, enclosed: Enclosed | null = null) =>
    tell(
      port as ChatPort,
      calls,
      PLACE,
      { does: 'post', thread: null, pin: false, message },
      trace,
      enclosed,
    );
  return { posted, looked, words, attempt };
}

/** As the host does it: what is known after an attempt is what the next one begins with. */
async function insist(
  { attempt }: ReturnType<typeof platform>,
  message: Message,
  enclosed: Enclosed | null = null,
) {
  let doubtful = false;
  const lookups: boolean[] = [];
  for (;;) {
    const trace: Trace = { key: 'k', doubtful, looking: false };
    try {
      return { ...(await attempt(trace, message, enclosed)), lookups };
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

  test('with a file whose answer was lost is looked for, and sends neither again', async () => {
    const there = platform(['done', 'lost after']);
    const { ref } = await insist(there, SHORT, file(BYTES));
    expect([there.posted, there.looked]).toEqual([
      ['k/0', 'k/file'],
      ['k/0', 'k/file'],
    ]);
    expect(ref).toBe('ref 1');
  });

  test('says in words why there is no file: nobody’s any more, too large, not taken, none in that chat', async () => {
    const refuses = async (): Promise<never> => {
      throw new ChatError('missing_scope', { transient: false });
    };
    const told = async (over: Partial<ChatPort>, enclosed: Enclosed) => {
      const there = platform([], over);
      await insist(there, SHORT, enclosed);
      expect(there.posted).toEqual(['k/0', 'k/file']);
      return there.words[1];
    };
    expect(await told({}, file('Ce fichier n’est plus pour vous.'))).toBe('Ce fichier n’est plus pour vous.');
    expect(await told({}, file(new Uint8Array(101)))).toBe('pas de fichier : too-large');
    expect(await told({ upload: refuses }, file(BYTES))).toBe('pas de fichier : not-taken');
    expect(await told({ upload: undefined as never }, file(BYTES))).toBe('pas de fichier : no-files');
  });

  test('makes no file where a message links to its own, nor for one that was posted already', async () => {
    const unmade: Enclosed = { ...file(BYTES), make: () => Promise.reject(new Error('was made')) };
    const linking = platform([], { filesByLink: true });
    await insist(linking, SHORT, unmade);
    expect(linking.posted).toEqual(['k/0']);
    const there = platform([]);
    await insist(there, SHORT, file(BYTES));
    await there.attempt({ key: 'k', doubtful: true, looking: false }, SHORT, unmade);
    expect(there.posted).toEqual(['k/0', 'k/file']);
  });

  test('whatever fails, and whenever, has each part once and in order', async () => {
    const turn = fc.constantFrom<Turn>('done', 'untaken', 'lost before', 'lost after');
    await fc.assert(
      fc.asyncProperty(
        fc.array(turn, { maxLength: 40 }),
        fc.boolean(),
        fc.boolean(),
        async (turns, short, files) => {
          const there = platform(turns);
          const { ref } = await insist(there, short ? SHORT : MESSAGE, files ? file(BYTES) : null);
          const parts = short ? ['k/0'] : ['k/0', 'k/1', 'k/2'];
          expect(there.posted).toEqual(files ? [...parts, 'k/file'] : parts);
          expect(ref).toBe(`ref ${parts.length}`);
        },
      ),
      { numRuns: 500, seed: 4 },
    );
  });
});
