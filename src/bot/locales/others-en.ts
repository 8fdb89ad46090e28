/** What the bot says in English about ideas of others. Read it aloud. */
import type { OthersPhrases } from './others-fr.ts';

export const others: OthersPhrases = {
  near: (n) => (n > 1 ? 'Two similar ideas are already here:' : 'A similar idea is already here:'),
  ask: (n) =>
    n > 1
      ? 'Would you join one, add a nuance, or keep yours apart?'
      : 'Would you join it, add a nuance, or keep yours apart?',
  joinIt: 'Join it',
  join: (ref) => `Join ${ref}`,
  nuance: 'A nuance',
  apart: 'Keep apart',
  whichJoin: (refs) => `Which one would you join: ${refs}?`,
  whichNuance: (refs) => `A nuance of which one: ${refs}?`,
  joined: (mine, other) =>
    `${mine} joins ${other}: you support it, and its reply will be yours too. To undo that: “separate ${mine}”.`,
  nuanced: (mine, other) => `Noted: ${mine} counts as a proposal of its own, a nuance of ${other}.`,
  keptApart: (mine) => `${mine} stays apart.`,
  gone: (refs) => `${refs} can no longer be shown: yours stays as it is.`,
  separated: (mine) => `Done: ${mine} is a proposal of its own again.`,

  supported: (ref) => `You support ${ref}, noted. To undo that: “stop supporting ${ref}”.`,
  retracted: (refs) => `You no longer support ${refs}, noted.`,
  whichSupport: (refs) => `Which one do you support: ${refs}?`,
  leftAsIs: 'I’ll leave it as it was.',
  how: (ref) => `“join ${ref}” to support it.`,
  backed: (n) => `supported by ${n} other ${n === 1 ? 'person' : 'people'}`,
  nuanceOf: (refs) => `a nuance of ${refs}`,
  nuancedBy: (refs) => `with a nuance from ${refs}`,
  mergedInto: (ref) => `joined to ${ref}`,
  youSupport: (refs) => `You also support ${refs}.`,
  changed: (name, ref) => `${name ? `Hello ${name}. ` : ''}${ref}, which you support, has been rewritten:`,
  changedSupport: (ref) =>
    `If it no longer says what you think, write “stop supporting ${ref}”. Otherwise there is nothing to do.`,
  changedJoined: (mine) =>
    `If it no longer says what you think, write “separate ${mine}”. Otherwise there is nothing to do.`,

  shareAsk: (how) =>
    `One last thing: if somebody else has an idea close to one of yours, may I show it to them, quoting you ${how}?`,
  shareChoices: { yes: 'Yes', no: 'No' },
  shared: 'Noted, thank you. “don’t show my ideas” if you change your mind.',
  notShared: 'Noted: I won’t show your ideas to any other partner. “show my ideas” if you change your mind.',
  neverShared: 'You chose not to be quoted: your words are shown to nobody. “quote me” to change that.',
};
