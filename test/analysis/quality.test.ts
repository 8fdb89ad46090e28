/** What reading is worth on texts we wrote for it: fails when it drops. Figures on real texts are printed by `npm run evals`. */
import { describe, expect, test } from 'vitest';
import type { ClassSource } from '../../src/analysis/classify.ts';
import { createSimilarityIndex } from '../../src/analysis/duplicates/index-of-texts.ts';
import { createLearner } from '../../src/analysis/learning/learner.ts';
import { vMeasure } from '../../src/analysis/partitions.ts';
import { createRecogniser } from '../../src/analysis/recogniser.ts';
import { createLexicon } from '../../src/analysis/terms.ts';
import { groupProposals } from '../../src/analysis/themes.ts';
import { tokenize } from '../../src/analysis/tokens.ts';
import type { ProposalId } from '../../src/core/ids.ts';

/** Six subjects, as six people would put each; the last two of each say the same in other words. */
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  cash: [
    'verser les subventions plus tôt, la trésorerie ne tient pas jusqu’en juin',
    'un fonds qui avance la trésorerie aux petites associations',
    'nos salaires attendent la subvention : il faut une avance de trésorerie',
    'les banques refusent les découverts quand la subvention tarde',
    'une avance remboursable en attendant le versement des subventions',
    'en attendant que les subventions soient versées, une avance que l’on rembourse',
  ],
  rooms: [
    'des locaux à loyer modéré pour les ateliers de réparation',
    'ouvrir les locaux vides de la ville aux associations le soir',
    'partager un local de stockage entre plusieurs recycleries',
    'le loyer de notre local a doublé, impossible de rester au centre',
    'mettre des locaux communaux inoccupés à disposition des associations',
    'que les associations disposent des locaux communaux quand ils sont inoccupés',
  ],
  food: [
    'une cuisine commune pour transformer les légumes invendus',
    'des paniers de légumes bio livrés aux cantines des écoles',
    'planter des vergers et des potagers dans les cours d’école',
    'une épicerie solidaire itinérante dans les villages',
    'servir des légumes locaux dans toutes les cantines scolaires',
    'dans chaque cantine scolaire, des légumes cultivés localement',
  ],
  bikes: [
    'un atelier vélo dans chaque quartier, tenu par des bénévoles',
    'des vélos cargos à prêter aux familles',
    'apprendre à réparer son vélo avec des mécaniciennes du coin',
    'livrer les commerces du centre à vélo plutôt qu’en camionnette',
    'prêter des vélos cargos aux commerçants pour leurs livraisons',
    'pour leurs livraisons, que l’on prête un vélo cargo aux commerçants',
  ],
  digital: [
    'des médiateurs numériques pour les démarches en ligne des personnes âgées',
    'reconditionner les ordinateurs des entreprises et les donner',
    'former les bénévoles aux logiciels libres',
    'un accueil numérique en mairie pour celles et ceux qui n’ont pas internet',
    'donner des ordinateurs reconditionnés aux familles sans équipement',
    'aux familles qui n’en ont pas, donner un ordinateur reconditionné',
  ],
  hiring: [
    'réserver des heures d’insertion dans les marchés publics de voirie',
    'des clauses sociales dans tous les marchés publics de la métropole',
    'recruter des personnes éloignées de l’emploi dans les chantiers d’insertion',
    'accompagner les structures d’insertion qui répondent aux appels d’offres',
    'une part des marchés publics réservée aux entreprises d’insertion',
    'réserver aux entreprises d’insertion une part des marchés publics',
  ],
};
/** What a consultation would say of each, before anybody answers. */
const DESCRIBED: Readonly<Record<keyof typeof SUBJECTS, string>> = {
  cash: 'Trésorerie, subvention, avance de trésorerie, prêt',
  rooms: 'Locaux, loyer, local vide',
  food: 'Alimentation, cantine, légumes',
  bikes: 'Vélo, vélo cargo, atelier vélo',
  digital: 'Numérique, ordinateur, logiciel libre',
  hiring: 'Insertion, marché public, clause sociale',
};
const ALL = Object.entries(SUBJECTS).flatMap(([subject, texts]) =>
  texts.map((text, n) => ({ subject, text, id: `${subject}-${n}` })),
);
const lexicon = createLexicon('fr');

describe('on texts we wrote', () => {
  test('texts on one subject are grouped, and no two subjects are one theme', () => {
    const { groups } = groupProposals(
      ALL.map(({ id, text }) => ({
        id: id as ProposalId,
        text,
        theme: null,
        partnerId: null,
        quotable: true,
      })),
      'fr',
      [],
      true,
    );
    const found = new Map(
      groups.flatMap(({ members }, k) => members.map((id) => [id as string, k] as const)),
    );
    const v = vMeasure(
      ALL.map(({ subject }) => subject),
      ALL.map(({ id }) => found.get(id)!),
    );
    expect(v).toBeGreaterThan(0.75);
  });

  test('of all texts, the nearest says the same in other words', () => {
    const index = createSimilarityIndex<string>();
    const stems = (text: string) => lexicon.terms(tokenize(text)).map(({ stem }) => stem);
    for (const { id, text } of ALL) if (!id.endsWith('-5')) index.add(id, stems(text));
    const said = ALL.filter(({ id }) => id.endsWith('-5'));
    const right = said.filter(
      ({ subject, text }) => index.near(stems(text), 0.2, 1)[0]?.id === `${subject}-4`,
    );
    expect(right.length).toBe(said.length);
  });

  test('three examples a subject are enough to know most of the others', () => {
    const learner = createLearner(
      Object.keys(SUBJECTS).map((key) => ({ key, texts: [] })),
      lexicon,
    );
    for (const { id, text, subject } of ALL)
      if (/-[024]$/u.test(id)) learner.learn(id, tokenize(text), subject);
    const asked = ALL.filter(({ id }) => /-[135]$/u.test(id));
    const right = asked.filter(({ text, subject }) => {
      const scores = learner.scores(tokenize(text));
      return Object.keys(SUBJECTS)[scores.indexOf(Math.max(...scores))] === subject;
    });
    expect(right.length).toBeGreaterThanOrEqual(asked.length - 1);
  });

  test('corrections, one at a time, never bring it below what the descriptions alone give', () => {
    const classes = Object.entries(DESCRIBED).map(([key, words]): ClassSource => {
      const [label, ...keywords] = words.split(', ');
      const described = { key, label: { fr: label! }, description: { fr: '' }, keywords: { fr: keywords } };
      return { described: { ...described, formerly: [] }, parts: [] };
    });
    const recogniser = createRecogniser(classes, lexicon);
    const asked = ALL.filter(({ id }) => /-[135]$/u.test(id));
    const right = (): number =>
      asked.filter(({ subject, text }) => {
        const tokens = tokenize(text);
        const stems = lexicon.terms(tokens).map(({ stem }) => stem);
        return recogniser.rank(stems, tokens)[0]!.score.key === subject;
      }).length;
    const steps = [right()];
    for (const suffix of ['0', '2', '4'])
      for (const { id, text, subject } of ALL.filter((one) => one.id.endsWith(`-${suffix}`))) {
        recogniser.learner.learn(id, tokenize(text), subject);
        steps.push(right());
      }
    expect(steps[0]).toBeGreaterThanOrEqual(asked.length - 2);
    expect(Math.min(...steps)).toBe(steps[0]);
    expect(steps.at(-1)).toBeGreaterThanOrEqual(asked.length - 1);
  });
});
