/** What the answer that follows a correction waits for at most: learning again from all that people said so far. */
import { createLearner } from '../../../src/analysis/learning/learner.ts';
import { createLexicon } from '../../../src/analysis/terms.ts';
import { tokenize } from '../../../src/analysis/tokens.ts';
import { madeUpTexts } from './texts.ts';

const CLASSES = ['1', '2', '3', '4', '5'];
const GOAL = 300;

export function benchLearning(): void {
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
}
