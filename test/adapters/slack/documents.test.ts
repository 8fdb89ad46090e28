/** Documents in Slack: a file in the conversation, once, whatever fails; and words where a right is missing. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import { type Fault, method } from './faults.ts';
import { openStage, type Stage } from './stage.ts';

const LOST: Fault = { kind: 'status', status: 500, accepted: true };

describe.each(storyDatabases())('documents in Slack', (database) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(await database.open(), { by: 'http', partners: 1 });
  });
  afterAll(() => stage.close());

  const asked = (name: string) => stage.slack.gateway.asked.filter((call) => call.method === name).length;
  const given = async (many: number) => {
    await vi.waitFor(
      async () => expect((await stage.slack.given(stage.facilitator)).length).toBeGreaterThanOrEqual(many),
      { timeout: 40_000, interval: 50 },
    );
    const files = await stage.slack.given(stage.facilitator);
    expect(files).toHaveLength(many);
    return files.at(-1)!;
  };
  const ask = (said: string, text: string) => stage.ask(stage.facilitator, said, text);

  test('a document is a file under its title, byte for byte', async () => {
    await ask('document propositions en csv', 'Voici le document demandé');
    const file = await given(1);
    expect(file.title).toBe('Tableau des propositions (CSV)');
    expect(file.name).toMatch(/^propositions-[0-9a-f]{8}\.csv$/u);
    expect(Buffer.from(file.data).toString()).toMatch(/^\ufeff?ref,/u);
  });

  test('whose answer was lost after Slack took it is looked for, and not posted again', async () => {
    const before = asked('files.completeUploadExternal');
    stage.slack.gateway.faults.plan(LOST, method('files.completeUploadExternal'));
    await ask('document propositions en json', 'Voici le document demandé');
    await given(2);
    await ask('document propositions en csv', 'Voici le document demandé');
    await given(3);
    expect(asked('files.completeUploadExternal') - before).toBe(2);
  });

  test('that Slack can’t take at first comes later, under the one message', async () => {
    stage.slack.gateway.faults.plan(
      { kind: 'limited', retryAfter: '1' },
      method('files.getUploadURLExternal'),
      2,
    );
    await ask('document propositions', 'Voici le document demandé');
    const file = await given(4);
    expect(file.name).toMatch(/\.xlsx$/u);
  });

  test('without the right to post files, the bot says so and goes on', async () => {
    stage.slack.answers.set('files.getUploadURLExternal', { ok: false, error: 'missing_scope' });
    await ask('document propositions', 'Voici le document demandé');
    await stage.next(stage.facilitator, 'Il me manque sans doute le droit d’y déposer des fichiers');
    stage.slack.answers.delete('files.getUploadURLExternal');
    await ask('documents', 'Je peux vous envoyer');
    await given(4);
  });
});
