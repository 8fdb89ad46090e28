/** Reminders: only for the silent, two at most, at a decent hour, and none for who has just answered. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet } from './story.ts';

const at9 = (day: string, offset = '+01:00') => Date.parse(`${day}T09:00:00${offset}`);

journeys('reminding', { stories: 2 }, (at) => {
  const tick = async (instant: number) => {
    at.stage.clock.leap(instant);
    await at.stage.bot.tick();
    await quiet(at.stage);
  };
  const count = (user: string) => at.stage.platform.texts(user).length;

  test('a preview says whom, when and with which words; no is no', async () => {
    await at.story(`
      Rachida: relancer plan-actions
      Bot: 10 personnes à relancer. … 10 partiront à partir du mardi 3 mars à 9 h (aux heures ouvrées
      Rachida: non
      Bot: Rien n'est parti.
    `);
    at.stage.clock.leap(at9('2015-03-03') + 3_600_000);
    await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a}
      Omar: pas moi
      Bot: À qui devrions-nous nous adresser ?
      Omar: passe
      Bot: Merci, l'équipe s'en occupe.
      Kate: stop
      Bot: I won't write to you any more.
      Lucie: oui
      Bot: 1/6 :
      Rachida: relancer plan-actions
      Bot: « plan-actions » : 7 personnes à relancer. … Partenaires économiques et institutionnels : 2 … Territoires et communes : 5 … 7 messages partent tout de suite. … Le message : … Votre avis nous manque encore : « Écrire le plan d'actions » est ouvert jusqu'au 17 avril 2015 … On envoie ? [Envoyer maintenant] [Annuler]
      Rachida: non
      Bot: Rien n'est parti.
    `);
    expect(count('tom-1')).toBe(1);
  });

  test('sent: each in their language, from where they are', async () => {
    const told = await at.story(`
      Rachida: relancer
      Bot: « plan-actions » : 7 personnes à relancer.
      Rachida: oui
      Bot: C'est noté : 7 relances, chacune à son heure.
    `);
    await at.story(
      `
      Tom: yes
      Bot: 1/6:
    `,
      { ...told, users: { ...told.users, Tom: 'tom-1' } },
    );
    const said = (user: string) => at.stage.platform.texts(user);
    expect(said('tom-1')[1]).toContain(
      'Hello Tom. We’d still like to hear from you: “Writing the action plan”',
    );
    expect(said('lucie-1').at(-1)).toContain('Bonjour Lucie. Vous aviez commencé «');
    expect([count('claire-1'), count('omar-1'), count('kate-1')]).toEqual([3, 3, 2]);
  });

  test('twice in a week is enough: the next one waits for the next', async () => {
    await at.story(`
      Rachida: relancer plan-actions
      Bot: « plan-actions » : 7 personnes à relancer. … 7 partiront à partir du mardi 10 mars à 9 h
      Rachida: oui
      Bot: C'est noté : 7 relances
      Rachida: relancer plan-actions
      Bot: Personne à relancer pour « plan-actions » : les 7 personnes encore silencieuses l'ont déjà été autant que permis.
    `);
    const before = count('claire-2');
    await tick(at9('2015-03-09') + 7_200_000);
    expect(count('claire-2')).toBe(before);
    const told = await at.story(`
      Rachida: statut
      Bot: « plan-actions »
    `);
    await at.story('Lucie: passe\n Bot: 2/6 :', { ...told, users: { Lucie: 'lucie-1' } });
    const lucie = count('lucie-1');
    await tick(at9('2015-03-10') + 3_600_000);
    await tick(at9('2015-03-10') + 7_200_000);
    expect(count('claire-2')).toBe(before + 1);
    expect(count('lucie-1')).toBe(lucie);
  });

  test('two at most, whatever the calendar says', async () => {
    const before = count('claire-2');
    for (const day of ['2015-03-16', '2015-03-17', '2015-04-07']) await tick(at9(day) + 7_200_000);
    expect(count('claire-2')).toBe(before);
  });
});

journeys('reminding by the calendar', { stories: 1 }, (at) => {
  const tick = async (instant: number) => {
    at.stage.clock.leap(instant);
    await at.stage.bot.tick();
    await quiet(at.stage);
    return at.stage.platform.texts('omar-1').length;
  };

  test('on the fourteenth day, once, at nine; nobody who answered', async () => {
    await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: passe
      Bot: 2/6 :
    `);
    expect(await tick(at9('2015-03-15') + 3_600_000)).toBe(1);
    expect(await tick(at9('2015-03-16') - 60_000)).toBe(1);
    expect(await tick(at9('2015-03-16'))).toBe(2);
    expect(await tick(at9('2015-03-16') + 60_000)).toBe(2);
    expect(at.stage.platform.texts('claire-1')).toHaveLength(3);
  });

  test('two processes at once, and a clock a day ahead that comes back: once all the same', async () => {
    const { bot } = at.stage;
    at.stage.clock.leap(at9('2015-04-05', '+02:00'));
    await Promise.all([bot.tick(), bot.tick()]);
    await quiet(at.stage);
    expect(at.stage.platform.texts('omar-1')).toHaveLength(2);
    // The clocks went forward on 29 March; day 35 is the Monday.
    expect(await tick(at9('2015-04-06', '+02:00') - 60_000)).toBe(2);
    at.stage.clock.leap(at9('2015-04-06', '+02:00') + 60_000);
    await Promise.all([bot.tick(), bot.tick(), bot.tick()]);
    await quiet(at.stage);
    expect(at.stage.platform.texts('omar-1')).toHaveLength(3);
    expect(await tick(at9('2015-04-08', '+02:00'))).toBe(3);
  });
});

journeys('a reminder overtaken by an answer', { stories: 2 }, (at) => {
  test('it was queued, and does not leave', async () => {
    const { platform, clock, bot } = at.stage;
    clock.leap(at9('2015-03-03'));
    platform.faults.failPosts({
      transient: true,
      retryAfter: 60_000,
      scope: 'place',
      place: platform.direct('main', 'claire-1'),
      times: Number.POSITIVE_INFINITY,
    });
    await at.story(`
      Rachida: relancer
      Bot: 10 personnes à relancer
      Rachida: oui
      Bot: C'est noté : 10 relances
    `);
    platform.say('claire-1', 'oui');
    await quiet(at.stage);
    platform.faults.heal();
    clock.leap(clock.now() + 3_600_000);
    await bot.tick();
    await quiet(at.stage);
    const said = platform.texts('claire-1');
    expect(said).toHaveLength(2);
    expect(said[1]).toContain('1/6');
    const rows = await at.stage.read(async (tx) => {
      const round = await tx.rounds.byKey(at.stage.consultation.id, 'plan-actions');
      return tx.reminders.of(round!.id);
    });
    expect(rows.filter(({ state }) => state === 'dropped')).toHaveLength(1);
  });

  test('nor after the round was closed', async () => {
    const { platform, clock } = at.stage;
    platform.faults.failPosts({
      transient: true,
      retryAfter: 60_000,
      scope: 'place',
      place: platform.direct('main', 'omar-1'),
      times: Number.POSITIVE_INFINITY,
    });
    clock.leap(at9('2015-03-11') + 3_600_000);
    await at.story(`
      Rachida: relancer
      Bot: 10 personnes à relancer
      Rachida: oui
      Bot: C'est noté : 10 relances
      Rachida: clore plan-actions : le calendrier du Conseil a changé
      Bot: « plan-actions » est clos.
    `);
    const before = platform.texts('omar-1').length;
    platform.faults.heal();
    clock.leap(clock.now() + 3_600_000);
    await quiet(at.stage);
    expect(platform.texts('omar-1').slice(before)).toEqual([]);
  });
});

journeys('reminding on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English; one message a week there', () =>
    at.story(`
      Rosa: remind
      Bot: “maatregelen”: 4 people to remind. … 4 from … on (in working hours, within the weekly limit of messages). … We'd still like to hear from you … Shall I send it?
      Rosa: yes
      Bot: Noted: 4 reminders, each at its hour.
    `));
});
