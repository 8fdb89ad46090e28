/** People who are only reached by e-mail: from the invitation to the restitution, each letter opened as a person would. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Newcomer } from '../../../../src/app/person/enrol-people.ts';
import { databases } from '../../../databases.ts';
import { Person } from '../person.ts';
import { openRound, openStage, type Stage, somebody, until } from '../stage.ts';
import { header, linkIn, type MailServer, mailServer, plainly, stopIn, type Taken } from './smtp.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const byMail = (userId: string, email: string, over: Partial<Newcomer> = {}): Newcomer =>
  somebody(userId, { contact: { email }, ...over });

describe.each(databases())('letters on $name', ({ open }) => {
  let server: MailServer;
  let stage: Stage;
  const claire = 'claire@example.org';

  beforeAll(async () => {
    server = await mailServer();
    stage = await openStage(
      await open(),
      [
        byMail('claire', claire),
        byMail('kate', 'kate@example.org', { lang: 'en', name: 'Kate Marlow' }),
        // A town hall's own.
        byMail('omar', 'mairie@example.org'),
        byMail('lucie', 'mairie@example.org', { name: 'Lucie Hennebelle' }),
        byMail('zoe', 'zoe@example.org', { name: 'Zoé "<b>" <zoe@evil.example>,\r\nBcc: all@evil.example' }),
        somebody('solene', { roles: ['staff'], partner: null }),
        somebody('noor'),
      ],
      { open: false, mail: { url: server.url, replyTo: 'equipe@example.org' } },
    );
  });
  afterAll(async () => {
    await stage?.close();
    await server?.close();
  });

  const arrives = async (email: string, count: number): Promise<Taken> => {
    await until(async () => {
      await stage.bot.post!.sweep();
      return server.to(email).length >= count;
    });
    expect(server.to(email)).toHaveLength(count);
    return server.to(email).at(-1)!;
  };
  /** As the person, by the link of that letter. */
  const opens = async (letter: Taken): Promise<Person> => {
    const person = new Person(stage.url);
    await person.come(linkIn(letter).slice(stage.url.length));
    return person;
  };
  const says = async (person: Person, text: string, answer: string): Promise<void> => {
    const before = (await person.read()).length;
    person.say(text);
    let heard: string[] = [];
    await until(async () => {
      heard = (await person.read()).slice(before).flatMap((line) => (line.side === 'bot' ? [line.text] : []));
      return heard.some((one) => plainly(one).includes(answer));
    }).catch(() => expect(heard, `after « ${text} »`).toContain(answer));
  };
  const later = async (ms: number): Promise<void> => {
    stage.pass(ms);
    await stage.bot.tick();
    await stage.bot.post!.sweep();
  };

  test('an invitation: to whom, from whom, with their link, in their language', async () => {
    await openRound(stage);
    const letter = await arrives(claire, 1);
    const { mail } = letter;
    expect(mail.subject).toMatch(/^Votre avis jusqu’au \d+(er)? \S+ : Écrire le plan d’actions$/u);
    expect(mail.from).toMatchObject({
      name: 'la Métropole Européenne de Lille (MEL)',
      address: 'consultation@example.org',
    });
    expect(mail.to).toMatchObject([{ name: 'Claire Martin', address: claire }]);
    expect(mail.replyTo).toMatchObject([{ address: 'equipe@example.org' }]);
    expect(header(letter, 'auto-submitted')).toBe('auto-generated');
    expect(header(letter, 'content-language')).toBe('fr');
    expect(header(letter, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header(letter, 'list-unsubscribe')).toBe(`<${stopIn(letter)}>`);
    expect(mail.text).toContain('Pour Claire Martin');
    expect(mail.text).toContain('Bonjour Claire');
    expect(mail.text).toContain('validés le 11 février');
    expect(mail.text).toContain('L’équipe lit les réponses');
    expect(mail.html).toContain(linkIn(letter));
    expect(mail.html).not.toMatch(/<img|src=|@import|https?:\/\/(?!127\.0\.0\.1)/u);

    const english = await arrives('kate@example.org', 1);
    expect(english.mail.subject).toMatch(/^Your views by .*: Writing the action plan$/u);
    expect(english.mail.text).toContain('Hello Kate');
    expect(header(english, 'content-language')).toBe('en');
  });

  test('two people of one mailbox: two letters, each says for whom', async () => {
    await arrives('mairie@example.org', 2);
    const subjects = server.to('mairie@example.org').map(({ mail }) => mail.subject);
    expect(subjects.sort()).toEqual([
      expect.stringMatching(/^Pour Lucie Hennebelle – Votre avis/u),
      expect.stringMatching(/^Pour Omar Martin – Votre avis/u),
    ]);
  });

  test('a hostile name stays a name', async () => {
    const { mail, source } = await arrives('zoe@example.org', 1);
    expect(mail.to).toHaveLength(1);
    expect(mail.to![0]!.address).toBe('zoe@example.org');
    expect(source.slice(0, source.indexOf('\r\n\r\n'))).not.toMatch(/^bcc:/imu);
    expect(mail.html).not.toContain('<b>');
    expect(server.to('all@evil.example')).toEqual([]);
  });

  test('who has no e-mail has no letter, and neither has the team for its own questions', () => {
    expect(server.taken.map(({ to }) => to).sort()).toEqual([
      claire,
      'kate@example.org',
      'mairie@example.org',
      'mairie@example.org',
      'zoe@example.org',
    ]);
  });

  test('a link that a machine opens does nothing, whatever it opens', async () => {
    const letter = await arrives(claire, 1);
    for (const url of [linkIn(letter), linkIn(letter), stopIn(letter), stopIn(letter)]) {
      const opened = await fetch(url);
      expect(opened.status).toBe(200);
      expect(opened.headers.get('set-cookie')).toBeNull();
    }
    expect(await (await fetch(linkIn(letter))).text()).toContain('Vous êtes bien Claire');
    const page = await (await stage.person('claire')).page();
    expect(page).not.toContain('je ne vous écris plus');
  });

  test('answers on the page bring no letter each; then one says what was noted, once', async () => {
    const person = await opens(await arrives(claire, 1));
    await says(person, 'oui', '1/6');
    await says(person, 'De la trésorerie en attendant les subventions, à Roubaix.', 'Noté, P-0001');
    await says(person, 'Un comptable partagé entre 4 associations.', 'Noté, P-0002');
    await later(20 * MINUTE);
    await arrives(claire, 1);
    await later(11 * MINUTE);
    const { mail } = await arrives(claire, 2);
    expect(mail.subject).toBe('Ce que nous avons noté : Écrire le plan d’actions');
    expect(plainly(mail.text)).toContain(
      'P-0001, « De la trésorerie en attendant les subventions, à Roubaix. » (',
    );
    expect(plainly(mail.text)).toContain('P-0002, « Un comptable partagé');
    expect(mail.text).toContain('Il reste 4 questions');
    expect(plainly(mail.text)).toContain('« corriger P-0002 »');
    await later(60 * MINUTE);
    await arrives(claire, 2);
  });

  test('a correction brings another, of what stands then', async () => {
    const person = await stage.person('claire');
    await says(person, 'retirer P-0002', 'P-0002 est retirée');
    await later(31 * MINUTE);
    const { mail } = await arrives(claire, 3);
    expect(mail.text).toContain('P-0001');
    expect(mail.text).not.toContain('comptable');
    person.close();
  });

  test('one click in a mail program stops it all, and twice is once', async () => {
    const letter = server.to('mairie@example.org').find(({ mail }) => mail.subject?.includes('Omar'))!;
    const stop = header(letter, 'list-unsubscribe')!.slice(1, -1);
    for (let time = 0; time < 2; time += 1) {
      const done = await fetch(stop, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      });
      expect(done.status).toBe(200);
      expect(await done.text()).toContain('C’est entendu');
    }
    const omar = await stage.person('omar');
    const told = async () =>
      (await omar.read()).filter(({ text }) => text.includes('je ne vous écris plus')).length;
    await expect.poll(told).toBe(1);
    expect((await fetch(`${stop}x`, { method: 'POST' })).status).toBe(404);
    // The other person of that mailbox is still written to.
    await stage.tell('omar', 'Un mot pour Omar.');
    await stage.tell('lucie', 'Un mot pour Lucie.');
    const { mail } = await arrives('mairie@example.org', 3);
    expect(mail.text).toContain('Un mot pour Lucie.');
    expect(await told()).toBe(1);
  });

  test('more time is told, to each in their language', async () => {
    const rachida = await stage.person('rachida');
    const day = new Date(Date.now() + 80 * DAY).toISOString().slice(0, 10);
    await says(rachida, `prolonger plan-actions jusqu’au ${day}`, 'est prolongé');
    const { mail } = await arrives('kate@example.org', 2);
    expect(mail.subject).toMatch(/^More time, until .*: Writing the action plan$/u);
    expect((await arrives(claire, 4)).mail.subject).toMatch(/^Plus de temps/u);
  });

  test('a reminder goes to who is silent, in working hours', async () => {
    // A Tuesday in two weeks or three, at ten or eleven in Lille.
    const from = Math.ceil(stage.bot.clock.now() / HOUR) * HOUR + 15 * DAY;
    const at = Array.from({ length: 7 * 24 }, (_, hours) => from + hours * HOUR).find(
      (one) => new Date(one).getUTCDay() === 2 && new Date(one).getUTCHours() === 9,
    );
    const before = server.to(claire).length;
    await later(at! - stage.bot.clock.now());
    await until(async () => {
      await stage.bot.post!.sweep();
      return server.to('kate@example.org').some(({ mail }) => /^Reminder, by/u.test(mail.subject ?? ''));
    });
    expect(server.to(claire)).toHaveLength(before);
  });

  test('the restitution: their words, the answer and its reason', async () => {
    const rachida = await stage.person('rachida');
    await says(rachida, 'clore plan-actions : tout le monde a répondu', 'est clos');
    const solene = await stage.person('solene');
    await says(solene, 'synthèse', 'Brouillon n° 1');
    for (const axis of [1, 2, 3, 4, 5]) await says(solene, `sans désaccord ${axis}`, 'C’est fait');
    await says(solene, 'signer', 'signée');
    await says(solene, 'décider P-0001 retenue : Un fonds d’avance ouvrira en septembre.', 'c’est noté');
    await says(solene, 'entériner comite 2015-05-13', 'enregistrée');
    await says(solene, 'entériner conseil 2015-10-23', 'enregistrée');
    await says(solene, 'restitution', 'On envoie');
    await says(solene, 'oui', 'C’est parti');
    const { mail } = await arrives(claire, 5);
    expect(mail.subject).toBe('Ce que deviennent vos propositions');
    expect(plainly(mail.text)).toContain('« De la trésorerie en attendant les subventions, à Roubaix. »');
    expect(mail.text).toContain('Un fonds d’avance ouvrira en septembre.');
    expect(mail.text).toContain('23 octobre 2015');
  });

  test('what is logged holds no address and no text', () => {
    for (const canary of ['example.org', 'trésorerie', 'Claire', 'Roubaix'])
      expect(stage.lines.join('\n')).not.toContain(canary);
  });
});
