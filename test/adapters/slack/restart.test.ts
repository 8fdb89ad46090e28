/** Another process, and another token: what waited leaves once, and App Home goes on being true. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import { buttonsOf, rendered } from './rendered.ts';
import { openStage, type Stage } from './stage.ts';

const [database] = storyDatabases();
const PATIENCE = { timeout: 40_000 };

describe.each(['http', 'socket'] as const)('a restart, by %s', (by) => {
  let at: Stage;
  beforeAll(async () => {
    at = await openStage(await database!.open(), { by, partners: 2 });
    await at.ask(at.facilitator, 'ouvrir plan-actions', 'On envoie ?');
    await at.ask(at.facilitator, 'oui', 'invitations');
  });
  afterAll(() => at.close());

  const home = (userId: string): string => {
    const found = at.slack.views.home(userId);
    return found === null
      ? ''
      : rendered({ text: '', blocks: found.view.blocks } as never).replace(/[\u00a0\u202f]/gu, ' ');
  };
  const press = (userId: string, label: string) => {
    const { id, view } = at.slack.views.home(userId)!;
    const button = buttonsOf(view as never).find(({ text }) => text.text === label)!;
    return at.slack.interact(userId, {
      type: 'block_actions',
      container: { type: 'view', view_id: id },
      view: { ...view, id },
      actions: [{ ...button, action_ts: `${Date.now() / 1000}` }],
    });
  };

  test('with another token, what the first one could not send leaves, each once and in order', async () => {
    const [claire, omar] = at.partners as [string, string];
    await at.next(claire, 'On commence');
    await at.next(omar, 'On commence');
    await at.ask(claire, 'oui', '1/6');
    at.slack.revoked = true;
    await at.slack.say(claire, 'Une halle pour les producteurs.');
    await at.slack.say(omar, 'oui');
    await at.slack.courier.settled();
    await expect.poll(() => at.lines.join('\n'), PATIENCE).toContain('workspace.pauses');
    const unsent = await Promise.all([claire, omar].map((one) => at.slack.seen(one)));
    expect(unsent.map((seen) => seen.length)).toEqual([2, 1]);
    at.slack.reinstall();
    const bot = await at.restart();
    at.clock.leap(at.clock.now() + 60_000);
    await bot.drain.sweep();
    await at.next(claire, /P-0001/u);
    await at.next(omar, '1/6');
    await at.ask(omar, 'Des vélos prêtés.', /P-0002/u);
    expect(await at.slack.seen(claire)).toHaveLength(3);
    expect(await at.slack.seen(omar)).toHaveLength(3);
    expect(at.lines.join('\n')).not.toContain(at.slack.botToken);
  });

  test('App Home goes on being true for whoever looked at it, and for nobody else is any published', async () => {
    const [claire, omar] = at.partners as [string, string];
    for (const one of [claire, omar]) await at.slack.openHome(one);
    await expect.poll(() => home(claire), PATIENCE).toContain('Une halle pour les producteurs');
    await expect.poll(() => home(omar), PATIENCE).toContain('Des vélos prêtés');
    await at.restart();
    await at.ask(claire, 'Un four partagé.', /P-0003/u);
    await expect.poll(() => home(claire), PATIENCE).toContain('Un four partagé');
    await at.ask(at.facilitator, 'statut', 'ouvert jusqu’au');
    await press(omar, 'Mes propositions');
    await at.next(omar, 'P-0002');
    await at.ask(omar, 'retirer P-0002', 'P-0002');
    await expect.poll(() => home(omar), PATIENCE).toMatch(/P-0002, « Des vélos prêtés. »[^\n]+retirée/u);
    expect(home(omar)).not.toContain('Un four partagé');
    expect(home(at.facilitator)).toBe('');
  });
});
