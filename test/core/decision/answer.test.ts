import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DecisionStatus, type Rules, STATUSES } from '../../../src/core/consultation/model.ts';
import { answerOf, debt, mayDecide } from '../../../src/core/decision/answer.ts';
import type { DecisionStep } from '../../../src/core/decision/model.ts';
import type { DecisionId, PersonId, ProposalId, WordsId } from '../../../src/core/ids.ts';

const BODIES = ['team', 'committee', 'council'];
const rules = {
  decisions: {
    bodies: BODIES.map((key) => ({ key, label: { fr: key } })),
    path: BODIES,
    pathByStatus: { 'outside-powers': ['team', 'committee'] },
  },
} as unknown as Rules;

const proposal = { id: 'p1' as ProposalId, number: 1, state: 'submitted' as const };
const step = (body: string, status: DecisionStatus, at = 0): DecisionStep => ({
  id: `${body}-${at}` as DecisionId,
  proposalId: proposal.id,
  body,
  status,
  reason: 'w' as WordsId,
  decidedOn: '2015-10-23',
  recordedBy: 'p' as PersonId,
  recordedAt: at,
  reopens: false,
});

describe('an answer in steps', () => {
  test('nothing said, then awaiting each body in turn, then decided', () => {
    const steps = BODIES.map((body, at) => step(body, 'adopted', at));
    expect(answerOf([], rules)).toEqual({ state: 'undecided' });
    expect(answerOf(steps.slice(0, 1), rules)).toMatchObject({ state: 'awaiting', body: 'committee' });
    expect(answerOf(steps.slice(0, 2), rules)).toMatchObject({ state: 'awaiting', body: 'council' });
    expect(answerOf(steps, rules)).toEqual({ state: 'decided', step: steps[2] });
  });

  test('what is outside their powers needs no vote of the Council', () => {
    const steps = [step('team', 'outside-powers'), step('committee', 'outside-powers', 1)];
    expect(answerOf(steps, rules)).toEqual({ state: 'decided', step: steps[1] });
    expect(mayDecide(proposal, steps, 'council', 'outside-powers', rules)?.code).toBe('body-not-on-path');
  });

  test('the Council does not speak before the Comité, nor the Comité after the Council', () => {
    const team = [step('team', 'adopted')];
    expect(mayDecide(proposal, team, 'council', 'adopted', rules)).toMatchObject({
      code: 'body-before-missing',
      details: { proposal: 'P-0001', body: 'committee' },
    });
    const all = BODIES.map((body, at) => step(body, 'adopted', at));
    expect(mayDecide(proposal, all, 'committee', 'adopted', rules)?.code).toBe('already-decided-by');
  });

  test('only what is in force is decided', () => {
    for (const state of ['merged', 'withdrawn', 'erased'] as const)
      expect(mayDecide({ number: 1, state }, [], 'team', 'adopted', rules)?.code).toBe('not-in-force');
  });

  test('the Council may overrule what the committee passed on, even as outside their powers', () => {
    const before = [step('team', 'adopted', 0), step('committee', 'adopted', 1)];
    for (const status of ['not-adopted', 'outside-powers'] as const) {
      expect(mayDecide(proposal, before, 'council', status, rules)).toBeNull();
      const overruled = step('council', status, 2);
      expect(answerOf([...before, overruled], rules)).toEqual({ state: 'decided', step: overruled });
    }
  });

  test('however bodies try, an answer is never decided before the last body of its path has spoken', () => {
    const tries = fc.array(fc.tuple(fc.constantFrom(...BODIES), fc.constantFrom(...STATUSES)), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(tries, (attempts) => {
        const steps: DecisionStep[] = [];
        for (const [body, status] of attempts) {
          if (mayDecide(proposal, steps, body, status, rules) === null)
            steps.push(step(body, status, steps.length));
          const answer = answerOf(steps, rules);
          if (answer.state !== 'decided') continue;
          const path = rules.decisions.pathByStatus[answer.step.status] ?? rules.decisions.path;
          const spoken = steps.map((one) => one.body);
          // The last of its path, or the one its answer awaited, which may overrule.
          expect([path.at(-1), rules.decisions.path.at(-1)]).toContain(answer.step.body);
          expect(path.every((one) => spoken.includes(one))).toBe(true);
        }
      }),
    );
  });
});

describe('what is owed before anything goes back', () => {
  test('each proposal in force is undecided, awaiting, or neither: never both', () => {
    const states = fc.constantFrom('submitted' as const, 'merged' as const, 'withdrawn' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(states, fc.nat({ max: 3 })), { maxLength: 20 }), (given) => {
        const proposals = given.map(([state], index) => ({
          id: `p${index}` as ProposalId,
          number: index,
          state,
        }));
        const steps = given.flatMap(([, spoken], index) =>
          BODIES.slice(0, spoken).map((body, at) => ({
            ...step(body, 'adopted', at),
            proposalId: `p${index}` as ProposalId,
          })),
        );
        const owed = debt(proposals, steps, rules);
        const expected = (spoken: (count: number) => boolean) =>
          given.flatMap(([state, count], index) =>
            state === 'submitted' && spoken(count) ? [`P-${String(index).padStart(4, '0')}`] : [],
          );
        expect(owed.undecided).toEqual(expected((count) => count === 0));
        expect(owed.awaiting).toEqual(expected((count) => count === 1 || count === 2));
      }),
    );
  });
});
