import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AT_ONCE } from '../../src/analysis/learning/knowledge.ts';
import { createLearner, type Learner } from '../../src/analysis/learning/learner.ts';
import { study } from '../../src/analysis/learning/study.ts';
import { createLexicon } from '../../src/analysis/terms.ts';
import { tokenize } from '../../src/analysis/tokens.ts';

const CLASSES = [
  { key: 'argent', texts: ['Financement', 'prêt', 'subvention'] },
  { key: 'gens', texts: ['Emploi', 'salarié', 'recrutement'] },
];
const made = (most?: number): Learner =>
  createLearner(CLASSES, createLexicon('fr'), { ...(most === undefined ? {} : { most }) });
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

  describe('of more examples than it learns from while somebody waits', () => {
    /** Learns when it is told to. */
    function apart() {
      const asked: (() => Promise<void>)[] = [];
      const learner = createLearner(CLASSES, createLexicon('fr'), {
        study: (...given) =>
          new Promise((resolve) => {
            asked.push(async () => resolve(study(...given)));
          }),
      });
      return { learner, asked, goOn: () => asked.shift()!() };
    }
    const fill = (learner: Learner, from = 0): void => {
      for (let n = from; n < AT_ONCE + 40; n++)
        learn(learner, `${n}`, `${n % 2 === 0 ? 'la caisse' : 'le guichet'} ${n}`, 'argent');
    };

    test('nobody waits: what was learnt last answers, and one correction more counts at once', async () => {
      const { learner, asked, goOn } = apart();
      fill(learner);
      learn(learner, 'rare', 'la pointeuse', 'gens');
      expect(best(learner, 'la caisse')).toBe('argent');
      expect(asked).toHaveLength(1);
      await Promise.all([learner.settled(), goOn()]);
      const [before] = learner.scores(tokenize('la pointeuse et la caisse')) as [number];
      learn(learner, 'more', 'la pointeuse et la caisse', 'gens');
      const [after] = learner.scores(tokenize('la pointeuse et la caisse')) as [number];
      expect(after).toBeLessThan(before);
    });

    test('asks once for all that was said, however often it is looked at meanwhile, and again for what came since', async () => {
      const { learner, asked, goOn } = apart();
      fill(learner);
      for (let n = 0; n < 5; n++) learner.scores(tokenize('la caisse'));
      expect(asked).toHaveLength(1);
      learn(learner, 'since', 'la caisse des retraites', 'gens');
      const settled = learner.settled();
      await goOn();
      await expect.poll(() => asked.length).toBe(1);
      await goOn();
      await settled;
      learner.scores(tokenize('la caisse'));
      expect(asked).toHaveLength(0);
    });

    test('in the end it knows what it would have learnt here', async () => {
      const { learner, asked, goOn } = apart();
      const here = made();
      for (const one of [learner, here]) {
        fill(one);
        for (let n = 0; n < 40; n++) learn(one, `g${n}`, `la pointeuse ${n % 9}`, 'gens');
      }
      learner.scores(tokenize('la caisse'));
      for (const one of [learner, here]) one.forget('g3');
      const settled = learner.settled();
      while (asked.length > 0) {
        await goOn();
        await new Promise((resolve) => setImmediate(resolve));
      }
      await settled;
      expect(learner.scores(tokenize('la pointeuse'))).toEqual(here.scores(tokenize('la pointeuse')));
      expect(learner.sharpness()).toBe(here.sharpness());
    });

    test('what could not be learnt is asked again; what was known still answers', async () => {
      let fails = true;
      const learner = createLearner(CLASSES, createLexicon('fr'), {
        study: async (...given) => {
          if (fails) throw new Error('no thread');
          return study(...given);
        },
      });
      fill(learner);
      await expect(learner.settled()).rejects.toThrow('no thread');
      expect(best(learner, 'la caisse')).toBe('argent');
      await expect(learner.settled()).rejects.toThrow('no thread');
      fails = false;
      await learner.settled();
      expect(best(learner, 'le guichet')).toBe('argent');
    });
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
