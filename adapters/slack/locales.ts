/** The few words that are Slack's alone. */
export interface SlackPhrases {
  /** What `/tour` alone stands for. */
  readonly menu: string;
  /** Where a command was typed elsewhere than in private. */
  readonly answeredInPrivate: string;
  /** On top of a modal, and on the button that leaves it. */
  readonly name: string;
  readonly close: string;
  /** Where a shortcut leads nowhere for whoever took it. */
  readonly notForYou: string;
}

export const PHRASES: Readonly<Record<'fr' | 'en', SlackPhrases>> = {
  fr: {
    menu: 'menu',
    answeredInPrivate: 'Je vous réponds en message privé.',
    name: 'Tour de table',
    close: 'Fermer',
    notForYou:
      'Je n’ai rien à vous proposer ici. Ce message n’est peut-être pas de vous, aucun tour ne vous invite, ou ce geste revient à l’équipe d’animation. « /tour aide » dit ce que vous pouvez faire.',
  },
  en: {
    menu: 'menu',
    answeredInPrivate: 'I am answering you in a private message.',
    name: 'Tour de table',
    close: 'Close',
    notForYou:
      'There is nothing for you to do here. This message may not be yours, no round may have invited you, or this is for those who run the consultation. “/tour help” says what you can do.',
  },
};
