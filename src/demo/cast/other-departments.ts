import { adopted, notAdopted, of, outside, partly, say, sayOn, toStudy, underWay } from './moves.ts';

/** Imagined services of the metropolis that meet the ESS through their own trade. */
export const OTHER_DEPARTMENTS = of(
  'directions',
  {
    key: 'laurent',
    name: 'Laurent Pruvot',
    organisation: 'Service Achats et marchés',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say(
        "Je suis contre le découpage systématique en petits lots : dix contrats au lieu d'un, c'est ingérable pour trois acheteurs",
        partly(
          'Le découpage se fera par métier et non par taille, avec un seuil de 40 000 euros par lot, et un poste d’acheteur est créé.',
        ),
      ),
      say(
        "qu'on nous dise avant l'écriture du cahier des charges ce que les structures savent faire",
        adopted(
          'Une rencontre avec les structures précédera chaque marché de plus de 200 000 euros où l’insertion est possible.',
        ),
      ),
      say('passe'),
      say('passe'),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'marion',
    name: 'Marion Vanhove',
    organisation: 'Service Déchets et réemploi',
    attribution: 'organisation',
    moves: [
      say('ok'),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        "on prépare un essai de consigne sur les bouteilles avec trois brasseries, il nous manque une entreprise d'insertion pour le lavage",
        adopted(
          'L’essai de consigne est retenu ; un appel à candidatures désignera l’entreprise d’insertion qui lavera les bouteilles.',
        ),
      ),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'gilles',
    name: 'Gilles Dhondt',
    organisation: 'Service Déplacements',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        "un service d'autopartage solidaire avec des vieilles voitures remises en état, pour les zones sans bus à 5h du matin",
        toStudy(
          'L’autopartage solidaire sera comparé au transport à la demande, déjà prévu dans deux de ces zones.',
        ),
      ),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'sandrine',
    name: 'Sandrine Follet',
    organisation: 'Service Politique de la ville',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say('passe'),
      say('passe'),
      say(
        "Relier le plan ESS et le contrat de ville, aujourd'hui deux services financent les mêmes associations sans se parler",
        adopted(
          'Un comité commun aux deux services instruira les demandes des quartiers prioritaires à partir de janvier.',
        ),
      ),
      say('passe'),
      say('passe'),
      say(
        'Du parrainage pour les jeunes diplômés des quartiers, ils ont le bac +3 et pas le réseau',
        underWay(
          'Le contrat de ville finance déjà du parrainage ; des employeurs de l’ESS y seront associés comme parrains et marraines.',
        ),
      ),
    ],
  },
  {
    key: 'patrice',
    name: 'Patrice Honoré',
    organisation: 'Service Habitat',
    attribution: 'none',
    moves: [
      say('oui'),
      say('passe'),
      say('passe'),
      say('passe'),
      sayOn(
        'axe 3',
        "Une coopérative d'auto-réhabilitation accompagnée, les propriétaires pauvres ne peuvent pas avancer les travaux",
        toStudy(
          'Le montage coopératif sera examiné avec les aides à la rénovation, dont les règles changent l’an prochain.',
        ),
      ),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'beatrice',
    name: 'Béatrice Salembier',
    organisation: 'Service Systèmes d’information',
    attribution: 'organisation',
    moves: [
      say('ok'),
      say('passe'),
      say(
        'Donner les ordinateurs réformés de la MEL aux structures qui les reconditionnent, on en jette 300 par an',
        adopted(
          'Les ordinateurs réformés seront donnés à des structures de reconditionnement, dans le cadre que la loi permet.',
        ),
      ),
      say('passe'),
      say('passe'),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'francois',
    name: 'François Mollet',
    organisation: 'Service Ressources humaines',
    attribution: 'college',
    moves: [
      say('oui'),
      say('passe'),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        'Que les agents puissent donner une journée par an à une association sur leur temps de travail',
        notAdopted(
          'Le mécénat de compétences n’est pas ouvert à notre administration ; une journée de découverte des structures entre en revanche au plan de formation.',
        ),
      ),
      say(
        "Des passerelles entre les chantiers d'insertion et nos postes de cantonniers",
        outside(
          'Le recrutement passe par des concours ou des commissions prévus par la loi ; les sortants d’insertion seront préparés à ces épreuves.',
        ),
      ),
    ],
  },
);
