/** What the bot says in English about one's own data. Read it aloud. */
import type { PersonalPhrases } from './personal-fr.ts';

export const personal: PersonalPhrases = {
  data: (readers) =>
    `${readers} What we keep of yours: your messages, your proposals and the replies to them, for as long as the consultation and its follow-up last.`,
  figures: (figures) => `So far: ${figures}.`,
  how: 'The team can also hand you the file. “quote me” sets how you are quoted, “erase” erases your words.',
  ask: 'Shall I write it all out here?',
  choices: { yes: 'Write it all', no: 'No thanks' },
  all: (title) => `All we keep of yours (${title}):`,
  above: 'What I wrote to you is further up in this conversation.',
  no: 'Understood.',
  inPrivate: 'That is between you and me: write it in our own conversation.',
  goes: 'Your words disappear everywhere, with your name and address; your ideas stay counted, without their text. There is no way back: I won’t know who you are any more, and can’t tell you what becomes of them.',
  teamStays: 'What you wrote for the whole team (reasons, texts of syntheses) stays, without your name.',
  eraseAll: 'Shall I erase everything?',
  eraseChoices: { yes: 'Erase everything', no: 'Erase nothing' },
  goesOne: (ref, counted) =>
    counted
      ? `The words of ${ref} disappear everywhere; the idea stays counted, without its text. There is no way back.`
      : `The words of ${ref} disappear everywhere. There is no way back.`,
  besides: (refs, several) =>
    several
      ? `${refs}, from the same message, keep theirs.`
      : `${refs}, from the same message, keeps its own.`,
  eraseOne: 'Shall I erase them?',
  eraseOneChoices: { yes: 'Erase', no: 'Keep' },
  kept: 'Nothing has been erased.',
  erasedOne: (ref) => `Done: the words of ${ref} are erased.`,
  erased:
    'Done: your words, your name and your address are erased. Your ideas stay counted, without their text. Thank you for them, and goodbye.',
  consentWithdrawn: (refs, several) =>
    refs === ''
      ? 'Understood: you no longer take part.'
      : `Understood: you no longer take part, and ${refs} will ${several ? 'neither be' : 'be neither'} published nor counted.`,
  consentHow: '“start” if you change your mind, “erase” if your words should go.',
};
