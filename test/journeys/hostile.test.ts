/** What people write is text, wherever it comes back: literal, contained, and never the bot's own. */
import { expect, test } from 'vitest';
import type { Run } from '../../src/chat/outbound.ts';
import { journeys } from './harness.ts';
import { quiet } from './story.ts';

/** Each is a proposal with something in it that means something elsewhere. */
const TEXTS: readonly (readonly [name: string, text: string, canary: string])[] = [
  ['Slack mentions', 'des locaux pour <!channel> et <@U012AB3CD> à Roubaix', '<!channel>'],
  [
    'Matrix mentions and HTML',
    'un fonds pour @room <b onclick="x()">associations</b>',
    '@room <b onclick="x()">',
  ],
  ['quote and backtick break-out', 'un local » `rm -rf` *gras* « pour nous', '» `rm -rf` *gras* «'],
  ['SQL and LIKE wildcards', 'un fonds\'; DROP TABLE "Proposal"; -- 100 % _pour_ tous', 'DROP TABLE'],
  [
    'links',
    'un local comme http://169.254.169.254/latest et http://localhost:3000',
    'http://169.254.169.254/latest',
  ],
  ['names of objects', 'un fonds __proto__ et constructor pour les associations', '__proto__ et constructor'],
];

journeys('hostile text', { stories: 20 }, (at) => {
  const runsTo = (user: string): Run[] =>
    at.stage.platform
      .inbox(user)
      .flatMap(({ message }) => message.blocks)
      .flatMap((block) => (block.type === 'list' ? block.items.flat() : block.content));

  test.each(TEXTS)('%s', async (_, text, canary) => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: ${text}
      Bot: P-
    `);
    at.stage.platform.say(told.users.Claire!, 'mes propositions');
    at.stage.platform.say('rachida', 'propositions');
    await quiet(at.stage);
    for (const user of [told.users.Claire!, 'rachida']) {
      const quoted = runsTo(user).filter((run) => run.text.includes(canary));
      expect(quoted.length).toBeGreaterThan(0);
      // Marked as a person's: escaping it is then the adapter's, which can tell it from the bot's own.
      expect(quoted.every((run) => run.person === true)).toBe(true);
    }
    // Queued by reference: erasing the words erases them there too.
    const queued = await at.stage.read((tx) => tx.outbox.of(at.stage.consultation.id, ['sent'], 500));
    expect(queued.length).toBeGreaterThan(10);
    expect(JSON.stringify(queued)).not.toContain(JSON.stringify(canary).slice(1, -1));
  });

  test('what can’t be seen is not shown, and what turns the line around stays inside', async () => {
    const told = await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: un fonds\u202e pour les\u200b asso\u00adciations
      Bot: P-
      Omar: mes propositions
      Bot: Vos propositions
    `);
    const shown = at.stage.platform.texts(told.users.Omar!).at(-1)!;
    expect(shown).toContain('\u2068un fonds pour les associations\u2069');
  });

  test('commands are understood in any of their spellings', () =>
    at.story(`
      Omar: ＯＵＩ
      Bot: 1/6 :
      Omar: des locaux à Croix
      Bot: Noté, {a}
      Omar: MES\u00a0PROPOSITIONS\u200b
      Bot: {a}, « des locaux à Croix »
      Omar: re\u0301tablir {a}
      Bot: {a} n'est pas retirée.
      Omar: RETIRER\u202f{a}
      Bot: {a} est retirée.
    `));

  test('NUL and half a character are stored and shown safely', () =>
    at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie: un fonds\u0000 pour les associations \ud83d de Lille
      Bot: {a}
      Lucie: mes propositions
      Bot: {a}, « un fonds … pour les associations … de Lille »
    `));

  test('words without an idea are no proposal: the bot asks again, and the team has them', () =>
    at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie: ras le bol, rien ne marche comme d'habitude !!!
      Bot: Je l'entends. Si quelque chose ne va pas, écrivez-le
      Lucie: et de la le les pour que dans avec
      Bot: Je n'y trouve pas encore d'idée : dites-la en quelques mots. … avec vos mots : …
      Lucie: Merci beaucoup pour cette belle consultation !
      Bot: Merci à vous. …
      Lucie: rien ne marche dans les locaux de Croix
      Bot: {a}
      Rachida: doutes
      Bot: Pas compris : « ras le bol, rien ne marche comme d'habitude !!! » … Pas compris : « et de la le les pour que dans avec »
    `));

  test('a very long message is one answer, and comes back whole in parts', async () => {
    const long = `Il faut des locaux. ${'une très longue histoire '.repeat(1_700)}`;
    const told = await at.story(`
      Lucie: oui
      Bot: 1/6 :
    `);
    const user = told.users.Lucie!;
    const before = at.stage.platform.inbox(user).length;
    at.stage.platform.say(user, long);
    await quiet(at.stage);
    const replies = at.stage.platform.inbox(user).slice(before);
    expect(replies.filter(({ key }) => key.endsWith('/0'))).toHaveLength(1);
  });

  test('a refusal does not repeat what was typed', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: des locaux à Croix
      Bot: {a}
      Claire: {a} axe <!here>
      Bot: Je ne connais pas cet axe.
      Solène: décider {a} <!here>@room : motif
      Bot: Je ne connais pas cette réponse.
      Rachida: ouvrir plan-actions jusqu'au <!here>
      Bot: Je ne comprends pas cette date.
      Solène: entériner <!here> 2015-03-02
      Bot: Je ne connais pas cette instance.
      Rachida: ouvrir <!here>
      Bot: Je n'ai pas compris.
    `);
    for (const user of [told.users.Claire!, 'rachida', 'solene'])
      expect(at.stage.platform.texts(user).join('\n')).not.toContain('<!here>');
  });

  test('a hostile display name greets nobody else', async () => {
    const { platform, content, world } = at.stage;
    await at.stage.enrol([
      {
        name: '\u202eevil\u200b<!channel> Bob',
        lang: 'fr',
        addresses: [{ platform: platform.name, workspace: 'main', userId: 'evil' }],
        roles: [],
        partner: { organisation: 'Evil & co', college: content.colleges[0]!.key },
      },
    ]);
    await at.story(`
      Rachida: annuler ${world.round}
      Bot: l'annuler quand même ?
      Rachida: oui
      Bot: est annulé
      Rachida: ouvrir ${world.round}
      Bot: On envoie ?
      Rachida: oui
      Bot: C'est ouvert
    `);
    const [hello] = platform.texts('evil');
    expect(hello).not.toMatch(/[\u202e\u200b]/u);
    expect(hello).toMatch(/^Bonjour \u2068?evil<!channel>\u2069?, je suis/u);
  });
});
