import { adopted, notAdopted, of, outside, partly, say, toStudy } from './moves.ts';

/** Smaller municipalities, where the nearest service is often a bus away. */
export const VILLAGES = of(
  'territoires',
  {
    key: 'remi',
    name: 'Rémi Coustenoble',
    organisation: 'Commune de Saint-Fiacre-les-Haies',
    attribution: 'name',
    moves: [
      say('oui'),
      say('passe'),
      say('passe'),
      say(
        "Pas d'accord avec une maison de l'ESS à Lille. Tout va toujours à Lille et rien dans les Weppes",
        adopted(
          'Le lieu central est écarté ; une animatrice ou un animateur tiendra une permanence tournante dans les villages des Weppes.',
        ),
      ),
      say(
        'Un garage ou un covoiturage solidaire, les jeunes sans permis ne peuvent pas aller travailler',
        toStudy(
          'Un covoiturage solidaire entre villages sera étudié avec les mairies : il faut des conducteurs volontaires et une assurance.',
        ),
      ),
      say(
        "Ouvrir les ateliers et les fermes un dimanche par an, tous en même temps. L'an dernier la coopérative du village d'à côté l'a fait toute seule, elle attendait quarante personnes et il en est venu trois cents, avec les enfants, les vélos et un car de retraités. Ce jour-là personne n'a demandé ce que voulait dire ESS : ils ont vu des gens travailler, ils ont acheté des poireaux et deux se sont inscrits comme bénévoles. C'est plus simple qu'une campagne, il faut juste une date, une carte et quelques barrières",
        adopted(
          'Un dimanche portes ouvertes est retenu pour tout le territoire ; la MEL fournit la carte, l’assurance et l’annonce.',
        ),
      ),
      say('passe'),
    ],
  },
  {
    key: 'isabelle',
    name: 'Isabelle Gruson-Ferry',
    organisation: 'Commune de Vertefontaine',
    attribution: 'organisation',
    moves: [
      say('ok'),
      say('passe'),
      say('passe'),
      say(
        'un camion café-épicerie qui passe le mardi et le vendredi, le dernier commerce a fermé en 2012',
        partly(
          'Une tournée d’essai couvrira cinq villages un jour par semaine ; le second jour dépendra de la fréquentation.',
        ),
      ),
      say('passe'),
      say('passe'),
      say(
        'des logements pas trop chers à côté du travail',
        toStudy(
          'Le logement des salarié·es sera regardé dans deux communes où des postes restent vacants, avec le service de l’habitat.',
        ),
      ),
    ],
  },
  {
    key: 'dominique',
    name: 'Dominique Leclercq-Roux',
    organisation: 'Commune de Pont-aux-Oseraies',
    attribution: 'organisation',
    moves: [
      say('oui'),
      say(
        "Que quelqu'un nous aide à monter les dossiers : la secrétaire de mairie est seule et les associations sont toutes bénévoles",
        adopted(
          'Une personne itinérante aidera les communes de moins de 5 000 habitant·es et leurs associations à monter leurs dossiers.',
        ),
      ),
      say('passe'),
      say(
        'Un référent pour plusieurs villages, à nous tout seuls on ne pourra jamais',
        adopted(
          'Les petites communes pourront partager une même personne référente, à raison d’une pour six villages.',
        ),
      ),
      say('passe'),
      say('passe'),
      say('passe'),
    ],
  },
  {
    key: 'olivier',
    name: 'Olivier Bacquaert',
    organisation: 'Commune de Grand-Riez',
    attribution: 'organisation',
    moves: [
      say('vas-y'),
      say('passe'),
      say('passe'),
      say(
        'Protéger les terres agricoles autour du village, chaque lotissement nous prend un maraîcher',
        outside(
          'La protection des terres se décide dans le plan local d’urbanisme ; cette demande est versée à sa révision.',
        ),
      ),
      say('passe'),
      say('passe'),
      say(
        "Des temps pleins à partager entre la cantine, la garderie et l'épicerie, sinon personne ne vient travailler ici",
        toStudy(
          'Le partage de postes entre communes et associations pose une question de droit ; le futur groupement d’employeurs l’instruira.',
        ),
      ),
    ],
  },
  {
    key: 'therese',
    name: 'Thérèse Wambeke',
    organisation: 'Commune de La Ferme-au-Bois',
    attribution: 'college',
    moves: [
      say('oui'),
      say('passe'),
      say('passe'),
      say(
        'Je trouve ça très bien tout ça mais un tiers-lieu dans un village de 900 habitants il ne faut pas rêver, réparez déjà la salle des fêtes',
        notAdopted(
          'La rénovation d’une salle communale ne relève pas du plan ; la réserve sur les tiers-lieux de village est entendue, aucun ne sera imposé.',
        ),
      ),
      say('passe'),
    ],
  },
);
