import { afterEach, describe, expect, test } from 'vitest';
import { createLearner } from '../../src/analysis/learning/learner.ts';
import type { Study } from '../../src/analysis/learning/study.ts';
import { createLexicon } from '../../src/analysis/terms.ts';
import { groupProposals } from '../../src/analysis/themes.ts';
import { type AnalysisThread, createThread } from '../../src/analysis/thread.ts';
import { tokenize } from '../../src/analysis/tokens.ts';
import type { ProposalId } from '../../src/core/ids.ts';
import type { GroupingInput } from '../../src/core/synthesis/model.ts';
import { ess } from './consultations.ts';

const { themes } = ess.axes[0]!;
const WORDS =
  'trésorerie local comptable vélo marché clause formation atelier banque garantie achat réseau'.split(' ');
const texts = (count: number): GroupingInput[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `id-${n}` as ProposalId,
    text: [1, 5, 7].map((step) => `un ${WORDS[(n * step) % WORDS.length]} numéro${n % 97}`).join(' '),
    theme: null,
    partnerId: null,
    quotable: true,
  }));

/** A thread that dies of the text "meurs", and says how often a thread was started. */
const mortal = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', ({ id, given: [inputs] }) => {
      if (inputs[0]?.text === 'meurs') throw new Error('out of breath');
      if (inputs[0]?.text === 'refuse') parentPort.postMessage({ id, error: 'no such word' });
      else parentPort.postMessage({ id, result: { groups: [{ label: String(threadId), words: [], members: [] }] } });
    });
  `)}`,
);
const one = (text: string): GroupingInput[] => [{ ...texts(1)[0]!, text }];

let thread: AnalysisThread;
afterEach(() => thread.close());

describe('long work in a thread of its own', () => {
  test('gives what the same work here gives, request by request', async () => {
    thread = createThread();
    const [few, many] = [texts(12), texts(300)];
    const found = await Promise.all([
      thread.run('group', many, 'fr', themes),
      thread.run('group', few, 'en', themes),
      thread.run('group', [], 'fr', []),
    ]);
    expect(found).toEqual([
      groupProposals(many, 'fr', themes),
      groupProposals(few, 'en', themes),
      { groups: [], near: new Map() },
    ]);
  });

  test('learns as it would here', async () => {
    thread = createThread();
    const given = [
      ['la caisse', 'argent'],
      ['la pointeuse', 'gens'],
    ] as const;
    const learner = (study?: Study) => {
      const made = createLearner(
        given.map(([text, key]) => ({ key, texts: [text] })),
        createLexicon('fr'),
        { study: study ?? null },
      );
      for (let n = 0; n < 260; n++) {
        const [text, key] = given[n % 2]!;
        made.learn(`${n}`, tokenize(`${text} ${n % 11} du guichet`), key);
      }
      return made;
    };
    const away = learner((...lesson) => thread.run('study', ...lesson));
    await away.settled();
    const text = tokenize('la caisse du guichet');
    expect(away.scores(text)).toEqual(learner().scores(text));
    expect(away.sharpness()).toBe(learner().sharpness());
  });

  test('this thread goes on meanwhile: what it has to do comes before the groups', async () => {
    thread = createThread();
    await thread.run('group', texts(10), 'fr', themes);
    const order: string[] = [];
    const grouped = thread.run('group', texts(5_000), 'fr', themes).then(() => order.push('grouped'));
    for (let turn = 1; turn <= 3; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`turn ${turn}`);
    }
    await grouped;
    expect(order).toEqual(['turn 1', 'turn 2', 'turn 3', 'grouped']);
  });

  test('what the thread cannot group is an error here; the thread stays', async () => {
    thread = createThread(mortal);
    const [before] = (await thread.run('group', one('avant'), 'fr', [])).groups;
    await expect(thread.run('group', one('refuse'), 'fr', [])).rejects.toThrow('no such word');
    expect((await thread.run('group', one('après'), 'fr', [])).groups).toEqual([before]);
  });

  test('a thread that dies fails what waited for it, to be tried again, and another is started', async () => {
    thread = createThread(mortal);
    const [before] = (await thread.run('group', one('avant'), 'fr', [])).groups;
    const lost = [
      thread.run('group', one('meurs'), 'fr', []),
      thread.run('group', one('trop tard'), 'fr', []),
    ];
    for (const rejected of lost)
      await expect(rejected).rejects.toMatchObject({
        message: 'the analysis thread died: out of breath',
        transient: true,
      });
    const [after] = (await thread.run('group', one('après'), 'fr', [])).groups;
    expect(after).not.toEqual(before);
  });

  test('closed, it gives up what it was at, and starts again when asked', async () => {
    thread = createThread();
    const given = thread.run('group', texts(5_000), 'fr', themes);
    await Promise.all([expect(given).rejects.toMatchObject({ transient: true }), thread.close()]);
    expect((await thread.run('group', [], 'fr', [])).groups).toEqual([]);
  });
});
