/** What zod refuses, in the words of the content's author. */
import type * as z from 'zod';
import type { SchemaNode } from './editor-schemas.ts';
import { nearest } from './nearest.ts';
import { type Said, same } from './problem.ts';
import { oneOf, type Report, shown } from './report.ts';
import { EXPECTED } from './shape/common.ts';
import type { Source } from './source.ts';
import { isRecord, keysAt, valueAt } from './walk.ts';

const TYPES: Readonly<Record<string, Said>> = {
  string: EXPECTED.text,
  array: { fr: 'une liste', en: 'a list' },
  object: { fr: 'un ensemble de clés', en: 'a set of keys' },
  record: { fr: 'un ensemble de clés', en: 'a set of keys' },
  boolean: { fr: 'true ou false', en: 'true or false' },
  number: { fr: 'un nombre', en: 'a number' },
  int: { fr: 'un nombre entier', en: 'a whole number' },
};

type Issue = z.core.$ZodIssue;

export function reportShape(
  issues: readonly Issue[],
  source: Source,
  schema: SchemaNode,
  report: Report,
): void {
  for (const issue of issues) {
    const path = issue.path;
    const value = valueAt(source.value, path);
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, path);
      const taken = isRecord(value) ? Object.keys(value) : [];
      for (const key of issue.keys) {
        const at = [...path, key];
        const free = known.filter((word) => !taken.includes(word));
        report({
          source,
          path: at,
          place: source.atKey(at),
          code: 'unknown-key',
          found: shown(key),
          expected: oneOf(known),
          nearest: nearest(key, free) ?? nearest(key, known),
        });
      }
    } else if (isMissing(source, path)) {
      report({ source, path, code: 'missing-key', expected: expectedOf(issue) });
    } else if (issue.code === 'invalid_value') {
      const words = issue.values.map(String);
      const close = typeof value === 'string' ? nearest(value, words) : null;
      report({
        source,
        path,
        code: 'bad-value',
        found: shown(value),
        expected: oneOf(words),
        nearest: close,
      });
    } else {
      const code =
        issue.code === 'invalid_type' || issue.code === 'invalid_union' ? 'wrong-type' : 'bad-value';
      report({ source, path, code, found: shown(value), expected: expectedOf(issue) });
    }
  }
}

function isMissing(source: Source, path: readonly PropertyKey[]): boolean {
  const last = path.at(-1);
  if (typeof last !== 'string') return false;
  const holder = valueAt(source.value, path.slice(0, -1));
  return isRecord(holder) && !Object.hasOwn(holder, last);
}

function expectedOf(issue: Issue): Said {
  if (issue.message.startsWith('@') && Object.hasOwn(EXPECTED, issue.message.slice(1)))
    return EXPECTED[issue.message.slice(1) as keyof typeof EXPECTED];
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? same(issue.expected);
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String));
  if (issue.code === 'too_small') {
    if (issue.origin === 'array')
      return { fr: `au moins ${issue.minimum} élément`, en: `at least ${issue.minimum} item` };
    return { fr: `au moins ${issue.minimum}`, en: `at least ${issue.minimum}` };
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'array')
      return { fr: `au plus ${issue.maximum} éléments`, en: `at most ${issue.maximum} items` };
    return { fr: `au plus ${issue.maximum}`, en: `at most ${issue.maximum}` };
  }
  return same(issue.message);
}
