/** One workspace of two takes the bot's token no more: the other goes on, the team is told there, and nothing is lost. */
import { afterEach, expect, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import { type House, openHouse, somebody } from './house.ts';

const [database] = storyDatabases();
let at: House;

afterEach(() => at.close());

const soon = (is: () => boolean) => expect.poll(is, { timeout: 40_000 }).toBe(true);

test('the team hears of it once, the other workspace goes on, and what waited arrives once', async () => {
  let [rachida, ana, bao] = ['', '', ''];
  at = await openHouse(await database!.open(), {
    by: 'http',
    people: [2, 1],
    enrolled(content, [north, south]) {
      [rachida, ana, bao] = [north!.newcomer(), north!.newcomer(), south!.newcomer()];
      const partner = (organisation: string) => ({ organisation, college: content.colleges[0]!.key });
      return [
        somebody('Rachida', north!, rachida, { roles: ['facilitator', 'staff'] }),
        somebody('Ana', north!, ana, { partner: partner('Association du nord') }),
        somebody('Bao', south!, bao, { partner: partner('Association du sud') }),
      ];
    },
  });
  await at.ask(rachida, 'ouvrir plan-actions', 'On envoie ?');
  await at.ask(rachida, 'oui', 'en route');
  await at.next(ana, 'Bonjour Ana');
  await at.next(bao, 'Bonjour Bao', at.workspaces[1]);
  const [north, south] = at.workspaces;
  const tokens = (kind: 'oauth' | 'bot') => ({ type: 'tokens_revoked', tokens: { [kind]: ['U0TOURBOT'] } });
  // A person's own token, and one that works after all, are no news.
  const asked = () => south!.gateway.asked.filter(({ method }) => method === 'auth.test').length;
  const before = asked();
  await south!.deliver(tokens('oauth'));
  await south!.deliver(tokens('bot'));
  await soon(() => asked() === before + 1);
  south!.revoked = true;
  await south!.deliver(tokens('bot'));
  const told = await at.next(rachida, 'Je n’ai plus accès à l’espace');
  expect(told.text).not.toContain(south!.botToken);
  await south!.say(bao, 'oui');
  await soon(() => at.lines.join('\n').includes('workspace.pauses'));
  await south!.deliver({ type: 'app_uninstalled' });
  await at.ask(ana, 'oui', '1/6');
  await at.ask(ana, 'Un local au nord.', /P-\d{4}/u);
  await at.ask(rachida, 'statut', 'plan-actions');
  expect(await south!.seen(bao)).toHaveLength(1);
  south!.revoked = false;
  at.clock.leap(at.clock.now() + 60_000);
  await at.bot.drain.sweep();
  await at.next(bao, '1/6', south);
  expect(await south!.seen(bao)).toHaveLength(2);
  expect((await north!.seen(rachida)).filter(({ text }) => text.includes('n’ai plus accès'))).toHaveLength(1);
});
