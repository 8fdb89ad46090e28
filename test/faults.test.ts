/** Each fault has a story that plays it; one that is renamed or thrown away is missed here. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FAULTS, type Fault } from './faults.ts';

const ALL = 73;
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
/** Those that are a chat's own to show, too. */
const IN_SLACK = [
  ...range(1, 10),
  ...range(15, 23),
  ...range(25, 30),
  ...[45, ...range(50, 52), ...range(58, 62), 65],
];
const IN_MATRIX = [...range(10, 14), 18, ...range(24, 27), 46, 52];

/** What is told as a story in a file: its titles, `…` for what is put in while it runs. */
function titlesIn(source: string): Set<string> {
  const given =
    /(?<before>\b(?:test|it)(?:\.\w+)*\b|[\])])\(\s*(?<mark>['"`])(?<title>(?:\\.|(?!\k<mark>).)+)\k<mark>,\s*(?:async\b|\(|\{)/gsu;
  return new Set(
    [...source.matchAll(given)]
      .filter(({ groups }) => !/\.(?:skip|todo)$/u.test(groups!.before!))
      .map(({ groups }) => groups!.title!.replace(/\$\{[^}]*\}/gu, '…').replace(/\\(.)/gu, '$1')),
  );
}

const sources = new Map<string, { readonly source: string; readonly titles: ReadonlySet<string> }>();
function isTold(file: string, story: string): boolean {
  const path = join(import.meta.dirname, file);
  if (!existsSync(path)) return false;
  if (!sources.has(file)) {
    const source = readFileSync(path, 'utf8');
    sources.set(file, { source, titles: titlesIn(source) });
  }
  const { source, titles } = sources.get(file)!;
  const [, title, row] = /^(.*%.*) \[(.+)\]$/u.exec(story) ?? [null, story, null];
  return titles.has(title!) && (row === null || source.includes(`'${row}'`));
}
const storiesOf = ({ everywhere, slack, matrix }: Fault) =>
  [everywhere, slack, matrix].flatMap((stories) =>
    Object.entries(stories ?? {}).flatMap(([file, titles]) => titles.map((title) => ({ file, title }))),
  );
const lacking = (chat: 'slack' | 'matrix', numbers: readonly number[]) =>
  numbers.filter((number) => Object.keys(FAULTS[number - 1]?.[chat] ?? {}).length === 0);

test('all faults are there, in order, each with a story', () => {
  expect(FAULTS.map(({ number }) => number)).toEqual(range(1, ALL));
  expect(FAULTS.filter((fault) => storiesOf(fault).length === 0)).toEqual([]);
});

test('each story is told in the file that is named', () => {
  const missing = FAULTS.flatMap(({ number, ...fault }) =>
    storiesOf({ number, ...fault }).flatMap(({ file, title }) =>
      isTold(file, title) ? [] : [`${number}: ${file}: ${title}`],
    ),
  );
  expect(missing).toEqual([]);
});

test('what each chat has its own way to fail in is played there', () => {
  expect([lacking('slack', IN_SLACK), lacking('matrix', IN_MATRIX)]).toEqual([[], []]);
});

test('a story that is skipped, renamed or only mentioned is not told', () => {
  const source = `test('one', async () => {}); test.skip('two', () => {}); // 'three'
    test.each([['a']])('four %s', (_) => {}); test(\`five \${n}\`, { timeout: 1 }, () => {}); it("six’s", () => {});`;
  expect([...titlesIn(source)]).toEqual(['one', 'four %s', 'five …', 'six’s']);
});
