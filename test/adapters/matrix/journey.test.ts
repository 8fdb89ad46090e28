/** A round in Matrix, through its doors alone: every message encrypted, some of the people on another client. */
import { createClient, EventType } from 'matrix-js-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silence } from '../../../adapters/matrix/connection/silence.ts';
import { databases } from '../../databases.ts';
import { eventually, tokenOf } from './partner.ts';
import { hasPython } from './python.ts';
import { sharedSynapse } from './shared.ts';
import { openStage, type Stage } from './stage.ts';

const [embedded] = databases();

describe.skipIf(!hasPython)('a round in Matrix', () => {
  let at: Stage;
  /** What each proposed, `P-0001`. */
  const proposals: string[] = [];
  const proposed = async (userId: string, words: string): Promise<void> => {
    const { text } = await at.ask(userId, words, /P-\d{4}/u);
    proposals.push(/P-\d{4}/u.exec(text)![0]);
  };
  beforeAll(async () => {
    at = await openStage(await embedded!.open(), await sharedSynapse(), { sdk: 3, nio: 2 });
  }, 10 * 60_000);
  afterAll(() => at?.close());

  test('is opened in words, and reaches everybody in a room of their own, with numbered options', async () => {
    await at.ask(at.facilitator, 'ouvrir plan-actions', 'On envoie ?');
    await at.ask(at.facilitator, 'oui', 'invitations');
    for (const partner of at.partners) await at.next(partner, '1. Commencer');
  });

  test('is answered by a number put as a sign, then in one’s own words, shown as text', async () => {
    const [claire] = at.partners;
    const partner = at.sdk.get(claire!)!;
    const [invited] = await partner.seen();
    await partner.react(invited!.ref, '1️⃣');
    await at.next(claire!, '1/6');
    // Nothing to note in any of these: asked again, each time.
    const wordless = 'je ne lis que les mots';
    await at.ask(claire!, '👍🎉', wordless);
    await partner.send(partner.direct!, { msgtype: 'm.text', body: '' });
    await at.next(claire!, wordless);
    await partner.send(
      partner.direct!,
      { body: 'Un chat qui salue', info: {}, url: 'mxc://tour.test/chat' },
      'm.sticker',
    );
    await at.next(claire!, wordless);
    await proposed(claire!, 'De la trésorerie & <b>vite</b>, @room, pour les associations de Roubaix.');
    await at.ask(claire!, 'montrer mes idées', "C'est noté");
    await at.ask(claire!, 'mes propositions', 'De la trésorerie & <b>vite</b>, @room');
    expect((await partner.seen()).at(-1)!.html).toContain('&lt;b&gt;vite&lt;/b&gt;');
  });

  test('is answered on another client alike, by a number that is typed', async () => {
    const ideas = ['Un poste de comptable partagé à Tourcoing.', 'Un annuaire des structures du textile.'];
    for (const [index, person] of at.partners.slice(3).entries()) {
      await at.ask(person, '1', '1/6');
      await proposed(person, ideas[index]!);
    }
  });

  test('a thumb on what is shown of somebody else’s supports it', async () => {
    const omar = at.partners[1]!;
    await at.ask(omar, 'oui', '1/6');
    const close = await at.ask(
      omar,
      'De la trésorerie, vite, pour les associations de Roubaix.',
      'Une idée proche a déjà été proposée',
    );
    await at.sdk.get(omar)!.react(close.ref, '👍');
    await at.next(omar, `Vous soutenez ${proposals[0]}`);
    await at.ask(omar, 'non, garder la mienne à part', 'reste à part');
    proposals.push(/P-\d{4}/u.exec(close.text)![0]);
  });

  test('an edited message revises, a redacted one withdraws', async () => {
    const omar = at.partners[1]!;
    const partner = at.sdk.get(omar)!;
    const said = await at.say(omar, 'Des locaux à Lille.');
    const [name] = /P-\d{4}/u.exec((await at.next(omar, /P-\d{4}/u)).text)!;
    await partner.edit(said, 'Des locaux à Wattrelos.');
    await at.next(omar, name);
    await at.ask(omar, 'mes propositions', 'Des locaux à Wattrelos.');
    await partner.redact(said);
    await at.next(omar, name);
  });

  test('a reply answers what it replies to; an encrypted file is kept and acknowledged', async () => {
    const lucie = at.partners[2]!;
    const partner = at.sdk.get(lucie)!;
    const first = await at.ask(lucie, 'oui', '1/6');
    await at.ask(lucie, 'passe', '2/6');
    await partner.say('Une monnaie locale dans toute la métropole.', { replyTo: first.ref });
    proposals.push(/P-\d{4}/u.exec((await at.next(lucie, /P-\d{4}/u)).text)![0]);
    await partner.share('avis.txt', 'Notre avis, en détail.');
    await at.next(lucie, 'avis.txt');
  });

  test('asked into a room, it introduces itself once, and answers what is said to it there alone', async () => {
    const team = at.sdk.get(at.facilitator)!;
    const room = await team.room('Salle des associations');
    const there = async () => (await team.seen(room)).map(({ text }) => text);
    await eventually(async () => (await there())[0]?.startsWith('Bonjour, je suis'), 'it introduces itself');
    await team.say('Bonjour à tous', { room });
    await team.say('!tour atelier nulle-part', { room });
    await team.say(`${at.account.name} : bonjour`, { room, to: at.account.userId });
    await at.ask(at.facilitator, 'aide', /./u);
    expect(await there()).toHaveLength(1);
  });

  test('is closed, compiled, signed and decided', async () => {
    const team = at.facilitator;
    await at.say(team, 'clore plan-actions : tout le monde a répondu');
    await at.until(team, 'est clos');
    await at.say(team, 'synthèse');
    const draft = await at.until(team, 'Brouillon n° 1');
    for (const [, axis] of draft.text.matchAll(/sans désaccord (\S+)\s»/gu)) {
      await at.say(team, `sans désaccord ${axis}`);
      await at.until(team, "C'est fait");
    }
    await at.ask(team, 'signer', 'Synthèse n° 1 signée');
    await at.ask(team, `décider ${proposals.join(' ')} retenue : un fonds ouvrira en septembre`, 'retenue');
    at.clock.leap(Date.parse('2015-10-24T10:00:00Z'));
    await at.ask(team, 'entériner comite 2015-05-13', 'réponses enregistrées');
    await at.ask(team, 'entériner conseil 2015-10-23', 'réponses enregistrées');
  });

  test('what became of it comes back to everybody who contributed, with the reason', async () => {
    await at.ask(at.facilitator, 'restitution', 'On envoie ?');
    await at.ask(at.facilitator, 'oui', "C'est parti");
    for (const person of at.partners)
      expect((await at.until(person, 'Voici ce que deviennent')).text).toContain('un fonds ouvrira');
  });

  test('nobody was told anything in clear, nor anything they can’t open', async () => {
    for (const partner of at.sdk.values())
      for (const { type } of await partner.seen()) expect(type).toBe('m.room.encrypted');
    for (const person of at.partners.slice(3)) {
      const { seen, locked } = await at.nio.seen(person);
      expect(locked).toBe(0);
      expect(seen.every(({ secret }) => secret)).toBe(true);
    }
  });

  test('clients of the bot’s account know each of those rooms for the conversation with its person', async () => {
    const { access_token: accessToken } = await tokenOf(at.url, at.account);
    const { userId } = at.account;
    const hands = createClient({ baseUrl: at.url, userId, accessToken, logger: silence });
    const known = await eventually(
      () => hands.getAccountDataFromServer(EventType.Direct),
      'they are told of them',
    );
    for (const person of [...at.sdk.values()].slice(1)) expect(known[person.userId]).toEqual([person.direct]);
    expect(Object.keys(known).toSorted()).toEqual([at.facilitator, ...at.partners].toSorted());
    await hands.logout();
  });

  test('nothing of what people wrote is in the log, nor any secret', () => {
    const log = at.lines.join('\n');
    for (const secret of ['trésorerie', 'Wattrelos', at.account.password, 'syt_', 'EsT3'])
      expect(log).not.toContain(secret);
  });
});
