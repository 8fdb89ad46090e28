/** What letters say around the bot's own words, in English. */
import type { About, Phrases } from './fr.ts';

const ofRound: Readonly<Record<string, (about: About) => string>> = {
  invitation: ({ round, until }) => `Your views by ${until}: ${round}`,
  reminder: ({ round, until }) => `Reminder, by ${until}: ${round}`,
  extension: ({ round, until }) => `More time, until ${until}: ${round}`,
  recap: ({ round }) => `What we noted: ${round}`,
};

const ofAny: Readonly<Record<string, string>> = {
  invitation: 'You are invited to give your views',
  reminder: 'Reminder: your views are awaited',
  extension: 'You have more time to answer',
  recap: 'What we noted of your answers',
  restitution: 'What became of your proposals',
  merge: 'A question about one of your proposals',
  behalf: 'To check: what was noted for you',
  review: 'Did we understand you?',
  changed: 'A proposal you support has changed',
  dispute: 'The answer to your proposal was read again',
  moderation: 'About one of your proposals',
  attachment: 'About your document',
  digest: 'Where the consultation stands',
  test: 'Test of sending',
};

export const en: Phrases = {
  lang: 'en',
  locale: 'en-GB',
  product: 'Tour de table',
  subject: (kind, about) =>
    (about === null ? undefined : ofRound[kind]?.(about)) ?? ofAny[kind] ?? 'A message for you',
  enclosed: (title) => `To open on your page: ${title}.`,
  subjectFor: (name, subject) => `For ${name} – ${subject}`,
  from: (asker) => `A consultation run by ${asker}`,
  forWhom: (name) => `For ${name}`,
  button: (kind) =>
    ({
      invitation: 'Answer on my page',
      reminder: 'Answer on my page',
      extension: 'Answer on my page',
      merge: 'Answer on my page',
      behalf: 'Check on my page',
      recap: 'Check or correct',
    })[kind] ?? 'Open my page',
  orCopy: 'Or copy this address into your browser:',
  yourPage: 'Your page:',
  personal: (name) => `This link opens ${name}’s conversation: please do not forward this message.`,
  repliesRead: 'The team reads replies to this e-mail, but only answers given on your page are counted.',
  repliesUnread: 'Nobody reads replies to this e-mail: everything happens on your page.',
  stop: 'Receive no more messages',
  test: 'This is a test of sending by the consultation bot. If you read this, e-mail leaves.',
};
