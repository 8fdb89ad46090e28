import { stringify } from 'csv-stringify/sync';
import { inertCell } from '../core/cell.ts';
import type { LinkRow } from '../core/person/link-row.ts';

const TITLES = {
  fr: ['Nom', 'Organisation', 'E-mail', 'Lien personnel', 'Langue', 'Expire le'],
  en: ['Name', 'Organisation', 'E-mail', 'Personal link', 'Language', 'Expires on'],
} as const;

/**
 * For the mail merge of a word processor: UTF-8 with a byte order mark, CRLF, `;` in French and `,` in English, as
 * their spreadsheets expect. What would be run as a formula comes after an apostrophe.
 */
export const linksCsv = (rows: readonly LinkRow[], lang: 'fr' | 'en'): string =>
  stringify(
    [
      [...TITLES[lang]],
      ...rows.map((row) =>
        [row.name, row.organisation, row.email, row.link, row.lang, row.expires].map((cell) =>
          inertCell(cell ?? ''),
        ),
      ),
    ],
    {
      bom: true,
      delimiter: lang === 'en' ? ',' : ';',
      record_delimiter: 'windows',
      quoted_match: /[\r\n]/,
    },
  );
