/** More time: whoever can still answer is told once; whoever is done is left alone. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet } from './story.ts';

const passAll = (name: string, last = 6) =>
  Array.from({ length: last }, (_, index) =>
    index + 1 < last
      ? `${name}: passe\n Bot: ${index + 2}/6 :`
      : `${name}: passe\n Bot: C'est fini, merci ! Jusqu'au 17 avril 2015 vous pouvez tout changer`,
  ).join('\n');

journeys('extending', { stories: 2 }, (at) => {
  test('those who have not finished are told, in their language; those who have, or said no, are not', async () => {
    const before = await at.story(`
      Claire: oui
      Bot: 1/6 :
      ${passAll('Claire')}
      Omar: pas moi
      Bot: À qui devrions-nous nous adresser ?
      Omar: passe
      Bot: Merci, l'équipe s'en occupe.
      Lucie: oui
      Bot: 1/6 :
      Tom: stop
      Bot: I won't write to you any more.
    `);
    await at.story(
      `
      Rachida: prolonger plan-actions jusqu'au 2015-05-15
      Bot: « plan-actions » est prolongé jusqu'au 15 mai 2015. Je préviens 7 personnes qui peuvent encore répondre.
      Bot → Kate: Hello Kate, I am the bot
      Bot → Kate: Hello Kate. You have more time: “Writing the action plan” now runs until 15 May 2015. Write “start” whenever you like.
      Bot → Lucie: Bonjour Lucie. Vous avez plus de temps : « Écrire le plan d'actions » est prolongé jusqu'au 15 mai 2015. Écrivez « reprendre » pour continuer là où vous en étiez.
      Lucie: reprendre
      Bot: Bon retour parmi nous. … 1/6 :
      Rachida: statut
      Bot: « plan-actions » : ouvert jusqu'au 15 mai 2015.
      Claire: mes propositions
      Bot: Vous n'avez pas encore fait de proposition.
    `,
      before,
    );
  });

  test('it can only grow', () =>
    at.story(`
      Rachida: prolonger plan-actions jusqu'au 2015-05-14
      Bot: Ce serait plus court : « plan-actions » ne peut que s'allonger. Pour finir plus tôt : « clore plan-actions : votre raison ».
      Rachida: prolonger plan-actions jusqu'au 15/05/2015
      Bot: « plan-actions » va déjà jusque-là.
      Rachida: prolonger plan-actions jusqu'au 2015-02-30
      Bot: Je ne comprends pas cette date.
      Rachida: prolonger printemps jusqu'au 2015-05-20
      Bot: Je ne trouve pas ce tour.
    `));

  test('two facilitators at the same instant: once', async () => {
    const { platform } = at.stage;
    const before = platform.texts('claire-2').length;
    for (const who of ['rachida', 'solene']) platform.say(who, 'prolonger plan-actions jusqu’au 2015-06-01');
    await quiet(at.stage);
    expect(platform.texts('claire-2')).toHaveLength(before + 1);
    const last = ['rachida', 'solene'].map((who) => platform.texts(who).at(-1)!).sort();
    expect(last[0]).toContain('est prolongé jusqu’au 1er juin 2015');
    expect(last[1]).toContain('va déjà jusque-là');
  });

  test('the close comes on the new day, not on the old one', async () => {
    const { clock, bot } = at.stage;
    // A Saturday: nobody is reminded meanwhile.
    clock.leap(Date.parse('2015-05-16T12:00:00Z'));
    await bot.tick();
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une foncière solidaire pour les locaux vides
      Bot: Noté, {a}
    `);
    clock.leap(Date.parse('2015-06-02T00:00:00Z'));
    await bot.tick();
    await at.story(
      `
      Claire: une monnaie locale
      Bot: Le tour est clos depuis le 1er juin 2015.
      Rachida: prolonger plan-actions jusqu'au 2015-07-01
      Bot: « plan-actions » n'est pas ouvert.
    `,
      told,
    );
  });
});

journeys('extending an island’s round', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English', async () => {
    const { zone, rounds } = at.stage.content;
    const { closesAt } = rounds.find(({ key }) => key === 'maatregelen')!;
    const day = new Date(closesAt + 20 * 86_400_000).toISOString().slice(0, 10);
    const until = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone }).format(
      Date.parse(`${day}T12:00:00Z`),
    );
    await at.story(`
      Rosa: extend maatregelen until ${day}
      Bot: “maatregelen” now runs until ${until}. I'm telling the 4 people who can still answer.
      Bot → Joy: Hello Joy, I am the bot
      Bot → Joy: You have more time
    `);
  });
});
