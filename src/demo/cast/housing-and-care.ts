import { adopted, confirm, keyed, notAdopted, of, outside, partly, say, sayOn, toStudy } from './moves.ts';

/** Homes, childcare, care at home, neighbourhoods, culture. */
export const HOUSING_AND_CARE = of(
  'partenaires',
  {
    key: 'fatou',
    name: 'Fatou Diarra',
    organisation: 'Toit du Palier',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say(
        "Être payés à l'heure. La subvention 2014 est arrivée en février 2015, on a tenu avec un découvert à 9 %",
        adopted(
          'Un acompte de 70 % sera versé dès la signature de la convention, le solde sous deux mois après le bilan.',
        ),
      ),
      say('passe'),
      say(
        'Associer les locataires quand on réhabilite leur immeuble, ils ont des idées de services à créer au rez-de-chaussée',
        adopted(
          'Un atelier avec les locataires deviendra une étape de chaque réhabilitation aidée par la MEL, sur deux résidences pour commencer.',
        ),
      ),
      sayOn(
        'axe 3',
        'Des colocations entre jeunes travailleurs et personnes âgées, il y a des chambres vides partout à Lambersart',
        toStudy(
          'La colocation entre générations sera examinée avec le programme local de l’habitat, qui se révise l’an prochain.',
        ),
      ),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'mathilde',
    name: 'Mathilde Rogier',
    organisation: 'Crèche parentale La Ronde des Mitaines',
    attribution: 'organisation',
    moves: [
      say('volontiers'),
      say(
        'Un fonds de roulement, les subventions arrivent après les salaires',
        adopted(
          'Les crèches associatives pourront demander l’avance remboursable prévue au plan, plafonnée à trois mois de masse salariale.',
        ),
      ),
      keyed(
        'compta',
        'Partager un poste de comptable entre plusieurs associations',
        adopted(
          'Le plan cofinancera trois postes de gestion partagés pendant deux ans, le temps qu’ils se paient ; le premier sur le versant nord-est.',
        ),
      ),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        'Des places de crèche pour les gens qui reprennent un travail, sans ça ils refusent le poste',
        outside(
          'L’accueil du jeune enfant relève des communes et de la caisse d’allocations familiales, à qui la demande est transmise.',
        ),
      ),
    ],
  },
  {
    key: 'odile',
    name: 'Odile Merchez',
    organisation: 'Les Aidantes de la Plaine',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        "Je suis contre la mesure d'impact obligatoire, on ne met pas une visite à une dame de 90 ans dans un tableau",
        partly(
          'La mesure ne sera obligatoire pour personne ; les structures aidées à plus de 50 000 euros choisiront deux indicateurs avec leur chargé·e de mission.',
        ),
      ),
      say(
        "Parler de l'ESS aux familles, elles croient que l'aide à domicile c'est forcément un service de la mairie",
        adopted(
          'Une fiche simple sur les services associatifs à domicile sera remise par les accueils des mairies volontaires.',
        ),
      ),
      keyed(
        'groupement',
        "Un groupement d'employeurs pour proposer des temps pleins, nos salariées ont toutes deux ou trois petits contrats",
        adopted(
          'Un groupement d’employeurs de l’ESS sera aidé au démarrage, avec une branche pour l’aide à domicile.',
        ),
      ),
    ],
  },
  {
    key: 'aicha',
    name: 'Aïcha Benslimane',
    organisation: 'Maison des Voisines',
    attribution: 'organisation',
    moves: [
      say('ok'),
      say('passe'),
      say('passe'),
      say(
        "1) une salle au pied des immeubles du quartier, ouverte le soir aux habitants\n2) une petite enveloppe pour les initiatives d'habitants, 500 euros sans dossier de dix pages\n3) que les élus viennent rencontrer les habitants du quartier, pas seulement au moment des élections",
        toStudy(
          'Les rez-de-chaussée vides sont recensés avec les bailleurs dans six quartiers prioritaires ; l’ouverture en soirée sera discutée au cas par cas.',
        ),
        adopted(
          'Une enveloppe pour les initiatives d’habitant·es est créée : 500 euros au plus, une page, une réponse en trois semaines.',
        ),
        adopted(
          'Trois rencontres par an se tiendront dans les quartiers, avec l’élu·e chargé·e de l’ESS, hors période électorale.',
        ),
      ),
      confirm("oui c'est ça"),
      say(
        'Une monnaie locale pourquoi pas, mais surtout une épicerie à prix libre dans les quartiers nord',
        partly(
          'L’épicerie peut être soutenue par le fonds d’essai ; la monnaie locale n’est pas retenue, faute de collectif porteur.',
        ),
      ),
      say('passe'),
      sayOn(
        'plutôt axe 5',
        "qu'on prenne les jeunes du quartier en stage, ils envoient 40 lettres et personne ne répond",
        adopted(
          'Cinquante stages seront réservés aux collégien·nes des quartiers prioritaires par les structures aidées.',
        ),
      ),
    ],
  },
  {
    key: 'elodie',
    name: 'Élodie Parsy',
    organisation: 'La Fabrique des Marelles',
    attribution: 'college',
    moves: [
      say("d'accord"),
      say('passe'),
      sayOn(
        'les 2, plutôt B',
        "Un agenda commun, l'an dernier il y avait quatre événements ESS le même samedi",
        adopted(
          'Un agenda partagé sera ouvert à toutes les structures, avec une alerte quand une date est déjà prise.',
        ),
      ),
      say('passe'),
      say('passe'),
      keyed(
        'affiche',
        'Une grande affiche dans le métro avec des visages de la métropole',
        partly(
          'Une campagne de portraits est retenue sur les écrans du réseau de transport ; l’affichage papier serait trop coûteux.',
        ),
      ),
      { remove: 'affiche' },
      say('passe'),
    ],
  },
  {
    key: 'jeanpierre',
    name: 'Jean-Pierre Delattre',
    organisation: 'Régie du Quartier des Filatures',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say(
        "Des clauses sociales dans tous les marchés de nettoyage et d'espaces verts, et qu'on vérifie qu'elles sont tenues",
        adopted(
          'La clause d’insertion devient la règle pour ces deux familles d’achats au-dessus de 90 000 euros ; deux agents contrôleront les heures faites.',
        ),
      ),
      say('passe'),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        'Prolonger les contrats aidés et les transformer en CDI, six mois de service civique ça ne fait pas un métier',
        outside(
          'La durée des contrats aidés appartient à l’État ; la MEL, elle, n’aidera aucun projet qui remplace un emploi par un volontariat.',
        ),
      ),
    ],
  },
  {
    key: 'lucie',
    name: 'Lucie Hennebelle',
    organisation: 'Les Murs à Plusieurs',
    attribution: 'none',
    moves: [
      say('oui'),
      say('passe'),
      say('passe'),
      say('passe'),
      say(
        "Une réserve de terrains pour l'habitat participatif, les groupes s'épuisent à chercher pendant cinq ans",
        notAdopted(
          'Aucun terrain ne sera réservé d’avance : les groupes peuvent répondre aux appels à candidatures de la MEL, dont un par an leur sera dédié.',
        ),
      ),
      say('passe'),
      say('passe'),
    ],
  },
);
