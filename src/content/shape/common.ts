/** The pieces every file of a consultation is made of. `meta.id` names a definition that checks look for. */
import * as z from 'zod';
import type { Said } from '../problem.ts';

/** What to say where a value is refused; a schema points at its entry with `asks`. */
export const EXPECTED = {
  key: {
    fr: 'une clé en minuscules, chiffres et tirets, comme « plan-actions » ou 1',
    en: 'a key in lower case, digits and hyphens, such as "plan-actions" or 1',
  },
  text: { fr: 'un texte qui n’est pas vide', en: 'a text that is not empty' },
  localText: { fr: 'un texte par langue : { fr: …, en: … }', en: 'one text per language: { fr: …, en: … }' },
  keywords: { fr: 'des mots par langue : { fr: [ … ] }', en: 'words for each language: { fr: [ … ] }' },
  lang: { fr: 'une langue comme fr, en, nl', en: 'a language such as fr, en, nl' },
  zone: { fr: 'un fuseau comme Europe/Paris', en: 'a zone such as Europe/Paris' },
  day: { fr: 'un jour qui existe, comme 2015-03-02', en: 'a day that exists, such as 2015-03-02' },
  time: { fr: 'une heure entre guillemets, comme "09:00"', en: 'a time in quotes, such as "09:00"' },
  code: { fr: 'un code entre guillemets, comme "59512"', en: 'a code in quotes, such as "59512"' },
  url: { fr: 'une adresse en https://', en: 'an address in https://' },
  weekday: { fr: 'un jour de 1 (lundi) à 7 (dimanche)', en: 'a day from 1 (Monday) to 7 (Sunday)' },
  urlOrText: { fr: 'une adresse (url) ou un texte (text)', en: 'an address (url) or a text (text)' },
} as const satisfies Record<string, Said>;

export type Expected = keyof typeof EXPECTED;

/** A zod message that stands for an entry of EXPECTED. */
export const asks = (what: Expected): { error: string } => ({ error: `@${what}` });

const key = z
  .union([z.string().regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, asks('key')), z.int().nonnegative()], asks('key'))
  .transform(String);

export const Key = key.meta({ id: 'Key' });
export const AxisRef = key.meta({ id: 'AxisRef' });
export const CollegeRef = key.meta({ id: 'CollegeRef' });
export const PhaseRef = key.meta({ id: 'PhaseRef' });
export const TerritoryRef = key.meta({ id: 'TerritoryRef' });
export const BodyRef = key.meta({ id: 'BodyRef' });
export const ObjectiveRef = key.meta({ id: 'ObjectiveRef' });
export const ActionRef = key.meta({ id: 'ActionRef' });

export const Text = z.string(asks('text')).trim().min(1, asks('text'));
export const LocalText = z.record(z.string(), Text, asks('localText')).meta({ id: 'LocalText' });
export const Keywords = z
  .record(z.string(), z.array(Text, asks('keywords')), asks('keywords'))
  .meta({ id: 'Keywords' });

export const Day = z
  .string(asks('day'))
  .regex(/^\d{4}-\d{2}-\d{2}$/, asks('day'))
  .meta({ id: 'Day' });
export const Time = z
  .string(asks('time'))
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, asks('time'))
  .meta({ id: 'Time' });

export const Described = z.strictObject({
  key: Key,
  label: LocalText,
  description: LocalText,
  keywords: Keywords.default({}).describe(
    'Mots et expressions que les gens emploient / words and phrases people use',
  ),
  formerly: z.array(Key).default([]).describe('Les clés que celle-ci remplace / the keys this one replaces'),
});
