import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandLine, commandLine } from '../commands/shell.ts';
import { carry, commentsIn } from './real-texts.ts';

const data = process.env.TOUR_EVAL_DATA ?? join(import.meta.dirname, '../../../shared/data');
const comments = commentsIn(data);
if (comments === null) console.warn(`NOT RUN on real texts: no mel-grand-debat-comments.jsonl in ${data}.`);

describe('real texts, by the command line', () => {
  let line: CommandLine;
  beforeAll(async () => {
    line = await commandLine();
  });
  afterAll(() => line.close());

  test.skipIf(comments === null)('go through to a signed synthesis where C9 holds', async () => {
    const found = await carry(comments!, line);
    console.info(
      `${found.texts} texts, right themes ${found.right.toFixed(3)} (majority ${found.majority.toFixed(3)}, ${found.withoutAxis} without an axis), ${found.lines} lines; seconds: ${Object.entries(
        found.seconds,
      )
        .map(([step, took]) => `${step} ${took.toFixed(2)}`)
        .join(', ')}`,
    );
    expect(found.violations).toEqual([]);
    expect(found.texts).toBeGreaterThan(600);
    expect(found.right).toBeGreaterThan(found.majority + 0.27);
    // A reader gets a document, not a dump: the synthesis stays well under the texts it is made of.
    expect(found.files['synthesis.html']).toBeLessThan(500_000);
    expect(found.body).toBeLessThan(found.files['proposals.csv']! / 2);
    expect(found.body).toBeLessThan(found.files['synthesis.md']!);
  });
});
