import type { Axis, Consultation, Described, Kind, Territory } from '../../src/core/consultation/model.ts';

/** Small consultations for the tests of reading; made here so that reading is tested apart from loading. */
const described = (
  key: string,
  label: string,
  description: string,
  keywords: string,
  en = '',
): Described => ({
  key,
  label: { fr: label, en: en.split(';')[0]?.trim() || label },
  description: { fr: description, en: '' },
  keywords: {
    fr: keywords.split(',').map((word) => word.trim()),
    en: en
      .split(';')
      .slice(1)
      .flatMap((words) => words.split(',').map((word) => word.trim())),
  },
  formerly: [],
});

const axis = (base: Described, themes: readonly Described[] = []): Axis => ({
  ...base,
  short: base.label,
  objective: { fr: base.label.fr!, en: base.label.en! },
  themes,
});

const place = (label: string, spellings: readonly string[] = [], ambiguous = false): Territory => ({
  key: label.toLowerCase().replaceAll(/[ '’]/gu, '-'),
  label,
  spellings,
  ambiguous,
  includes: [],
});

const kinds: readonly (Described & { readonly key: Kind })[] = [
  {
    ...described('new-action', 'action nouvelle', 'quelque chose à créer', 'créer, lancer'),
    key: 'new-action',
  },
  {
    ...described('change', 'changement', 'ce qui existe, autrement', 'améliorer, simplifier'),
    key: 'change',
  },
  { ...described('project', 'projet', 'ce que la structure prépare', 'notre projet'), key: 'project' },
  { ...described('need', 'besoin', 'ce qui manque', 'besoin, manque'), key: 'need' },
  { ...described('objection', 'objection', 'un désaccord', 'contre, pas d’accord'), key: 'objection' },
  { ...described('question', 'question', 'une question', 'pourquoi, comment'), key: 'question' },
];

function consultation(key: string, axes: readonly Axis[], more: Partial<Consultation> = {}): Consultation {
  return {
    key,
    version: 'test',
    title: { fr: key },
    asker: { fr: 'La MEL' },
    purpose: { fr: 'Écrire le plan.' },
    readers: { fr: 'L’équipe.' },
    languages: ['fr', 'en'],
    zone: 'Europe/Paris',
    axes,
    colleges: [],
    committee: { label: { fr: 'Comité' }, groups: [] },
    phases: [],
    taxonomy: { kinds, subjects: [], territories: [] },
    rules: {
      attribution: { allowed: ['none'], default: 'none' },
      othersWords: 'shown',
      smallestFigure: 5,
      workingHours: { days: [1, 2, 3, 4, 5], from: 540, to: 1080 },
      reminders: { most: 2, afterDays: [7], weeklyMessages: 2 },
      doubtBelow: 0.6,
      decisions: { bodies: [], path: [], pathByStatus: {} },
    },
    rounds: [],
    plan: { key: 'plan', label: { fr: 'Plan' }, actions: [] },
    ...more,
  };
}

export const ess = consultation(
  'ess',
  [
    axis(
      described(
        '1',
        'Création, développement et mise en réseau',
        'Accompagner et financer la création d’activités de l’économie sociale et solidaire, leur développement et leur mise en réseau.',
        'financement, subvention, avance de trésorerie, trésorerie, prêt, fonds, investissement, accompagnement, montage de dossiers, porteur de projet, mutualisation, mise en réseau, réseau, partagé, coopérer, local, locaux, appel à projets',
        'Creation, growth and networks; funding, cash advance, loan, grants, mentoring, network, shared office',
      ),
      [
        described(
          'financement',
          'Financement',
          'Subventions, prêts, avances.',
          'trésorerie, avance, subvention, prêt, fonds, garantie, financer',
          'Funding; cash, loan, grant, funding',
        ),
        described(
          'accompagnement',
          'Accompagnement',
          'Aider les porteurs de projet.',
          'montage de dossiers, dossier, conseil, accompagnement, incubateur',
          'Support; mentoring, advice',
        ),
        described(
          'reseau',
          'Mise en réseau et mutualisation',
          'Travailler ensemble.',
          'réseau, mutualiser, mutualisation, partagé, rencontre, coopération, groupement',
          'Networks; network, shared, partnership',
        ),
        described(
          'locaux',
          'Locaux et équipements',
          'Des lieux pour travailler.',
          'local, locaux, bureaux, entrepôt, loyer, tiers-lieu',
          'Premises; office, premises, rent',
        ),
      ],
    ),
    axis(
      described(
        '2',
        'Animation territoriale',
        'Animer les communes et les quartiers, faire vivre l’économie solidaire près des habitants.',
        'commune, quartier, habitants, animation, proximité, politique de la ville, référent, élus, mairie, fête',
        'Local life; neighbourhood, residents, town hall',
      ),
      [
        described(
          'quartiers',
          'Quartiers et habitants',
          'Les quartiers populaires.',
          'quartier, habitants, politique de la ville',
          'Neighbourhoods; residents',
        ),
        described(
          'communes',
          'Communes relais',
          'Les communes et leurs élus.',
          'commune, élus, référent, mairie',
          'Municipalities; town hall',
        ),
      ],
    ),
    axis(
      described(
        '3',
        'Recherche-développement et innovation',
        'Soutenir l’innovation sociale, la recherche et l’expérimentation.',
        'innovation, recherche, expérimentation, université, chercheurs, laboratoire, prototype, logiciel libre',
        'Research and innovation; research, university, pilot',
      ),
      [
        described(
          'recherche',
          'Recherche',
          'Avec les universités.',
          'université, chercheurs, thèse',
          'Research; university',
        ),
      ],
    ),
    axis(
      described(
        '4',
        'Sensibilisation, formation et promotion',
        'Faire connaître l’économie sociale et solidaire et y former.',
        'formation, former, sensibilisation, promotion, communication, écoles, lycée, collège, jeunes, campagne, site internet',
        'Awareness and training; training, schools, awareness',
      ),
      [
        described(
          'formation',
          'Formation',
          'Former bénévoles et salariés.',
          'formation, former, bénévoles',
          'Training; training',
        ),
        described(
          'jeunes',
          'Jeunes et écoles',
          'Aller dans les écoles.',
          'écoles, lycée, collège, jeunes',
          'Young people; schools',
        ),
      ],
    ),
    axis(
      described(
        '5',
        'Emploi et ressources humaines',
        'Créer et consolider des emplois de qualité.',
        'emploi, poste, recrutement, recruter, salarié, contrat, contrats aidés, insertion, salaire, compétences, groupement d’employeurs',
        'Jobs; jobs, staff, hiring, salaries',
      ),
      [
        described(
          'postes',
          'Postes et recrutement',
          'Créer des postes.',
          'poste, recruter, emploi',
          'Jobs; hiring, jobs',
        ),
      ],
    ),
  ],
  {
    taxonomy: {
      kinds,
      subjects: [
        described(
          'mobilite',
          'mobilité',
          'Vélo, transports.',
          'vélo, transport, mobilité, covoiturage',
          'mobility; bike, transport',
        ),
        described(
          'textile',
          'textile',
          'Vêtements et fibres.',
          'textile, vêtements, friperie',
          'textile; clothes',
        ),
        described(
          'dechets',
          'déchets',
          'Réemploi et recyclage.',
          'déchets, ressourcerie, réemploi, recyclage',
          'waste; waste, recycling',
        ),
      ],
      territories: [
        place('Lille', ['Lille Sud', 'Wazemmes', 'Fives']),
        place('Roubaix', ['Rbx']),
        place('Tourcoing'),
        place('Wattrelos'),
        place('Villeneuve-d’Ascq', ['Villeneuve d Ascq', 'VDA']),
        place('Saint-André-lez-Lille', ['Saint-André']),
        place('Hem', [], true),
        place('Croix', [], true),
        place('Don', [], true),
        {
          ...place('Versant nord-est', ['versant nord est']),
          includes: ['roubaix', 'tourcoing', 'wattrelos', 'hem', 'croix'],
        },
        { ...place('MEL', ['métropole européenne de Lille']), includes: [] },
      ],
    },
    rounds: [
      {
        key: 'r1',
        form: 'written',
        phase: 'p',
        title: { fr: 'Besoins' },
        axes: ['1'],
        audience: [],
        opensAt: 0,
        closesAt: 1,
        open: { fr: 'Les actions.' },
        decided: { fr: 'Les axes.' },
        background: [],
        minutes: 3,
        prompts: [
          {
            key: 'manque',
            axis: '1',
            text: { fr: 'Qu’est-ce qui vous manque le plus pour développer vos activités ?' },
            hint: null,
          },
          {
            key: 'ensemble',
            axis: '1',
            text: { fr: 'Qu’est-ce qui vous aiderait à travailler avec d’autres structures ?' },
            hint: null,
          },
        ],
      },
    ],
  },
);

export const grandDebat = consultation('grand-debat', [
  axis(
    described(
      'ecologie',
      'Transition écologique',
      'Comment se déplacer, se loger, se chauffer, se nourrir autrement, et qui paie la transition écologique.',
      'écologie, transition écologique, environnement, climat, pollution, pollueur, énergie, renouvelable, nucléaire, carburant, taxe carbone, voiture, vélo, train, transports en commun, covoiturage, chauffage, chaudière, isolation, logement, agriculture, agriculteur, bio, pesticides, circuits courts, déchets, plastique, emballage, recyclage, biodiversité, planète, kérosène, avion, camion',
    ),
  ),
  axis(
    described(
      'fiscalite',
      'Impôts, dépenses, action publique',
      'Une fiscalité plus juste et plus efficace, les dépenses et les économies publiques, les services publics et leur financement.',
      'impôt, impôts, impôt sur le revenu, taxe, TVA, CSG, ISF, fiscalité, niches fiscales, évasion fiscale, fraude, dépenses, économies, dette, budget, retraite, salaire, cotisations, CICE, entreprises, riches, patrimoine, hôpital, santé, école, services publics, fonctionnaires, chômage, aides sociales, pacte social, privilèges, avantages, taxe d’habitation, pouvoir d’achat',
    ),
  ),
  axis(
    described(
      'democratie',
      'Démocratie et citoyenneté',
      'Le vote, la représentation, la participation des citoyens, la laïcité, l’intégration et l’immigration.',
      'vote, voter, vote blanc, vote obligatoire, élection, référendum, RIC, proportionnelle, députés, sénat, sénateurs, parlementaires, assemblée, élus, citoyen, tirage au sort, tirés au sort, démocratie, participation citoyenne, laïcité, religion, immigration, immigrés, étrangers, intégration, asile, république, valeurs, civisme, CESE, mandat, abstention, débat',
    ),
  ),
  axis(
    described(
      'organisation',
      'Organisation de l’État et des collectivités publiques',
      'Les échelons de l’État et des collectivités locales, l’administration et la décentralisation.',
      'organisation, État, collectivités, collectivités locales, échelons, millefeuille, communes, mairies, maire, départements, régions, métropole, préfet, préfecture, administration, décentralisation, décentraliser, simplification, procédures, guichet, territoires, ruralité',
    ),
  ),
]);
