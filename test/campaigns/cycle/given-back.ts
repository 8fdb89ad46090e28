/** What is left of a cycle once it is over: the documents of its last synthesis, and that they are what they must be. */
import { expect } from 'vitest';
import { gatherDocuments } from '../../../src/app/documents/gather-documents.ts';
import { verifyFiles } from '../../../src/commands/open-data/verify-files.ts';
import type { Bot } from '../../../src/compose.ts';
import { documentFiles } from '../../../src/compose.ts';
import { isRefusal } from '../../../src/core/refusal.ts';
import { openDataFiles } from '../../../src/report/open-data.ts';
import { checkAll } from '../../report/criteria.ts';
import { sha256 } from '../../report/open-sample.ts';
import type { Cycled } from './story.ts';

export async function expectGivenBack(bot: Bot, { refs, version }: Cycled): Promise<void> {
  const gathered = await bot.store.transaction(async (tx) => {
    const [consultation] = await tx.consultations.all();
    const person = (await tx.people.find(consultation!.id, 'Denise Coulon'))!;
    const actor = { person, partners: [] };
    return gatherDocuments({ tx, consultation: consultation!, actor, now: bot.clock.now(), ids: bot.ids });
  });
  if (isRefusal(gathered)) throw new Error(gathered.code);
  const answered = new Map(gathered.restitution.map((one) => [one.proposal as string, one]));
  for (const ref of refs) expect(answered.get(ref), ref).toMatchObject({ status: 'adopted' });
  expect(gathered.restitution.filter(({ delivered }) => delivered === null)).toEqual([]);
  expect(gathered.plan.versions.at(-1)).toMatchObject({ number: version, origin: 'adoption' });
  expect(gathered.synthesis.number).toBe(2);
  expect(new Set(gathered.internal.views.map(({ statement }) => statement)).size).toBe(5);
  const object = (rows: typeof gathered.synthesis.views) =>
    rows.filter(({ college }) => college === null).map((row) => row.object);
  expect(object(gathered.internal.views)[0]).toBe(1);
  expect(object(gathered.synthesis.views)[0]).toBeNull();
  const written = documentFiles(gathered);
  const json = (name: string) => JSON.parse(String(written[name]));
  const files = {
    proposals: json('proposals.json'),
    synthesis: json('synthesis.json'),
    restitution: json('restitution.json'),
  };
  expect(checkAll(files)).toEqual([]);
  const { faults, disagreements } = verifyFiles(openDataFiles({ ...gathered, licence: null }, sha256));
  expect([faults, disagreements]).toEqual([[], []]);
}
