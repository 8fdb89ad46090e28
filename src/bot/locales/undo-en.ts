/** What the bot says in English once something was undone, and of ideas that are two, or one. Read it aloud. */
import type { UndoPhrases } from './undo-fr.ts';

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];
const n = (count: number): string => NUMBERS[count] ?? String(count);

export const undo: UndoPhrases = {
  withdrawn: (refs, several) => `Undone: ${refs} ${several ? 'are' : 'is'} withdrawn.`,
  restoreHow: (first) => `“restore ${first}” puts it back.`,
  asBefore: (ref) => `Undone: ${ref} has its former words again.`,
  readAsBefore: (ref) => `Undone: ${ref} is read as before again.`,
  reviewed: (ref) => `Undone: your correction to ${ref} no longer counts.`,
  confirmed: 'Undone: your “that’s right” no longer counts.',
  reviewTaken: (ref) =>
    `The team has already taken up your correction to ${ref}. Tell them here what should stand.`,
  nuance: (mine) => `Undone: ${mine} is no longer a nuance of another proposal.`,
  joinedAgain: (mine, other) => `Undone: ${mine} joins ${other} again.`,
  pass: 'Undone; back to that question.',
  decline: 'Undone: you are still invited. Shall we start?',
  stopped: 'Undone: I no longer write to you. “resume” if you change your mind.',
  resumed: 'Undone: I write to you again.',
  quoted: (how) => `Undone: you are quoted ${how}, as before.`,
  standing: 'Undone: your proposals commit your organisation as before, no more and no less.',
  erased: 'What is erased does not come back: I kept nothing of it. You can write it again.',
  apart: (mine) => `${mine} stands apart. “join P-0007 with ${mine}” joins it to another.`,
  not: 'That’s one thing I can’t undo for you. “my proposals” shows where you stand; or tell me what should change, and the team will read it.',

  whichTwo: (refs, first) =>
    `Which one holds several ideas: ${refs}? For example “${first}, it’s two ideas”.`,
  asRead: (refs) => `That is what I noted: ${refs}.`,
  likeThis: (ref) => `Shall I split ${ref} like this?`,
  likeThisChoices: ['Split it', 'Another way'],
  whereTo: (ref) =>
    `What are the ideas in ${ref}? Write them one after the other, with “/” between them or one on each line.`,
  oneOnly: (first, others, several) =>
    `Noted, a single idea: ${first} (${others} ${several ? 'are' : 'is'} joined to it).`,
  again: (count) => `I see only one idea there. Write the ${n(count)} of them, with “/” between.`,

  reinstatedHere: (name, organisation) =>
    `${name ? `Hello ${name}. ` : ''}I had written that somebody was taking over from you for ${organisation}: the team has changed that. You speak for it again, and “my proposals” shows where you stand. Sorry for the back and forth.`,
  notNeeded: (name, to, organisation, proposals) =>
    `${name ? `Hello ${name}. ` : ''}After all, ${to} goes on speaking for ${organisation}: there is nothing for you to do.${
      proposals ? ' What you proposed stays with the organisation and will get a reply.' : ''
    } Your data remains yours: “my data”, “erase”.`,
};
