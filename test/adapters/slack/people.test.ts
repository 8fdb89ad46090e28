/** Who is who in Slack: by account, by e-mail, by a personal link; and whoever nobody knows is asked, and told nothing. */
import { afterEach, describe, expect, test } from 'vitest';
import { enrolPeople, type Newcomer } from '../../../src/app/person/enrol-people.ts';
import { storyDatabases } from '../../databases.ts';
import { type House, openHouse, shownOf, somebody } from './house.ts';
import type { Account } from './workspace.ts';

const PAGE = { platform: 'web', workspace: 'main' };
const WEB = { host: '127.0.0.1', port: 0, publicUrl: null, secret: 's'.repeat(40) };
const KNOWN_BY_E_MAIL = { email: true, accounts: {} };

/** Asked again and again until it is so. */
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 40_000 });

describe.each(storyDatabases())('who is who in Slack, on $name', ({ open }) => {
  let at: House;
  let rachida: string;
  afterEach(() => at.close());

  /** Rachida by her account, and partners on the page, with their e-mails or not; user ids in Slack, in that order. */
  async function found(
    names: readonly string[],
    how: { readonly email: boolean; readonly accounts: Readonly<Record<string, Account>> } = KNOWN_BY_E_MAIL,
  ): Promise<string[]> {
    const users: string[] = [];
    at = await openHouse(await open(), {
      by: 'http',
      people: [names.length + 2],
      web: WEB,
      enrolled(content, [slack]) {
        rachida = slack!.newcomer();
        const partners = names.map((name): Newcomer => {
          const userId = slack!.newcomer();
          users.push(userId);
          slack!.profiles.set(userId, how.accounts[name] ?? {});
          return {
            name,
            lang: 'fr',
            ...(how.email ? { contact: { email: slack!.emailOf(userId) } } : {}),
            addresses: [{ ...PAGE, userId: `page-${name}` }],
            roles: [],
            partner: { organisation: `Structure de ${name}`, college: content.colleges[0]!.key },
          };
        });
        return [somebody('Rachida', slack!, rachida, { roles: ['facilitator'] }), ...partners];
      },
    });
    return users;
  }
  const read = (name: string) =>
    at.bot.store.transaction(async (tx) => {
      const person = (await tx.people.find(at.consultation.id, name))!;
      return { ...person, on: person.addresses.map(({ platform }) => platform) };
    });
  const openRound = async () => {
    await at.ask(rachida, 'ouvrir plan-actions', 'On envoie ?');
    await at.ask(rachida, 'oui', 'en route');
  };
  /** The team gives the e-mail of one person or several, in one file. */
  const giveEmail = (names: readonly string[], email: string) =>
    at.bot.store.transaction(async (tx) => {
      const college = at.content.colleges[0]!.key;
      const again = names.map((name): Newcomer => {
        const partner = { organisation: `Structure de ${name}`, college };
        return { name, lang: 'fr', contact: { email }, addresses: [], roles: [], partner };
      });
      await enrolPeople(tx, at.consultation, again, { ids: at.bot.ids, now: at.clock.now() });
    });
  const linkOf = async (name: string) =>
    `${at.bot.page!.url}${await at.bot.page!.links.issue(at.consultation.content.key, `page-${name}`)}`;

  test('partners are found by the e-mail the team gave, and written to in the language and zone they set', async () => {
    const [claire, kate] = await found(['Claire', 'Kate'], {
      email: true,
      accounts: { Kate: { locale: 'en-GB', tz: 'Europe/Dublin', is_restricted: true } },
    });
    await soon(async () => (await read('Claire')).on).toEqual(['slack', 'web']);
    await soon(async () => (await read('Kate')).on).toEqual(['slack', 'web']);
    expect(await read('Claire')).toMatchObject({ lang: 'fr', zone: 'Europe/Paris' });
    expect(await read('Kate')).toMatchObject({ lang: 'en', zone: 'Europe/Dublin' });
    await openRound();
    await at.next(claire!, 'On commence');
    await at.next(kate!, 'Shall we start');
  });

  test('somebody whose e-mail it is writes first: known at once; and what they ask the bot goes before their settings', async () => {
    const [kate] = await found(['Kate'], { email: false, accounts: {} });
    await openRound();
    await giveEmail(['Kate'], at.slack.emailOf(kate!));
    at.slack.profiles.set(kate!, { locale: 'en-GB', tz: 'Europe/Dublin' });
    await at.ask(kate!, 'Hello!', 'Shall we start');
    await at.ask(kate!, 'en français', /on commence/u);
    at.clock.leap(at.clock.now() + 8 * 86_400_000);
    const before = at.slack.gateway.asked.length;
    await at.bot.tick();
    await soon(async () =>
      at.slack.gateway.asked.slice(before).some(({ method }) => method === 'users.info'),
    ).toBe(true);
    expect(await read('Kate')).toMatchObject({ lang: 'fr', on: ['slack', 'web'] });
  });

  test.each<[string, Account]>([
    ['met in a shared channel', { is_stranger: true, team_id: 'T0ELSEWHERE' }],
    ['of another organisation', { team_id: 'T0ELSEWHERE' }],
    ['that nobody confirmed', { is_email_confirmed: false }],
  ])('the e-mail of somebody %s proves nothing: they are asked, and told of nobody', async (_, account) => {
    const [claire] = await found(['Claire'], { email: true, accounts: { Claire: account } });
    const asked = shownOf(await at.ask(claire!, 'bonjour', 'je ne vous connais pas encore'));
    for (const secret of ['Claire', 'Structure', at.content.title.fr!]) expect(asked).not.toContain(secret);
    expect((await read('Claire')).on).toEqual(['web']);
  });

  test('a mailbox that two people share is nobody’s account', async () => {
    const [claire] = await found(['Claire', 'Omar'], { email: false, accounts: {} });
    await giveEmail(['Claire', 'Omar'], at.slack.emailOf(claire!));
    await at.ask(claire!, 'bonjour', 'je ne vous connais pas encore');
  });

  test('whoever holds a personal link says it to the bot, confirms, and what they had said is taken up', async () => {
    const [claire] = await found(['Claire'], { email: false, accounts: {} });
    await openRound();
    await at.ask(claire!, 'De la trésorerie pour démarrer, à Roubaix.', 'collez-le ici');
    await at.ask(
      claire!,
      `voici ${await linkOf('Claire')}`,
      'Vous êtes bien Claire, de Structure de Claire ?',
    );
    const [asked] = (await at.slack.seen(claire!)).slice(-1);
    await at.slack.press(claire!, asked!.ref, 'Oui, c’est moi');
    await at.next(
      claire!,
      /C’est noté : je vous écris ici désormais\.[\s\S]*lit vos réponses[\s\S]*On commence/u,
    );
    expect((await read('Claire')).on).toEqual(['slack', 'web']);
    await at.ask(claire!, await linkOf('Claire'), 'Je vous ai reconnu·e');
    await at.ask(claire!, 'oui', /P-\d{4}/u);
    await at.ask(claire!, 'mes propositions', 'De la trésorerie');
  });

  test('a link that is broken, void or somebody else’s opens nothing', async () => {
    const [claire, omar] = await found(['Claire', 'Omar'], { email: false, accounts: {} });
    const link = await linkOf('Claire');
    await at.ask(omar!, link.slice(0, -1), 'Ce lien ne s’ouvre pas');
    await at.ask(omar!, link, 'Vous êtes bien Claire');
    await at.ask(omar!, 'non', 'qui êtes-vous');
    await at.ask(claire!, link, 'Vous êtes bien Claire');
    await at.ask(claire!, 'oui', 'je vous écris ici désormais');
    // Claire is there already: a second account of hers is somebody else's affair.
    await at.ask(omar!, link, 'Vous êtes bien Claire');
    await at.ask(omar!, 'oui', 'depuis un autre compte');
    await at.bot.page!.links.revoke(at.consultation.content.key, 'page-Claire');
    await at.ask(omar!, link, 'n’est plus valable');
    expect((await read('Claire')).addresses).toHaveLength(2);
  });

  test('somebody without a link says who they are; the team registers them without seeing an address', async () => {
    await found(['Claire']);
    const jeanne = at.slack.newcomer();
    await openRound();
    await at.ask(jeanne, 'bonjour', 'je ne vous connais pas encore');
    await at.ask(jeanne, 'aide', 'je ne vous connais pas encore');
    await at.ask(jeanne, 'Jeanne Petit, des Jardins partagés', 'Je transmets à l’équipe');
    await at.ask(jeanne, 'vous m’entendez ?', 'C’est gardé');
    const doubt = shownOf(await at.ask(rachida, 'doutes', 'Jeanne Petit, des Jardins partagés'));
    const [, code] = /nouveau:(\w{5})/u.exec(doubt)!;
    expect(doubt).not.toContain(jeanne);
    const college = at.content.colleges[0]!.key;
    await at.ask(
      rachida,
      `ajouter Jeanne Petit, Jardins partagés, ${college}, nouveau:${code}`,
      'Jeanne Petit',
    );
    await at.next(jeanne, /Jeanne[\s\S]*On commence/u);
    await at.ask(rachida, 'doutes', 'Rien n’attend votre avis');
    await at.ask(jeanne, 'mes données', '4 messages de vous');
  });

  test('the same user id in two workspaces is two people, and each is answered at home', async () => {
    let [same, seat] = ['', ''];
    at = await openHouse(await open(), {
      by: 'http',
      people: [2, 1],
      enrolled(content, [north, south]) {
        rachida = north!.newcomer();
        seat = north!.newcomer();
        same = south!.newcomer();
        const partner = (organisation: string) => ({ organisation, college: content.colleges[0]!.key });
        return [
          somebody('Rachida', north!, rachida, { roles: ['facilitator'] }),
          somebody('Ana', north!, same, { partner: partner('Association du nord') }),
          somebody('Bao', south!, same, { partner: partner('Association du sud') }),
        ];
      },
    });
    const [north, south] = at.workspaces;
    // Ids are drawn anew in each emulated workspace: whoever sits there writes under the other one's.
    const channel = await north!.direct(seat);
    const anaSays = (text: string) =>
      north!.deliver({
        type: 'message',
        channel,
        channel_type: 'im',
        user: same,
        text,
        ts: `${Date.now() / 1000}`,
      });
    await anaSays('bonjour');
    await at.next(seat, 'Aucun tour');
    await openRound();
    await at.next(seat, 'Bonjour Ana');
    await at.next(same, 'Bonjour Bao', south);
    await at.ask(same, 'oui', '1/6', south);
    await at.ask(same, 'Un local au sud.', /P-\d{4}/u, south);
    await anaSays('oui');
    await at.next(seat, '1/6');
    await anaSays('mes propositions');
    const none = await at.next(seat, /./u);
    expect(none.text).not.toContain('Un local au sud');
    await at.ask(same, 'mes propositions', 'Un local au sud', south);
  });

  test('an account that was closed is written to no more, where there is another way', async () => {
    const [claire] = await found(['Claire']);
    await soon(async () => (await read('Claire')).on).toEqual(['slack', 'web']);
    at.slack.profiles.set(claire!, { deleted: true });
    at.clock.leap(at.clock.now() + 8 * 86_400_000);
    await soon(async () => {
      await at.bot.tick();
      return (await read('Claire')).on;
    }).toEqual(['web', 'slack']);
  });
});
