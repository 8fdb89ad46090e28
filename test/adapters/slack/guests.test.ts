/** A guest of the workspace, and somebody of another organisation (Slack Connect): from a personal link to what became of their ideas. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Newcomer } from '../../../src/app/person/enrol-people.ts';
import { storyDatabases } from '../../databases.ts';
import { prepareRestitution } from './given-back.ts';
import { type House, openHouse, shownOf, somebody } from './house.ts';
import { rendered } from './rendered.ts';
import { takeShortcut } from './shortcuts.ts';
import type { Account } from './workspace.ts';

const [database] = storyDatabases();
const PATIENCE = { timeout: 20_000 };
const PAGE = { platform: 'web', workspace: 'main' };
const WEB = { host: '127.0.0.1', port: 0, publicUrl: null, secret: 's'.repeat(40) };
const SENT = 'Tout répondre d’un coup';

/** By the name under which the team knows them, which Slack is not told. */
const ACCOUNTS: Readonly<Record<string, Account>> = {
  Gaston: { is_restricted: true },
  Ursula: { is_stranger: true, team_id: 'T0ELSEWHERE' },
};

describe.each(['http', 'socket'] as const)('guests in Slack, by %s', (by) => {
  let at: House;
  let rachida = '';
  const users = new Map<string, string>();
  beforeAll(async () => {
    at = await openHouse(await database!.open(), {
      by,
      // Two installations: whoever is of neither must not be looked for in the wrong one.
      people: [5, 1],
      web: WEB,
      enrolled(content, [slack]) {
        rachida = slack!.newcomer();
        const partners = Object.entries(ACCOUNTS).map(([name, account], index): Newcomer => {
          const userId = slack!.newcomer();
          users.set(name, userId);
          slack!.profiles.set(userId, account);
          return {
            name,
            lang: 'fr',
            addresses: [{ ...PAGE, userId: `page-${name}` }],
            roles: [],
            partner: { organisation: `Structure de ${name}`, college: content.colleges[index]!.key },
          };
        });
        return [somebody('Rachida', slack!, rachida, { roles: ['facilitator', 'staff'] }), ...partners];
      },
    });
    await at.ask(rachida, 'ouvrir plan-actions', 'On envoie ?');
    await at.ask(rachida, 'oui', 'en route');
  });
  afterAll(() => at.close());

  const linkOf = async (name: string) =>
    `${at.bot.page!.url}${await at.bot.page!.links.issue(at.consultation.content.key, `page-${name}`)}`;
  const homeOf = (userId: string) => {
    const found = at.slack.views.home(userId);
    return found === null ? '' : rendered({ text: '', blocks: found.view.blocks } as never);
  };

  describe.each(Object.keys(ACCOUNTS))('%s', (name) => {
    let userId = '';
    const idea = `Un atelier de réparation, dit ${name}`;

    test('is a stranger until the link is said and confirmed by a button', async () => {
      userId = users.get(name)!;
      const asked = shownOf(await at.ask(userId, 'bonjour', 'je ne vous connais pas encore'));
      expect(asked).not.toContain('Structure');
      const sure = await at.ask(userId, await linkOf(name), `Vous êtes bien ${name}`);
      await at.slack.press(userId, sure.ref, 'Oui, c’est moi');
      await at.next(userId, /C’est noté : je vous écris ici désormais[\s\S]*On commence/u);
      const rows = await at.bot.store.transaction(async (tx) => tx.people.find(at.consultation.id, name));
      expect(rows?.addresses).toContainEqual(
        expect.objectContaining({ platform: 'slack', workspace: at.slack.team, userId }),
      );
    });

    test('answers in a form, corrects, and finds it all on the home', async () => {
      const prompt = await at.ask(userId, 'oui', '1/6');
      await at.slack.press(userId, prompt.ref, SENT);
      const [first] = at.slack.modal(userId).blocks.filter(({ type }) => type === 'input');
      const label = first!.label!.text.replace(/[\u00a0\u202f]/gu, ' ');
      expect(await at.slack.submit(userId, {})).toEqual({ [first!.block_id!]: expect.any(String) });
      expect(await at.slack.submit(userId, { [label]: idea })).toEqual({});
      await at.next(userId, /P-\d{4}[\s\S]*2\/6/u);
      const second = await at.slack.say(userId, 'Des vélos prêtés');
      await at.next(userId, /P-\d{4}/u);
      await at.slack.edit(userId, second, 'Des vélos-cargos prêtés');
      await at.next(userId, /P-\d{4}/u);
      const mine = await at.ask(userId, 'mes propositions', 'vélos-cargos');
      expect(shownOf(mine)).toContain(idea);
      await at.slack.openHome(userId);
      await expect.poll(() => homeOf(userId), PATIENCE).toContain('vélos-cargos');
    });

    test('notes a message of theirs by a shortcut', async () => {
      const on = { channel: 'C0SHARED', user: userId, text: `Une halle, dit ${name}` };
      await takeShortcut(at.slack, userId, 'record', on);
      expect(await at.slack.submit(userId, {})).toEqual({});
      await at.next(userId, /P-\d{4}/u);
      await at.ask(userId, 'mes propositions', 'Une halle');
    });
  });

  test('each is given back what became of their own ideas, there and nowhere else', async () => {
    const preview = await prepareRestitution(at, rachida, 'Cette action entre au plan.');
    expect(shownOf(preview)).toContain('2 messages prêts');
    await at.slack.press(rachida, preview.ref, 'Envoyer maintenant');
    const [one, other] = Object.keys(ACCOUNTS) as [string, string];
    for (const [name, not] of [
      [one, other],
      [other, one],
    ] as const) {
      const given = shownOf(await at.until(users.get(name)!, /Voici ce que devien/u));
      expect(given).toContain(`dit ${name}`);
      expect(given).toContain('Cette action entre au plan.');
      expect(given).not.toContain(`dit ${not}`);
      // App Home, which they opened long before, says it too.
      await expect.poll(() => homeOf(users.get(name)!), PATIENCE).toMatch(/P-\d{4}.*retenue/u);
    }
    const elsewhere = at.workspaces[1]!.gateway.asked.filter(({ method }) => method === 'chat.postMessage');
    expect(elsewhere).toEqual([]);
  });
});
