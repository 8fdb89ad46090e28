/** Two bots on one PostgreSQL, between which Slack's requests are shared out: people meet one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../../databases.ts';
import { method } from './faults.ts';
import { shownOf } from './house.ts';
import { rendered } from './rendered.ts';
import { openStage, type Stage } from './stage.ts';

const server = databases().find(({ name }) => name === 'PostgreSQL');
const PATIENCE = { timeout: 40_000 };

describe.runIf(server !== undefined)('two instances', () => {
  let at: Stage;
  beforeAll(async () => {
    at = await openStage(await server!.open(), { by: 'http', partners: 6, instances: 2 });
    await at.ask(at.facilitator, 'ouvrir plan-actions', 'On envoie ?');
    await at.ask(at.facilitator, 'oui', 'invitations');
  });
  afterAll(() => at.close());

  test('invite each person once', async () => {
    for (const partner of at.partners) await at.next(partner, 'On commence');
    await at.ask(at.facilitator, 'statut', 'ouvert jusqu’au');
    for (const partner of at.partners) expect(await at.slack.seen(partner)).toHaveLength(1);
  });

  test('take the same event, given to both at once, for one; and answer in order', async () => {
    const [claire] = at.partners as [string];
    await at.ask(claire, 'oui', '1/6');
    const event = at.slack.envelope({
      type: 'message',
      channel: await at.slack.direct(claire),
      channel_type: 'im',
      user: claire,
      text: 'Un poste de comptable partagé.',
      ts: '1700000000.000100',
    });
    await Promise.all([1, 2, 3, 4].map(() => at.slack.courier.event(event)));
    await at.next(claire, /P-\d{4}/u);
    for (const said of ['Des vélos prêtés.', 'Une halle.', 'Une crèche.'])
      await at.ask(claire, said, /P-\d{4}/u);
    const rows = await at.bot.store.transaction((tx) => tx.proposals.of(at.consultation.id));
    expect(rows).toHaveLength(4);
    expect(await at.slack.seen(claire)).toHaveLength(6);
  });

  test('a button pressed twice, once on each, is one press', async () => {
    const omar = at.partners[1]!;
    const [invited] = await at.slack.seen(omar);
    await Promise.all([1, 2].map(() => at.slack.press(omar, invited!.ref, 'Commencer')));
    await at.next(omar, '1/6');
    await at.next(omar, 'n’est plus ouverte : rien n’a changé');
    await at.ask(omar, 'Un four partagé.', /P-\d{4}/u);
    const mine = shownOf(await at.ask(omar, 'mes propositions', 'Un four partagé'));
    expect(mine.match(/P-\d{4}, /gu)).toHaveLength(1);
  });

  test('what was typed in a channel is answered there, by whichever of them has the conversation in hand', async () => {
    const kim = at.partners[4]!;
    const room = 'C0ELSEWHERE';
    const direct = await at.slack.direct(kim);
    const shown = () => at.slack.asides(kim, room).map(shownOf);
    for (const [typed, answer] of [
      ['mes propositions', 'pas encore fait de proposition'],
      ['oui', 'Je vous réponds en message privé'],
    ] as const) {
      // One of them is amid a message to that person; the other is given the command, and leaves the answer to it.
      let release = () => {};
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      at.slack.gateway.faults.plan(
        { kind: 'held', accepted: true, until },
        method('chat.postMessage', direct),
      );
      const before = (await at.slack.seen(kim)).length;
      await at.slack.say(kim, 'aide');
      await expect.poll(async () => (await at.slack.seen(kim)).length, PATIENCE).toBe(before + 1);
      await at.slack.command(kim, typed, { channel: room });
      expect(shown().filter((text) => text.includes(answer))).toEqual([]);
      release();
      await expect.poll(shown, PATIENCE).toContainEqual(expect.stringContaining(answer));
    }
    await at.until(kim, '1/6');
    expect(at.slack.gateway.asked.filter(({ method }) => method === 'chat.postEphemeral')).toEqual([]);
  });

  test('App Home is true whichever of them it was opened with', async () => {
    const kim = at.partners[2]!;
    const home = () => {
      const found = at.slack.views.home(kim);
      return found === null ? '' : rendered({ text: '', blocks: found.view.blocks } as never);
    };
    await at.slack.openHome(kim);
    await expect.poll(home, PATIENCE).toContain('6 questions');
    await at.ask(kim, 'oui', '1/6');
    for (const idea of ['Des locaux à Lille.', 'Des machines à coudre.', 'Un camion frigorifique.']) {
      await at.ask(kim, idea, /P-\d{4}/u);
      await expect.poll(home, PATIENCE).toContain(idea);
    }
  });
});
