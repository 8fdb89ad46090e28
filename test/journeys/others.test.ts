/** Close ideas of others: joined, nuanced, kept apart; supported by word and by thumb, and taken back. */
import { expect, test } from 'vitest';
import { numberOf } from '../../src/core/ids.ts';
import { journeys } from './harness.ts';
import { LILLE_SHOWN } from './stage.ts';
import { quiet } from './story.ts';

const FIRST = 'une avance de trésorerie en attendant les subventions';
const CLOSE = 'avancer la trésorerie en attendant nos subventions';

journeys('ideas of others', { world: LILLE_SHOWN, stories: 30 }, (at) => {
  const row = (ref: string) =>
    at.stage.read(async (tx) => (await tx.proposals.byNumber(at.stage.consultation.id, numberOf(ref)!))!);

  /** Each story has its own subject: what others said before is close to nothing here. */
  const shared = (idea: string) => `
    Claire: oui
    Bot: 1/6 :
    Claire: ${idea}
    Bot: {a}
    Claire: montrer mes idées
    Bot: C'est noté, merci. « ne pas montrer mes idées » si vous changez d'avis.
    Omar: oui
    Bot: 1/6 :
  `;

  test('joined: one support more, its own answer kept, told in one’s list; separated again', async () => {
    const told = await at.story(`${shared(FIRST)}
      Omar: ${CLOSE}
      Bot: Noté, {b} … Une idée proche a déjà été proposée : … {a}, « ${FIRST} » ( … ) … La rejoindre, y apporter une nuance, ou garder la vôtre à part ? [La rejoindre] [Une nuance] [À part]
      Omar [press]: La rejoindre
      Bot: {b} rejoint {a} : vous la soutenez, et sa réponse sera aussi la vôtre. Pour revenir en arrière : « séparer {b} ». … 2/6 :
      Omar: mes propositions
      Bot: {b}, … réunie à {a}
      Claire: mes propositions
      Bot: {a}, « ${FIRST} » … soutenue par 1 autre personne
    `);
    expect((await row(told.refs.b!)).state).toBe('merged');
    await at.story(
      `
      Omar: ne plus soutenir {a}
      Bot: Vous soutenez {a} parce que {b} y est réunie. Pour la reprendre à part : « séparer {b} ».
      Omar: séparer {b}
      Bot: C'est fait : {b} est de nouveau une proposition à part.
      Omar: séparer {b}
      Bot: {b} n'est réunie à aucune autre.
      Rachida: réunir {b} dans {a}
      Bot: Son auteur·rice a choisi de garder {b} à part de {a} : je ne le lui redemande pas.
    `,
      told,
    );
    expect(await row(told.refs.b!)).toMatchObject({ state: 'submitted', mergedInto: null });
  });

  test('a nuance: a proposal of its own, and both sides read it where it matters', () =>
    at.story(`${shared('un annuaire partagé des structures du textile')}
      Omar: un annuaire partagé des structures du textile et du cuir
      Bot: {b} … {a}, « un annuaire partagé des structures du textile » … La rejoindre
      Omar: plutôt une nuance : il faut le cuir aussi
      Bot: C'est noté : {b} compte comme une proposition entière, nuance de {a}. … je transmets cette précision à l'équipe … 2/6 :
      Omar: {b}
      Bot: {b} : « un annuaire partagé des structures du textile et du cuir » … nuance de {a}
      Omar: montrer mes idées
      Bot: C'est noté
      Claire: mes propositions
      Bot: {a}, … nuancée par {b}
      Rachida: doutes
      Bot: Précision à reprendre : « plutôt une nuance : il faut le cuir aussi »
    `));

  test('kept apart: not asked again, not by the team either', async () => {
    const told = await at.story(`${shared('des vélos cargos prêtés aux commerçants')}
      Omar: prêter des vélos cargos aux commerçants
      Bot: {b} … {a}, … La rejoindre
      Omar: non, garder la mienne à part
      Bot: {b} reste à part. … 2/6 :
      Rachida: réunir {b} dans {a}
      Bot: Son auteur·rice a choisi de garder {b} à part de {a}
    `);
    const doubts = await at.stage.read((tx) => tx.doubts.open(at.stage.consultation.id));
    const { id } = await row(told.refs.b!);
    expect(doubts.filter(({ kind, proposalId }) => kind === 'near' && proposalId === id)).toEqual([]);
  });

  test('another idea instead of an answer: taken as one, and the pair waits for the team', () =>
    at.story(`${shared('une cantine solidaire dans chaque quartier')}
      Omar: ouvrir une cantine solidaire dans chaque quartier
      Bot: {b} … La rejoindre, y apporter une nuance
      Omar: et puis former des animateurs sportifs
      Bot: {c}
      Rachida: doutes
      Bot: Peut-être la même idée : {b}, … / {a}, … « réunir {b} dans {a} »
    `));

  test('no opinion, or later: the next question comes, nothing is asked twice', () =>
    at.story(`${shared('une monnaie locale acceptée par les mairies')}
      Omar: une monnaie locale acceptée par toutes les mairies
      Bot: {b} … La rejoindre
      Omar: jsp
      Bot: Pas de souci. … 2/6 :
      Omar: rejoindre {a} avec {b}
      Bot: {b} rejoint {a}
    `));

  test('a list is confirmed first, then one close idea is shown, no more', () =>
    at.story(`${shared('un atelier de couture pour créer son activité')}
      Omar: - un atelier de couture pour bien créer son activité↵- des locaux moins chers à Roubaix
      Bot: J'y lis deux idées : … {b} … {c} … C'est bien ça ? [C'est ça] [Corriger]
      Omar: c bon
      Bot: Merci ! … {a}, « un atelier de couture pour créer son activité » … La rejoindre
      Omar: oui c'est la même
      Bot: {b} rejoint {a} … 2/6 :
    `));

  test('two close ones: which, then joined; the other is not', () =>
    at.story(`${shared('des crèches coopératives ouvertes la nuit')}
      Omar: des crèches coopératives ouvertes la nuit et le samedi
      Bot: {b} … {a} … La rejoindre
      Omar [press]: À part
      Bot: {b} reste à part. … 2/6 :
      Omar: montrer mes idées
      Bot: C'est noté
      Lucie: oui
      Bot: 1/6 :
      Lucie: des crèches coopératives ouvertes la nuit
      Bot: {c} … Deux idées proches ont déjà été proposées : … {a}, … {b}, … En rejoindre une, y apporter une nuance, ou garder la vôtre à part ? [Rejoindre {a}] [Rejoindre {b}] [Une nuance] [À part]
      Lucie: oui
      Bot: Laquelle voulez-vous rejoindre : {a} ou {b} ? [{a}] [{b}]
      Lucie: la deuxième
      Bot: {c} rejoint {b}
    `));

  test('an author who has not agreed is not shown, and nobody learns that there is one', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: des ruches sur les toits des lycées
      Bot: Noté, {a}
      Omar: oui
      Bot: 1/6 :
      Omar: poser des ruches sur les toits des lycées
      Bot: Noté, {b} … 2/6 :
      Omar: {a}
      Bot: Je ne trouve pas cette proposition parmi les vôtres.
      Omar: rejoindre {a}
      Bot: Je n'ai pas de {a} à vous montrer
      Omar: rejoindre P-9999
      Bot: Je n'ai pas de P-9999 à vous montrer
      Rachida: réunir {b} dans {a}
      Bot: Les mots de {a} ne peuvent pas être montrés à d'autres
      Claire: montrer mes idées
      Bot: C'est noté
      Claire: citation jamais
      Bot: vos mots ne seront pas publiés
      Omar: {a}
      Bot: Je ne trouve pas cette proposition
      Claire: montrer mes idées
      Bot: Vous avez choisi de ne pas être cité·e : vos mots ne sont montrés à personne.
    `));

  test('supported by word, by thumb, and taken back; one’s own counts without', async () => {
    const told = await at.story(`${shared('un studio de radio pour les jeunes du quartier')}
      Omar: {a}
      Bot: {a}, « un studio de radio pour les jeunes du quartier » … « rejoindre {a} » pour la soutenir.
      Omar [react la_soutenir]: 👍🏽
      Bot: Vous soutenez {a}, c'est noté. Pour revenir en arrière : « ne plus soutenir {a} ».
      Omar [react la_soutenir]: 🎉
      Bot: —
      Omar: soutenir {a}
      Bot: Vous soutenez déjà {a}.
      Omar [unreact la_soutenir]: 👍🏽
      Bot: Vous ne soutenez plus {a}, c'est noté.
      Omar: ne plus soutenir {a}
      Bot: Vous ne souteniez pas {a}.
      Omar: rejoindre {a}
      Bot: Vous soutenez {a}
      Omar: mes propositions
      Bot: Vous n'avez pas encore fait de proposition. … Vous soutenez aussi {a}.
      Claire: soutenir {a}
      Bot: {a} est déjà la vôtre : elle compte, sans qu'il faille la soutenir.
      Claire: ne pas montrer mes idées
      Bot: je ne montre vos idées à aucun autre partenaire
      Omar: ne plus soutenir {a}
      Bot: Vous ne soutenez plus {a}
      Omar: rejoindre {a}
      Bot: Je n'ai pas de {a} à vous montrer
    `);
    expect((await row(told.refs.a!)).endorsers).toEqual([]);
  });

  test('a thumb on a message that shows two: which one?', () =>
    at.story(`${shared('des jardins partagés au pied des immeubles')}
      Omar: des jardins partagés au pied des immeubles gris
      Bot: {b} … {a} … La rejoindre
      Omar: à part
      Bot: {b} reste à part.
      Omar: montrer mes idées
      Bot: C'est noté
      Lucie: oui
      Bot: 1/6 :
      Lucie: des jardins partagés au pied des immeubles
      Bot: Deux idées proches
      Lucie [react Deux_idées_proches]: ❤️
      Bot: Laquelle soutenez-vous : {a} ou {b} ? [{a}] [{b}]
      Lucie [press]: {b}
      Bot: Vous soutenez {b}, c'est noté.
      Lucie [unreact Deux_idées_proches]: ❤️
      Bot: Vous ne soutenez plus {b}, c'est noté.
    `));

  test('rewritten after others stood behind it: each is told once, at a decent hour, and may take it back', async () => {
    const told = await at.story(`${shared('une brocante permanente sous la halle')}
      Omar: monter une brocante permanente sous la halle
      Bot: {b} … La rejoindre
      Omar: la rejoindre
      Bot: {b} rejoint {a}
      Lucie: oui
      Bot: 1/6 :
      Lucie: soutenir {a}
      Bot: Vous soutenez {a}
      Claire: {a} : une brocante permanente sur le parvis, payante
      Bot: {a} est à jour.
      Claire: {a} : une brocante permanente sur le parvis, payante le samedi
      Bot: {a} est à jour.
    `);
    const to = (name: string) => at.stage.platform.texts(told.users[name]!);
    const before = to('Omar').length;
    at.stage.clock.leap(Date.UTC(2015, 2, 4, 9));
    await at.stage.bot.tick();
    await quiet(at.stage);
    const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/gu, ' ');
    expect(to('Omar')).toHaveLength(before + 1);
    expect(plain(to('Omar').at(-1))).toBe(
      `Bonjour Omar. ${told.refs.a}, que vous soutenez, a été réécrite :\n\n« une brocante permanente sur le parvis, payante le samedi »\n\nSi elle ne dit plus ce que vous pensez, écrivez « séparer ${told.refs.b} ». Sinon, rien à faire.`,
    );
    expect(plain(to('Lucie').at(-1))).toContain(`« ne plus soutenir ${told.refs.a} »`);
    await at.story(
      `
      Omar: séparer {b}
      Bot: {b} est de nouveau une proposition à part.
      Claire: {a} : une brocante payante
      Bot: {a} est à jour.
    `,
      told,
    );
    const last = to('Lucie').length;
    await at.stage.bot.tick();
    await quiet(at.stage);
    expect(to('Lucie')).toHaveLength(last);
  });

  test('asked once at the end whether one’s ideas may be shown; no answer is a no', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une chorale des retraités
      Bot: Noté, {a} … 2/6 :
      Claire: passe
      Bot: 3/6 :
      Claire: passe
      Bot: 4/6 :
      Claire: passe
      Bot: 5/6 :
      Claire: passe
      Bot: 6/6 :
      Claire: passe
      Bot: C'est fini, merci ! … Une dernière chose : si quelqu'un d'autre a une idée proche d'une des vôtres, puis-je la lui montrer, en vous citant par votre type de structure, sans la nommer ? [Oui] [Non]
      Claire: merci
      Bot: Merci à vous.
      Omar: oui
      Bot: 1/6 :
      Omar: {a}
      Bot: Je ne trouve pas cette proposition
      Claire: montrer mes idées
      Bot: C'est noté, merci.
      Omar: {a}
      Bot: {a}, « une chorale des retraités » (
    `));

  test('in English', () =>
    at.story(`
      Kate: yes
      Bot: 1/6:
      Kate: a repair workshop for washing machines
      Bot: Noted, {a}
      Kate: quote me by organisation
      Bot: you will be quoted by your organisation's name. … may I show it to them, quoting you by your organisation's name? [Yes] [No]
      Kate: sure
      Bot: Noted, thank you. “don't show my ideas” if you change your mind.
      Tom: yes
      Bot: 1/6:
      Tom: repair workshops for washing machines
      Bot: Noted, {b} … A similar idea is already here: … {a}, “a repair workshop for washing machines” ( … ) … Would you join it, add a nuance, or keep yours apart? [Join it] [A nuance] [Keep apart]
      Tom: I'd join it
      Bot: {b} joins {a}: you support it, and its reply will be yours too. To undo that: “separate {b}”. … 2/6:
      Tom: separate {b}
      Bot: Done: {b} is a proposal of its own again.
      Tom: support {a}
      Bot: You support {a}, noted.
      Tom: my proposals
      Bot: You also support {a}.
    `));
});
