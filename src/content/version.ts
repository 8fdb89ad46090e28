import { createHash } from 'node:crypto';
import type { Consultation } from '../core/consultation/model.ts';

/** SHA-256, in hexadecimal, of the content as JSON with sorted keys: the order of keys in the files is no matter. */
export const versionOf = (content: Omit<Consultation, 'version'>): string =>
  createHash('sha256').update(canonical(content)).digest('hex');

/** JSON whose object keys are sorted; expects plain JSON values. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
