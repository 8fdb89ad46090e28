/** The lines of a signed synthesis put to partners, and how they saw them: in the digest, and in the next synthesis. */
import { expect, test } from 'vitest';
import { showNumbered } from '../../src/app/synthesis/show-synthesis.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import { VIEWS } from '../../src/core/round/validation.ts';
import type { SynthesisDocument } from '../../src/core/synthesis/document.ts';
import { journeys } from './harness.ts';
import { quiet } from './story.ts';

journeys('a validation of the synthesis', { stories: 2, everyDatabase: true }, (at) => {
  const synthesis = async (number: number, audience: 'public' | 'internal'): Promise<SynthesisDocument> => {
    const { stage } = at;
    const { bot, clock } = stage;
    const document = await bot.store.transaction(async (tx) => {
      // As it is now, with the validation written since.
      const [consultation] = await tx.consultations.all();
      if (!consultation) throw new Error('no consultation');
      const person = (await tx.people.find(consultation.id, 'Solène'))!;
      const actor = { person, partners: [] };
      return showNumbered({ tx, consultation, actor, now: clock.now(), ids: bot.ids }, number, audience);
    });
    if (isRefusal(document)) throw new Error(document.code);
    return document;
  };
  /** Compiled, and nothing is left to confirm. */
  const compiled = async (number: number) => {
    const { platform } = at.stage;
    const before = platform.texts('solene').length;
    platform.say('solene', 'synthèse');
    const draft = () =>
      platform
        .texts('solene')
        .slice(before)
        .find((text) => text.replaceAll(/\s/gu, ' ').includes(`Brouillon n° ${number}`));
    await platform.waitFor('solene', () => draft() !== undefined, { within: 30_000 });
    await quiet(at.stage);
    for (const [, axis] of draft()!.matchAll(/«\s?sans désaccord (\S+)\s»/gu))
      await at.go(`
        Solène: sans désaccord ${axis}
        Bot: C'est fait
      `);
  };

  test('before it is signed there is nothing to put to anybody', () =>
    at.go(`
      Claire: oui
      Bot: 1/6 :
      Claire: Une avance de trésorerie en attendant les subventions.
      Bot: Noté, {cash} … 2/6 :
      Omar: oui
      Bot: 1/6 :
      Omar: Une avance de trésorerie pour les associations.
      Bot: Noté, {fund} … 2/6 :
      Rachida: préparer la validation de la synthèse
      Bot: La synthèse n'est pas signée : « signer » d'abord
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos.
    `));

  test('its lines become statements, as the team wrote them', async () => {
    await compiled(1);
    await at.go(`
      Rachida: préparer la validation de la synthèse
      Bot: La synthèse n'est pas signée : « signer » d'abord
      Solène: reformuler 1.1 : Les associations demandent une avance de trésorerie.
      Bot: C'est fait.
      Solène: signer
      Bot: Synthèse n° 1 signée
      Rachida: préparer la validation de la synthèse
      Bot: J'ai préparé la validation : … « Validation de la synthèse » … Les associations demandent une avance de trésorerie. … On envoie ?
      Rachida: envoyer
      Bot: C'est ouvert : 10 invitations
      Bot → Claire: On commence ?
      Bot → Omar: On commence ?
    `);
  });

  test('each says how they see them, and the digest tells the team', () =>
    at.go(`
      Claire: oui
      Bot: Les associations demandent une avance de trésorerie. [D'accord] [Avec des réserves] [Je m'oppose]
      Claire: d'accord
      Bot: C'est noté : d'accord.
      Omar: oui
      Bot: [D'accord]
      Omar: pas d'accord : c'est aux banques de la faire
      Bot: C'est noté : contre, et votre raison est {why}
      Solène: digest
      Bot: « Validation de la synthèse » : 2 personnes sur 10 se sont prononcées. … Les associations demandent une avance de trésorerie : 1 d'accord, 0 avec des réserves, 1 contre … « convergence » montre tous les avis, par collège.
      Solène: digest
      Bot: Rien de nouveau depuis
      Claire: avis 1 : avec des réserves
      Bot: C'est noté : avec des réserves.
      Claire: passe
      Bot: …
      Solène: digest
      Bot: Pas de proposition nouvelle … 0 d'accord, 1 avec des réserves, 1 contre
    `));

  test('the next synthesis says so, exactly for the team, and no few people for everybody', async () => {
    const round = (await at.stage.read((tx) => tx.rounds.of(at.stage.consultation.id)))[0]!.key;
    await at.go(`
      Rachida: clore ${round} : le Comité se réunit demain
      Bot: est clos.
    `);
    await compiled(2);
    await at.go(`
      Solène: signer
      Bot: Synthèse n° 2 signée
    `);
    const [exact] = (await synthesis(2, 'internal')).views;
    expect(exact).toMatchObject({
      title: 'Validation de la synthèse',
      text: 'Les associations demandent une avance de trésorerie.',
      college: null,
      invited: 10,
      agree: 0,
      reserve: 1,
      object: 1,
    });
    const open = (await synthesis(2, 'public')).views;
    expect(open.length).toBeGreaterThan(1);
    for (const row of open) expect(VIEWS.map((view) => row[view])).toEqual([null, null, null]);
    // What was signed before it took place says nothing of it.
    expect((await synthesis(1, 'internal')).views).toEqual([]);
  });
});
