/** Forms, and the buttons that open them, in French. Read it aloud. */
import type { Fault } from '../../chat/form.ts';
import type { DecisionStatus } from '../../core/consultation/model.ts';

export const forms = {
  send: 'Envoyer',
  record: 'Enregistrer',
  leave: 'Fermer',
  resume: 'reprendre',
  allAtOnce: 'Tout répondre d’un coup',
  answersIntro: (n: number): string =>
    n === 1
      ? 'Répondez avec vos mots ; vous pourrez corriger ensuite.'
      : 'Répondez à celles que vous voulez, avec vos mots : une case vide sera reposée plus tard, et vous pourrez corriger.',
  nothingFilled: 'Rien n’est rempli encore. Une seule réponse suffit.',
  notTaken: 'Je n’ai pas pu tout prendre :',
  faults: {
    missing: 'Il manque une réponse ici.',
    'too-long': 'C’est trop long : raccourcissez un peu.',
    'not-offered': 'Ce choix n’existe plus : choisissez-en un autre.',
    'no-day': 'Ce n’est pas un jour.',
  } satisfies Record<Fault, string>,
  decideTitle: (ref: string): string => `Répondre à ${ref}`,
  decidedBefore: (status: string): string => `Réponse donnée jusqu’ici : ${status}.`,
  status: 'Réponse',
  reason: 'Motif',
  reasonHint: 'Les personnes qui l’ont proposée ou soutenue le liront tel quel.',
  body: 'Instance',
  day: 'Jour de la décision',
  toDecide: (left: number): string =>
    left === 1
      ? 'Dernière proposition sans réponse :'
      : `${left} propositions attendent une réponse. La première :`,
  answerFor: (ref: string): string => `Que répond-on à ${ref} ?`,
  /** Before the question; `action` is a title. */
  recognised: {
    inPlan: (action: string): string => `Le plan a déjà une action proche : « ${action} ».`,
    project: (action: string): string => `C’est un projet : « ${action} » peut l’accueillir.`,
    outside: (ref: string): string => `${ref}, qui lui ressemble, a été dite hors de nos compétences.`,
  },
  decideVerb: 'décider',
  statusButtons: {
    adopted: 'Retenue',
    'adopted-in-part': 'Retenue en partie',
    'under-way': 'Déjà engagée',
    'to-be-studied': 'À étudier',
    'not-adopted': 'Non retenue',
    'outside-powers': 'Hors compétences',
  } satisfies Record<DecisionStatus, string>,
  nothingToDecide: 'Toutes les propositions ont une réponse. « restitution » montre ce qui partira.',
  askReason: (refs: string, status: string): string =>
    `${refs}, ${status} : pour quel motif ? Les personnes le liront tel quel ; « annuler » pour ne rien noter.`,
  notDecided: 'Rien n’est noté.',
  openTitle: 'Ouvrir un tour',
  preview: 'Aperçu',
  openIntro: 'Rien ne part : vous verrez d’abord l’aperçu, les destinataires et un test.',
  promptsOn: (axis: string | null): string => (axis === null ? 'Questions sans axe' : `Questions, ${axis}`),
  promptsHint: 'Une par ligne.',
  audience: 'Qui inviter ?',
  until: 'Jusqu’au',
  onePrompt: 'Il faut au moins une question.',
  axesOrNone: 'Un tour porte sur des axes, ou sur aucun : gardez les unes ou les autres.',
  ideaTitle: 'En faire une proposition',
  ideaIntro: (round: string): string =>
    `Pour « ${round} ». Vous pouvez retoucher le texte avant de l’envoyer.`,
  yourWords: 'Vos mots',
  answering: 'En réponse à',
  noPrompt: 'Aucune question en particulier',
  mergeTitle: 'Réunir',
  mergeIntro: 'Rien ne change avant l’accord de qui a écrit la première.',
  mergeFrom: 'Réunir',
  mergeInto: 'Dans',
  askAuthor: 'Demander l’accord',
  splitTitle: 'Scinder',
  splitIntro: 'Rien ne change avant l’accord de qui l’a écrite.',
  splitWhich: 'Quelle proposition ?',
  splitParts: 'Ses parties',
  splitHint: 'Une par ligne, avec ses mots à elle ou à lui.',
  splitVerb: 'scinder',
  behalfTitle: 'Saisir pour quelqu’un',
  behalfIntro: 'Cette personne recevra ce que vous saisissez, et dira si c’est bien cela.',
  who: 'Pour qui ?',
  source: 'D’où cela vient-il ?',
  sources: {
    paper: 'Papier',
    letter: 'Courrier',
    phone: 'Téléphone',
    meeting: 'Réunion',
    unsaid: 'Autre',
  },
  remindTitle: 'Relancer',
  closeTitle: 'Clore le tour',
  close: 'Clore',
  whichRound: 'Quel tour ?',
  closeReason: 'Pourquoi le clore maintenant ?',
  closeReasonHint: 'Avant sa date de fin, il faut une raison ; elle sera gardée.',
  theirWords: 'Ses mots',
  theirWordsHint: 'Tels quels, autant que possible.',
};

export type FormsPhrases = typeof forms;
