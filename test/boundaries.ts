/** Who may import whom, checked on the text of the files. An import of types alone is an import. */
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path/posix';
import { parse } from 'es-module-lexer';

export interface SourceFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Rule {
  /** Rooms it may import from, beside itself. `app/ports` stands for that file alone. */
  readonly rooms: readonly string[];
  /** npm packages, by name or by the beginning of a path. */
  readonly packages?: readonly string[];
  /** False: nothing of Node either, so that it runs anywhere and depends on nothing. */
  readonly node?: boolean | readonly string[];
}

interface Import {
  readonly from: string;
  /** A path of the repository, or a package's specifier. */
  readonly to: string;
  readonly local: boolean;
}

const ENTRIES = [
  'src/main.ts',
  'src/start.ts',
  'src/cli.ts',
  'src/tour.ts',
  'src/demo/main.ts',
  'src/demo/play.ts',
];

/** `src/bot/partner/own.ts` → `bot`, `src/compose.ts` → `compose`, `adapters/web/chat.ts` → `adapters/web`. */
export function roomOf(path: string): string {
  if (ENTRIES.includes(path)) return 'entry';
  if (path.startsWith('src/app/ports/')) return 'app/ports';
  const [top = '', second = ''] = path.split('/');
  return top === 'src' ? second.replace(/\.ts$/u, '') : `${top}/${second}`;
}

/** What a file imports. `es-module-lexer` reads JavaScript: types are stripped, their imports kept. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const spoken = text
    .replace(/\bimport\s+type\s+(?=[\w{*])/gu, 'import ')
    .replace(/\bexport\s+type\s+(?=[{*])/gu, 'export ');
  const [found] = parse(stripTypeScriptTypes(spoken));
  const inTypes = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/gu)].map((one) => one[1]!);
  const specifiers = new Set([...found.flatMap((one) => one.specifier ?? []), ...inTypes]);
  return [...specifiers].map((specifier) => ({
    from: path,
    to: specifier.startsWith('.') ? join(dirname(path), specifier) : specifier,
    local: specifier.startsWith('.'),
  }));
}

/** What is loaded before a file's own first line: what it imports, and what that imports, but for `import()` and types. */
export function loadedBy(entry: string, files: readonly SourceFile[]): ReadonlySet<string> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    const text = texts.get(path);
    if (text === undefined) return;
    const [found] = parse(stripTypeScriptTypes(text));
    for (const { type, specifier } of found)
      if (type === 'static' && specifier !== null)
        load(specifier.startsWith('.') ? join(dirname(path), specifier) : specifier);
  };
  load(entry);
  return loaded;
}

/** A sentence for each import that a rule does not allow, and for each file whose room has no rule. */
export function violations(files: readonly SourceFile[], rules: Readonly<Record<string, Rule>>): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    const rule = rules[room === 'app/ports' ? 'app' : room];
    if (!rule) return [`${file.path}: no rule for the room ${room}`];
    return importsOf(file).flatMap((one) =>
      allows(rule, room, one) ? [] : [`${one.from} imports ${one.to}`],
    );
  });
}

function allows(rule: Rule, room: string, { to, local }: Import): boolean {
  if (local) {
    const target = roomOf(to);
    const home = room === 'app/ports' ? 'app' : room;
    if (target === home || (home === 'app' && target === 'app/ports')) return true;
    return rule.rooms.some(
      (one) => one === '*' || one === target || (one === 'app' && target === 'app/ports'),
    );
  }
  if (to.startsWith('node:'))
    return typeof rule.node === 'object' ? rule.node.includes(to.slice(5)) : rule.node !== false;
  return (rule.packages ?? []).some((one) => to === one || to.startsWith(`${one}/`));
}

/** Groups of names that import each other round about; of files, or of rooms by `nameOf`. */
export function circles(files: readonly SourceFile[], nameOf: (path: string) => string): string[][] {
  const known = new Set(files.map(({ path }) => path));
  const edges = new Map<string, Set<string>>();
  for (const file of files) {
    const from = nameOf(file.path);
    const to = edges.get(from) ?? new Set();
    edges.set(from, to);
    for (const one of importsOf(file))
      if (one.local && known.has(one.to) && nameOf(one.to) !== from) to.add(nameOf(one.to));
  }
  return components(edges).filter((group) => group.length > 1);
}

/** Tarjan's strongly connected components. */
function components(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (name: string): void => {
    index.set(name, index.size);
    low.set(name, index.get(name)!);
    stack.push(name);
    for (const next of edges.get(name) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(name, Math.min(low.get(name)!, low.get(next)!));
    }
    if (low.get(name) !== index.get(name)) return;
    found.push(stack.splice(stack.indexOf(name)).sort());
  };
  for (const name of edges.keys()) if (!index.has(name)) visit(name);
  return found;
}
