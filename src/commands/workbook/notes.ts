/** Notes on cells, without the name of who wrote them. */
import type { Parts } from './parts.ts';
import { placeIn } from './place.ts';
import { relationsOf } from './sheets.ts';
import { readXml } from './xml.ts';

/** What Excel puts before a threaded comment, for versions that know none. */
const THREADED = /^\[[^\]]+\][\s\S]*?(?:Comment|Commentaire)\s*:\s*/u;
const LONGEST = 4_000;

/** By place. */
export async function notesOf(parts: Parts, sheet: string): Promise<Map<number, string>> {
  const notes = new Map<number, string>();
  const part = (await relationsOf(parts, sheet)).find(({ type }) => type.endsWith('/comments'))?.part;
  const xml = part === undefined ? null : await parts.text(part);
  if (xml === null) return notes;
  const authors: string[] = [];
  let place: number | null = null;
  let author = 0;
  let text = '';
  readXml(xml, {
    open(name, attributes) {
      if (name === 'author') authors.push('');
      if (name !== 'comment') return;
      place = placeIn(attributes.ref ?? '');
      author = Number(attributes.authorId ?? 0);
      text = '';
    },
    text(more, path) {
      if (path.at(-1) === 'author') authors[authors.length - 1] += more;
      if (path.at(-1) === 't' && path.includes('comment') && !path.includes('rPh')) text += more;
    },
    close(name) {
      const said = name === 'comment' ? withoutAuthor(text.replace(THREADED, ''), authors[author] ?? '') : '';
      if (place !== null && said !== '') notes.set(place, said.slice(0, LONGEST).toWellFormed());
    },
  });
  return notes;
}

/** Excel begins a note with "Name:" on a line of its own. */
function withoutAuthor(text: string, author: string): string {
  const said = text.trim();
  const name = author.trim();
  if (name !== '' && said.startsWith(name))
    return said
      .slice(name.length)
      .replace(/^\s*:\s*/u, '')
      .trim();
  return said.replace(/^[\p{Lu}][\p{L}'’. -]{1,60}:[\r\n]+/u, '').trim();
}
