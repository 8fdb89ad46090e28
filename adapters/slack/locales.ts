/** The few words that are Slack's alone. */
export interface SlackPhrases {
  /** What `/tour` alone stands for. */
  readonly menu: string;
  /** Where a command was typed elsewhere than in private. */
  readonly answeredInPrivate: string;
}

export const PHRASES: Readonly<Record<'fr' | 'en', SlackPhrases>> = {
  fr: { menu: 'aide', answeredInPrivate: 'Je vous réponds en message privé.' },
  en: { menu: 'help', answeredInPrivate: 'I am answering you in a private message.' },
};
