/** Somebody who speaks for two organisations: in whose name, the same answers for both, one message of each kind. */
import { expect, test } from 'vitest';
import type { Newcomer } from '../../src/app/person/enrol-people.ts';
import { type Journey, journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet } from './story.ts';

const alsoFor = (
  user: string,
  name: string,
  lang: string,
  organisation: string,
  college: string,
): Newcomer => ({
  name,
  lang,
  addresses: [{ platform: 'memory', workspace: 'main', userId: user }],
  roles: [],
  partner: { organisation, college },
});

const standing = async (at: Journey, reference: string) =>
  at.stage.read(async (tx) => {
    const { id } = at.stage.consultation;
    const row = await tx.proposals.byNumber(id, Number(reference.slice(2)));
    const partners = await tx.people.partners(id);
    const nameOf = (partner: string | null) => partners.find((one) => one.id === partner)?.organisation;
    return { author: nameOf(row!.partnerId), behind: row!.endorsers.map(nameOf) };
  });

const passing = (from: number): string =>
  Array.from({ length: 6 - from }, (_, index) => `Claire: passe\n      Bot: ${from + index + 1}/6 :`).join(
    '\n      ',
  );

journeys('two organisations', { open: false, stories: 6 }, (at) => {
  test('one person is invited once', async () => {
    await at.stage.enrol(
      [1, 2, 3, 4, 5].map((n) =>
        alsoFor(`claire-${n}`, `Claire ${n}`, 'fr', `Ville de Lys ${n}`, 'territoires'),
      ),
    );
    await at.story(`
      Rachida: ouvrir plan-actions
      Bot: 30 personnes invitées … On envoie ?
      Rachida: oui
      Bot: 30 invitations
    `);
    const [invitation, ...others] = at.stage.platform.texts('claire-1');
    expect(others).toEqual([]);
    expect(invitation).toContain(
      'Vous y parlez pour Organisation Claire 1 et Ville de Lys 1\u00a0: je vous demanderai au nom de qui.',
    );
    expect(at.stage.platform.texts('omar-1')[0]).not.toContain('Vous y parlez pour');
  });

  test('asked in whose name; the same answers stand for the other', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: Vous parlez ici pour Organisation Claire 1 et Ville de Lys 1. Au nom de qui, pour commencer ? [Organisation Claire 1] [Ville de Lys 1] [Les deux]
      Claire: la ville de Lys
      Bot: C'est noté : vous parlez pour Ville de Lys 1. … 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté pour Ville de Lys 1, {a} … 2/6 :
      ${passing(2)}
      Claire: passe
      Bot: C'est fini, merci ! … Vous parlez aussi pour Organisation Claire 1 : y reprendre les mêmes réponses ? [Les mêmes] [Répondre à part] [Plus tard]
      Claire: oui
      Bot: C'est noté : Organisation Claire 1 porte aussi {a}, et la réponse sera pour vos deux structures.
      Claire: mes propositions
      Bot: Pour Organisation Claire 1 : … porte aussi {a} … Pour Ville de Lys 1 : … {a}, « une avance
    `);
    expect(await standing(at, told.refs.a!)).toEqual({
      author: 'Ville de Lys 1',
      behind: ['Organisation Claire 1'],
    });
  });

  test('« les deux »: one after the other; answered apart in the end', () =>
    at.story(`
      Claire: des locaux moins chers à Tourcoing
      Bot: J'ai bien gardé votre message.
      Claire: oui
      Bot: Au nom de qui
      Claire: les deux
      Bot: Je note d'abord pour Organisation Claire 2 ; à la fin, je vous proposerai de reprendre vos réponses pour Ville de Lys 2. … Noté pour Organisation Claire 2, {a} … 1/6 :
      Claire: passe
      Bot: 2/6 :
      ${passing(2)}
      Claire: passe
      Bot: Vous parlez aussi pour Ville de Lys 2
      Claire: répondre à part
      Bot: vous parlez pour Ville de Lys 2. … 1/6 :
      Claire: des bus le soir vers Roubaix
      Bot: Noté pour Ville de Lys 2, {b} … 2/6 :
    `));

  test('« au nom de », at any time; a proposal goes over to the other organisation', async () => {
    const told = await at.story(`
      Claire: ok
      Bot: Au nom de qui
      Claire: 1
      Bot: vous parlez pour Organisation Claire 3. … 1/6 :
      Claire: un fonds d'amorçage à Croix
      Bot: Noté pour Organisation Claire 3, {a} … 2/6 :
      Claire: au nom de la ville de lys
      Bot: C'est noté : vous parlez pour Ville de Lys 3. … 1/6 :
      Claire: une foncière solidaire
      Bot: Noté pour Ville de Lys 3, {b} … 2/6 :
      Claire: {a} au nom de Ville de Lys 3
      Bot: {a} est désormais au nom de Ville de Lys 3.
      Claire: {a} pour ville de lys 3
      Bot: {a} est déjà au nom de cette structure.
      Claire: Je parle pour Organisation Omar 1
      Bot: Je vous connais ici pour Organisation Claire 3 et Ville de Lys 3. … l'équipe est prévenue
      Claire: je parle pour Organisation Claire 3
      Bot: vous parlez pour Organisation Claire 3. … 2/6 :
    `);
    expect((await standing(at, told.refs.a!)).author).toBe('Ville de Lys 3');
  });

  test('« plus tard »; « pas moi » is no to both', async () => {
    await at.story(`
      Claire: oui
      Bot: Au nom de qui
      Claire: Organisation Claire 4, puis Ville de Lys
      Bot: 1/6 :
      Claire: passe
      Bot: 2/6 :
      ${passing(2)}
      Claire: passe
      Bot: y reprendre les mêmes réponses ?
      Claire: plus tard
      Bot: Entendu. « au nom de Ville de Lys 4 » quand vous voudrez, jusqu'au
    `);
    await at.story(`
      Claire: pas moi
      Bot: À qui devrions-nous nous adresser ?
      Claire: passe
      Bot: Merci, l'équipe s'en occupe.
    `);
    const states = await at.stage.read(async (tx) => {
      const { id } = at.stage.consultation;
      const claire = (await tx.people.partners(id)).filter(({ person }) => person.name === 'Claire 5');
      const found = [];
      for (const one of claire) found.push(...(await tx.participations.ofPartner(one.id)));
      return found.map(({ state }) => state);
    });
    expect(states).toEqual(['declined', 'declined']);
  });

  test('somebody who speaks for one only says what they like', () =>
    at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: je parle pour les petites associations
      Bot: …
      Omar: je voudrais parler au nom de ma mairie aussi
      Bot: Je vous connais ici pour Organisation Omar 1. Si vous parlez aussi pour une autre structure, l'équipe est prévenue et vous y invitera.
      Rachida: doutes
      Bot: « je voudrais parler au nom de ma mairie aussi »
      Omar: au nom d'Organisation Omar 1
      Bot: vous parlez pour Organisation Omar 1.
    `));
});

journeys('two organisations, silent', { open: false, stories: 1 }, (at) => {
  test('one person is reminded once', async () => {
    await at.stage.enrol([alsoFor('claire-1', 'Claire 1', 'fr', 'Ville de Lys', 'territoires')]);
    await at.story(`
      Rachida: ouvrir plan-actions
      Bot: 5 personnes invitées … On envoie ?
      Rachida: oui
      Bot: 5 invitations
    `);
    at.stage.clock.leap(Date.UTC(2015, 2, 10, 9));
    await at.story(`
      Rachida: relancer
      Bot: « plan-actions » : 5 personnes à relancer.
      Rachida: oui
      Bot: C'est noté : 5 relances
    `);
    for (const _ of [1, 2]) {
      await at.stage.bot.tick();
      await quiet(at.stage);
    }
    const [, reminder, ...more] = at.stage.platform.texts('claire-1');
    expect(reminder).toContain('Bonjour Claire');
    expect(more).toEqual([]);
    await at.story(`
      Claire: oui
      Bot: Vous parlez ici pour Organisation Claire 1 et Ville de Lys. Au nom de qui, pour commencer ?
    `);
  });
});

journeys('two organisations, on an island', { world: WINDHAVEN, stories: 1, open: false }, (at) => {
  test('in English', async () => {
    await at.stage.enrol([alsoFor('joy-1', 'Joy 1', 'en', 'Harbour fund', 'ondernemers')]);
    await at.story(`
      Rosa: open maatregelen
      Bot: Shall I send it?
      Rosa: yes
      Bot: invitations
      Bot → Joy: Hello Joy … You speak for Organisation Joy 1 and Harbour fund here: I will ask you in whose name.
      Joy: yes
      Bot: You speak for Organisation Joy 1 and Harbour fund here. In whose name shall we begin?
      Joy: for the Harbour fund
      Bot: Noted: you are speaking for Harbour fund. … 1/4:
      Joy: solar panels on every school roof
      Bot: Noted for Harbour fund, {a} … 2/4:
      Joy: speaking for Organisation Joy
      Bot: you are speaking for Organisation Joy 1. … 1/4:
      Joy: {a} for Organisation Joy 1
      Bot: {a} is now in the name of Organisation Joy 1.
      Joy: I also speak for the Harbour fund
      Bot: you are speaking for Harbour fund.
      Joy: Could I answer on behalf of the primary school too?
      Bot: Here I know you for Organisation Joy 1 and Harbour fund.
    `);
  });
});

journeys('the language one reads', { stories: 2 }, (at) => {
  test('changed at any time, with the question that was waiting', () =>
    at.story(`
      Kate: en français s'il vous plaît
      Bot: Entendu, je vous écris en français (« in English » pour changer). … on commence ?
      Kate: oui
      Bot: 1/6 : Qu'est-ce qui vous manque
      Kate: in English please
      Bot: Of course, I'll write to you in English (“en français” to change back). … 1/6: What
      Kate: a bank in each town
      Bot: Noted, {a}
      Rachida: in English, please
      Bot: Of course, I'll write to you in English
      Rachida: doubts
      Bot: …
    `));
});
