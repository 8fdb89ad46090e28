/** How often the nearest action is what a text speaks of: arguments beside the proposals they were written under. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { echoesOf } from '../../src/analysis/echoes.ts';
import { sequence } from '../../src/analysis/sequence.ts';

const OPINIONS = 'republique-numerique.jsonl';
const ARGUMENTS = 'republique-numerique-arguments.jsonl';
/** Proposals that make a plan, and plans that are drawn. */
const ACTIONS = 40;
const PLANS = 12;
/** Shorter ones ("Tout à fait d'accord") speak of nothing. */
const SHORTEST = 60;

interface Opinion {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}
interface Argument {
  readonly opinion: string;
  readonly text: string;
}
/** A text beside a plan: how alike the nearest action is, whether it is the right one, and whether the plan has that one. */
export interface Judged {
  readonly likeness: number;
  readonly right: boolean;
  readonly planned: boolean;
}

const rowsOf = <Row>(file: string): Row[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

function drawn<Row>(rows: readonly Row[], most: number, random: () => number): Row[] {
  return rows
    .map((row) => ({ row, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ row }) => row);
}

/** Half of the texts speak of an action of the plan they are set beside, half of none. */
export function judge(
  opinions: readonly Opinion[],
  said: ReadonlyMap<string, readonly Argument[]>,
): Judged[] {
  const random = sequence(7);
  return Array.from({ length: PLANS }).flatMap(() => {
    const both = drawn(
      opinions.filter(({ id }) => said.has(id)),
      2 * ACTIONS,
      random,
    );
    const planned = new Set(both.slice(0, both.length / 2).map(({ id }) => id));
    const texts = both.flatMap(({ id }) => drawn(said.get(id)!, 3, random));
    const found = echoesOf(
      texts,
      both.filter(({ id }) => planned.has(id)).map(({ id, title, text }) => ({ key: id, title, rest: text })),
      'fr',
      0,
    );
    return texts.map(({ opinion }, k) => ({
      likeness: found[k]![0]?.likeness ?? 0,
      right: found[k]![0]?.action === opinion,
      planned: planned.has(opinion),
    }));
  });
}

/** Confidence that the nearest is right, 1 / (1 + exp(-(a + b · likeness))): what fits best, by gradient. */
export function fitted(judged: readonly Judged[]): { readonly a: number; readonly b: number } {
  let [a, b] = [0, 0];
  for (let round = 0; round < 20_000; round++) {
    let [da, db] = [0, 0];
    for (const { likeness, right } of judged) {
      const off = (right ? 1 : 0) - 1 / (1 + Math.exp(-(a + b * likeness)));
      da += off;
      db += off * likeness;
    }
    a += (2 * da) / judged.length;
    b += (20 * db) / judged.length;
  }
  return { a, b };
}

const figure = (value: number): string => value.toFixed(3).replace(/^0/u, '');

function shown(judged: readonly Judged[], from: number): Record<string, string | number> {
  const told = judged.filter(({ likeness }) => likeness >= from);
  const right = told.filter((one) => one.right).length;
  const planned = judged.filter((one) => one.planned).length;
  return {
    from: figure(from),
    texts: judged.length,
    'echo told': told.length,
    right: figure(right / Math.max(1, told.length)),
    'of those there are': figure(right / planned),
    'rightly nothing': figure(
      judged.filter((one) => !one.planned && one.likeness < from).length / (judged.length - planned),
    ),
  };
}

export function echoes(data: string): void {
  const files = [OPINIONS, ARGUMENTS, 'splits/republique-numerique.json'].map((file) => join(data, file));
  if (!files.every((file) => existsSync(file))) {
    console.log(`  not run: no ${OPINIONS} with its arguments and split in ${data}`);
    return;
  }
  const opinions = rowsOf<Opinion>(files[0]!);
  const long = rowsOf<Argument>(files[1]!).filter(({ text }) => text.length >= SHORTEST);
  const said = Map.groupBy(long, ({ opinion }) => opinion);
  const test = new Set((JSON.parse(readFileSync(files[2]!, 'utf8')) as { test_ids: string[] }).test_ids);
  const parts = [false, true].map((inTest) =>
    judge(
      opinions.filter(({ id }) => test.has(id) === inTest),
      said,
    ),
  );
  const { a, b } = fitted(parts[0]!);
  console.log(
    `Echoes of a plan of ${ACTIONS} actions: confidence fitted on the training part, 1 / (1 + exp(-(${a.toFixed(2)} + ${b.toFixed(1)} x))), even at ${figure(-a / b)}`,
  );
  console.table(
    [0.08, 0.12, -a / b].flatMap((from) => [
      { part: 'training', ...shown(parts[0]!, from) },
      { part: 'test', ...shown(parts[1]!, from) },
    ]),
  );
}
