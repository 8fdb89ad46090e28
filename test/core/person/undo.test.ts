import { describe, expect, test } from 'vitest';
import { lastExchange, UNDO } from '../../../src/core/person/undo.ts';

const act = (id: string, verb: string, at: number, subjectId = id, role = 'partner') => ({
  id,
  verb,
  at,
  subjectId,
  role,
});
const ids = (given: Parameters<typeof lastExchange>[0]) => lastExchange(given).map(({ id }) => id);

describe('what was done last', () => {
  test('all that one message did, and nothing of the one before', () => {
    const given = [act('a', 'answer.submit', 1), act('b', 'merge.agree', 2), act('c', 'proposal.endorse', 2)];
    expect(ids(given)).toEqual(['b', 'c']);
  });

  test('once undone, the one before it; what undid it is passed over', () => {
    const given = [
      act('a', 'participation.pass', 1),
      act('b', 'answer.submit', 2),
      act('c', 'proposal.withdraw', 3),
      act('d', UNDO, 3, 'b'),
    ];
    expect(ids(given)).toEqual(['a']);
    expect(ids([...given, act('e', UNDO, 4, 'a')])).toEqual([]);
  });

  test('what nobody would speak of, and what was done for the team, is passed over', () => {
    const given = [
      act('a', 'answer.submit', 1),
      act('b', 'participation.start', 2),
      act('c', 'doubts.list', 3, 'x', 'facilitator'),
    ];
    expect(ids(given)).toEqual(['a']);
    expect(ids([])).toEqual([]);
  });
});
