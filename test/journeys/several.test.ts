/** Somebody in two consultations, on one chat. */
import { beforeAll, expect, test } from 'vitest';
import type { Newcomer } from '../../src/app/person/enrol-people.ts';
import type { LoadedConsultation } from '../../src/app/ports/consultations.ts';
import { journeys } from './harness.ts';
import { contentOf, enter, WINDHAVEN } from './stage.ts';

journeys('two consultations', { stories: 5 }, (at) => {
  let island: LoadedConsultation;

  beforeAll(async () => {
    const { bot, platform } = at.stage;
    const address = (userId: string) => [{ platform: platform.name, workspace: 'main', userId }];
    const both = ['claire-1', 'claire-2', 'omar-1', 'lucie-1'].map(
      (user): Newcomer => ({
        name: user,
        lang: 'fr',
        addresses: address(user),
        roles: [],
        partner: { organisation: `Island ${user}`, college: 'bewoners' },
      }),
    );
    const rosa: Newcomer = {
      name: 'Rosa',
      lang: 'en',
      addresses: address('rosa'),
      roles: ['facilitator'],
      partner: null,
    };
    island = await enter(bot, await contentOf(WINDHAVEN), [...both, rosa]);
  });

  const invited = async () => {
    const { platform } = at.stage;
    if (platform.texts('rosa').length > 0) return;
    platform.say('rosa', 'open maatregelen');
    await platform.waitFor('rosa', ({ text }) => text.includes('Shall I send it?'));
    platform.say('rosa', 'yes');
    for (const user of ['claire-1', 'claire-2', 'omar-1', 'lucie-1'])
      await platform.waitFor(
        user,
        ({ text }) => text.includes('Energy, water') || text.includes('maatregelen'),
      );
  };

  const refsOf = (consultation: LoadedConsultation) =>
    at.stage.read(async (tx) => (await tx.proposals.of(consultation.id)).map(({ number }) => number));

  test('in the middle of one when the other begins: asked which, and what was said is taken up there', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
    `);
    await invited();
    await at.story(
      `
      Claire: des locaux moins chers à Roubaix
      Bot: Plusieurs consultations vous attendent. De laquelle parlons-nous ? … [Plan métropolitain … ] [ … Windhaven
      Claire: 1
      Bot: Noté, P-0001 (locaux et foncier, Roubaix). … 2/6 :
      Claire: un annuaire des structures
      Bot: Noté, P-0002 … 3/6 :
    `,
      told,
    );
    expect(await refsOf(at.stage.consultation)).toEqual([1, 2]);
    expect(await refsOf(island)).toEqual([]);
  });

  test('the other one: her yes begins it there, and she may change over later', () =>
    at.story(`
      Claire: oui
      Bot: De laquelle parlons-nous ?
      Claire: la deuxième
      Bot: 1/4 :
      Claire: consultations
      Bot: De laquelle parlons-nous ?
      Claire: 1
      Bot: Pour continuer, il me faut votre accord : on commence ?
      Claire: oui
      Bot: 1/6 :
    `));

  test('no clear choice: asked again', () =>
    at.story(`
      Omar: oui
      Bot: De laquelle parlons-nous ?
      Omar: les deux
      Bot: De laquelle parlons-nous ?
      Omar [press]: Klimaatplan Windhaven 2027-2032
      Bot: il me faut votre accord
    `));

  test('a change of a message goes where its answer was given', async () => {
    const told = await at.story(`
      Lucie: oui
      Bot: De laquelle
      Lucie: 1
      Bot: 1/6 :
      Lucie [as m]: un fonds d'amorçage à Croix
      Bot: Noté, {a}
      Lucie: consultations
      Bot: De laquelle
      Lucie [edit m]: un fonds d'amorçage à Lille
      Bot: {a} est à jour.
      Lucie: 2
      Bot: on commence ?
      Lucie [edit m]: un fonds d'amorçage à Tourcoing
      Bot: {a} est à jour.
    `);
    expect(told.refs.a).toBeDefined();
  });
});
