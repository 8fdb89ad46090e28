import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grandDebat } from '../analysis/consultations.ts';
import { evaluate } from './grand-debat.ts';
import { loadSet } from './tagging/sets.ts';

const data = process.env.TOUR_EVAL_DATA ?? join(import.meta.dirname, '../../../shared/data');

describe('the evaluation of the cold start', () => {
  const said = (text: string, label: string) => ({ text, label });

  test('counts what was right, beside what always saying the most frequent theme would give', () => {
    const found = evaluate(grandDebat, [
      said('Reconnaître le vote blanc', 'Démocratie et citoyenneté'),
      said('Tirer au sort des citoyens', 'Démocratie et citoyenneté'),
      said('Taxer le kérosène des avions', 'Transition écologique'),
      said('xyzzy', 'Transition écologique'),
    ]);
    expect(found).toMatchObject({ texts: 4, right: 0.75, majority: 0.5, silent: 0.25 });
  });

  test('a label the consultation doesn’t have is an error that names it', () => {
    expect(() => evaluate(grandDebat, [said('x', 'Sport')])).toThrow(/Sport/u);
  });

  test('missing data is no data', async () =>
    expect(await loadSet('/nowhere', 'mel-grand-debat-comments')).toBeNull());

  test.skipIf(!existsSync(data))(
    'on real comments, it does better than the most frequent theme',
    async () => {
      const split = (await loadSet(data, 'mel-grand-debat-comments'))!;
      const { right, majority, texts } = evaluate(grandDebat, split.train);
      expect(texts).toBeGreaterThan(500);
      expect(right).toBeGreaterThan(majority + 0.27);
    },
  );
});
