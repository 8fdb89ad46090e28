import { adopted, keyed, notAdopted, of, outside, partly, say, sayOn, toStudy, underWay } from './moves.ts';

/** Kitchens, market gardens, bicycles, garages and cafés. */
export const FOOD_AND_MOBILITY = of(
  'partenaires',
  {
    key: 'samir',
    name: 'Samir Belkacem',
    organisation: 'La Louche Commune',
    attribution: 'organisation',
    moves: [
      say('oui'),
      keyed(
        'dossier',
        'un seul dossier de subvention pour tout le monde svp, la commune la MEL la region demandent la meme chose 3 fois',
        partly(
          'Un dossier commun sera proposé aux communes volontaires dès 2016 ; la Région garde le sien pour l’instant.',
        ),
      ),
      say(
        'repondre a plusieurs aux marches de cantine, tout seul on est trop petit',
        adopted(
          'Un guide et deux ateliers par an aideront à répondre en groupement, avec les acheteurs des communes.',
        ),
      ),
      say(
        'On monte une cuisine partagée dans le quartier, on a les recettes et les bénévoles mais pas les murs',
        toStudy(
          'Une cuisine partagée suppose un lieu aux normes ; la recherche est ouverte avec les bailleurs du versant nord-est.',
        ),
      ),
      say('passe'),
      say('passe'),
      say(
        "des contrats de plus de 6 mois pour les gens en insertion, le temps qu'ils comprennent le métier ils doivent déjà partir",
        outside(
          'La durée des contrats d’insertion est fixée par l’État ; le Comité la portera dans son avis annuel.',
        ),
      ),
    ],
  },
  {
    key: 'antoine',
    name: 'Antoine Delebarre',
    organisation: 'Scic Les Sillons Voisins',
    attribution: 'name',
    moves: [
      say("c'est parti"),
      say(
        'Du foncier ! Trois maraîchers attendent des terres dans les Weppes et on ne trouve rien à moins de dix ans de bail',
        partly(
          'La MEL proposera des baux ruraux sur ses réserves foncières des Weppes, environ sept hectares la première année ; le reste dépend des propriétaires.',
        ),
      ),
      say('passe'),
      say(
        "Un marché de producteurs un soir par semaine, les villages n'ont plus un commerce ouvert après 18h",
        outside(
          'Les marchés sont de la compétence des communes ; la MEL leur fournira un règlement type et la liste des producteurs intéressés.',
        ),
      ),
      say(
        'On teste une légumerie mobile, une remorque qui passe de ferme en ferme pour laver et couper les légumes des cantines',
        adopted('La remorque est soutenue pour un essai de deux saisons, avec une évaluation partagée.'),
      ),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'maud',
    name: 'Maud Lefranc',
    organisation: 'Le Dérailleur Partagé',
    attribution: 'organisation',
    moves: [
      say('yes'),
      say(
        'des conventions de subvention sur trois ans, tous les ans en décembre on ne sait pas si on garde nos deux salariés',
        adopted(
          'Des conventions de trois ans remplaceront les aides annuelles pour les structures soutenues depuis au moins deux ans.',
        ),
      ),
      say('passe'),
      say(
        "Un atelier vélo dans chaque station de métro avec un local vide, à Villeneuve-d'Ascq il y en a au moins deux",
        toStudy(
          'Les locaux vides des stations sont recensés avec l’exploitant ; la sécurité incendie dira lesquels peuvent accueillir un atelier.',
        ),
      ),
      say('passe'),
      say('passe'),
      keyed(
        'deplacements',
        "Payer l'abonnement de bus des salariés en insertion",
        outside(
          'La prise en charge des abonnements revient à l’employeur, et à l’État pour les contrats d’insertion.',
        ),
      ),
      {
        edit: 'deplacements',
        to: "Aider les salariés en insertion à venir au travail, le premier bus arrive après l'embauche de 6h",
        ideas: [
          partly(
            'Les horaires du premier bus seront revus pour deux zones d’activités ; pour les autres, un prêt de vélos est prévu avec les ateliers.',
          ),
        ],
      },
    ],
  },
  {
    key: 'youssef',
    name: 'Youssef Amrani',
    organisation: 'Garage Clé de Douze',
    attribution: 'organisation',
    moves: [
      say('ok'),
      say(
        'Une garantie pour le prêt bancaire, la banque nous demande la caution perso du directeur pour un pont élévateur',
        adopted(
          'La MEL abondera un fonds de garantie pour l’investissement des structures de l’ESS, sans caution personnelle jusqu’à 30 000 euros.',
        ),
      ),
      say('passe'),
      say('passe'),
      say(
        "un garage solidaire mobile pour les communes qui n'en ont pas, dans les weppes sans voiture ya pas de boulot",
        toStudy(
          'L’idée d’un garage itinérant rejoint la demande de plusieurs villages ; son coût sera chiffré avec deux garages volontaires.',
        ),
      ),
      say('passe'),
      say('rien'),
    ],
  },
  {
    key: 'romain',
    name: 'Romain Stievenard',
    organisation: 'Scop Les Porteurs de Pavés',
    attribution: 'college',
    moves: [
      say('on y va'),
      say(
        "que la MEL commande chez nous tout simplement, les plis et les colis de l'administration ca se livre a velo",
        adopted('La livraison des plis entre sites sera confiée à un marché réservé, lancé en fin d’année.'),
      ),
      say('passe'),
      say('passe'),
      say(
        'Un petit entrepôt au bord du canal pour livrer le centre de Lille sans camion',
        toStudy(
          'Un site est à l’étude avec le port ; la décision attend l’avis sur le bruit et la circulation.',
        ),
      ),
      say('next'),
      say('rien à dire'),
    ],
  },
  {
    key: 'gerard',
    name: 'Gérard Houzet',
    organisation: 'Café associatif La Bistouille Partagée',
    attribution: 'name',
    moves: [
      say('plus tard'),
      say('commencer'),
      say('passe'),
      say('passe'),
      keyed(
        'referent',
        "Une personne à la mairie qui connaît l'ESS et qui décroche le téléphone, chez nous on est renvoyé de bureau en bureau",
        adopted(
          'Chaque commune sera invitée à nommer une personne référente ESS ; la MEL la formera et publiera son contact.',
        ),
      ),
      sayOn(
        'les 2',
        'Lancer une monnaie locale, ça ferait tourner les commerces du coin et les gens se parleraient',
        notAdopted(
          'Une monnaie locale demande un collectif porteur et plusieurs centaines de commerces : les conditions ne sont pas réunies, la MEL ne la lancera pas elle-même.',
        ),
      ),
      say(
        "des cafés comme le nôtre ! les gens rentrent pour boire un coup et ressortent en ayant compris ce que c'est",
        underWay(
          'Faites de l’ESS se tient déjà dans quatre communes ; chacune sera invitée à y associer ses cafés associatifs.',
        ),
      ),
      say('passe'),
      say('merci et à bientôt'),
    ],
  },
);
