/** What is said under a receipt, and thumbs on what is shown of others, as people do it in Slack. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import { LILLE_SHOWN } from '../../journeys/stage.ts';
import { openStage, type Stage } from './stage.ts';

const [database] = storyDatabases();
const IDEA = 'une avance de trésorerie en attendant les subventions';

describe.each(['http', 'socket'] as const)('others’ ideas in Slack, by %s', (by) => {
  let at: Stage;
  let receipt: string;
  let shown: string;
  let name: string;
  beforeAll(async () => {
    at = await openStage(await database!.open(), { by, partners: 2, world: LILLE_SHOWN });
    await at.ask(at.facilitator, 'ouvrir plan-actions', 'On envoie ?');
    await at.ask(at.facilitator, 'oui', 'invitations');
  });
  afterAll(() => at.close());

  const row = () =>
    at.bot.store.transaction(async (tx) => (await tx.proposals.byNumber(at.consultation.id, 1))!);

  test('a reply under a receipt is about that proposal', async () => {
    const [claire] = at.partners as [string, string];
    await at.next(claire, 'On commence');
    await at.ask(claire, 'oui', '1/6');
    const told = await at.ask(claire, IDEA, /P-\d{4}/u);
    receipt = told.ref;
    [name] = /P-\d{4}/u.exec(told.text) as unknown as [string];
    await at.ask(claire, 'un poste de comptable partagé entre associations', /P-0002/u);
    await at.slack.say(claire, 'plutôt dans tout le versant nord-est', { under: receipt });
    const answered = await at.next(claire, name);
    expect(answered.text).not.toContain('P-0002');
    expect(answered.text).not.toContain('P-0003');
  });

  test('a thumb on what is shown supports it; taken away, it does not any more', async () => {
    const [claire, omar] = at.partners as [string, string];
    await at.ask(claire, 'montrer mes idées', 'C’est noté');
    await at.next(omar, 'On commence');
    await at.ask(omar, 'oui', '1/6');
    const told = await at.ask(omar, 'avancer la trésorerie en attendant nos subventions', name);
    shown = told.ref;
    // Slack shows a message before the bot knows by which name: nobody's thumb is that fast.
    await at.quiet();
    const before = (await row()).endorsers.length;
    await at.slack.react(omar, shown, '+1');
    await expect.poll(async () => (await row()).endorsers.length).toBe(before + 1);
    await at.slack.react(omar, shown, '+1', { removed: true });
    await expect.poll(async () => (await row()).endorsers.length).toBe(before);
  });
});
