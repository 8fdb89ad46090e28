/** Prints how well texts are tagged, beside baselines of the same run and what the project set itself to reach. */
import { type Worth, worthOf } from './measures.ts';
import { mostFrequent, naturalBayes, recognise, someOfEach } from './runs.ts';
import { type LabelledSet, loadSet, SETS, type SetName } from './sets.ts';

interface Goal {
  readonly trained: string;
  readonly top2: string;
}

const GOALS: Readonly<Record<SetName, Goal>> = {
  'mel-grand-debat-comments': { trained: '.90/.70', top2: '.97' },
  'vrai-debat-titles': { trained: '.68/.67', top2: '.83' },
  'paris-participatory-budget': { trained: '.65/.62', top2: '.80' },
  'grande-annotation': { trained: '.65/.52', top2: '' },
  'republique-numerique': { trained: '.45/.34', top2: '' },
};
const EXAMPLES = [0, 1, 2, 5, 10, 20, 50];
const DRAWS = 5;

const figure = (value: number): string => value.toFixed(3).replace(/^0/u, '');
const both = ({ accuracy, macroF1 }: Worth): string => `${figure(accuracy)}/${figure(macroF1)}`;

async function trainedRow(set: LabelledSet): Promise<Record<string, string | number>> {
  const run = recognise(set, set.train, set.test);
  const own = worthOf(run.guesses);
  const goal = GOALS[set.name as SetName];
  return {
    set: set.name,
    'train / test': `${set.train.length} / ${set.test.length}`,
    majority: both(worthOf(mostFrequent(set.train, set.test))),
    'natural Bayes': both(worthOf(await naturalBayes(set.train, set.test))),
    'this project': both(own),
    goal: goal.trained,
    'top 2': figure(own.top2),
    'goal ': goal.top2,
    'surest 80 %': figure(own.surest),
    'calibration error': figure(own.calibration),
    'learnt in s': run.learnt.toFixed(2),
    'texts a second': Math.round(run.pace),
  };
}

/** Accuracy with so many examples a class, mean of several draws. */
function fewRow(set: LabelledSet): Record<string, string> {
  const found = EXAMPLES.map((most) => {
    const draws = most === 0 ? 1 : DRAWS;
    const runs = Array.from({ length: draws }, (_, draw) =>
      worthOf(recognise(set, someOfEach(set.train, most, draw), set.test).guesses),
    );
    return [`${most}`, figure(runs.reduce((sum, { accuracy }) => sum + accuracy, 0) / draws)] as const;
  });
  return { set: set.name, ...Object.fromEntries(found.map(([most, value]) => [`${most} a class`, value])) };
}

export async function tagging(data: string): Promise<void> {
  const found = await Promise.all(SETS.map(async (name) => ({ name, set: await loadSet(data, name) })));
  for (const { name, set } of found)
    if (set === null) console.log(`  not run: no ${name}.jsonl with its split in ${data}`);
  const sets = found.flatMap(({ set }) => (set === null ? [] : [set]));
  if (sets.length === 0) return;
  console.log('Tagging, trained on the training part: accuracy/macro-F1 on the test part');
  const rows = [];
  for (const set of sets) rows.push(await trainedRow(set));
  console.table(rows);
  console.log(
    `Tagging with descriptions and few examples, accuracy on the test part, mean of ${DRAWS} draws`,
  );
  console.log('(goals: MEL .66 and Paris .53 without any, .77 and .60 with 20; never below what none gives)');
  console.table(sets.filter(({ described }) => described).map(fewRow));
}
