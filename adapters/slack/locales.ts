/** The few words that are Slack's alone. */
export interface SlackPhrases {
  /** Where something was asked elsewhere than in private, and is said there. */
  readonly answeredInPrivate: string;
  /** On top of a modal, and on the button that leaves it. */
  readonly name: string;
  readonly close: string;
  /** Where a shortcut leads nowhere for whoever took it. */
  readonly notForYou: string;
  /** Above what was typed, when it could not be stored in time, and when it never was. */
  readonly trying: string;
  readonly lost: string;
  /** The same of a button. */
  readonly pressTrying: string;
  readonly pressLost: string;
  /** Under the first field of a form that could not be stored in time. */
  readonly sendAgain: string;
  /** In the place of a form without any field: while it is tried again, and when it was never stored. */
  readonly formTrying: string;
  readonly formLost: string;
}

export const phrasesIn = (lang: string): SlackPhrases => PHRASES[lang.startsWith('en') ? 'en' : 'fr'];

export const PHRASES: Readonly<Record<'fr' | 'en', SlackPhrases>> = {
  fr: {
    answeredInPrivate: 'Je vous réponds en message privé.',
    name: 'Tour de table',
    close: 'Fermer',
    notForYou:
      'Je n’ai rien à vous proposer ici. Ce message n’est peut-être pas de vous, aucun tour ne vous invite, ou ce geste revient à l’équipe d’animation. « /tour aide » dit ce que vous pouvez faire.',
    trying: 'Je n’ai pas encore pu noter ceci ; je réessaie, et je vous réponds dès que c’est fait :',
    lost: 'Je n’ai pas pu noter ceci, et rien n’a changé. Envoyez-le de nouveau dans quelques minutes :',
    pressTrying: 'Je n’ai pas encore pu noter votre réponse ; je réessaie.',
    pressLost:
      'Je n’ai pas pu noter votre réponse, et rien n’a changé. Appuyez de nouveau dans quelques minutes.',
    sendAgain:
      'Je n’ai pas encore pu noter vos réponses. Elles sont toujours là : envoyez de nouveau dans un instant.',
    formTrying: 'Je n’ai pas encore pu noter votre envoi ; je réessaie, et je vous réponds en message privé.',
    formLost:
      'Je n’ai pas pu noter votre envoi, et rien n’a changé. Rouvrez ce formulaire dans quelques minutes.',
  },
  en: {
    answeredInPrivate: 'I am answering you in a private message.',
    name: 'Tour de table',
    close: 'Close',
    notForYou:
      'There is nothing for you to do here. This message may not be yours, no round may have invited you, or this is for those who run the consultation. “/tour help” says what you can do.',
    trying: 'I have not been able to note this yet; I’m trying again, and will answer once it is done:',
    lost: 'I could not note this, and nothing has changed. Please send it again in a few minutes:',
    pressTrying: 'I have not been able to note your answer yet; I’m trying again.',
    pressLost: 'I could not note your answer, and nothing has changed. Please press again in a few minutes.',
    sendAgain:
      'I have not been able to note your answers yet. They are still here: please send again in a moment.',
    formTrying:
      'I have not been able to note what you sent yet; I’m trying again, and will answer in a private message.',
    formLost:
      'I could not note what you sent, and nothing has changed. Please open this form again in a few minutes.',
  },
};
