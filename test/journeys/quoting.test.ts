/** How one may be quoted, said as people say it: at the welcome, with a yes, in the middle of the questions. */
import { expect, test } from 'vitest';
import { quotingSaid } from '../../src/bot/partner/quoting.ts';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';

journeys('being quoted', { stories: 4 }, (at) => {
  const attribution = async (user: string) =>
    at.stage.read(async (tx) => {
      const partners = await tx.people.partners(at.stage.consultation.id);
      return partners.find(({ person }) => person.addresses[0]?.userId === user)?.attribution;
    });

  test('at the welcome, with the yes; changed in the middle, and back', async () => {
    const told = await at.story(`
      Claire: oui mais citez mon association svp
      Bot: C'est noté : vous serez cité·e par le nom de votre structure. … Merci ! … 1/6 :
      Claire: un fonds d'amorçage pour les petites associations
      Bot: Noté, {a} … 2/6 :
    `);
    expect(await attribution(told.users.Claire!)).toBe('organisation');
    await at.story(
      `
      Claire: finalement, anonyme
      Bot: C'est noté : vous serez cité·e par votre type de structure, sans la nommer.
      Claire: ne me citez pas
      Bot: C'est noté : vos idées comptent, vos mots ne seront pas publiés.
      Claire: annule
      Bot: C'est annulé : vous êtes cité·e par votre type de structure, sans la nommer, comme avant.
    `,
      told,
    );
  });

  test('before any yes: noted, and the question is asked again', async () => {
    const told = await at.story(`
      Omar: je préfère rester anonyme
      Bot: C'est noté : vous serez cité·e par votre type de structure, sans la nommer. Pour continuer, il me faut votre accord : on commence ?
      Omar: vous pouvez me citer par mon nom
      Bot: C'est noté : vous serez cité·e par votre nom et votre structure. … on commence ?
      Omar: ok
      Bot: 1/6 :
    `);
    expect(await attribution(told.users.Omar!)).toBe('name');
  });

  test('asked, and answered in a word, by a number, or with a button', async () => {
    const told = await at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie: citation
      Bot: Aujourd'hui, vous êtes cité·e par votre type de structure, sans la nommer. Comment pouvons-nous citer vos propositions ? [Mon nom] [Ma structure] [Anonyme, par type de structure] [Jamais]
      Lucie: ma structure
      Bot: C'est noté : vous serez cité·e par le nom de votre structure.
      Lucie: citation
      Bot: [Jamais]
      Lucie: 4
      Bot: vos mots ne seront pas publiés.
      Lucie: citation
      Bot: Aujourd'hui, vos mots ne sont pas publiés.
      Lucie [press]: Mon nom
      Bot: C'est noté : vous serez cité·e par votre nom et votre structure.
      Lucie: citation
      Bot: Comment pouvons-nous
      Lucie: un annuaire des structures du quartier
      Bot: Noté, {a} … 2/6 :
    `);
    expect(await attribution(told.users.Lucie!)).toBe('name');
  });
});

journeys('being quoted, on an island', { world: WINDHAVEN, stories: 2 }, (at) => {
  test('in English', () =>
    at.story(`
      Joy: yes, but keep it anonymous please
      Bot: Noted: you will be quoted by your type of organisation, without naming it. … 1/4:
      Joy: you can quote me by name
      Bot: Noted: you will be quoted by your name and your organisation.
      Joy: don't quote me
      Bot: Noted: your ideas count, your words won’t be published.
    `));
});

test.each([
  'anonyme ?',
  'c’est anonyme ?',
  'un guichet anonyme pour les salariés',
  'citez les structures qui marchent déjà comme exemple dans le plan',
  'le nom de la rue',
  'ma structure manque de trésorerie',
])('%j is not about being quoted', (text) => expect(quotingSaid(text)).toBeNull());
