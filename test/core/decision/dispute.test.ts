import { describe, expect, test } from 'vitest';
import type { Rules } from '../../../src/core/consultation/model.ts';
import { answerOf, decidedStep, mayDecide, owedBy } from '../../../src/core/decision/answer.ts';
import { countdown } from '../../../src/core/decision/countdown.ts';
import {
  type Dispute,
  decidersOf,
  disputable,
  mayReply,
  reminderDue,
  replyDue,
  secondReader,
} from '../../../src/core/decision/dispute.ts';
import type { DecisionStep } from '../../../src/core/decision/model.ts';
import type { DecisionId, PersonId, ProposalId, WordsId } from '../../../src/core/ids.ts';

const [ANNE, BASILE, CHLOE] = ['a', 'b', 'c'] as unknown as readonly [PersonId, PersonId, PersonId];
const rules = {
  decisions: {
    bodies: [
      { key: 'team', label: { fr: 'team' } },
      { key: 'council', label: { fr: 'council' } },
    ],
    path: ['team', 'council'],
    pathByStatus: { 'under-way': ['team'] },
  },
} as unknown as Rules;
const at = (iso: string) => Date.parse(iso);

const step = (body: string, over: Partial<DecisionStep> = {}): DecisionStep => ({
  id: `${body}-${over.recordedAt ?? 0}` as DecisionId,
  proposalId: 'p1' as ProposalId,
  body,
  status: 'not-adopted',
  reason: 'w' as WordsId,
  decidedOn: '2015-10-23',
  recordedBy: ANNE,
  recordedAt: 0,
  reopens: false,
  ...over,
});

const dispute = (over: Partial<Dispute> = {}): Dispute => ({
  id: 'd1',
  number: 1,
  proposalId: 'p1' as ProposalId,
  partnerId: 'x' as Dispute['partnerId'],
  stepId: 's1' as DecisionId,
  said: [{ words: 'w' as WordsId, start: 0 }],
  readerId: BASILE,
  raisedAt: at('2015-11-02T09:00:00Z'),
  dueAt: at('2015-11-23T22:59:59Z'),
  remindedAt: null,
  outcome: null,
  reason: null,
  answeredBy: null,
  answeredAt: null,
  ...over,
});

describe('who reads a disputed answer again', () => {
  test('never somebody who had a hand in it; the one with the fewest to read', () => {
    const deciders = decidersOf([step('team'), step('council')]);
    expect(secondReader([ANNE, BASILE, CHLOE], deciders, [dispute()])).toBe(CHLOE);
    expect(secondReader([ANNE, BASILE], deciders, [dispute(), dispute()])).toBe(BASILE);
  });

  test('nobody, when all of them decided', () => {
    expect(secondReader([ANNE], decidersOf([step('team')]), [])).toBeNull();
    expect(secondReader([], new Set(), [])).toBeNull();
  });

  test('a decider does not reply, nor does anybody twice', () => {
    const deciders = decidersOf([step('team')]);
    expect(mayReply(dispute(), ANNE, deciders)?.code).toBe('dispute-own-decision');
    expect(mayReply(dispute(), BASILE, deciders)).toBeNull();
    expect(mayReply(dispute({ outcome: 'upheld' }), BASILE, deciders)?.code).toBe('dispute-answered');
  });

  test('more words go to the dispute under way; an answer upheld once is not disputed again, a new one may be', () => {
    const told = 's1' as DecisionId;
    expect(disputable([], told)).toBe('new');
    expect(disputable([dispute()], told)).toEqual({ adds: 'd1' });
    expect(disputable([dispute({ outcome: 'upheld' })], told)).toMatchObject({ code: 'dispute-settled' });
    expect(disputable([dispute({ outcome: 'upheld' })], 's2' as DecisionId)).toBe('new');
    expect(disputable([dispute({ outcome: 'changed' })], told)).toBe('new');
  });
});

describe('in time', () => {
  test('the reply is due at the end of a local day, also across the change to winter time', () => {
    const due = replyDue(at('2015-10-20T10:00:00Z'), { disputes: { days: 7 } }, 'Europe/Paris');
    expect(new Date(due).toISOString()).toBe('2015-10-27T22:59:59.000Z');
  });

  test('one reminder three days ahead, one once it is late, no more', () => {
    expect(reminderDue(dispute(), at('2015-11-20T08:00:00Z'))).toBeNull();
    const ahead = at('2015-11-21T08:00:00Z');
    expect(reminderDue(dispute(), ahead)).toBe('soon');
    expect(reminderDue(dispute({ remindedAt: ahead }), ahead + 1)).toBeNull();
    const late = at('2015-11-24T08:00:00Z');
    expect(reminderDue(dispute({ remindedAt: ahead }), late)).toBe('late');
    expect(reminderDue(dispute({ remindedAt: late }), late + 1)).toBeNull();
    expect(reminderDue(dispute({ outcome: 'upheld' }), late)).toBeNull();
    expect(reminderDue(dispute({ readerId: null }), late)).toBeNull();
  });

  test('C5: two months for the restitution, three more for the decisions, on the calendar', () => {
    const given = countdown(at('2014-12-31T12:00:00Z'), at('2015-02-27T12:00:00Z'), 'Europe/Paris');
    expect(given).toEqual({
      closed: '2014-12-31',
      restitution: { due: '2015-02-28', days: 1 },
      decisions: { due: '2015-05-31', days: 93 },
    });
    expect(countdown(at('2014-12-31T12:00:00Z'), at('2015-03-02T12:00:00Z'), 'Europe/Paris')).toMatchObject({
      restitution: { days: -2 },
    });
  });
});

describe('an answer taken up again', () => {
  const decided = [step('team', { recordedAt: 1 }), step('council', { recordedAt: 2 })];
  const again = step('team', { status: 'adopted', recordedAt: 3, reopens: true, recordedBy: BASILE });

  test('the former one stands until the new one is decided; who owes it is said', () => {
    const steps = [...decided, again];
    expect(answerOf(steps, rules)).toMatchObject({ state: 'awaiting', body: 'council' });
    expect(decidedStep(steps, rules)).toBe(decided[1]);
    const proposal = { id: 'p1' as ProposalId, number: 1, state: 'submitted' as const, submittedAt: 7 };
    expect(owedBy([proposal], steps, rules)).toEqual([
      { body: 'council', proposals: [{ ref: 'P-0001', since: 7 }] },
    ]);
  });

  test('the Council, which had spoken, speaks anew, and then its new answer stands', () => {
    const proposal = { number: 1, state: 'submitted' as const };
    expect(mayDecide(proposal, decided, 'team', 'adopted', rules)?.code).toBe('already-decided-by');
    const steps = [...decided, again];
    expect(mayDecide(proposal, steps, 'council', 'adopted', rules)).toBeNull();
    const last = step('council', { status: 'adopted', recordedAt: 4 });
    expect(decidedStep([...steps, last], rules)).toBe(last);
    expect(decidedStep([], rules)).toBeNull();
    expect(decidedStep([step('team')], rules)).toBeNull();
  });
});
