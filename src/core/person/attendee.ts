/** Who sat at a table, in the message that says so: `table « … » : Claire Dupont, 4 territoires`, then what was said. */
import { folded } from './names.ts';

/** What stands in brackets after a name: an organisation, a pronoun, a town. */
const BRACKETS = /\s*\([^()]{0,160}\)$/u;

/** The message with `[…]` in the place of the pieces of its list that are that person's name. */
export function withoutAttendee(message: string, name: string): string {
  const end = message.search(/\n|$/u);
  const from = message.slice(0, end).search(/["»”]\s*:/u);
  if (from < 0 || folded(name) === '') return message;
  const theirs = new Set([folded(name), folded(name.replace(BRACKETS, ''))]);
  const list = message
    .slice(from, end)
    .split(/([,;:])/u)
    .map((piece) => {
      const said = piece.trim();
      return theirs.has(folded(said)) || theirs.has(folded(said.replace(BRACKETS, '')))
        ? piece.replace(said, '[…]')
        : piece;
    });
  return message.slice(0, from) + list.join('') + message.slice(end);
}
