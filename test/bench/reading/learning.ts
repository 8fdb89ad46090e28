/** What the answer that follows a correction waits for at most: learning again from all that people said so far. */
import { createLearner } from '../../../src/analysis/learning/learner.ts';
import { createLexicon } from '../../../src/analysis/terms.ts';
import { createThread } from '../../../src/analysis/thread.ts';
import { type Token, tokenize } from '../../../src/analysis/tokens.ts';
import { madeUpTexts } from './texts.ts';

const CLASSES = ['1', '2', '3', '4', '5'];
const GOAL = 300;
/** ms between two looks at the clock. */
const EVERY = 2;

export async function benchLearning(): Promise<void> {
  const texts = madeUpTexts(2_000, 17).map((words) => tokenize(words.join(' ')));
  const lexicon = createLexicon('fr');
  for (const examples of [500, 2_000]) {
    const learner = createLearner(
      CLASSES.map((key) => ({ key, texts: [`axe ${key}`] })),
      lexicon,
    );
    texts.slice(0, examples).forEach((tokens, k) => {
      learner.learn(String(k), tokens, CLASSES[(k * 7) % CLASSES.length]!);
    });
    let since = performance.now();
    learner.scores(texts[0]!);
    const first = performance.now() - since;
    since = performance.now();
    learner.sharpness();
    const calibrated = performance.now() - since;
    learner.learn('one more', texts[1]!, '2');
    since = performance.now();
    learner.scores(texts[0]!);
    console.log(
      `learning from ${examples} texts of chance, the hardest there are: ${first.toFixed(0)} ms, calibrating ${calibrated.toFixed(0)} ms more now and then; after one more correction ${(performance.now() - since).toFixed(0)} ms (goal: receipts within ${GOAL} ms)`,
    );
  }
  await benchApart(texts);
}

/** The longest that this thread is held up while another one learns, and learns again after a correction. */
async function benchApart(texts: readonly Token[][]): Promise<void> {
  const thread = createThread();
  const learner = createLearner(
    CLASSES.map((key) => ({ key, texts: [`axe ${key}`] })),
    createLexicon('fr'),
    { study: (...given) => thread.run('study', ...given) },
  );
  texts.forEach((tokens, k) => {
    learner.learn(String(k), tokens, CLASSES[(k * 7) % CLASSES.length]!);
  });
  const held: number[] = [];
  for (const correction of ['first', 'second']) {
    let since = performance.now();
    let longest = 0;
    const look = setInterval(() => {
      longest = Math.max(longest, performance.now() - since - EVERY);
      since = performance.now();
    }, EVERY);
    learner.learn(correction, texts[0]!, '2');
    learner.scores(texts[1]!);
    await learner.settled();
    clearInterval(look);
    held.push(longest);
  }
  await thread.close();
  console.log(
    `the same ${texts.length} learnt by a thread of its own: this one is held up ${held[0]!.toFixed(0)} ms at most when it starts, ${held[1]!.toFixed(0)} ms after one more correction`,
  );
}
