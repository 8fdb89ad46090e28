import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Prompt } from '../../../src/core/consultation/model.ts';
import type { ConsultationId, PartnerId, RoundId } from '../../../src/core/ids.ts';
import type { Participation } from '../../../src/core/participation/model.ts';
import {
  decline,
  mayAnswer,
  nextPrompt,
  start,
  take,
  takesPart,
} from '../../../src/core/participation/progress.ts';

const invited: Participation = {
  id: 'one',
  consultationId: 'c' as ConsultationId,
  roundId: 'r' as RoundId,
  partnerId: 'p' as PartnerId,
  state: 'invited',
  answered: [],
  passed: [],
  invitedAt: 1,
  reachedAt: null,
  consentedAt: null,
  endedAt: null,
};
const prompts: readonly Prompt[] = ['a', 'b', 'c', 'd'].map((key) => ({
  key,
  axis: null,
  text: { fr: key },
  hint: null,
}));
const how = fc.constantFrom('answered' as const, 'passed' as const);

describe('taking part', () => {
  test('given an invitation, when the person agrees, then they may answer, from that day', () => {
    const started = start(invited, 10);
    expect(started).toMatchObject({ state: 'started', consentedAt: 10, reachedAt: 10 });
    expect(mayAnswer(started)).toBeNull();
    expect(start(started, 20)).toEqual(started);
  });

  test('given no agreement, then no answer', () => {
    expect(mayAnswer(null)?.code).toBe('not-invited');
    expect(mayAnswer(invited)?.code).toBe('not-started');
    expect(mayAnswer(decline(start(invited, 10), 11))?.code).toBe('not-started');
  });

  test('given a refusal, when the person agrees after all, then they take part', () => {
    const back = start(decline(invited, 10), 20);
    expect(takesPart(back)).toBe(true);
    expect(back.endedAt).toBeNull();
  });

  test('given the end, when the person agrees again, then it stays the end', () => {
    const done = prompts.reduce((at, { key }) => take(at, prompts, key, 'passed', 30), start(invited, 10));
    expect(done).toMatchObject({ state: 'finished', endedAt: 30 });
    expect(start(done, 40)).toEqual(done);
  });
});

describe('prompts', () => {
  test('whatever each gets, they come once each, in order, and the last one ends it', () => {
    fc.assert(
      fc.property(fc.array(how, { minLength: prompts.length, maxLength: prompts.length }), (acts) => {
        let at = start(invited, 10);
        const asked: string[] = [];
        for (const act of acts) {
          const next = nextPrompt(prompts, at)!;
          expect(next).toMatchObject({ position: asked.length + 1, total: prompts.length });
          asked.push(next.prompt.key);
          at = take(at, prompts, next.prompt.key, act, 20);
          expect(at.state).toBe(asked.length === prompts.length ? 'finished' : 'started');
        }
        expect(asked).toEqual(['a', 'b', 'c', 'd']);
        expect(nextPrompt(prompts, at)).toBeNull();
      }),
    );
  });

  test('in any order and however often, none is both answered and passed, and none is forgotten', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), how), { maxLength: 20 });
    fc.assert(
      fc.property(moves, (taken) => {
        const at = taken.reduce((so, [key, act]) => take(so, prompts, key, act, 20), start(invited, 10));
        const keys = [...at.answered, ...at.passed];
        expect(keys.length).toBe(new Set(keys).size);
        expect(new Set(keys)).toEqual(new Set(taken.map(([key]) => key)));
        const ever = new Set(taken.filter(([, act]) => act === 'answered').map(([key]) => key));
        expect(new Set(at.answered)).toEqual(ever);
      }),
    );
  });

  test('an answer takes the place of a pass, never the other way round', () => {
    const passed = take(start(invited, 10), prompts, 'a', 'passed', 20);
    const answered = take(passed, prompts, 'a', 'answered', 30);
    expect(answered).toMatchObject({ answered: ['a'], passed: [] });
    expect(take(answered, prompts, 'a', 'passed', 40)).toEqual(answered);
  });
});
