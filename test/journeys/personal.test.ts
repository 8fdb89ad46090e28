/** "mes données", "effacer": what is known of somebody is theirs to read, and to take away. */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Newcomer } from '../../src/app/person/enrol-people.ts';
import { journeys } from './harness.ts';
import { contentOf, enter, WINDHAVEN } from './stage.ts';
import type { Told } from './story.ts';

const dataDir = join(tmpdir(), `tour-personal-${process.pid}`);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

journeys('one’s data', { stories: 8, dataDir }, (at) => {
  test('what is kept, then all of it', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: des locaux moins chers à Roubaix
      Bot: Noté, {a} … 2/6 :
      Claire: {a} : des locaux partagés à Roubaix
      Bot: {a} est à jour.
      Claire: mes données
      Bot: lit vos réponses … Ce que nous gardons de vous : … À ce jour : 3 messages de vous, 1 proposition, 1 tour, … de ma part. … « effacer » efface vos mots. … Je vous écris tout ici ? [Tout m'écrire] [Non merci]
      Claire: oui
      Bot: Tout ce que nous gardons de vous (… Vous … - Nom : Claire 1 … - Organisation Claire 1 (… Les tours … commencé, 1 réponse. … Tout ce que vous avez écrit … « oui » … « des locaux moins chers à Roubaix » … Vos propositions … {a} : en cours. « des locaux moins chers à Roubaix » puis « des locaux partagés à Roubaix » … Roubaix, lu par la machine … plus haut dans cette discussion.
      Claire: un annuaire des structures du quartier
      Bot: Noté, {b} … 3/6 :
    `));

  test('not now, and the thread is not lost', () =>
    at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: mes données
      Bot: Je vous écris tout ici ?
      Omar: non merci
      Bot: Entendu.
      Omar: mes données
      Bot: Je vous écris tout ici ?
      Omar: une épicerie solidaire au pied de la tour
      Bot: Noté, {a} … 2/6 :
    `));

  test('in English', () =>
    at.story(`
      Kate: yes
      Bot: 1/6:
      Kate: cheaper premises in Roubaix
      Bot: Noted, {a}
      Kate: my data
      Bot: What we keep of yours: … So far: 2 messages of yours, 1 proposal, 1 round, … from me. … Shall I write it all out here? [Write it all] [No thanks]
      Kate [press]: Write it all
      Bot: All we keep of yours … - Name: Kate 1 … Everything you wrote … “cheaper premises in Roubaix” … Your proposals, how they were read … {a}: in progress. “cheaper premises in Roubaix” (… read by the machine … further up in this conversation.
    `));

  test('a facilitator may read theirs too', () =>
    at.story(`
      Rachida: mes données
      Bot: Ce que nous gardons de vous : … Je vous écris tout ici ?
      Rachida: oui
      Bot: - Nom : Rachida … - Rôle : animation
    `));
});

journeys('erasure', { stories: 10, dataDir }, (at) => {
  const said = `
    Claire: oui
    Bot: 1/6 :
    Claire: une avance de trésorerie en attendant les subventions
    Bot: Noté, {a} … 2/6 :
  `;
  const ledger = () => readFileSync(join(dataDir, 'erasures.jsonl'), 'utf8').trim().split('\n').length;

  test('it is asked once; no is no, and so is anything else', () =>
    at.story(`${said}
      Claire: effacer
      Bot: Vos mots disparaissent partout, avec votre nom et votre adresse ; vos idées restent comptées sans texte. C'est définitif : … J'efface tout ? [Tout effacer] [Ne rien effacer]
      Claire: non
      Bot: Rien n'est effacé.
      Claire: effacer
      Bot: J'efface tout ?
      Claire: un annuaire des structures du quartier
      Bot: Noté, {b} … 3/6 :
      Claire: mes propositions
      Bot: {a}, « une avance de trésorerie en attendant les subventions » … {b}, « un annuaire
    `));

  test('a button of an earlier question does not answer this one', () =>
    at.story(`
      Bot → Lucie: On commence ? [Commencer] [Plus tard] [Pas moi]
      Lucie: effacer
      Bot: J'efface tout ? [Tout effacer] [Ne rien effacer]
      Lucie [press]: Commencer
      Bot: 1/6 :
    `));

  test('yes: a last word, then a stranger', async () => {
    const told = await at.story(`${said}
      Claire: effacer
      Bot: J'efface tout ?
      Claire [press]: Tout effacer
      Bot: C'est fait : vos mots, votre nom et votre adresse sont effacés. Vos idées restent comptées, sans texte. Merci de les avoir données, et au revoir.
      Claire: mes propositions
      Bot: je ne vous connais pas encore
    `);
    const number = Number(told.refs.a!.slice(2));
    const row = await at.stage.read((tx) => tx.proposals.byNumber(at.stage.consultation.id, number));
    expect(row?.state).toBe('erased');
    await at.story(
      `
      Claire: effacer
      Bot: je ne vous connais pas encore
      Rachida: propositions
      Bot: propositions en cours
    `,
      told,
    );
    expect(ledger()).toBeGreaterThan(0);
  });

  test('in English, by words', () =>
    at.story(`
      Tom: yes
      Bot: 1/6:
      Tom: a shared van for deliveries
      Bot: Noted, {a}
      Tom: erase my data
      Bot: Your words disappear everywhere, with your name and address; your ideas stay counted, without their text. There is no way back: … Shall I erase everything? [Erase everything] [Erase nothing]
      Tom: yes
      Bot: Done: your words, your name and your address are erased. Your ideas stay counted, without their text. Thank you for them, and goodbye.
      Tom: hello again
      Bot: je ne vous connais pas encore
    `));

  let shared: Told;
  test('the words of one proposal: the other one of that message keeps its own', async () => {
    shared = await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: une avance de trésorerie en attendant les subventions, et un poste de comptable partagé entre associations
      Bot: {a}, … {b}, … C'est bien ça ?
      Omar: oui
      Bot: 2/6 :
      Omar: effacer {a}
      Bot: Les mots de {a} disparaissent partout ; l'idée reste comptée sans texte. C'est définitif. … {b}, du même message, garde les siens. … Je les efface ? [Effacer] [Garder]
      Omar: oui
      Bot: C'est fait : les mots de {a} sont effacés.
      Omar: mes propositions
      Bot: {a}, « [effacé] » … effacée … {b}, « un poste de comptable partagé entre associations »
      Omar: un annuaire des structures du quartier
      Bot: Noté, {c} … 3/6 :
      Omar: effacer {a}
      Bot: Je ne trouve pas cette proposition parmi les vôtres.
      Claire: effacer {b}
      Bot: Je ne trouve pas cette proposition parmi les vôtres.
    `);
  });

  test('one that was withdrawn', () =>
    at.story(
      `
      Omar: retirer {c}
      Bot: {c} est retirée.
      Omar: effacer {c}
      Bot: Les mots de {c} disparaissent partout. C'est définitif. … Je les efface ?
      Omar: garder
      Bot: Rien n'est effacé.
      Omar: effacer {c}
      Bot: Je les efface ?
      Omar: effacer
      Bot: C'est fait : les mots de {c} sont effacés.
      Omar: rétablir {c}
      Bot: Je ne trouve pas cette proposition parmi les vôtres.
    `,
      shared,
    ));
});

journeys('consent, taken back', { stories: 4, dataDir }, (at) => {
  const given = `
    Claire: oui
    Bot: 1/6 :
    Claire: des locaux moins chers à Roubaix
    Bot: Noté, {a} … 2/6 :
  `;
  const publishable = async (told: Told) => {
    const { takeSnapshot } = await import('../../src/app/synthesis/snapshot.ts');
    const { proposals } = await at.stage.read((tx) => takeSnapshot(tx, at.stage.consultation));
    return proposals.some(({ ref }) => ref === told.refs.a);
  };

  test('"stop" is about messages: what was said stays, and counts', async () => {
    const told = await at.story(`${given}
      Claire: stop
      Bot: je ne vous écris plus. « reprendre » si vous changez d'avis ; vos propositions restent et comptent.
    `);
    expect(await publishable(told)).toBe(true);
  });

  test('"je retire mon accord": nothing of it is published or counted; coming back is possible', async () => {
    const told = await at.story(`${given}
      Claire: je retire mon accord
      Bot: C'est entendu, votre accord est retiré : {a} ne sera ni publiée ni comptée. « commencer » si vous changez d'avis, « effacer » pour que vos mots disparaissent.
      Claire: rétablir {a}
      Bot: Pour continuer, il me faut votre accord : on commence ?
    `);
    expect(await publishable(told)).toBe(false);
    await at.story(
      `
      Claire: commencer
      Bot: 2/6 :
      Claire: rétablir {a}
      Bot: {a} est rétablie.
    `,
      told,
    );
    expect(await publishable(told)).toBe(true);
  });

  test('in English', () =>
    at.story(`
      Kate: yes
      Bot: 1/6:
      Kate: cheaper premises in Roubaix
      Bot: Noted, {a}
      Kate: I withdraw my consent
      Bot: Understood: you no longer take part, and {a} will be neither published nor counted. “start” if you change your mind, “erase” if your words should go.
    `));
});

journeys('erasure, in two consultations on one chat', { stories: 1, dataDir }, (at) => {
  test('what was said in the other one stays, and so does the person there', async () => {
    const { bot, platform } = at.stage;
    const address = (userId: string) => [{ platform: platform.name, workspace: 'main', userId }];
    const people: Newcomer[] = [
      { name: 'Rosa', lang: 'en', addresses: address('rosa'), roles: ['facilitator'], partner: null },
      {
        name: 'Claire',
        lang: 'fr',
        addresses: address('claire-1'),
        roles: [],
        partner: { organisation: 'Islanders', college: 'bewoners' },
      },
    ];
    const island = await enter(bot, await contentOf(WINDHAVEN), people);
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: des locaux moins chers à Roubaix
      Bot: Noté, {a}
      Claire: consultations
      Bot: De laquelle parlons-nous ?
      Claire: 2
      Bot: Aucun tour n'attend votre réponse
      Claire: effacer
      Bot: J'efface tout ?
      Claire: oui
      Bot: C'est fait
      Claire: mes propositions
      Bot: {a}, « des locaux moins chers à Roubaix »
    `);
    const number = Number(told.refs.a!.slice(2));
    const row = await at.stage.read((tx) => tx.proposals.byNumber(at.stage.consultation.id, number));
    expect(row?.state).toBe('submitted');
    const left = await at.stage.read((tx) => tx.people.partners(island.id));
    expect(left.map(({ person }) => person.name)).toEqual([null]);
  });
});

journeys('erasure, and the synthesis', { stories: 1, dataDir }, (at) => {
  let told: Told;
  const go = async (script: string) => {
    told = await at.story(script, told);
  };

  test('a draft that cites erased words is edited and signed as it is', async () => {
    await go(`
      Claire: oui
      Bot: 1/6 :
      Claire: des locaux moins chers à Roubaix
      Bot: Noté, {a}
      Omar: oui
      Bot: 1/6 :
      Omar: un fonds d'amorçage à Croix
      Bot: Noté, {b}
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: « des locaux moins chers à Roubaix » … Brouillon n° 1.
      Solène: introduire : Deux idées, déjà.
      Bot: C'est fait.
      Claire: effacer
      Bot: J'efface tout ?
      Claire: oui
      Bot: C'est fait
      Solène: montrer synthèse
      Bot: Deux idées, déjà. … « [effacé] » ({a})
    `);
    const shown = at.stage.platform.texts('solene').findLast((text) => text.startsWith('Synthèse n°'))!;
    for (const [, axis] of shown.matchAll(/«\s?sans désaccord (\S+)\s»/gu))
      await go(`Étienne: sans désaccord ${axis}\n Bot: C'est fait.`);
    await go(`
      Étienne: signer
      Bot: Synthèse n° 1 signée.
      Solène: décider {b} retenue : Le fonds ouvrira en septembre.
      Bot: c'est noté
      Solène: décider {a} retenue : Trop tard.
      Bot: {a} n'est plus en cours
    `);
  });

  test('somebody of the team leaves: their name goes, what they wrote for everybody stays, their acts too', async () => {
    await go(`
      Solène: effacer
      Bot: Ce que vous avez écrit pour toute l'équipe (motifs, textes de synthèse) reste, sans votre nom. … J'efface tout ?
      Solène: oui
      Bot: C'est fait
      Étienne: montrer synthèse
      Bot: Deux idées, déjà. … Aucun, confirmé par Étienne.
      Étienne: effacer
      Bot: J'efface tout ?
      Étienne: oui
      Bot: Vous êtes la seule personne de l'équipe : quelqu'un doit d'abord prendre la suite.
    `);
    const { consultation } = at.stage;
    const steps = await at.stage.read((tx) => tx.decisions.of(consultation.id));
    const reasons = await at.stage.read((tx) => tx.words.texts(steps.map(({ reason }) => reason)));
    expect([...reasons.values()]).toEqual(['Le fonds ouvrira en septembre.']);
    const acts = await at.stage.read((tx) => tx.acts.of(consultation.id));
    const who = acts.find(({ verb }) => verb === 'decision.record')!.actorId;
    expect((await at.stage.read((tx) => tx.people.byId(who!)))?.name).toBeNull();
  });
});
