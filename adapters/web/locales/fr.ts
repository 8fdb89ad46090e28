/** What the page itself says in French; the conversation is the bot's. */
import { sized } from './sized.ts';

export const fr = {
  lang: 'fr',
  locale: 'fr-FR',
  product: 'Tour de table',
  bot: 'Tour de table',
  you: 'Vous',
  conversation: 'Conversation',
  skip: 'Aller à la réponse',
  between: (asker: string): string => `Consultation menée par ${asker}`,
  signedAs: (name: string): string => `Vous écrivez en tant que ${name}`,
  leave: 'Quitter cette page',
  leaveWhy: 'Vos réponses restent gardées. Votre lien personnel vous ramènera ici.',
  earlier: 'Messages plus anciens',
  latest: 'Revenir aux derniers messages',
  nothingYet: (first: string): string => `Bonjour ${first}.`,
  nothingYetPartner: 'Cette page est à vous : l’invitation à répondre arrivera ici.',
  nothingYetTeam:
    'Vous menez cette consultation. « ouvrir » lance un tour, question par question, après un aperçu ; « aide équipe » dit le reste.',
  message: 'Votre message',
  placeholder: 'Écrivez ici',
  send: 'Envoyer',
  attach: 'Joindre un fichier',
  limits: '5 fichiers au plus, de 10 Mo chacun.',
  chosenFiles: 'Fichiers à envoyer',
  removeFile: 'Retirer',
  notKept: 'non gardé',
  units: ['octets', 'ko', 'Mo'],
  size: (bytes: number): string => sized(bytes, 'fr-FR', ['octets', 'ko', 'Mo']),
  keys: 'Entrée envoie, Maj + Entrée va à la ligne.',
  refresh: 'Voir les nouvelles réponses',
  edit: 'Modifier',
  messageOf: (time: string): string => `le message de ${time}`,
  editing: 'Vous modifiez un message déjà envoyé.',
  editTitle: 'Modifier votre message',
  save: 'Enregistrer',
  delete: 'Supprimer ce message',
  cancel: 'Annuler',
  edited: 'modifié',
  deleted: 'Message supprimé',
  erased: '[effacé]',
  choices: 'Réponses proposées',
  commands: 'Commandes',
  help: { label: 'Aide', text: 'aide' },
  mine: { label: 'Mes propositions', text: 'mes propositions' },
  team: [
    { label: 'Aide', text: 'aide équipe' },
    { label: 'Ouvrir un tour', text: 'ouvrir' },
    { label: 'Statut', text: 'statut' },
    { label: 'Silence', text: 'silence' },
    { label: 'Doutes', text: 'doutes' },
    { label: 'Digest', text: 'digest' },
    { label: 'Propositions', text: 'propositions' },
    { label: 'Synthèse', text: 'montrer synthèse' },
  ],
  script: {
    uploading: 'Envoi du fichier…',
    drop: 'Déposez vos fichiers ici',
    sending: 'Envoi…',
    waiting: 'Pas encore envoyé. Nouvel essai dès que la connexion revient.',
    refused: 'Pas envoyé.',
    retry: 'Réessayer',
    takeBack: 'Reprendre le texte',
    offline: 'Connexion perdue. Vos messages attendent ici et partiront dès son retour.',
    online: 'Connexion rétablie.',
    newer: 'Nouveau message',
  },
  gate: {
    title: (first: string): string => `Vous êtes bien ${first} ?`,
    about: (asker: string, title: string): string =>
      `Ce lien personnel ouvre la conversation de cette personne avec ${asker}, à propos de « ${title} ».`,
    yes: 'Oui, c’est moi',
    no: 'Non, ce n’est pas moi',
  },
  notMe: {
    title: 'Merci de nous l’avoir dit',
    text: (asker: string): string =>
      `Rien n’a été ouvert. Ce lien n’est que pour la personne à qui il a été envoyé : rendez-le-lui, ou supprimez-le. Pour participer aussi, il vous faut le vôtre : demandez-le à l’équipe (${asker}), ou dites ici qui vous êtes.`,
    who: 'Qui êtes-vous ?',
    why: 'Facultatif. Seule l’équipe de la consultation vous lira, pour vous envoyer un lien à vous ; sinon, elle effacera ce mot.',
    fields: {
      name: 'Prénom et nom',
      organisation: 'Structure (facultatif)',
      email: 'Adresse e-mail (facultatif)',
      word: 'Un mot pour l’équipe (facultatif) : vous prenez la suite, ce lien vous a été transmis…',
    },
    nameless: 'Il manque votre nom.',
    send: 'Envoyer à l’équipe',
  },
  known: {
    title: 'C’est transmis à l’équipe',
    text: (asker: string): string =>
      `Merci. L’équipe (${asker}) vous lira et vous enverra un lien à vous s’il y a lieu. Rien d’autre n’a été ouvert ni enregistré : vous pouvez fermer cette page.`,
  },
  stop: {
    title: (first: string): string => `Ne plus écrire à ${first} ?`,
    about: (asker: string, title: string): string =>
      `Vous ne recevrez plus de message de ${asker} à propos de « ${title} ». Vos réponses restent et comptent.`,
    yes: 'Ne plus m’écrire',
  },
  stopped: {
    title: 'C’est entendu',
    text: (asker: string): string =>
      `Vous ne recevrez plus de message de ${asker}. Pour changer d’avis, écrivez « reprendre » sur votre page, que votre lien personnel ouvre toujours.`,
  },
  left: {
    title: 'À bientôt',
    text: 'Vous avez quitté votre page sur cet appareil. Votre lien personnel vous y ramènera.',
  },
  closed: {
    wrong: {
      title: 'Ce lien n’est pas complet',
      text: 'Un lien personnel est long, et se coupe parfois en deux dans un message. Ouvrez-le depuis le message reçu, ou copiez-le en entier. S’il ne marche toujours pas, demandez-en un autre à l’équipe qui vous a invité·e.',
    },
    expired: {
      title: 'Ce lien a expiré',
      text: 'Pour votre sécurité, un lien personnel ne sert qu’un temps. Vos réponses sont gardées : demandez un nouveau lien à l’équipe qui vous a invité·e.',
    },
    revoked: {
      title: 'Ce lien ne sert plus',
      text: 'Il a été remplacé ou retiré. Ouvrez le dernier que vous avez reçu, ou demandez-en un à l’équipe qui vous a invité·e. Vos réponses sont gardées.',
    },
    session: {
      title: 'Ouvrez votre lien personnel',
      text: 'Cette page s’ouvre avec le lien qui vous a été envoyé. Si vous ne l’avez plus, demandez-en un autre à l’équipe qui vous a invité·e.',
    },
  },
  errors: {
    fileTooBig:
      'Ce fichier dépasse 10 Mo. Envoyez-le en plusieurs parties, ou collez ici le passage qui compte.',
    tooManyFiles: '5 fichiers par message : envoyez les autres ensuite.',
    unreadable: 'Ce qui a été envoyé n’est pas lisible. Rechargez la page et recommencez.',
    tooLong: 'Ce texte est trop long pour un seul message : envoyez-le en plusieurs fois.',
    empty: 'Le message est vide.',
    tooMany: 'Beaucoup de messages en peu de temps. Attendez un instant, puis recommencez.',
    elsewhere: 'Cette demande ne vient pas de votre page. Rechargez-la et recommencez.',
    over: 'Cette question n’attend plus cette réponse. Écrivez-la avec vos mots.',
    missing: 'Il n’y a rien à cette adresse.',
    method: 'Cette adresse ne s’utilise pas ainsi.',
    away: 'Le service redémarre ou répond mal. Votre message n’est pas enregistré : recommencez dans un instant.',
    failed: 'Un souci de notre côté. Recommencez dans un instant.',
  } as Readonly<Record<string, string>>,
  errorTitle: 'Un souci',
  back: 'Revenir à la conversation',
};

export type Phrases = typeof fr;
