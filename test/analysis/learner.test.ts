import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLearner, type Learner } from '../../src/analysis/learning/learner.ts';
import { createLexicon } from '../../src/analysis/terms.ts';
import { tokenize } from '../../src/analysis/tokens.ts';

const CLASSES = [
  { key: 'argent', texts: ['Financement', 'prêt', 'subvention'] },
  { key: 'gens', texts: ['Emploi', 'salarié', 'recrutement'] },
];
const made = (most?: number): Learner => createLearner(CLASSES, createLexicon('fr'), most);
const learn = (learner: Learner, id: string, text: string, key: string): void =>
  learner.learn(id, tokenize(text), key);
const best = (learner: Learner, text: string): string => {
  const [argent, gens] = learner.scores(tokenize(text)) as [number, number];
  return argent > gens ? 'argent' : 'gens';
};

describe('a learner', () => {
  test('knows its classes by what describes them, before any example', () => {
    expect(best(made(), 'des prêts et des subventions')).toBe('argent');
    expect(best(made(), 'recruter des salariées')).toBe('gens');
  });

  test('believes an example at once, in other forms of its words too', () => {
    const learner = made();
    learn(learner, 'a', 'la pointeuse du vestiaire', 'gens');
    expect(best(learner, 'deux pointeuses neuves')).toBe('gens');
    learn(learner, 'b', 'la tirelire du comptoir', 'argent');
    expect(best(learner, 'une tirelire')).toBe('argent');
  });

  test('the same id again replaces what was said, and what is forgotten counts no more', () => {
    const learner = made();
    learn(learner, 'a', 'la pointeuse', 'gens');
    learn(learner, 'a', 'la pointeuse', 'argent');
    expect(learner.examples).toBe(1);
    expect(best(learner, 'la pointeuse')).toBe('argent');
    const asBefore = made().scores(tokenize('la pointeuse'));
    learner.forget('a');
    expect(learner.scores(tokenize('la pointeuse'))).toEqual(asBefore);
  });

  test('a class it was not given teaches nothing', () => {
    const learner = made();
    learn(learner, 'a', 'la pointeuse', 'ailleurs');
    expect(learner.examples).toBe(0);
  });

  test('says which words carried a class, as they were written, strongest first', () => {
    const learner = made();
    learn(learner, 'a', 'la pointeuse du vestiaire', 'gens');
    learn(learner, 'b', 'la pointeuse en panne', 'gens');
    const text = 'Une POINTEUSE et un prêt';
    const words = learner.reasons(tokenize(text), 'gens', 4);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['POINTEUSE']);
    expect(learner.reasons(tokenize('rien de tout cela'), 'gens', 4)).toEqual([]);
  });

  test('with more examples than it takes, the small class keeps its own', () => {
    const learner = made(6);
    learn(learner, 'rare', 'la pointeuse', 'gens');
    for (let n = 0; n < 50; n++) learn(learner, `n${n}`, `la caisse ${n}`, 'argent');
    expect(best(learner, 'la pointeuse')).toBe('gens');
    expect(best(learner, 'la caisse')).toBe('argent');
  });

  test('calibrates itself once enough was said: surer where examples agree than where they don’t', () => {
    const agreeing = made();
    const arguing = made();
    expect(agreeing.sharpness()).toBeNull();
    for (let n = 0; n < 80; n++) {
      const [word, key] = n % 2 === 0 ? ['caisse', 'argent'] : ['pointeuse', 'gens'];
      learn(agreeing, `${n}`, `la ${word} ${n % 7}`, key!);
      learn(arguing, `${n}`, `la ${word} ${n % 7}`, n % 5 < 2 ? 'argent' : 'gens');
    }
    expect(agreeing.sharpness()!).toBeGreaterThan(arguing.sharpness()!);
  });

  test('the same examples give the same scores, whatever the words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.boolean()), { maxLength: 8 }),
        fc.string(),
        (said, text) => {
          const scores = [made(), made()].map((learner) => {
            said.forEach(([words, inside], n) => {
              learn(learner, String(n), words, inside ? 'gens' : 'argent');
            });
            return learner.scores(tokenize(text));
          });
          expect(scores[0]).toEqual(scores[1]);
          expect(scores[0]!.every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});
