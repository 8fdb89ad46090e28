import { offered, written } from './degrade.ts';
import { type Document, peopleIn, resolve, wordsIn } from './outbound.ts';
import { plain } from './plain.ts';

/** A document as its reader saw it, without the words and the names of anybody but those in `own`: `left` stands in their place. */
export function readBack(
  document: Document,
  own: ReadonlyMap<string, string | null>,
  stands: { readonly erased: string; readonly left: string },
): string {
  const lookup = new Map(
    [...wordsIn(document), ...peopleIn(document)].map((id) => [
      id,
      own.has(id) ? (own.get(id) ?? stands.erased) : null,
    ]),
  );
  const text = plain(resolve(document, lookup, stands.left));
  const choices = offered(document.choices, {});
  const { encloses } = document;
  return [
    text,
    ...(choices.length > 0 ? [written(choices)] : []),
    ...(encloses === undefined ? [] : [encloses.alt ?? encloses.title]),
  ].join('\n\n');
}
