import { fileURLToPath } from 'node:url';
import { loadFolder } from '../../src/content/load-folder.ts';
import { duplicates } from './duplicates.ts';
import { echoes } from './echoes.ts';
import { type Evaluation, evaluate } from './grand-debat.ts';
import { opinions } from './opinions.ts';
import { choose } from './tagging/choose.ts';
import { loadSet } from './tagging/sets.ts';
import { tagging } from './tagging/tables.ts';
import { themes } from './themes.ts';

const given = process.argv.slice(2);
/** Where the labelled texts lie: the first argument, else the setting, else beside the project. */
const data = given.find((one) => !one.startsWith('--')) ?? process.env.TOUR_EVAL_DATA ?? '../shared/data';
if (given.includes('--choose')) {
  await choose(data);
  process.exit();
}

const figure = (value: number): string => value.toFixed(3);

function row(part: string, found: Evaluation): Record<string, string | number> {
  return {
    part,
    texts: found.texts,
    right: figure(found.right),
    majority: figure(found.majority),
    'macro-F1': figure(found.macroF1),
    'nothing said': figure(found.silent),
    'right, as read': figure(found.asRead),
  };
}

console.log('Themes of the Grand Débat comments, cold start (no example, no prompt)');
const folder = fileURLToPath(new URL('../fixtures/consultations/grand-debat', import.meta.url));
const loaded = await loadFolder(folder);
if (!loaded.ok) throw new Error(`the consultation in ${folder} does not load`);
const grandDebat = loaded.consultation;
const split = await loadSet(data, 'mel-grand-debat-comments');
if (split === null) {
  console.log(`  not run: no mel-grand-debat-comments.jsonl with its split in ${data}`);
} else {
  const test = evaluate(grandDebat, split.test);
  console.table([row('training (tuned on)', evaluate(grandDebat, split.train)), row('test', test)]);
  console.log('How sure it said it was on the test part, and how often it was right');
  console.table(
    test.calibration.map(({ texts, said, right }) => ({ texts, said: figure(said), right: figure(right) })),
  );
}

duplicates(data);
opinions(data);
themes(data);
echoes(data);
await tagging(data);
