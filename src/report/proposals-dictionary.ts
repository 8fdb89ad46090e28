import { KINDS } from '../core/consultation/model.ts';
import { COLUMNS, type Column } from './proposals-csv.ts';

const FR: Record<Column, string> = {
  ref: 'Référence de la proposition (`P-0042`) : unique dans la consultation, jamais réattribuée.',
  state:
    '`submitted` : elle compte ; `merged` : fusionnée dans une autre, elle reçoit tout de même une réponse ; `withdrawn` : retirée par son auteur·rice ; `moderated` : tenue hors de la publication, avec un motif ; `split` : plusieurs autres ont pris sa place, et reçoivent les réponses ; `erased` : ses mots ont été effacés.',
  standing:
    'Portée : `personal` (son auteur·rice), `provisional` (à valider par un conseil ou un·e élu·e), `official`.',
  axis: 'Clé de l’axe principal ; vide sans axe.',
  college: 'Clé du collège (type d’acteur) de l’auteur·rice ; vide si l’auteur·rice n’est pas connu·e.',
  text: 'Version en vigueur, telle qu’écrite.',
  theme: 'Clés des thèmes, séparées par `; `.',
  kind: `Nature : ${KINDS.map((kind) => `\`${kind}\``).join(', ')}.`,
  territory: 'Clés des communes ou territoires cités, séparées par `; `.',
  subject: 'Clés des sujets transversaux, séparées par `; `.',
  other_axes: 'Clés des autres axes auxquels la proposition renvoie, séparées par `; `.',
  versions: 'Nombre de versions, la première comprise.',
  supporters:
    'Nombre de personnes distinctes qui la portent : auteur·rice, auteurs·rices des propositions fusionnées, soutiens.',
  tags: 'Toutes les étiquettes : `dimension=valeur (source confiance)`. Source : `machine`, `partner` (partenaire) ou `facilitator` (animateur·rice). Confiance de 0 à 1 ; 1 quand une personne l’a dit.',
};

const EN: Record<Column, string> = {
  ref: 'Reference of the proposal (`P-0042`): unique in the consultation, never reused.',
  state:
    '`submitted`: it counts; `merged`: merged into another one, still answered; `withdrawn` by its author; `moderated`: kept from publication, with a reason; `split`: several others took its place, and are answered; `erased`: its words were erased.',
  standing:
    'Standing: `personal` (its author), `provisional` (to be approved by a board or a mayor), `official`.',
  axis: 'Key of the main axis; empty without one.',
  college: 'Key of the type of actor of the author; empty when the author is not known.',
  text: 'Current version, as written.',
  theme: 'Keys of the themes, separated by `; `.',
  kind: `Kind: ${KINDS.map((kind) => `\`${kind}\``).join(', ')}.`,
  territory: 'Keys of the municipalities or territories named, separated by `; `.',
  subject: 'Keys of the cross-cutting subjects, separated by `; `.',
  other_axes: 'Keys of the other axes it refers to, separated by `; `.',
  versions: 'Number of versions, the first one included.',
  supporters: 'Distinct people behind it: author, authors of what was merged into it, endorsers.',
  tags: 'All tags: `dimension=value (source confidence)`. Source: `machine`, `partner` or `facilitator`. Confidence from 0 to 1; 1 when a person said so.',
};

/** Each column with what it holds, in plain text. */
export const explained = () =>
  COLUMNS.map((column) => ({
    column,
    fr: FR[column].replaceAll('`', ''),
    en: EN[column].replaceAll('`', ''),
  }));

/** The data dictionary beside `proposals.csv`, in Markdown, in both languages. */
export const proposalsDictionary = (): string =>
  [
    '# `proposals.csv`',
    '',
    'Document interne : il contient les mots des personnes. UTF-8 avec indicateur d’ordre des octets, virgules, une ligne d’en-tête, fins de ligne CRLF. Un `=`, `+`, `-` ou `@` au début d’une cellule, ou après un point-virgule, une virgule, une tabulation ou un retour, est précédé d’une apostrophe, pour qu’aucun tableur ne l’exécute ; le texte exact est dans `proposals.json` et `proposals.xlsx`.',
    '',
    'Internal document: it holds people’s words. UTF-8 with a byte order mark, commas, a header, CRLF. A `=`, `+`, `-` or `@` at the start of a cell, or after a semicolon, a comma, a tab or a return, is preceded by an apostrophe, so that no spreadsheet runs it; the exact text is in `proposals.json` and `proposals.xlsx`.',
    '',
    '| colonne | contenu | content |',
    '|---|---|---|',
    ...COLUMNS.map((column) => `| \`${column}\` | ${FR[column]} | ${EN[column]} |`),
    '',
  ].join('\n');
