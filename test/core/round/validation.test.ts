import { describe, expect, test } from 'vitest';
import type { PartnerId, RoundId } from '../../../src/core/ids.ts';
import {
  type Reaction,
  type View,
  viewOf,
  viewsIn,
  viewsTogether,
} from '../../../src/core/round/validation.ts';

const roundId = 'r' as RoundId;
let n = 0;
const said = (partner: string, view: View, statement = 's1'): Reaction => {
  n += 1;
  return {
    id: `i${n}`,
    roundId,
    partnerId: partner as PartnerId,
    statement,
    view,
    proposalId: null,
    at: n,
  };
};
const people = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}` as PartnerId);
const [TOWNS, FIRMS] = [people('t', 12), people('f', 3)];
const input = {
  round: 'objectifs',
  statements: ['s1', 's2'],
  participations: [...TOWNS, ...FIRMS].map((partnerId) => ({ partnerId, state: 'started' as const })),
  collegeOf: new Map<PartnerId, string>([
    ...TOWNS.map((id) => [id, 'towns'] as const),
    ...FIRMS.map((id) => [id, 'firms'] as const),
  ]),
  colleges: ['towns', 'firms', 'nobody'],
};
const REACTIONS = [
  ...TOWNS.slice(0, 7).map((id) => said(id, 'agree')),
  ...TOWNS.slice(7, 11).map((id) => said(id, 'object')),
  said(FIRMS[0]!, 'object'),
  said(FIRMS[0]!, 'reserve'),
];
const rows = viewsIn({ ...input, reactions: REACTIONS });

describe('views on statements', () => {
  test('the last word of each counts, by type of actor with somebody invited', () => {
    expect(rows.filter(({ statement }) => statement === 's1')).toEqual([
      { round: 'objectifs', statement: 's1', college: null, invited: 15, agree: 7, reserve: 1, object: 4 },
      { round: 'objectifs', statement: 's1', college: 'towns', invited: 12, agree: 7, reserve: 0, object: 4 },
      { round: 'objectifs', statement: 's1', college: 'firms', invited: 3, agree: 0, reserve: 1, object: 0 },
    ]);
    expect(viewOf(REACTIONS, FIRMS[0]!, 's1')?.view).toBe('reserve');
    expect(viewOf(REACTIONS, FIRMS[0]!, 's2')).toBeNull();
  });

  test('whoever took their agreement back is invited, and not heard', () => {
    const participations = input.participations.map((one) =>
      one.partnerId === FIRMS[0] ? { ...one, state: 'declined' as const } : one,
    );
    expect(viewsIn({ ...input, participations, reactions: REACTIONS })[2]).toMatchObject({
      invited: 3,
      reserve: 0,
    });
  });

  test('types of actor published together are one row', () => {
    const [all, both] = viewsTogether(rows, [{ key: 'others', colleges: ['towns', 'firms'] }]);
    expect(both).toEqual({ ...all, college: 'others', colleges: ['towns', 'firms'] });
  });
});
