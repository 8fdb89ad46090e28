/** A round in Slack, through its doors alone, in both modes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import { method } from './faults.ts';
import { buttonsOf } from './rendered.ts';
import { openStage, type Stage } from './stage.ts';

const [database] = storyDatabases();

describe.each(['http', 'socket'] as const)('a round in Slack, by %s', (by) => {
  let at: Stage;
  beforeAll(async () => {
    at = await openStage(await database!.open(), { by, partners: 4 });
  });
  afterAll(() => at.close());

  test('is opened from a command, and reaches everybody with buttons', async () => {
    await at.slack.command(at.facilitator, 'ouvrir plan-actions');
    await at.next(at.facilitator, 'On envoie ?');
    await at.ask(at.facilitator, 'oui', 'invitations');
    for (const partner of at.partners) {
      const invited = await at.next(partner, 'On commence');
      const buttons = buttonsOf(invited.message);
      expect(buttons.map(({ text, style }) => [text.text, style])).toEqual([
        ['Commencer', 'primary'],
        ['Plus tard', undefined],
        ['Pas moi', undefined],
      ]);
    }
  });

  test('is answered by a button and in one’s own words; a receipt is told once, whatever Slack repeats', async () => {
    const claire = at.partners[0]!;
    const [invited] = await at.slack.seen(claire);
    await at.slack.press(claire, invited!.ref, 'Commencer');
    await at.next(claire, '1/6');
    await at.ask(claire, 'De la trésorerie & <!channel>, à Roubaix.', /P-\d{4}/u);
    const again = at.slack.envelope({
      type: 'message',
      channel: await at.slack.direct(claire),
      channel_type: 'im',
      user: claire,
      text: 'Un poste de comptable partagé.',
      ts: '1700000000.000100',
    });
    await Promise.all([1, 2, 3, 4].map(() => at.slack.courier.event(again)));
    await at.next(claire, /P-\d{4}/u);
    await at.ask(claire, 'mes propositions', 'De la trésorerie & <!channel>');
    expect(await at.slack.seen(claire)).toHaveLength(5);
  });

  test('an edited message revises, a deleted one withdraws', async () => {
    const omar = at.partners[1]!;
    await at.ask(omar, 'oui', '1/6');
    const said = await at.slack.say(omar, 'Des locaux à Lille.');
    const receipt = await at.next(omar, /P-\d{4}/u);
    const [name] = /P-\d{4}/u.exec(receipt.text)!;
    await at.slack.edit(omar, said, 'Des locaux à Tourcoing.');
    await at.next(omar, name);
    await at.ask(omar, 'mes propositions', 'Des locaux à Tourcoing.');
    await at.slack.remove(omar, said);
    await at.next(omar, name);
  });

  test('a file is kept, acknowledged, and waits for the team', async () => {
    const lucie = at.partners[2]!;
    await at.ask(lucie, 'oui', '1/6');
    await at.slack.share(lucie, '', [{ name: 'avis.txt', content: 'Notre avis, en détail.' }]);
    await at.next(lucie, 'avis.txt');
    await at.ask(at.facilitator, 'pièces', /attend d’être lue[\s\S]*avis\.txt/u);
  });

  test('what Slack took without saying so is not sent again', async () => {
    const claire = at.partners[0]!;
    const before = (await at.slack.seen(claire)).length;
    const channel = await at.slack.direct(claire);
    at.slack.gateway.faults.plan({ kind: 'dropped', accepted: true }, method('chat.postMessage', channel));
    await at.slack.say(claire, 'aide');
    const found = () =>
      at.slack.gateway.asked.some(
        (call) => call.method === 'conversations.history' && call.channel === channel,
      );
    await expect.poll(found, { timeout: 40_000 }).toBe(true);
    await at.bot.drain.sweep();
    expect(await at.slack.seen(claire)).toHaveLength(before + 1);
  });

  test('a revoked token stops the sending and says so; once it is mended, what waited is told', async () => {
    const tom = at.partners[3]!;
    at.slack.revoked = true;
    await at.slack.say(tom, 'oui');
    await expect.poll(() => at.lines.join('\n')).toContain('workspace.pauses');
    expect(await at.slack.seen(tom)).toHaveLength(1);
    at.slack.revoked = false;
    at.clock.leap(at.clock.now() + 60_000);
    await at.bot.drain.sweep();
    await at.next(tom, '1/6');
  });

  test('nothing of what people wrote is in the log, nor any token', () => {
    const log = at.lines.join('\n');
    for (const secret of ['trésorerie', 'Tourcoing', at.slack.botToken, at.slack.secret])
      expect(log).not.toContain(secret);
  });
});
