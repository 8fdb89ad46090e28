import { adopted, confirm, keyed, notAdopted, of, outside, partly, say, toStudy } from './moves.ts';

/** Workshops, shops and sorting lines: cloth, furniture, what others throw away. */
export const TEXTILE_AND_REUSE = of(
  'partenaires',
  {
    key: 'claire',
    name: 'Claire Vandaele',
    organisation: 'La Navette du Versant',
    attribution: 'organisation',
    moves: [
      say('ok mais vite'),
      say(
        'de la tréso en attendant que les subventions tombent et qqn pour monter les dossiers, à Roubaix y a plus personne',
        adopted(
          'Une avance remboursable, sans intérêt, sera ouverte aux structures dont l’aide métropolitaine est votée et pas encore versée.',
        ),
        partly(
          'Deux permanences d’aide au montage de dossiers ouvriront sur le versant nord-est ; un poste à plein temps n’est pas financé cette année.',
        ),
      ),
      confirm('oui mais pas que Roubaix, tout le versant nord-est'),
      keyed(
        'compta',
        'un poste de compta partagé entre 4 ou 5 assos, on en parle depuis deux ans',
        adopted(
          'Le plan cofinancera trois postes de gestion partagés pendant deux ans, le temps qu’ils se paient ; le premier sur le versant nord-est.',
        ),
      ),
      say('passe'),
      say(
        "trier ici les vêtements trop abîmés pour être revendus, aujourd'hui on les charge dans un camion et ils partent à l'étranger",
        toStudy(
          'Une étude de gisement sera menée avec les structures de collecte : il faut connaître les tonnages avant de décider d’une ligne de tri.',
        ),
      ),
      say('passe'),
      say('je passe'),
      say('merci à vous'),
    ],
  },
  {
    key: 'nadia',
    name: 'Nadia Haddouche',
    organisation: 'Fil Retors',
    attribution: 'name',
    moves: [
      say('oui'),
      say(
        'Un local avec du triphasé et un loyer qui ne mange pas tout, nos machines sont dans un garage à Tourcoing',
        adopted(
          'Deux cellules équipées pour l’artisanat textile seront réservées à l’ESS dans le prochain hôtel d’activités, à loyer progressif sur trois ans.',
        ),
      ),
      say(
        "une liste a jour des ateliers textile de la metropole avec leurs machines, on se croise par hasard alors qu'on a les memes clients",
        partly(
          'L’annuaire de l’ESS aura une rubrique textile avec les équipements ; sa mise à jour reviendra aux ateliers eux-mêmes.',
        ),
      ),
      say('suivante'),
      say(
        'récupérer les chutes de tissu des usines de la vallée de la Lys pour les petits ateliers',
        adopted(
          'Un essai d’un an est retenu avec trois entreprises volontaires de la vallée de la Lys, transport compris.',
        ),
      ),
      say(
        'une vraie vitrine en centre ville à Noël, pas un chalet au fond du parking',
        outside(
          'L’attribution des emplacements de Noël relève des communes ; la demande leur est transmise avec un avis favorable.',
        ),
      ),
      say(
        "Former des couturières, il n'y a plus d'école ici et celles qui savent partent à la retraite",
        outside(
          'La formation professionnelle relève de la Région ; la MEL portera ce besoin dans la carte des formations.',
        ),
      ),
    ],
  },
  {
    key: 'thomas',
    name: 'Thomas Wierzbicki',
    organisation: 'La Seconde Étagère',
    attribution: 'organisation',
    moves: [
      say('allez-y'),
      keyed(
        'dossier',
        'Un seul dossier de subvention pour la commune, la MEL et la Région, au lieu de trois qui demandent la même chose',
        partly(
          'Un dossier commun sera proposé aux communes volontaires dès 2016 ; la Région garde le sien pour l’instant.',
        ),
      ),
      say(
        '- acheter ensemble les fournitures\n- se prêter le camion\n- négocier une assurance à plusieurs',
        adopted(
          'Un groupement d’achats ouvert aux structures de l’ESS sera animé par un réseau choisi après consultation.',
        ),
        adopted(
          'Le prêt de matériel entre structures est retenu : un agenda partagé, une charte, et une assurance prise en charge la première année.',
        ),
        toStudy(
          'Un courtier sera consulté : le tarif de groupe dépend du nombre de structures prêtes à s’engager.',
        ),
      ),
      confirm("c'est ça"),
      say(
        'Une ressourcerie à côté de chaque déchetterie, à Halluin les gens jettent des meubles en très bon état',
        partly(
          'Trois zones de don seront ouvertes en déchetterie, dont une dans la vallée de la Lys ; une par site serait hors de portée du budget.',
        ),
      ),
      say('passe'),
      say(
        "Montrer le métier aux collégiens, une matinée à l'atelier vaut mieux qu'une affiche",
        adopted(
          'Les matinées en atelier entrent dans le programme de visites du Mois de l’ESS, transport des classes compris.',
        ),
      ),
      say('rien'),
    ],
  },
  {
    key: 'margaret',
    name: 'Margaret Ashdown',
    organisation: 'Tenterfield Weavers’ Exchange',
    lang: 'en',
    attribution: 'organisation',
    moves: [
      say('yes'),
      say('pass'),
      say(
        'A yearly exchange with workshops across the Channel and in Flanders, we face the same problems and never compare notes',
        toStudy(
          'Un échange transfrontalier est possible dans le cadre de l’Eurométropole ; il reste à trouver un chef de file.',
        ),
      ),
      say('pass'),
      say(
        'We would like to test a repair subscription for work clothes with two or three hospitals',
        adopted(
          'Le fonds d’essai pourra soutenir cet abonnement ; la MEL aidera à trouver un premier établissement volontaire.',
        ),
      ),
      say('skip'),
      say('pass'),
      say('thank you'),
    ],
  },
  {
    key: 'odette',
    name: 'Odette Cuvelier',
    organisation: 'Vestiaire des Quatre Vents',
    attribution: 'college',
    moves: [
      say('Bien sûr'),
      say('C’est pour quand la réponse ?'),
      say(
        "Des bénévoles on en a, mais personne pour tenir la caisse et faire les comptes, j'ai 74 ans et j'aimerais passer la main",
        partly(
          'Les associations sans salarié·e auront accès aux permanences de gestion ; la relève au bureau reste l’affaire de l’association.',
        ),
      ),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        'Arrêter les prospectus, personne ne les lit, une page dans le journal de chaque commune suffirait',
        partly(
          'Un article prêt à publier sera proposé chaque trimestre aux journaux municipaux ; un dépliant restera pour les accueils sans écran.',
        ),
      ),
      say('passe'),
    ],
  },
  {
    key: 'wilfried',
    name: 'Wilfried Boulenger',
    organisation: 'Scop Second Rivet',
    attribution: 'organisation',
    moves: [
      say('go'),
      say(
        "Nous sommes contre l'appel à projets annuel, il met les associations en concurrence et on passe trois mois à écrire au lieu de travailler",
        notAdopted(
          'L’appel à projets est maintenu, car il a fait émerger des structures inconnues du service ; en contrepartie son dossier passe de douze à quatre pages.',
        ),
      ),
      say('passe'),
    ],
  },
);
