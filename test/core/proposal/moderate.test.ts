import { expect, test } from 'vitest';
import type { PartnerId } from '../../../src/core/ids.ts';
import { counts, mayChange } from '../../../src/core/proposal/change.ts';
import type { ProposalState } from '../../../src/core/proposal/model.ts';
import { mayModerate } from '../../../src/core/proposal/moderate.ts';

test.each([
  ['submitted', null, 'not-moderated'],
  ['merged', null, 'not-moderated'],
  ['withdrawn', 'not-in-force', 'not-moderated'],
  ['erased', 'not-in-force', 'not-moderated'],
  ['moderated', 'already-moderated', null],
] as const)('%s: to moderate %s, to reinstate %s', (state: ProposalState, moderate, reinstate) => {
  const one = { number: 42, state };
  expect(mayModerate(one, 'moderate', true)?.code ?? null).toBe(moderate);
  expect(mayModerate(one, 'reinstate', true)?.code ?? null).toBe(reinstate);
  if (moderate === null) expect(mayModerate(one, 'moderate', false)?.code).toBe('moderation-needs-reason');
});

test('its author changes it by no door, and it does not count', () => {
  const partnerId = 'p1' as PartnerId;
  const one = { number: 42, partnerId, state: 'moderated' as const };
  for (const to of ['revise', 'withdraw', 'restore'] as const)
    expect(mayChange(one, [partnerId], to)?.code).toBe('moderated');
  expect(counts({ state: 'moderated', lateness: 'in-time' })).toBe(false);
});
