import type { PersonDossier } from '../core/person/dossier.ts';
import { PERSON_KEYS } from './person-keys.ts';

/** A person's data as a file: `keys` says in French and English what each key means; times are ISO 8601. */
export function personJson(dossier: PersonDossier): string {
  const keys = Object.fromEntries(Object.entries(PERSON_KEYS).map(([key, [fr, en]]) => [key, { fr, en }]));
  return `${JSON.stringify({ keys, ...personEntry(dossier) }, null, 2)}\n`;
}

/** The data alone. Where a text lies in the program is nobody's data. */
export function personEntry(dossier: PersonDossier): object {
  return {
    ...(timed(dossier) as Record<string, unknown>),
    messages: dossier.messages.map(({ at, text, lang, how, answers }) =>
      timed({ at, text, lang, how, answers }),
    ),
    tables: dossier.tables.map(({ name, ...table }) => ({
      ...(timed(table) as object),
      name: name.text,
    })),
    files: dossier.files.map(({ name, reason, ...file }) => ({
      ...(timed(file) as object),
      name: name.text,
      reason: reason?.text ?? null,
    })),
    proposals: dossier.proposals.map(({ versions, decisions, moderations, ...one }) => ({
      ...(timed(one) as object),
      versions: versions.map(({ n, at, text }) => timed({ n, at, text })),
      decisions: decisions.map(({ reason, ...step }) => ({ ...step, reason: reason.text })),
      moderations: moderations.map(({ published, reason, at }) =>
        timed({ published, reason: reason?.text ?? null, at }),
      ),
    })),
    positions: dossier.positions.map(({ reason, ...one }) => ({
      ...(timed(one) as object),
      reason: reason?.text ?? null,
    })),
    disputes: dossier.disputes.map(({ texts, reason, ...one }) => ({
      ...(timed(one) as object),
      texts: texts.map(({ text }) => ({ text })),
      reason: reason?.text ?? null,
    })),
  };
}

const INSTANT = /^(?:at|since|\w+At)$/u;

function timed(value: unknown, key = ''): unknown {
  if (typeof value === 'number' && INSTANT.test(key)) return new Date(value).toISOString();
  if (Array.isArray(value)) return value.map((one) => timed(one));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, timed(one, name)]));
}
