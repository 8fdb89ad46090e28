/** A fictitious consultation, drafted, edited, signed and published by the real code, for the writers to write. */
import { createHash } from 'node:crypto';
import type { Attribution, Kind } from '../../src/core/consultation/model.ts';
import type { PersonId, ProposalId, WordsId } from '../../src/core/ids.ts';
import { ref } from '../../src/core/ids.ts';
import type { Understood } from '../../src/core/participation/understood.ts';
import { isRefusal, type Refusal } from '../../src/core/refusal.ts';
import type { ViewsRow } from '../../src/core/round/validation.ts';
import { assemble } from '../../src/core/synthesis/assemble.ts';
import type { SynthesisDocument } from '../../src/core/synthesis/document.ts';
import { edit } from '../../src/core/synthesis/edit.ts';
import { commit, hashOf } from '../../src/core/synthesis/hash.ts';
import type { Figures, Grouping, SynthesisBody } from '../../src/core/synthesis/model.ts';
import { type PublishInput, publish } from '../../src/core/synthesis/publish.ts';
import type { ProposalRow } from '../../src/report/schemas.ts';
import { person } from '../core/synthesis/sample.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** number, axis, group label, college, text, and what departs from the ordinary. */
type Told = readonly [
  number,
  string | null,
  string,
  string,
  string,
  { kind?: Kind; about?: number[]; attribution?: Attribution; supporters?: number }?,
];

const TOLD: readonly Told[] = [
  [
    1,
    '1',
    'Avance de trésorerie',
    'ess',
    'Une avance de trésorerie en attendant le versement des subventions : trois mois d’attente, c’est trois salaires.',
    { supporters: 7, attribution: 'name' },
  ],
  [
    2,
    '1',
    'Avance de trésorerie',
    'ess',
    'Créer un fonds de roulement commun, géré par un réseau, pour les structures de moins de cinq salariés.',
  ],
  [
    3,
    '1',
    'Avance de trésorerie',
    'economy',
    'Que les banques et la Métropole signent une convention sur les avances de subvention.',
    { attribution: 'organisation' },
  ],
  [
    5,
    '1',
    'Aide au montage de dossiers',
    'territories',
    'Un guichet par versant pour aider à monter les dossiers. Aujourd’hui une association de Tourcoing doit venir jusqu’à Lille, deux fois, pour un même formulaire ; les bénévoles y passent leurs soirées et finissent par renoncer. Nous avons compté onze dossiers abandonnés l’an passé dans notre seule commune, tous pour de petites sommes.',
    { attribution: 'college' },
  ],
  [
    6,
    '1',
    'Aide au montage de dossiers',
    'ess',
    'Quelqu’un pour monter les dossiers, pas une plateforme.',
    { attribution: 'none' },
  ],
  [7, '1', '', 'economy', 'Ouvrir les clubs d’entreprises aux coopératives.', { kind: 'new-action' }],
  [
    8,
    '1',
    '',
    'services',
    'Qui paie, si le fonds perd de l’argent ?',
    { kind: 'question', attribution: 'none' },
  ],
  [
    9,
    '1',
    'Avance de trésorerie',
    'economy',
    'Une avance publique fait concurrence aux prêteurs solidaires, qui prennent déjà ce risque.',
    { kind: 'objection', about: [1, 2] },
  ],
  [
    10,
    '2',
    'Lieux partagés',
    'territories',
    'Ouvrir les salles municipales le soir aux structures du quartier.',
  ],
  [
    11,
    '2',
    'Lieux partagés',
    'ess',
    'Des locaux partagés à Roubaix et Wattrelos,\navec une cuisine.',
    { attribution: 'college' },
  ],
  [12, '2', 'Lieux partagés', 'services', 'Recenser les locaux vides des bailleurs avant d’en construire.'],
  [
    13,
    '2',
    '',
    'territories',
    'Une fête de l’ESS dans chaque territoire, pas seulement au centre.',
    { kind: 'project' },
  ],
  [14, '3', '', 'ess', 'Associer des habitants aux recherches de la chaire.', { kind: 'project' }],
  [
    15,
    '4',
    'Formation des élus',
    'territories',
    'Une demi-journée par mandat pour expliquer l’ESS aux élus.',
  ],
  [16, '4', 'Formation des élus', 'services', 'Former aussi les acheteurs publics.'],
  [
    18,
    '5',
    'Postes partagés',
    'ess',
    'Un poste de comptable partagé entre quatre associations.',
    { supporters: 11 },
  ],
  [19, '5', 'Postes partagés', 'ess', 'A shared human-resources officer for small structures.'],
  [
    20,
    '5',
    'Postes partagés',
    'economy',
    'Des groupements d’employeurs mixtes, associations et entreprises.',
    { attribution: 'name' },
  ],
  [
    21,
    '5',
    '',
    'ess',
    '<b>Plus</b> de contrats longs & moins d’appels à projets <script>alert(1)</script>',
    { kind: 'change' },
  ],
  [23, null, '', 'ess', 'Bravo pour la démarche.'],
];

const COLLEGES = [
  { key: 'ess', label: 'Acteurs de l’économie sociale et solidaire' },
  { key: 'economy', label: 'Partenaires économiques et institutionnels' },
  { key: 'territories', label: 'Communes et territoires' },
  { key: 'services', label: 'Services de la Métropole' },
];

const AXES = [
  [
    '1',
    'Accompagnement et financement de la création, du développement et de la mise en réseau',
    'Aider les activités à naître, à durer et à se connaître.',
  ],
  ['2', 'Animation territoriale', 'Faire vivre l’économie sociale et solidaire dans chaque territoire.'],
  ['3', 'Recherche-développement et innovation', 'Chercher et expérimenter ensemble.'],
  ['4', 'Sensibilisation, formation et promotion', 'Mieux faire connaître ces activités et leurs métiers.'],
  ['5', 'Emploi et ressources humaines', 'Créer des emplois de qualité et les consolider.'],
] as const;

export const sampleFigures: Figures = {
  base: [
    { college: 'ess', invited: 48, reached: 41, answered: 29, passed: 5, silent: 7 },
    { college: 'economy', invited: 26, reached: 20, answered: 12, passed: 2, silent: 6 },
    { college: 'territories', invited: 34, reached: 32, answered: 18, passed: 6, silent: 8 },
    { college: 'services', invited: 12, reached: 12, answered: 5, passed: 0, silent: 7 },
  ],
  participation: [
    ['ess', [24, 13, 6, 3, 17]],
    ['economy', [7, 3, 0, 1, 6]],
    ['territories', [9, 13, 0, 11, 2]],
    ['services', [5, 5, 0, 3, 0]],
  ].flatMap(([college, cells]) =>
    (cells as number[]).map((people, place) => ({
      college: college as string,
      axis: String(place + 1),
      people,
    })),
  ),
};

const NAMES = new Map([
  [1, 'Claire Vandamme'],
  [20, 'Noé Delattre'],
]);
const STAFF = 'person-staff' as PersonId;
const SIGNED_AT = Date.parse('2015-04-20T09:30:00Z');

export const textOf = new Map<string, string>(TOLD.map(([number, , , , text]) => [`words-${number}`, text]));
const STAFF_WORDS: Record<string, string> = {
  'words-intro':
    'Du 2 au 17 avril, les partenaires ont répondu par écrit à deux questions par axe. Ce document rapporte leurs propositions ; les réponses viendront avec la décision du Conseil.',
  'words-link':
    'Le fonds de roulement et les postes partagés sont demandés par les mêmes petites structures.',
};
for (const [id, text] of Object.entries(STAFF_WORDS)) textOf.set(id, text);

/** What contributors answered to "did we understand you?". */
export const sampleUnderstood: Understood = {
  round: 'plan-actions',
  asked: 63,
  reached: 61,
  confirmed: 42,
  mended: 6,
  corrected: 4,
  withdrawn: 1,
  silent: 8,
};

/** Of two statements, exactly: by type of actor invited, who agrees, has reservations, objects. */
export const sampleViews: readonly ViewsRow<number>[] = [
  { ess: [48, 22, 6, 1], economy: [26, 4, 3, 9], territories: [34, 12, 0, 5] },
  { ess: [48, 31, 0, 0], economy: [26, 11, 0, 2], territories: [34, 19, 7, 4] },
].flatMap((colleges, at) => {
  const rows = Object.entries(colleges);
  const all = [0, 1, 2, 3].map((n) => rows.reduce((sum, [, counts]) => sum + counts[n]!, 0));
  return [[null, all] as const, ...rows].map(([college, counts]) => {
    const [invited, agree, reserve, object] = counts as [number, number, number, number];
    return { round: 'objectifs', statement: `s${at + 1}`, college, invited, agree, reserve, object };
  });
});

export function sampleBody(told: readonly Told[] = TOLD): SynthesisBody {
  const groupings = new Map<string | null, Grouping>(
    AXES.map(([axis]) => {
      const here = told.filter((one) => one[1] === axis);
      const groups = Map.groupBy(here, (one) => one[2] || `alone ${one[0]}`);
      return [
        axis,
        {
          groups: [...groups].map(([label, members]) => ({
            label: label.startsWith('alone') ? '' : label,
            words: [],
            members: members.map(([number]) => `proposal-${number}` as ProposalId),
          })),
        },
      ];
    }),
  );
  const drafted = assemble({
    lang: 'fr',
    axes: AXES.map(([key]) => ({ key })),
    groupings,
    smallestFigure: 5,
    ...sampleFigures,
    collegeOf: new Map(
      told.flatMap(([number, , , college, , more]) =>
        Array.from(
          { length: more?.supporters ?? 1 },
          (_, place) => [person(number * 100 + place), college] as const,
        ),
      ),
    ),
    proposals: told.map(([number, axis, , college, text, more]) => ({
      id: `proposal-${number}` as ProposalId,
      ref: ref(number),
      axis,
      kind: more?.kind ?? 'need',
      college,
      partnerId: person(number),
      attribution: more?.attribution ?? 'organisation',
      extract: { words: `words-${number}` as WordsId, start: 0, end: text.length },
      supporters: Array.from({ length: more?.supporters ?? 1 }, (_, place) => person(number * 100 + place)),
      about: (more?.about ?? []).map(ref),
    })),
  });
  const words = (id: string): WordsId => id as WordsId;
  const steps = [
    { edit: 'introduce', axis: null, words: words('words-intro') },
    {
      edit: 'introduce-line',
      axis: '5',
      section: 'lines',
      words: words('words-link'),
      cites: [ref(2), ref(18)],
    },
    ...['2', '3', '4', '5'].map((axis) => ({
      edit: 'no-disagreement' as const,
      axis,
      by: STAFF,
      at: SIGNED_AT,
    })),
  ] as const;
  const edited = steps.reduce<SynthesisBody>((body, step) => agreed(edit(body, false, step)), drafted);
  return { ...edited, understood: [sampleUnderstood], views: sampleViews };
}

export function agreed<T extends object>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`refused: ${value.code} ${JSON.stringify(value.details)}`);
  return value as T;
}

export function publishInput(body: SynthesisBody = sampleBody()): PublishInput {
  const commitments = commit(body, (id) => ({ text: textOf.get(id)!, salt: sha256(id) }), sha256);
  return {
    audience: 'public',
    consultation: {
      key: 'sample',
      title: 'Plan métropolitain de développement de l’économie sociale et solidaire',
      asker: 'la Métropole (exemple fictif)',
      zone: 'Europe/Paris',
    },
    colleges: COLLEGES,
    publishedColleges: COLLEGES.map(({ key }) => ({ key, colleges: [key] })),
    axes: AXES.map(([key, title, objective]) => ({ key, title, objective })),
    rounds: [
      { key: 'plan-actions', title: 'Écrire le plan d’actions', statements: [] },
      {
        key: 'objectifs',
        title: 'Validation des objectifs',
        statements: [
          { key: 's1', text: 'Aider les activités à naître, à durer & à se connaître.' },
          { key: 's2', text: '=Faire vivre l’économie sociale et solidaire <b>partout</b>.' },
        ],
      },
    ],
    synthesis: {
      number: 2,
      hash: hashOf(body, commitments, 'salt', sha256),
      compiledAt: Date.parse('2015-04-18T08:00:00Z'),
      body,
      signature: { by: STAFF, at: SIGNED_AT },
    },
    smallestFigure: 5,
    published: [],
    resolve: (text) =>
      typeof text === 'string'
        ? (textOf.get(text) ?? null)
        : (textOf.get(text.words)?.slice(text.start, text.end) ?? null),
    authorOf: (cited) => {
      const one = TOLD.find(([number]) => ref(number) === cited);
      if (one === undefined) return null;
      const [number, , , college, , more] = one;
      return {
        attribution: more?.attribution ?? 'organisation',
        name: NAMES.get(number) ?? `Personne fictive ${number}`,
        organisation: `Association fictive n° ${number}`,
        college,
      };
    },
    nameOf: () => 'Hélène Moreau',
    proofreaders: ['Marc Delattre'],
    merged: [{ proposal: ref(4), into: ref(1) }],
  };
}

export const sampleDocument = (changes: Partial<PublishInput> = {}): SynthesisDocument =>
  agreed(publish({ ...publishInput(), ...changes }));

/** The rows of `proposals.json` behind the sample. */
export const sampleProposals = (): ProposalRow[] =>
  TOLD.map(([number, axis, , college, text, more]) => ({
    ref: ref(number),
    axis,
    text,
    college,
    tags: [
      ...(axis === null
        ? []
        : [{ dimension: 'axis' as const, value: axis, source: 'machine' as const, confidence: 0.82 }]),
      { dimension: 'kind', value: more?.kind ?? 'need', source: 'partner', confidence: 1 },
    ],
    state: 'submitted',
    versions: 1,
    standing: 'personal',
    supporters: more?.supporters ?? 1,
  }));
