/** Why a proposal is where it is, in English. */
import type { WhyPhrases } from './why-fr.ts';

export const why: WhyPhrases = {
  place: (axis, key, label, main) =>
    `${axis ? `Axis ${key}, ${label}` : `Theme “${label}”`}${main ? '' : ' (as a reference)'}`,
  person: (place, author) =>
    `${place}: ${author ? 'whoever wrote it said so' : 'somebody on the team put it there'}.`,
  machine: (place, sure, words) =>
    words > 0
      ? `${place}: read by the machine, ${sure}% sure, mostly because of `
      : `${place}: read by the machine, ${sure}% sure, from the question it answers.`,
  nothing: 'It isn’t filed anywhere yet: none of its words spoke for an axis.',
  elsewhere: (ref, team) =>
    `If that’s not it: “${team ? `move ${ref} axis 3` : `${ref} rather axis 3`}”. The next readings will take it into account.`,
};
