import { adopted, notAdopted, of, partly, say, toStudy, underWay } from './moves.ts';

/** An imagined economic development department: its services and people don't exist. */
export const DEVELOPMENT_DEPARTMENT = of(
  'dev-eco',
  {
    key: 'severine',
    name: 'Séverine Duriez',
    organisation: 'Mission Création d’activités',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say(
        "Augmenter l'enveloppe de l'appel à projets, on écarte une bonne idée sur deux faute de crédits",
        partly(
          'L’enveloppe augmente d’un quart, pour les projets nouveaux ; les structures installées passent en convention de trois ans.',
        ),
      ),
      say('passe'),
      say('passe'),
      say('passe'),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'hugo',
    name: 'Hugo Lambrecht',
    organisation: 'Mission Immobilier d’activités',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say(
        "Des loyers progressifs dans les hôtels d'activités : 50 % la première année, 75 % la deuxième",
        adopted(
          'Le barème progressif s’appliquera à toute structure de l’ESS de moins de trois ans dans les hôtels d’activités métropolitains.',
        ),
      ),
      say('passe'),
      say(
        'Occuper les friches en attendant les travaux, avec une convention type pour aller vite',
        adopted(
          'Une convention type d’occupation temporaire est écrite avec les juristes ; deux friches serviront d’essai.',
        ),
      ),
      say('passe'),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'camille',
    name: 'Camille Vasseur-Lys',
    organisation: 'Mission Filières textiles',
    attribution: 'college',
    moves: [
      say('ok'),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        "Nous préparons un démonstrateur de recyclage des fibres textiles avec un industriel, une structure d'insertion et un laboratoire",
        toStudy(
          'Le démonstrateur demande un investissement de plusieurs millions : un dossier européen sera préparé avant toute décision.',
        ),
      ),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'arnaud',
    name: 'Arnaud Plancke',
    organisation: 'Mission Relations aux entreprises',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say('passe'),
      say(
        "des binômes entre un chef d'entreprise et un dirigeant d'association, six mois, une rencontre par mois",
        adopted('Vingt binômes seront formés la première année, avec les clubs d’entreprises volontaires.'),
      ),
      say('passe'),
      say('passe'),
      say(
        "Inviter l'ESS aux salons professionnels classiques au lieu d'en créer un à part",
        adopted(
          'Un espace ESS sera réservé dans deux salons professionnels par an ; aucun salon séparé ne sera créé.',
        ),
      ),
      say('passe'),
    ],
  },
  {
    key: 'leila',
    name: 'Leïla Morchid',
    organisation: 'Mission Innovation',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        "Ouvrir les incubateurs aux projets d'innovation sociale, ils ne prennent que des applis",
        underWay(
          'L’appel à projets Entreprendre autrement aide déjà ces projets à démarrer ; les incubateurs seront invités à leur réserver des places.',
        ),
      ),
      say('passe'),
      say(
        'Prêter des cadres de la MEL trois jours par mois à des structures, tout le monde y gagne en compétences',
        notAdopted(
          'Le prêt d’agents à des structures aidées pose un risque de conflit d’intérêts ; le bénévolat sur temps libre reste possible.',
        ),
      ),
    ],
  },
  {
    key: 'vincent',
    name: 'Vincent Hoste',
    organisation: 'Mission Commerce de proximité',
    attribution: 'organisation',
    moves: [
      say('ok'),
      say(
        'moins de paperasse',
        partly(
          'Les pièces déjà fournies ne seront plus redemandées pendant trois ans ; celles que la loi exige chaque année restent.',
        ),
      ),
      say('passe'),
      say(
        "Des boutiques à l'essai pour l'ESS dans les rues commerçantes qui se vident, à Roubaix et à Armentières d'abord",
        adopted(
          'Quatre boutiques à l’essai ouvriront pour l’ESS, deux à Roubaix et deux à Armentières, bail de six mois renouvelable.',
        ),
      ),
      say('passe'),
      say('passe'),
      say('passe'),
    ],
  },
);
