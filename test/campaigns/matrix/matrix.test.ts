import { beforeAll, describe, expect, inject, test } from 'vitest';
import { hasPython } from '../../adapters/matrix/python.ts';
import { type SharedSynapse, sharedSynapse } from '../../adapters/matrix/shared.ts';
import { matrixCampaign } from './campaign.ts';

describe.skipIf(!hasPython)('a bot killed in Matrix', () => {
  let synapse: SharedSynapse;
  beforeAll(async () => {
    synapse = await sharedSynapse();
  }, 10 * 60_000);

  test('amid its invitations, then while people write, invites once, answers everything once, and is read', async () => {
    const report = await matrixCampaign({
      synapse,
      sdk: 1,
      nio: 1,
      absent: 4,
      kills: 2,
      seed: 156,
      within: 2_500,
      messages: 3,
      template: inject('templates').embedded,
    });
    expect(report.wrongs).toEqual([]);
    expect(report.inFanOut + report.whileWriting).toBe(2);
    expect(report.posted).toBeGreaterThan(report.said);
  }, 240_000);
});
