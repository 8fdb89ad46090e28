/** What the team is told when it says nothing the bot knows, or asks what there is. Read it aloud. */
import type { Orientation } from './orientation-fr.ts';

export const orientation: Orientation = {
  hello: (name) => (name ? `Hello ${name}.` : 'Hello.'),
  lost: 'I didn’t follow that.',
  thanks: 'You’re welcome.',
  ready: '“open” starts a round, question by question; “rounds” shows those that are ready.',
  open: (title, key) =>
    `“${title}” is open. “status”, “silence” and “digest” say how it is going, “doubts” what waits for you; “remind ${key}”, “extend ${key} until …” and “close ${key}” see it through.`,
  closed: (title, staff) =>
    staff
      ? `“${title}” is closed. “review” asks everybody whether they were understood; “synthesis” drafts one.`
      : `“${title}” is closed. “doubts” shows what waits for you, “review” asks everybody whether they were understood; the staff prepare the synthesis.`,
  draft: 'A draft of the synthesis is waiting: “show synthesis”, then “sign”.',
  signed:
    'The synthesis is signed. “debt” says who is still owed a reply, “decide” gives one, “give back” sends them.',
  all: '“team help” shows what you can do.',
  menu: 'For the rest:',
  group: (command, covers) => `“${command}”: ${covers}`,
};
