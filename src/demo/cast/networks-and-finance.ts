import { adopted, confirm, notAdopted, of, outside, partly, say, sayOn, toStudy, underWay } from './moves.ts';

/** Those who advise, lend, teach, write software, study, or run other kinds of business. */
export const NETWORKS_AND_FINANCE = of(
  'partenaires',
  {
    key: 'bruno',
    name: 'Bruno Caron',
    organisation: 'Caisse des Petits Pas',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say(
        "un fonds d'amorçage pour les tout petits montants, entre 3 000 et 15 000 euros, aucune banque ne s'y intéresse",
        adopted(
          'Un fonds d’amorçage est créé pour les montants de 3 000 à 15 000 euros, avec une réponse en six semaines.',
        ),
      ),
      say('passe'),
      say('passe'),
      say(
        "Mesurer ce que l'ESS évite de dépenser, trois indicateurs simples et les mêmes pour tout le monde, sinon personne ne nous croit",
        partly(
          'Un jeu commun d’indicateurs sera construit avec les structures volontaires ; il ne servira pas à classer les demandes d’aide.',
        ),
      ),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'helene',
    name: 'Hélène Quéva',
    organisation: 'Réseau Passe-Muret',
    attribution: 'name',
    moves: [
      say('Volontiers !'),
      say(
        "Un guichet unique pour les porteurs de projet. Aujourd'hui ils font six rendez-vous avant de savoir qui peut les aider",
        partly(
          'Une porte d’entrée commune est retenue, par téléphone et en ligne ; chaque réseau garde son accueil et son métier.',
        ),
      ),
      say(
        "Du temps payé pour coopérer : monter un projet à trois prend quarante réunions qu'aucune aide ne finance",
        adopted(
          'Une aide à l’ingénierie de coopération, de 8 000 euros au plus, paiera ce temps pour les projets portés par au moins trois structures.',
        ),
      ),
      say('passe'),
      say('passe'),
      say(
        "Former les élus, une demi-journée sur le terrain vaut mieux qu'un colloque",
        adopted(
          'Chaque élu·e communautaire se verra proposer une demi-journée de terrain par an, préparée avec les structures visitées.',
        ),
      ),
      say('passe'),
    ],
  },
  {
    key: 'ines',
    name: 'Inès Carvalho',
    organisation: 'Coopérative Octet Libre',
    attribution: 'organisation',
    moves: [
      say('go'),
      say('passe'),
      sayOn(
        'les deux, plutôt A',
        'Une boite à outils numérique commune (agenda, fichiers, visio, compta) en logiciel libre, hébergée ici',
        toStudy(
          'Un hébergement commun sera étudié avec le réseau numérique solidaire, qui dira combien de structures s’en serviraient.',
        ),
      ),
      say('passe'),
      say(
        'Ouvrir les données de la MEL sur les locaux vides et les marchés à venir, avec ça on peut inventer plein de services',
        partly(
          'Le calendrier des marchés sera publié en données ouvertes ; la liste des locaux vides ne peut l’être sans l’accord des propriétaires.',
        ),
      ),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'pauline',
    name: 'Pauline Sixdenier',
    organisation: 'Laboratoire Écoplurielle',
    attribution: 'name',
    moves: [
      say('oui'),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        "Des thèses partagées entre un laboratoire et une association, avec un sujet choisi par l'association. Par ailleurs un fonds pour les essais qui peuvent rater : on n'apprend rien quand il faut réussir à tous les coups",
        underWay(
          'La chaire ESS, soutenue depuis le premier plan, a cette vocation ; le plan demandera que des sujets de thèse viennent des structures.',
        ),
        adopted('Un fonds d’essai est créé ; un essai qui échoue et qui le raconte aura rempli son contrat.'),
      ),
      confirm('Parfait'),
      sayOn(
        'axe 3',
        'Inviter les habitants à chercher avec nous, pas seulement à répondre à des questionnaires',
        underWay(
          'C’est l’esprit des chercheurs citoyens, soutenus depuis le premier plan ; leurs résultats seront mieux diffusés dans les quartiers concernés.',
        ),
      ),
      say('passe'),
    ],
  },
  {
    key: 'philippe',
    name: 'Philippe Desrumaux',
    organisation: 'Club d’entreprises Beau-Ponant',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say('passe'),
      say(
        'des rencontres acheteurs, 10 minutes par structure comme un speed dating. Nos adhérents veulent bien acheter ESS mais ne savent pas quoi',
        adopted(
          'Deux rencontres par an réuniront acheteurs privés et structures de l’ESS, dans les locaux des clubs d’entreprises.',
        ),
      ),
      say(
        "Réserve sur la monnaie locale : mauvaise idée, mes adhérents n'en veulent pas, trop de paperasse pour trois billets",
        notAdopted(
          'La MEL ne lancera pas de monnaie locale ; cette réserve figurera au dossier si un collectif en propose une un jour.',
        ),
      ),
      say('passe'),
      say(
        'Un catalogue en ligne avec des prix, pas avec des slogans',
        adopted(
          'Le catalogue des offres de l’ESS indiquera un prix ou une fourchette, le délai et un contact direct.',
        ),
      ),
      say('passe'),
    ],
  },
  {
    key: 'kevin',
    name: 'Kévin Dubrulle',
    organisation: 'Coopérative de jeunes La Ruée',
    attribution: 'college',
    moves: [
      say('ouais'),
      say('passe'),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        'aller dans les lycées pro avec des gens qui ont 22 ans pas 50, et montrer une fiche de paie',
        outside(
          'L’entrée dans les lycées dépend de la Région et du rectorat ; la MEL leur proposera dix binômes de jeunes coopérateurs.',
        ),
      ),
      sayOn(
        'axe 5',
        "Des coopératives d'été pour les 16-18 ans dans chaque ville, on apprend a gerer un budget et on a sa premiere paye",
        adopted(
          'Six coopératives d’été seront aidées chaque année, en priorité dans les communes qui n’en ont jamais eu.',
        ),
      ),
    ],
  },
  {
    key: 'ghislaine',
    name: 'Ghislaine Obin',
    organisation: 'Mutuelle du Pas de Côté',
    attribution: 'organisation',
    moves: [
      say('Oui.'),
      say('passe'),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        "Nous refusons l'idée d'un label de plus : il coûtera cher, il exclura les petits et le public n'y comprendra rien",
        adopted('Aucun label métropolitain ne sera créé ; l’argent prévu ira au catalogue et aux portraits.'),
      ),
      say(
        "Préparer la relève des directeurs, un sur trois part en retraite d'ici cinq ans",
        partly(
          'Un parcours de reprise pour quinze dirigeant·es par an est retenu ; l’aide au salaire pendant le tuilage ne l’est pas.',
        ),
      ),
    ],
  },
);
