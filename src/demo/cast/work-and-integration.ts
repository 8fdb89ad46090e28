import { adopted, confirm, keyed, of, outside, partly, say, toStudy } from './moves.ts';

/** Building sites, gardens, shared employers: places where people come back to work. */
export const WORK_AND_INTEGRATION = of(
  'partenaires',
  {
    key: 'julien',
    name: 'Julien Ostrowiak',
    organisation: 'Chantiers du Courant',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say(
        "connaitre les marchés publics d'espaces verts 6 mois avant pour avoir le temps de recruté et formé les équipes",
        adopted(
          'Le calendrier des achats sera publié chaque année en janvier, avec les marchés qui se prêtent à l’insertion.',
        ),
      ),
      say('passe'),
      say('passe'),
      say('passe'),
      say('passe'),
      keyed(
        'groupement',
        "créer un groupement d'employeurs pour proposer des temps pleins, nos petites structures n'ont que des bouts de contrats",
        adopted(
          'Un groupement d’employeurs de l’ESS sera aidé au démarrage, avec une branche pour l’aide à domicile.',
        ),
      ),
    ],
  },
  {
    key: 'sophie',
    name: 'Sophie Masurel',
    organisation: 'Scop Plein Cintre',
    attribution: 'name',
    moves: [
      say('Allons-y'),
      say(
        'Découper les marchés de travaux en petits lots, sur une école à Wattrelos on pouvait faire la peinture mais pas tout le bâtiment',
        partly(
          'L’allotissement par métier devient la règle pour les bâtiments métropolitains ; l’école citée relève de sa commune, à qui l’idée est transmise.',
        ),
      ),
      say(
        'Un club des gérantes et gérants de coopératives, on est seul quand ça va mal',
        adopted(
          'Un club d’entraide entre dirigeant·es sera animé par un réseau, quatre fois par an, sans compte rendu.',
        ),
      ),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        "de l'apprentissage dans les Scop, les centres de formation n'y pensent jamais",
        outside(
          'L’apprentissage relève de la Région ; les coopératives volontaires seront signalées à ses centres de formation.',
        ),
      ),
    ],
  },
  {
    key: 'luc',
    name: 'Luc Fontaine-Derycke',
    organisation: 'Le Temps Plein Retrouvé',
    attribution: 'organisation',
    moves: [
      say('ok'),
      say('passe'),
      say(
        'partager une responsable RH entre dix structures, les petits employeurs ont peur du droit du travail',
        adopted(
          'Une fonction ressources humaines partagée sera testée avec dix employeurs ; la MEL paie la moitié de la première année.',
        ),
      ),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        "Une bourse d'emploi de l'ESS métropolitaine, nos offres sont noyées dans les autres. Et puis des grilles de salaires affichées, les candidats regardent ça en premier",
        partly(
          'Une page d’offres sera ouverte sur le site de l’ESS ; un moteur d’annonces complet existe déjà ailleurs et ne sera pas refait.',
        ),
        toStudy(
          'Une charte de transparence des salaires sera proposée aux employeurs, et non imposée ; les partenaires sociaux du Comité en donneront le texte.',
        ),
      ),
      confirm('oui c’est ça'),
    ],
  },
  {
    key: 'corinne',
    name: 'Corinne Wattel',
    organisation: 'Tremplin des Écluses',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say(
        "Trésorerie !!! 5 mois d'attente pour le solde de la convention, on paye les salaires avec la carte bleue du président",
        adopted(
          'Le délai de versement du solde est ramené à soixante jours, et chaque retard sera expliqué par écrit.',
        ),
      ),
      say('passe'),
      say('passe'),
      say(
        "des solutions de garde le soir pour les salariés en insertion qui travaillent en horaires décalés, on voudrait essayer avec une crèche et une asso d'étudiants",
        adopted(
          'L’essai de garde du soir est soutenu pour dix-huit mois, avec une crèche associative et deux structures d’insertion.',
        ),
      ),
      say('passe'),
      say(
        "Suivre les personnes six mois après la sortie du chantier, c'est là que tout se joue",
        partly(
          'Le suivi après la sortie sera payé pour cent personnes par an ; au-delà, l’État et le Département sont sollicités.',
        ),
      ),
    ],
  },
  {
    key: 'denis',
    name: 'Denis Vermesse',
    organisation: 'L’Établi Baladeur',
    attribution: 'college',
    moves: [
      say('ok'),
      say(
        "Des locaux pas chers, on nous a parlé d'une friche à Armentières il y a trois ans et plus de nouvelles",
        toStudy(
          'La friche citée est en cours de dépollution ; une occupation temporaire sera examinée quand les analyses seront connues.',
        ),
      ),
      say('passe'),
    ],
    late: [
      say(
        "Une outilthèque par canton, les gens achètent une perceuse pour huit minutes d'usage",
        toStudy(
          'Arrivée hors délai, l’idée est prise en compte : le prêt d’outils sera examiné avec les zones de don en déchetterie.',
        ),
      ),
    ],
  },
);
