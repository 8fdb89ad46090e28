/** Who is meant, as the team names people. Pure; knows no consultation. */
import { folded } from './understand.ts';

/** What stands in brackets after a name: "(fictive)", a pronoun, a town. */
const BRACKETS = / ?\([^()]{0,80}\)$/u;

/** By their name, with what stands in brackets after it or without; their organisation after a comma or in brackets. */
export function isCalled(given: string, name: string | null, organisation: string | null = null): boolean {
  const wanted = folded(given);
  const theirs = folded(name ?? '');
  if (theirs === '') return false;
  const of = organisation === null ? [] : [organisation, organisation.replace(BRACKETS, '')].map(folded);
  return [theirs, theirs.replace(BRACKETS, '')].some(
    (one) => wanted === one || of.some((its) => wanted === `${one}, ${its}` || wanted === `${one} (${its})`),
  );
}
