/** What Word would stumble over in a DOCX, and what its readers would miss; by something else than what wrote it. */
import { posix } from 'node:path';
import { parser } from 'sax';
import { unzipped } from './unzipped.ts';

export interface Opened {
  readonly faults: readonly string[];
  /** Of the body, then of the notes; paragraphs and cells apart. */
  readonly text: string;
  readonly notes: string;
  readonly alternatives: readonly string[];
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Throws where the XML is not well-formed. */
export function elementsOf(xml: string): readonly Element[] {
  const strict = parser(true);
  const found: Element[] = [];
  strict.onerror = (error) => {
    throw error;
  };
  strict.onopentag = ({ name, attributes }) =>
    void found.push({ name, attributes: attributes as Record<string, string> });
  strict.write(xml).close();
  return found;
}

function wordsOf(xml: string): string {
  const strict = parser(true);
  let said = '';
  let inText = false;
  strict.onopentag = ({ name }) => {
    if (name === 'w:t') inText = true;
    if (['w:p', 'w:br', 'w:tc'].includes(name)) said += '\n';
  };
  strict.onclosetag = (name) => {
    if (name === 'w:t') inText = false;
  };
  strict.ontext = (piece) => {
    if (inText) said += piece;
  };
  strict.write(xml).close();
  return said;
}

/** Of any package of Office: well-formed, every part with a type, every relation with a part. */
export function packageFaults(parts: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  for (const [name, xml] of parts)
    if (/\.(?:xml|rels)$/u.test(name))
      try {
        elementsOf(xml);
      } catch (error) {
        faults.push(`${name}: ${(error as Error).message.split('\n')[0]}`);
      }
  const types = elementsOf(parts.get('[Content_Types].xml') ?? '<none/>');
  const endings = new Set(
    types.flatMap(({ name, attributes }) =>
      name === 'Default' ? [attributes.Extension!.toLowerCase()] : [],
    ),
  );
  const typed = new Set(
    types.flatMap(({ name, attributes }) => (name === 'Override' ? [attributes.PartName!.slice(1)] : [])),
  );
  for (const name of typed) if (!parts.has(name)) faults.push(`a type for ${name}, which is not there`);
  for (const name of parts.keys())
    if (
      name !== '[Content_Types].xml' &&
      !typed.has(name) &&
      !endings.has(name.split('.').at(-1)!.toLowerCase())
    )
      faults.push(`no type for ${name}`);
  for (const [name, xml] of parts)
    if (name.endsWith('.rels'))
      for (const { attributes } of elementsOf(xml).filter((one) => one.name === 'Relationship')) {
        if (attributes.TargetMode === 'External') continue;
        const base = posix.dirname(posix.dirname(name));
        const target = attributes.Target!;
        const part = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(base, target));
        if (!parts.has(part)) faults.push(`${name}: ${target} is not there`);
      }
  return faults;
}

const all = (xml: string | undefined, pattern: RegExp): string[] =>
  [...(xml ?? '').matchAll(pattern)].map(([, found]) => found!);

export function openDocx(file: Uint8Array): Opened {
  const parts = unzipped(file);
  const faults = packageFaults(parts);
  const body = parts.get('word/document.xml') ?? '';
  const notes = parts.get('word/footnotes.xml') ?? '';
  const missing = (what: string, used: readonly string[], known: readonly string[]) => {
    for (const one of new Set(used))
      if (!known.includes(one)) faults.push(`${what} ${one} is used, not there`);
  };
  const styles = parts.get('word/styles.xml');
  missing(
    'style',
    all(body + notes, /<w:(?:p|r|tbl)Style w:val="([^"]+)"/gu),
    all(styles, /w:styleId="([^"]+)"/gu),
  );
  missing(
    'numbering',
    all(body, /<w:numId w:val="(\d+)"/gu),
    all(parts.get('word/numbering.xml'), /<w:num [^>]*w:numId="(\d+)"/gu),
  );
  missing(
    'relation',
    all(body, /\br:(?:id|embed|link)="([^"]+)"/gu),
    all(parts.get('word/_rels/document.xml.rels'), /\bId="([^"]+)"/gu),
  );
  const noted = all(notes, /<w:footnote [^>]*w:id="(-?\d+)"/gu);
  const called = all(body, /<w:footnoteReference w:id="(\d+)"/gu);
  missing('footnote', called, noted);
  for (const one of noted)
    if (Number(one) > 0 && !called.includes(one)) faults.push(`footnote ${one} is never called`);

  // A heading of a level under none of the level above is lost in a table of contents.
  const levels = all(body, /<w:pStyle w:val="Heading(\d)"/gu).map(Number);
  for (const [at, level] of levels.entries())
    if (level > (levels[at - 1] ?? 0) + 1) faults.push(`heading ${at + 1} jumps to level ${level}`);
  if (levels.length >= 4 && !/TOC[^<]*\\o/u.test(body)) faults.push('no table of contents');
  if (!/<w:pStyle w:val="Title"/u.test(body)) faults.push('no title');
  if (!/<w:lang [^>]*w:val="(?:fr-FR|en-GB)"/u.test(styles ?? '')) faults.push('no language');

  // Small and grey below a heading: left behind at the foot of a page, both head nothing.
  for (const [under] of body.matchAll(
    /<w:pStyle w:val="Heading\d".*?<\/w:p>(<w:p>(?:(?!<\/w:p>).)*?<w:sz w:val="18"\/>.*?<\/w:p>)?/gsu,
  )) {
    const quiet = under.slice(under.indexOf('</w:p>') + 6);
    if (quiet !== '' && !quiet.includes('<w:keepNext'))
      faults.push(`under a heading, alone: ${wordsOf(`<a>${quiet}</a>`)}`);
  }

  for (const table of all(body, /(<w:tbl>.*?<\/w:tbl>)/gsu)) {
    const widths = all(table, /(<w:tr[ >].*?<\/w:tr>)/gsu).map((row) => row.split('<w:tc>').length);
    if (new Set(widths).size > 1)
      faults.push(`rows of ${[...new Set(widths)].join(', ')} cells in one table`);
    if (!table.includes('<w:tblHeader')) faults.push('a table whose first row is no header');
  }
  // Some readers take a height without its rule for exact: titles of two lines overlap, and drawings are cut to a line.
  for (const one of all((styles ?? '') + body, /(<w:spacing [^>]*w:line="[^>]*>)/gu))
    if (!one.includes('w:lineRule="auto"')) faults.push(`the height of a line is fixed: ${one}`);
  // A word in a column that is too narrow is broken anywhere.
  for (const grid of all(body, /<w:tblGrid>(.*?)<\/w:tblGrid>/gsu)) {
    const [first, ...others] = all(grid, /<w:gridCol w:w="(\d+)"/gu).map(Number);
    if (first! < Math.max(0, ...others))
      faults.push('what names the rows of a table has less room than a figure');
  }
  const drawings = elementsOf(body).filter(({ name }) => name === 'wp:docPr');
  const alternatives = drawings.map(({ attributes }) => attributes.descr ?? '');
  for (const one of alternatives) if (one.trim() === '') faults.push('a picture without words');
  const ids = drawings.map(({ attributes }) => attributes.id);
  if (new Set(ids).size !== ids.length) faults.push('two pictures of one id');
  return { faults, text: wordsOf(body), notes: notes === '' ? '' : wordsOf(notes), alternatives };
}
