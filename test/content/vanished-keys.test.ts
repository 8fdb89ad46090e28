import { expect, test } from 'vitest';
import { format } from '../../src/content/problem.ts';
import { vanishedKeys } from '../../src/content/vanished-keys.ts';
import { consultationOf, filesOf, rewrite } from './files.ts';

const files = filesOf('windhaven');
const before = consultationOf(files);
const inUse = [
  { collection: 'theme', key: 'besparen' },
  { collection: 'territory', key: 'havenzicht' },
  { collection: 'prompt', key: 'verkenning/merkt' },
] as const;

test('given keys in use, when the content keeps them, nothing vanished', () => {
  expect(vanishedKeys(before, before, inUse)).toEqual([]);
});

test('given a theme in use, when it is renamed without saying so, the problem says how to say it', () => {
  const after = consultationOf(rewrite(files, 'consultation.yaml', 'key: besparen', 'key: besparing'));
  const problems = vanishedKeys(before, after, inUse);
  expect(problems.map((problem) => format(problem, 'en'))).toEqual([
    'consultation.yaml:1:1  theme: key in use that vanished; found: nothing; expected: "besparen", or "formerly: [besparen]" on what replaces it. Did you mean "besparing"?',
  ]);
});

test('given a theme in use, when its successor says formerly, nothing vanished', () => {
  const renamed = rewrite(
    files,
    'consultation.yaml',
    'key: besparen',
    'key: besparing\n        formerly: [besparen]',
  );
  expect(vanishedKeys(before, consultationOf(renamed), inUse)).toEqual([]);
});

test('given a territory and a prompt in use, when they vanish, each is a problem; unused keys may go', () => {
  let gone = rewrite(files, 'consultation.yaml', 'key: havenzicht', 'key: haven');
  gone = rewrite(gone, 'rounds/verkenning.yaml', 'key: merkt', 'key: merken');
  gone = rewrite(gone, 'consultation.yaml', 'key: wijken', 'key: buurten');
  const problems = vanishedKeys(before, consultationOf(gone), inUse);
  expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'territory vanished-key',
    'prompt vanished-key',
  ]);
});
