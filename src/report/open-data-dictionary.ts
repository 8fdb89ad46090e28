/** The data dictionary of the open data, in both languages. */

import type { CellKind, Column } from '../core/open-data/columns.ts';
import { type About, csvOf } from '../core/open-data/manifest.ts';
import { TABLE_NAMES, TABLES } from '../core/open-data/tables.ts';
import { escapeMarkdown } from './people-text.ts';

export const CELL_KINDS: Readonly<Record<CellKind, { readonly fr: string; readonly en: string }>> = {
  key: { fr: 'clé', en: 'key' },
  text: { fr: 'texte, ou vide', en: 'text, or empty' },
  count: { fr: 'nombre entier', en: 'whole number' },
  people: { fr: 'nombre entier, vide quand il est tu', en: 'whole number, empty when withheld' },
  place: { fr: 'rang, ou vide', en: 'place, or empty' },
  number: { fr: 'nombre, ou vide', en: 'number, or empty' },
  day: { fr: 'jour (AAAA-MM-JJ), ou vide', en: 'day (YYYY-MM-DD), or empty' },
  yes: { fr: '`true` ou `false`', en: '`true` or `false`' },
  list: { fr: 'références, séparées par `; `', en: 'references, separated by `; `' },
};

export function openDataDictionary({ title, publisher, licence, synthesis, smallestFigure }: About): string {
  const under = licence === null ? null : `${escapeMarkdown(licence.name)}, <${encodeURI(licence.url)}>`;
  return [
    `# ${escapeMarkdown(title)}`,
    '',
    `Données ouvertes de la synthèse n° ${synthesis.number} et de la restitution, publiées par ${escapeMarkdown(publisher)}. Licence : ${under ?? 'aucune n’est indiquée, demandez avant de réutiliser'}.`,
    '',
    `Open data of synthesis no. ${synthesis.number} and of what was answered, published by ${escapeMarkdown(publisher)}. Licence: ${under ?? 'none is given, ask before you reuse it'}.`,
    '',
    `Un nombre de 1 à ${smallestFigure - 1} personnes n’est jamais publié, ni ce qui permettrait de le déduire : la cellule est vide. Les mots d’une personne qui a choisi de ne pas être citée, ou qui les a effacés, sont vides aussi. \`npx tour verify DOSSIER\` refait chaque chiffre à partir de ces tableaux ; \`sha256sum --check SHA256SUMS\` relit les empreintes.`,
    '',
    `A count of 1 to ${smallestFigure - 1} people is never published, nor what would give it away: the cell is empty. The words of somebody who chose not to be quoted, or erased them, are empty too. \`npx tour verify FOLDER\` computes every figure again from these tables; \`sha256sum --check SHA256SUMS\` reads the hashes again.`,
    '',
    'CSV : UTF-8 avec indicateur d’ordre des octets, virgules, fins de ligne CRLF ; un signe qu’un tableur exécuterait comme une formule est précédé d’une apostrophe. Le texte exact est dans `data.json`. / CSV: UTF-8 with a byte order mark, commas, CRLF; a sign that a spreadsheet would run as a formula comes after an apostrophe. The exact text is in `data.json`.',
    ...TABLE_NAMES.flatMap((name) => {
      const { fr, en, columns } = TABLES[name];
      return [
        '',
        `## \`${csvOf(name)}\``,
        '',
        `${fr} / ${en}`,
        '',
        '| colonne / column | type | contenu | content |',
        '|---|---|---|---|',
        ...Object.entries<Column>(columns).map(
          ([column, { kind, fr: said, en: inEnglish }]) =>
            `| \`${column}\` | ${CELL_KINDS[kind].fr} / ${CELL_KINDS[kind].en} | ${said} | ${inEnglish} |`,
        ),
      ];
    }),
    '',
  ].join('\n');
}
