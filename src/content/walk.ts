/** Goes through a value and its schema together, also where the value is wrong in places. */
import type { SchemaNode } from './editor-schemas.ts';
import type { Path } from './source.ts';

export type Visit = (definition: string, value: unknown, path: Path) => void;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Calls `visit` for each part of `value` that the schema gives a named definition. */
export function walk(root: SchemaNode, value: unknown, visit: Visit): void {
  const go = (node: SchemaNode, part: unknown, path: Path): void => {
    if (part === undefined) return;
    if (node.$ref) {
      const name = node.$ref.slice(node.$ref.lastIndexOf('/') + 1);
      visit(name, part, path);
      go(root.definitions?.[name] ?? {}, part, path);
    }
    for (const other of [...(node.allOf ?? []), ...(node.anyOf ?? [])]) go(other, part, path);
    if (Array.isArray(part)) {
      if (node.items) for (const [index, item] of part.entries()) go(node.items, item, [...path, index]);
    } else if (isRecord(part)) {
      for (const [key, item] of Object.entries(part)) {
        const known =
          node.properties && Object.hasOwn(node.properties, key) ? node.properties[key] : undefined;
        const child = known ?? node.additionalProperties;
        if (typeof child === 'object') go(child, item, [...path, key]);
      }
    }
  };
  go(root, value, []);
}

/** The keys the schema knows at `path`. */
export function keysAt(root: SchemaNode, path: Path): string[] {
  const resolve = (node: SchemaNode): SchemaNode => {
    const ref = node.$ref ?? node.allOf?.[0]?.$ref;
    return ref ? (root.definitions?.[ref.slice(ref.lastIndexOf('/') + 1)] ?? {}) : node;
  };
  let node = resolve(root);
  for (const step of path) {
    const child =
      typeof step === 'number' ? node.items : (node.properties?.[String(step)] ?? node.additionalProperties);
    if (typeof child !== 'object') return [];
    node = resolve(child);
  }
  return node.properties ? Object.keys(node.properties) : [...(node.propertyNames?.enum ?? [])];
}

export function valueAt(value: unknown, path: Path): unknown {
  let part = value;
  for (const step of path) {
    if (Array.isArray(part)) part = part[Number(step)];
    else if (isRecord(part) && Object.hasOwn(part, step)) part = part[String(step)];
    else return undefined;
  }
  return part;
}

/** The items of the list at `path` with the path of each; none when there is no list there. */
export function itemsAt(value: unknown, path: Path): { item: unknown; path: Path }[] {
  const list = valueAt(value, path);
  return Array.isArray(list) ? list.map((item, index) => ({ item, path: [...path, index] })) : [];
}

/** A key as written, `1` or `"1"`; null when it is not one. */
export const keyText = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;
