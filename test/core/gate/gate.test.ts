/** What keeps a phase from closing, and a report from leaving. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dispute } from '../../../src/core/decision/dispute.ts';
import {
  countOf,
  type Held,
  heldBy,
  onRecord,
  type Passage,
  passageOf,
} from '../../../src/core/gate/gate.ts';
import type { PersonId, Ref, WordsId } from '../../../src/core/ids.ts';

const NOW = 1_000;
const answers = (body: string, ...since: number[]) => ({
  body,
  proposals: since.map((at, index) => ({ ref: `P-000${index + 1}` as Ref, since: at })),
});
const dispute = (over: Partial<Dispute>): Dispute =>
  ({ number: 1, outcome: null, raisedAt: 1, dueAt: NOW - 1, ...over }) as Dispute;
const nothing: Held = { owed: [], adjustments: [], disputes: [] };

describe('given a gate', () => {
  test('when nothing is owed, then it is open', () => expect(heldBy(nothing, NOW)).toBeNull());

  test('when a contribution has no answer, then it is held, and says by whom', () =>
    expect(heldBy({ ...nothing, owed: [answers('comite', 5)] }, NOW)?.owed).toEqual([answers('comite', 5)]));

  test('when a reply to a dispute is still in its time, then it holds nothing; a day later it does', () => {
    const open = { ...nothing, disputes: [dispute({ dueAt: NOW })] };
    expect(heldBy(open, NOW)).toBeNull();
    expect(heldBy(open, NOW + 1)?.disputes).toHaveLength(1);
  });

  test('when the dispute has its reply, then it holds nothing', () =>
    expect(heldBy({ ...nothing, disputes: [dispute({ outcome: 'upheld' })] }, NOW)).toBeNull());

  test('when all of it came after the phase, then it is not the debt of that phase', () => {
    const later: Held = {
      owed: [answers('comite', 51, 60)],
      adjustments: [{ body: 'conseil', refs: ['A-1'], since: 51 }],
      disputes: [dispute({ raisedAt: 51 })],
    };
    expect(heldBy(later, NOW, 50)).toBeNull();
    expect(heldBy(later, NOW, 51)?.owed).toEqual([answers('comite', 51)]);
  });
});

test('given any debt, when it is kept on record, then the record counts it all, and holds references alone', () => {
  const body = fc.constantFrom('equipe', 'comite', 'conseil');
  const owed = fc.uniqueArray(
    fc.record({ body, since: fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 5 }) }),
    { selector: (one) => one.body, maxLength: 3 },
  );
  fc.assert(
    fc.property(owed, fc.integer({ min: 0, max: 2_000 }), (all, until) => {
      const held = heldBy(
        { ...nothing, owed: all.map((one) => answers(one.body, ...one.since)) },
        NOW,
        until,
      );
      const within = all.flatMap(({ since }) => since).filter((at) => at <= until).length;
      expect(held === null ? 0 : countOf(onRecord(held)).answers).toBe(within);
      expect(JSON.stringify(held === null ? {} : onRecord(held))).not.toContain('since');
    }),
  );
});

test('given a gate passed, taken back and passed again, then the last passage stands, of that gate alone', () => {
  const passage = (id: string, over: Partial<Passage> = {}): Passage => ({
    id,
    gate: 'phase',
    subject: 'comite',
    override: { debt: { answers: {}, adjustments: {}, disputes: [2] }, reason: 'w' as WordsId },
    by: 'p' as PersonId,
    at: 1,
    takenBackAt: null,
    ...over,
  });
  const all = [
    passage('first', { takenBackAt: 2 }),
    passage('second'),
    passage('other', { subject: 'conseil' }),
  ];
  expect(passageOf(all, 'phase', 'comite')?.id).toBe('second');
  expect(passageOf(all.slice(0, 1), 'phase', 'comite')).toBeNull();
});
