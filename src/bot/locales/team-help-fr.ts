/** What the team may say, in groups short enough for a phone. Each line is a heading, then commands. Read it aloud. */
import type { HelpTopic } from '../help-topics.ts';

export interface HelpGroup {
  readonly topic: HelpTopic;
  /** What asks for it. */
  readonly command: string;
  readonly covers: string;
  /** Only staff may do most of it. */
  readonly staff: boolean;
  readonly lines: readonly string[];
}

export const teamHelp: readonly HelpGroup[] = [
  {
    topic: 'rounds',
    command: 'aide tours',
    covers: 'ouvrir, prolonger, clore',
    staff: false,
    lines: [
      'Avant : « tours », « ouvrir » (question par question), « ouvrir CLÉ », « reprendre le brouillon », « jeter le brouillon », « annuler CLÉ ».',
      'À la fin : « prolonger CLÉ jusqu’au AAAA-MM-JJ », « clore CLÉ : raison », « rouvrir CLÉ », « accepter P-0042 », « écarter P-0042 », « vérifier » (ont-elles été bien comprises ?).',
      'Une phase : « phases », « clore phase CLÉ », « rouvrir phase CLÉ ».',
      'Une validation : « préparer la validation des objectifs », « préparer la validation de la synthèse », « convergence », « convergence CLÉ ».',
    ],
  },
  {
    topic: 'people',
    command: 'aide personnes',
    covers: 'qui répond, qui se tait, relances',
    staff: false,
    lines: [
      'Suivre et inviter : « statut », « silence », « silence COLLÈGE », « relancer CLÉ », « ajouter Prénom Nom, Organisation, collège, plateforme:identifiant », « pour Prénom Nom (téléphone) : texte », « table ».',
      'Qui parle : « remplacer Prénom Nom par Prénom Nom, plateforme:identifiant », « adresse partagée Prénom Nom ».',
    ],
  },
  {
    topic: 'proposals',
    command: 'aide propositions',
    covers: 'classer, réunir, scinder, modérer',
    staff: false,
    lines: [
      'Une proposition : « propositions », « P-0042 », « reclasser P-0042 axe 3 », « reclasser P-0042 axe 3 et axe 1 », « pourquoi P-0042 », « réunir P-0042 dans P-0007 », « scinder P-0042 : début / suite », « recoller P-0042 », « modérer P-0042 : raison », « publier P-0042 : raison », « journal de modération ».',
      'Ce qui attend votre avis : « doutes », « doute 1 », « suivant », « répondre 1 : texte », « proposition 1 », « classer 1 : raison », « corriger P-0042 : texte ».',
      'Les thèmes : « thèmes », « thèmes axe 2 », « T3 », « renommer T3 : texte », « fusionner T3 dans T1 », « scinder T3 : P-0004, P-0007 », « P-0042 dans T2 », « P-0042 nouveau thème », « épingler T3 », « annuler thème », « chercher thèmes ».',
      'Les fichiers reçus : « pièces », « extraire PJ-3 : texte », « extraire PJ-3 pour Prénom Nom : texte », « classer PJ-3 : raison », « rouvrir PJ-3 ».',
    ],
  },
  {
    topic: 'workshop',
    command: 'aide atelier',
    covers: 'le mener, puis son compte rendu',
    staff: false,
    lines: [
      'Le mener : « atelier CLÉ », « atelier début », « atelier pause », « atelier reprise », « atelier +10 », « atelier suite », « atelier retour », « atelier fin », « atelier salle », « atelier groupes », « atelier résultats ».',
      'Ce qu’il retient : « P-0042 dans G2 », « P-0042 hors groupe », « P-0042 nouveau groupe », « renommer G2 : texte », « fusionner G2 et G3 », « compte rendu », « compte rendu introduction : texte », « compte rendu note : texte », « signer compte rendu ».',
    ],
  },
  {
    topic: 'synthesis',
    command: 'aide synthèse',
    covers: 'l’écrire, la relire, la signer ; digest et documents',
    staff: false,
    lines: [
      'L’écrire : « synthèse », « montrer synthèse », « reformuler 1.2 : texte », « introduire : texte », « ajouter 1 : texte (P-0042) », « sans désaccord 3 », « signer ».',
      'Entre collègues : « placer 1.3 avant 1.1 », « ordonner 1 : 1.3, 1.1, 1.2 », « enlever 1.3 », « titrer 1.2 : texte », « accepter titres », « relire Prénom Nom », « relu », « relu sauf 2.3 : remarque », « montrer modifications », « annuler modification ».',
      'Le digest : « digest », « digest 7 jours », « digest axe 2 », « digest chaque lundi 9h », « digest stop ».',
      'Les documents, en fichiers : « documents », « document synthèse », « document propositions », « document propositions en csv », « document bilan ».',
    ],
  },
  {
    topic: 'replies',
    command: 'aide réponses',
    covers: 'décider, restituer, contestations',
    staff: true,
    lines: [
      'Décider : « décider » (l’une après l’autre), « décider P-0042 retenue : motif », « décider thème 2.1 retenue sauf P-0042 : motif », « décider axe 3 à étudier : motif », « décider le reste à étudier : motif », « corriger décision P-0042 retenue : motif », « entériner INSTANCE AAAA-MM-JJ ».',
      'Restituer : « dette », « restitution », « restitution pour Prénom Nom ».',
      'Les contestations : « contestations », « contestation 2 », « répondre contestation 2 : maintenue : motif ».',
    ],
  },
  {
    topic: 'plan',
    command: 'aide plan',
    covers: 'l’ajuster, le mesurer, en faire le bilan',
    staff: true,
    lines: [
      'Le lire : « plan », « plan axe 1 », « plan CLÉ », « plan 2 », « plan versions », « comparer plan 1 et 2 ».',
      'L’ajuster : « ajuster thème 2.1 », « ajuster P-0042 », « ajuster action CLÉ », « ajustements », « A-3 », « modifier A-3 : texte », « citer A-3 : P-0042 », « ne plus citer A-3 : P-0042 », « retirer A-3 », « couverture ».',
      'Décider des ajustements : « décider A-3 retenue : motif », « entériner ajustements INSTANCE AAAA-MM-JJ », « adopter le plan par INSTANCE le AAAA-MM-JJ ».',
      'Le mesurer : « indicateurs », « mesure CLÉ 12 », « mesure CLÉ INDICATEUR 12,5 le 3 mai 2016 », « annuler mesure », « alertes », « préparer le mi-parcours », « annoncer l’avancement CLÉ ».',
      'Le bilan annuel : « préparer le bilan 2016 », « bilan », « bilan introduire : texte », « bilan reformuler 1.2 : texte », « bilan signer », « publier le bilan ».',
    ],
  },
  {
    topic: 'committee',
    command: 'aide comité',
    covers: 'convoquer, suivre la séance, procès-verbal',
    staff: true,
    lines: [
      'Une séance : « convoquer INSTANCE jusqu’au AAAA-MM-JJ », « séance », « réponses », « intégrer A-3 : texte », « passer outre A-3 : motif », « clore la séance », « annuler la séance », « procès-verbal ».',
    ],
  },
];
