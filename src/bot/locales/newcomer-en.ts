/** What the bot says in English to somebody it doesn't know yet. Nothing here tells of any consultation. Read it aloud. */
import type { NewcomerPhrases } from './newcomer-fr.ts';

export const newcomer: NewcomerPhrases = {
  who: (links) =>
    links
      ? 'Hello. I run consultations for people who have been invited, and I don’t know you yet. If you were sent a personal link, paste it here; if not, tell me who you are and which organisation you speak for: the team will register you.'
      : 'Hello. I run consultations for people who have been invited, and I don’t know you yet. Who are you, and which organisation do you speak for? The team will register you.',
  noted:
    'Thank you. I’m passing this on to the team, who will register you; I’ll write as soon as that is done.',
  waiting: 'Kept. I’ll write to you here as soon as the team has registered you.',
  linkOnly:
    'Hello. I run consultations for people who have been invited, and I don’t know you yet. Paste here the personal link you were sent; if you have none, ask for one from whoever told you about me.',
  linkWrong:
    'That link doesn’t open: a piece of it may be missing. Copy all of it from your message, and paste it here.',
  linkOver: 'That link no longer works. Ask the team that sent it for a new one, then paste it here.',
  isItYou: (name, organisations) =>
    organisations === '' ? `Are you ${name}?` : `Are you ${name}, of ${organisations}?`,
  yes: 'Yes, I am',
  no: 'No',
  notThem:
    'Thank you for telling me: I have changed nothing. So who are you, and which organisation do you speak for? The team will register you.',
  linked: 'Noted: I’ll write to you here from now on.',
  knownHere: 'I know you already: this is where I write to you.',
  how: (code) => `(“add First Last, Organisation, type, newcomer:${code}”)`,
};
