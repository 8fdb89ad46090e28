/** Somebody takes over: the organisation's place passes on, the words and the data of who leaves stay theirs. */
import { expect, test } from 'vitest';
import { dossierOf } from '../../src/app/person/export-person.ts';
import type { Person } from '../../src/app/ports/people.ts';
import { type Journey, journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet } from './story.ts';

const person = (at: Journey, userId: string) =>
  at.stage.read(
    async (tx) => (await tx.people.byAddress({ platform: 'memory', workspace: 'main', userId }))[0] ?? null,
  );

const dossier = (at: Journey, one: Person) =>
  at.stage.read(async (tx) =>
    dossierOf(
      {
        tx,
        consultation: at.stage.consultation,
        actor: { person: one, partners: [] },
        now: at.stage.clock.now(),
        ids: at.stage.bot.ids,
      },
      one,
      () => '',
    ),
  );

journeys('replacement, before the invitation has left', { stories: 2, open: false }, (at) => {
  test('it does not reach whoever was replaced meanwhile, on their chat or by a letter', async () => {
    const { platform, consultation } = at.stage;
    platform.say('rachida', 'ouvrir plan-actions');
    await quiet(at.stage);
    platform.faults.failPosts({
      transient: true,
      retryAfter: 60_000,
      scope: 'place',
      place: platform.direct('main', 'claire-1'),
      times: Number.POSITIVE_INFINITY,
    });
    platform.say('rachida', 'oui');
    await quiet(at.stage);
    const claire = (await person(at, 'claire-1'))!;
    const waiting = (states: ('queued' | 'dropped')[]) =>
      at.stage.read(async (tx) =>
        (await tx.outbox.of(consultation.id, states, 100)).filter(({ kind }) => kind === 'invitation'),
      );
    expect(await waiting(['queued'])).toHaveLength(1);
    platform.say('rachida', 'remplacer Claire 1 par Paul Martin, memory:paul-1');
    await quiet(at.stage);
    expect(await waiting(['dropped'])).toHaveLength(1);
    expect((await at.stage.read((tx) => tx.people.partnersOf(claire.id))).length).toBe(0);
    platform.faults.heal();
    at.stage.clock.leap(at.stage.clock.now() + 3_600_000);
    await quiet(at.stage);
    expect(platform.texts('claire-1').join('\n')).not.toContain('On commence');
    expect(platform.texts('claire-1').at(-1)).toContain('prend votre suite');
    expect(platform.texts('paul-1').at(-1)).toContain('On commence');
  });
});

journeys('replacement', { stories: 4 }, (at) => {
  test('the successor inherits the proposals; the predecessor keeps her data; words belong to who wrote them', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a}
      Claire: un poste de comptable partagé entre quatre associations
      Bot: Noté, {b}
      Rachida: remplacer Claire 1 par Paul Martin, memory:paul-1
      Bot: Paul Martin parle désormais pour Organisation Claire 1, à la place de Claire 1. Les 2 propositions de la structure lui reviennent. L'invitation à « plan-actions » part. Claire 1 reçoit un dernier message ; ses liens ne s'ouvrent plus. « annuler le remplacement de Claire 1 »
      Bot → Claire: Bonjour Claire. L'équipe nous apprend que Paul Martin prend votre suite pour Organisation Claire 1 : je ne vous écrirai plus à ce titre … « mes données », « effacer ».
      Bot → Paul: Bonjour Paul. Vous prenez la suite de Claire 1 pour Organisation Claire 1. Ses 2 propositions sont désormais les vôtres
      Bot → Paul: Bonjour Paul, je suis le robot … On commence ?
      Paul: oui
      Bot: 3/6 :
      Paul: mes propositions
      Bot: {a}, « une avance … {b}, « un poste de comptable
      Paul: {b} : un poste de comptable partagé entre six associations
      Bot: {b} est à jour.
      Paul: des locaux moins chers à Tourcoing
      Bot: Noté, {c}
      Claire: et j'ajoute une idée sur les cantines
      Bot: Vous ne parlez plus ici pour une structure ; je transmets votre message à l'équipe.
      Claire: mes propositions
      Bot: Vous ne parlez plus ici pour une structure.
      Claire: mes données
      Bot: vos messages … Je vous écris tout ici ?
      Claire: non
      Bot: Entendu.
      Rachida: doutes
      Bot: Écrit par quelqu'un qui ne parle plus pour une structure : « et j'ajoute une idée
    `);
    const [claire, paul] = [(await person(at, 'claire-1'))!, (await person(at, 'paul-1'))!];
    const [hers, his] = [await dossier(at, claire), await dossier(at, paul)];
    const said = (one: typeof hers) => JSON.stringify([one.messages, one.proposals]);
    expect(hers.proposals.map((one) => one.ref)).toEqual([told.refs.a, told.refs.b]);
    expect(hers.proposals[1]!.versions).toHaveLength(1);
    expect(his.proposals.map((one) => one.ref)).toEqual([told.refs.b, told.refs.c]);
    expect(said(his)).not.toContain('une avance de trésorerie');
    expect(said(his)).not.toContain('quatre associations');
    expect(said(hers)).not.toContain('Tourcoing');

    await at.story(
      `
      Claire: effacer
      Bot: J'efface tout ?
      Claire: oui
      Bot: C'est fait : vos mots, votre nom et votre adresse sont effacés.
      Paul: mes propositions
      Bot: {a}, … effacée … {b}, « un poste de comptable partagé entre six associations » … {c}, « des locaux
    `,
      told,
    );
    const texts = at.stage.platform.texts('paul-1').join('\n');
    expect(texts).toContain('Tourcoing');
    const kept = await at.stage.read(async (tx) =>
      JSON.stringify(await tx.outbox.of(at.stage.consultation.id, ['queued', 'sent', 'dropped'], 1000)),
    );
    expect(kept).not.toContain('prenez la suite de Claire 1');
  });

  test('nothing said yet: the successor is invited in her place, and counts in her stead', async () => {
    const invited = () =>
      at.stage.read(async (tx) => {
        const round = await tx.rounds.byKey(at.stage.consultation.id, 'plan-actions');
        return (await tx.participations.of(round!.id)).length;
      });
    const before = await invited();
    await at.story(`
      Rachida: remplacer Claire 2, Organisation Claire 2 par Ann Smith, memory:ann-1, en
      Bot: Ann Smith parle désormais pour Organisation Claire 2, à la place de Claire 2. L'invitation à « plan-actions » part.
      Bot → Claire: Bonjour Claire
      Bot → Claire: Ann Smith prend votre suite
      Bot → Ann: Hello Ann. You are taking over from Claire 2 for Organisation Claire 2.
      Bot → Ann: Hello Ann, I am the bot … Shall we start?
      Ann: yes
      Bot: 1/6:
      Rachida: annuler
      Bot: Claire 2 parle de nouveau pour Organisation Claire 2
      Bot → Ann: After all, Claire 2 goes on speaking for Organisation Claire 2: there is nothing for you to do. Your data remains yours
      Bot → Claire: Je vous avais écrit que quelqu'un prenait votre suite pour Organisation Claire 2 : l'équipe revient là-dessus. Vous parlez de nouveau pour cette structure
      Bot → Claire: On commence ?
      Claire: oui
      Bot: 1/6 :
      Rachida: annuler le remplacement de Claire 2
      Bot: Je ne trouve pas de remplacement de cette personne à annuler.
    `);
    expect(await invited()).toBe(before);
  });

  test('the person says it herself: the team gets the command ready', () =>
    at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie: Bonjour, je quitte mes fonctions le 30 novembre
      Bot: Merci de nous le dire. Qui prend votre suite ?
      Lucie: Paul Durand, paul.durand@exemple.fr
      Bot: Merci, l'équipe s'en occupe
      Lucie: une foncière solidaire
      Bot: Noté, {a}
      Omar: c'est désormais Jeanne Petit qui suit
      Bot: Merci, l'équipe s'en occupe
      Solène: doutes
      Bot: Changement de personne : « Paul Durand, paul.durand@exemple.fr » (« remplacer Lucie 1, Organisation Lucie 1 par Paul Durand, paul.durand@exemple.fr » lui passe la suite) … « c'est désormais Jeanne Petit qui suit » (« remplacer Omar 1, Organisation Omar 1 par Jeanne Petit, plateforme:identifiant » lui passe
      Solène: remplacer Omar 1, Organisation Omar 1 par Jeanne Petit, memory:jeanne-1
      Bot: Jeanne Petit parle désormais
      Bot → Omar: Jeanne Petit prend votre suite
      Bot → Jeanne: Vous prenez la suite
      Bot → Jeanne: On commence ?
    `));

  test('what is refused', () =>
    at.story(`
      Rachida: remplacer Nadia Personne par Paul Martin, memory:paul-9
      Bot: Je ne connais personne de ce nom ici
      Rachida: remplacer Omar 2 par Omar 2, memory:omar-2
      Bot: Cette personne parle déjà pour cette structure
      Rachida: remplacer Omar 2 par Jean Faux, memory:lucie-2
      Bot: Cet identifiant est déjà celui de quelqu'un d'autre
      Tom: yes
      Bot: 1/6:
      Tom: replace Omar 2 by Tom 1, memory:tom-1
      Bot: …
    `));
});

journeys('replacement, on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English', () =>
    at.story(`
      Joy: yes
      Bot: 1/4:
      Joy: I no longer work for the harbour
      Bot: Who is taking over from you?
      Joy: Mia Jong is taking over from me
      Bot: Thank you, the team will see to it
      Rosa: replace Joy 1 by Mia Jong, memory:mia-1
      Bot: Mia Jong now speaks for Organisation Joy 1, in place of Joy 1. The invitation to “maatregelen” is on its way. … “undo the replacement of Joy 1”
      Bot → Joy: The team tells us that Mia Jong is taking over from you
      Bot → Mia: Hello Mia. You are taking over from Joy 1 for Organisation Joy 1.
      Bot → Mia: Shall we start?
      Rosa: doubts
      Bot: Nothing is waiting for you.
    `));
});
