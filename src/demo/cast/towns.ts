import { adopted, keyed, notAdopted, of, outside, partly, say, underWay } from './moves.ts';

/** Town halls that don't exist, with the worries of those that do. */
export const TOWNS = of(
  'territoires',
  {
    key: 'valerie',
    name: 'Valérie Blondeau',
    organisation: 'Ville de Neufmétier',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say('passe'),
      say('passe'),
      keyed(
        'referent',
        "Une personne référente ESS dans chaque mairie, qui connaît l'ESS et qui décroche le téléphone",
        adopted(
          'Chaque commune sera invitée à nommer une personne référente ESS ; la MEL la formera et publiera son contact.',
        ),
      ),
      say('passe'),
      say(
        "Former les agents d'accueil, ils orientent tout le monde vers le service des sports",
        adopted(
          'Un module de deux heures pour les agents d’accueil sera proposé aux communes, dans leurs murs.',
        ),
      ),
      say('passe'),
    ],
  },
  {
    key: 'karim',
    name: 'Karim Ould-Ali',
    organisation: 'Ville de Montcardeur',
    attribution: 'organisation',
    moves: [
      say('ok pour moi'),
      say(
        "De l'aide pour écrire nos clauses sociales, on n'a pas de juriste et on a peur du recours",
        adopted(
          'Une cellule d’appui relira les clauses des communes sous dix jours et fournira des modèles par famille d’achats.',
        ),
      ),
      say('passe'),
      say(
        "Faire du rez-de-chaussée de l'ancienne filature un lieu ESS, la ville apporte les murs, on cherche qui l'anime",
        partly(
          'Une étude d’usage est financée avec la ville ; l’animation du lieu sera décidée quand on saura qui s’y installe.',
        ),
      ),
      say('passe'),
      say('passe'),
      say(
        'des emplois pour les gens du quartier dans les chantiers du renouvellement urbain, pas seulement des panneaux',
        adopted(
          'Les chantiers de renouvellement urbain compteront 10 % d’heures d’insertion, avec un bilan par quartier deux fois par an.',
        ),
      ),
    ],
  },
  {
    key: 'brigitte',
    name: 'Brigitte Lannoo',
    organisation: 'Ville de Belmarais',
    attribution: 'name',
    moves: [
      say('Bien sûr'),
      say('passe'),
      say('passe'),
      say(
        "Une maison de l'ESS, au centre de Lille, visible, avec une boutique et des bureaux : un lieu phare",
        notAdopted(
          'Un lieu central n’est pas retenu : les ateliers ont montré une attente plus forte de lieux proches, financés en priorité.',
        ),
      ),
      say('passe'),
      say(
        "Un label métropolitain pour reconnaître les vraies structures ESS, aujourd'hui tout le monde se dit solidaire",
        notAdopted(
          'La loi de juillet 2014 définit déjà qui relève de l’ESS ; un label local ferait doublon et d’autres réponses le jugent coûteux.',
        ),
      ),
      say('passe'),
    ],
  },
  {
    key: 'stephane',
    name: 'Stéphane Decroix',
    organisation: 'Ville de Lys-les-Ateliers',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say('passe'),
      say(
        "Qu'on se parle entre communes, deux fois par an, avec des vrais cas et pas des powerpoints",
        adopted(
          'Le réseau des communes se réunira deux fois par an chez l’une d’elles, autour de deux cas concrets.',
        ),
      ),
      say(
        'Un petit déjeuner par trimestre entre les structures et les artisans du coin',
        adopted(
          'Les petits déjeuners trimestriels sont retenus, par bassin de vie ; la MEL prend en charge l’invitation et le café.',
        ),
      ),
      say('passe'),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'mounia',
    name: 'Mounia Zeroual',
    organisation: 'Ville de Quatre-Moulins',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say('passe'),
      say('passe'),
      say(
        'Que le pôle de coopération sorte de Lille et tienne une permanence à Tourcoing',
        underWay(
          'Le pôle de coopération est déjà soutenu ; sa prochaine convention prévoira des permanences hors de Lille, dont une à Tourcoing.',
        ),
      ),
      say(
        'On voudrait essayer un frigo partagé et une tournée des invendus des supermarchés, il y a du gaspillage et des gens qui sautent des repas',
        adopted(
          'La tournée des invendus est soutenue à titre d’essai dans quatre quartiers, avec une camionnette réfrigérée.',
        ),
      ),
      say(
        "Élargir Faites de l'ESS à d'autres communes, nous on attend notre tour depuis le début",
        partly(
          'L’événement passera de quatre à sept communes, choisies par tour de rôle ; aller au-delà l’affaiblirait.',
        ),
      ),
      say('passe'),
    ],
  },
  {
    key: 'xavier',
    name: 'Xavier Plouvier',
    organisation: 'Ville de Hautefilature',
    attribution: 'college',
    moves: [
      say('ok'),
      say('passe'),
      say('passe'),
      say(
        'Le parking de la gare est saturé, il faut un parking relais',
        outside(
          'Le stationnement n’entre pas dans le plan ESS ; la demande est transmise au service des déplacements.',
        ),
      ),
      say('passe'),
      say('passe'),
      say(
        "un forum de l'emploi ESS en mairie, les gens ne savent pas que ça recrute",
        adopted(
          'Un forum de l’emploi ESS tournera dans trois communes par an, avec les employeurs du territoire.',
        ),
      ),
    ],
  },
  {
    key: 'annick',
    name: 'Annick Thieffry',
    organisation: 'Ville de Trois-Clochers',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say(
        "Simplifier les bilans, nos associations passent plus de temps à justifier la subvention qu'à agir",
        adopted(
          'Les bilans annuels sont remplacés par un point d’étape de deux pages et un bilan complet la troisième année.',
        ),
      ),
      say('passe'),
    ],
  },
);
