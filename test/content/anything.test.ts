import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { format } from '../../src/content/problem.ts';
import { filesOf, problemsOf } from './files.ts';

const files = filesOf('windhaven');
const names = Object.keys(files);

/** Replaces the value at the end of a walk through `root` that `steps` chooses. */
function spoil(root: unknown, steps: readonly number[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof root !== 'object' || root === null) return value;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(root) ? [...root] : { ...root };
  const keys = Object.keys(copy);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const holder = copy as Record<string, unknown>;
  holder[key] = spoil(holder[key], rest, value);
  return copy;
}

test('whatever a file holds, every problem has a place in it and a sentence', () => {
  const steps = fc.array(fc.nat(40), { maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...names), steps, fc.jsonValue({ maxDepth: 2 }), (name, path, value) => {
      const spoilt = JSON.stringify(spoil(parseDocument(files[name]!).toJS(), path, value), null, 1);
      for (const problem of problemsOf({ ...files, [name]: spoilt })) {
        const lines = (problem.file === name ? spoilt : (files[problem.file] ?? '')).split('\n');
        expect(problem.line).toBeLessThanOrEqual(lines.length);
        expect(problem.column).toBeLessThanOrEqual((lines[problem.line - 1] ?? '').length + 1);
        expect(format(problem)).toContain(`${problem.file}:${problem.line}:${problem.column}  `);
      }
    }),
    { numRuns: 150 },
  );
});

test('whatever the text, reading answers with problems and never throws', () => {
  const cut = fc.tuple(
    fc.constantFrom(...names),
    fc.nat(6000),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  fc.assert(
    fc.property(cut, ([name, at, junk]) => {
      const text = files[name]!;
      const spoilt = text.slice(0, at % text.length) + junk + text.slice((at % text.length) + 3);
      for (const problem of problemsOf({ ...files, [name]: spoilt })) expect(format(problem)).not.toBe('');
    }),
    { numRuns: 150 },
  );
});

test('names every object has are keys like others', () => {
  for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const spoilt = `${files['plan.yaml']}${key}: 1\n`;
    expect(problemsOf({ ...files, 'plan.yaml': spoilt })).toMatchObject([
      { code: 'unknown-key', line: spoilt.split('\n').length - 1, column: 1 },
    ]);
  }
});
