import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Prompt } from '../../../src/core/consultation/model.ts';
import type { OrganisationId, PartnerId } from '../../../src/core/ids.ts';
import type { Participation } from '../../../src/core/participation/model.ts';
import {
  hasAnswered,
  type Invited,
  silenceMap,
  silentOrganisations,
} from '../../../src/core/participation/silence.ts';

const PROMPTS: Prompt[] = [
  { key: 'q1', axis: '1', text: {}, hint: null },
  { key: 'q2', axis: '2', text: {}, hint: null },
  { key: 'q3', axis: null, text: {}, hint: null },
];
const keys = fc.uniqueArray(fc.constantFrom('q1', 'q2', 'q3'));
const invited = fc.record({
  partnerId: fc.uuid() as fc.Arbitrary<PartnerId>,
  college: fc.constantFrom('a', 'b'),
  organisationId: fc.constantFrom('o1', 'o2', 'o3') as fc.Arbitrary<OrganisationId>,
  organisation: fc.constant('Une structure'),
  stopped: fc.boolean(),
  participation: fc.record({
    state: fc.constantFrom('invited', 'started', 'finished', 'declined'),
    answered: keys,
    passed: keys,
    reachedAt: fc.option(fc.integer()),
  }) as unknown as fc.Arbitrary<Participation>,
  proposed: fc.array(fc.constantFrom('1', '2', null), { maxLength: 3 }),
}) as fc.Arbitrary<Invited>;

test('whoever is invited is counted once in each row, and reached is all but the unreached', () => {
  fc.assert(
    fc.property(fc.array(invited), (people) => {
      for (const cell of silenceMap(people, PROMPTS, ['a', 'b', 'nobody'])) {
        const { answered, passed, declined, silent, unreached } = cell;
        expect(cell.invited).toBe(people.filter(({ college }) => college === cell.college).length);
        expect(cell.reached).toBe(answered + passed + declined + silent);
        expect(cell.invited).toBe(cell.reached + unreached);
      }
    }),
  );
});

test('nobody of a silent organisation has answered', () => {
  fc.assert(
    fc.property(fc.array(invited), (people) => {
      const named = people.map((one) => ({ ...one, organisation: one.organisationId as string }));
      const silent = silentOrganisations(named, PROMPTS, 'a').map(({ name }) => name);
      const heard = named.filter((one) => one.college === 'a' && hasAnswered(one));
      for (const { organisation } of heard) expect(silent).not.toContain(organisation);
      expect(silent).toEqual([...new Set(silent)].sort());
    }),
  );
});
