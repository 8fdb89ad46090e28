import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { killCampaign } from './kill.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tour-kills-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a bot killed again and again loses no acknowledged message and says nothing twice', async () => {
  const program = [join(import.meta.dirname, 'echo.ts'), dir, '30'];
  const report = await killCampaign({ program, dir, kills: 3, seed: 7, between: [1_000, 2_500] });
  expect(report.wrongs).toEqual([]);
  expect(report).toMatchObject({ starts: report.kills + 1, acknowledged: 180, posted: 360 });
  expect(report.kills).toBeGreaterThan(0);
});
