/** What the bot says in English about who speaks, and in whose name. Read it aloud. */
import type { VoicesPhrases } from './voices-fr.ts';

export const voices: VoicesPhrases = {
  inWhoseName: (names) => `You speak for ${names} here. In whose name shall we begin?`,
  all: (n) => (n === 2 ? 'Both' : 'All of them'),
  speakingFor: (name) => `Noted: you are speaking for ${name}.`,
  firstThen: (name, others) =>
    `I’ll note this for ${name} first; at the end I’ll ask whether the same answers stand for ${others}.`,
  notTheirs: (names) =>
    `Here I know you for ${names}. If you speak for another organisation too, the team has been told and will invite you there.`,
  notedFor: (name) => `Noted for ${name}`,
  severalFor: (n, name) => `Thank you. Speaking for ${name}, I read ${n} ideas in this:`,
  sameFor: (name) => `You also speak for ${name}: do the same answers stand there?`,
  sameChoices: ['The same', 'Answer separately', 'Later'],
  shared: (refs, name, several) =>
    `Noted: ${name} stands behind ${refs} too, and ${several ? 'the replies' : 'the reply'} will be for both. “speaking for ${name}” to add an idea there.`,
  sharedNothing: (name) => `Noted, nothing to add for ${name} either.`,
  notNow: (name, until) => `Of course. “speaking for ${name}” whenever suits you, until ${until}.`,
  moved: (ref, name) => `${ref} is now in the name of ${name}.`,
  yoursFor: (name) => `For ${name}:`,
  alsoSupports: (refs) => `also stands behind ${refs}`,
  moveHow: '“P-0042 for …” puts one in the other organisation’s name.',
  inThisLanguage: 'Of course, I’ll write to you in English (« en français » to change back).',
};
