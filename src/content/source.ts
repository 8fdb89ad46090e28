/** One YAML file: its plain value, and where each part of it stands. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { type Problem, type Said, same } from './problem.ts';
import { SYNTAX } from './syntax-errors.ts';

export type Path = readonly PropertyKey[];

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** The value at `path`, or the closest part of the file that holds it. */
  at(path: Path): Place;
  /** The key itself, for a path that ends with one. */
  atKey(path: Path): Place;
}

/** Reads one file. The source is null when the YAML is malformed or empty: its problems say where and why. */
export function readSource(file: string, text: string): { source: Source | null; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const syntax = (offset: number, found: Said | null, expected: Said): Problem => ({
    severity: 'error',
    code: 'syntax',
    ...place(offset),
    path: '',
    found,
    expected,
    nearest: null,
  });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    // The parser stumbles again on the same line: its first complaint there is the one to act upon.
    const first = new Map(faults.map((fault) => [place(fault.pos[0]).line, fault] as const).reverse());
    const problems = [...first.values()].map((fault) =>
      syntax(fault.pos[0], excerpt(text, fault.pos[0]), SYNTAX[fault.code] ?? same(fault.message)),
    );
    return { source: null, problems };
  }
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    const expected = { fr: 'une ancre définie plus haut', en: 'an anchor set before its alias' };
    const at = text.search(/\*[^\s,\]}]+/);
    return {
      source: null,
      problems: [syntax(Math.max(0, at), same(String((error as Error).message)), expected)],
    };
  }
  if (value === null || value === undefined) {
    const expected = {
      fr: 'un contenu : ce fichier est vide',
      en: 'some content: this file is empty',
    };
    return { source: null, problems: [syntax(0, null, expected)] };
  }
  const source: Source = {
    file,
    value,
    at: (path) => place(locate(document, path, false)),
    atKey: (path) => place(locate(document, path, true)),
  };
  return { source, problems: [] };
}

function excerpt(text: string, offset: number): Said | null {
  const found = text.slice(offset).split('\n', 1)[0]!.trim().slice(0, 40);
  return found === '' ? null : { fr: `« ${found} »`, en: `"${found}"` };
}

function locate(document: Document, path: Path, wantsKey: boolean): number {
  let node: unknown = document.contents;
  let offset = start(node) ?? 0;
  for (const [index, step] of path.entries()) {
    const holder = isAlias(node) ? node.resolve(document) : node;
    if (isMap(holder)) {
      const pair = holder.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
      if (!pair) return offset;
      const keyOffset = start(pair.key) ?? offset;
      if (wantsKey && index === path.length - 1) return keyOffset;
      node = pair.value;
      offset = start(node) ?? keyOffset;
    } else if (isSeq(holder)) {
      node = holder.items[Number(step)];
      offset = start(node) ?? offset;
    } else return offset;
  }
  return offset;
}

const start = (node: unknown): number | null =>
  (node as { range?: readonly [number, number, number] | null } | null)?.range?.[0] ?? null;
