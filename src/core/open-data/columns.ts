/** Columns of the open data: what their cells may hold, and those that several tables have. */

/**
 * `people`: a count of persons, null when it is withheld; `count`: of anything else; `place`: 1, 2, 3…, or null; `list`:
 * references. `key` is never null.
 */
export type CellKind = 'key' | 'text' | 'count' | 'people' | 'place' | 'number' | 'day' | 'yes' | 'list';
export type Cell = string | number | boolean | null | readonly string[];

export interface Column {
  readonly kind: CellKind;
  readonly fr: string;
  readonly en: string;
}
export interface Table {
  readonly fr: string;
  readonly en: string;
  readonly columns: Readonly<Record<string, Column>>;
}

export const column = <K extends CellKind>(kind: K, fr: string, en: string) => ({ kind, fr, en });
export const rounded = (fr: string, en: string) =>
  column(
    'people',
    `${fr}, arrondi vers le bas ; vide en dessous du seuil.`,
    `${en}, rounded down; empty below the threshold.`,
  );
export const withheld = (fr: string, en: string) =>
  column('people', `${fr} ; vide quand le nombre est tu.`, `${en}; empty when withheld.`);

export const PROPOSAL = column(
  'key',
  'Référence de la proposition, comme P-0042.',
  'Reference of the proposal, such as P-0042.',
);
export const AXIS = column(
  'key',
  'Clé de l’axe ; `transversal` pour ce qui n’en a pas.',
  'Key of the axis; `transversal` for what has none.',
);
export const COLLEGE = column('key', 'Clé du collège (type d’acteur).', 'Key of the type of actor.');
export const LINE = column(
  'key',
  'Ligne de la synthèse : `1.3` est la troisième de l’axe 1, `1.d1` son premier désaccord.',
  'Line of the synthesis: `1.3` is the third of axis 1, `1.d1` its first disagreement.',
);
export const VERSION = column('count', 'Numéro de la version du plan.', 'Number of the version of the plan.');
export const ACTION = column(
  'key',
  'Clé de l’action, la même d’une version à l’autre.',
  'Key of the action, the same in every version.',
);
export const ADJUSTMENT = column(
  'key',
  'Référence de l’ajustement, comme A-3.',
  'Reference of the adjustment, such as A-3.',
);
export const THEME = column(
  'count',
  'Rang du thème dans son axe, à partir de 1.',
  'Place of the theme in its axis, from 1.',
);

/** A value of each kind. */
export interface Values {
  readonly key: string;
  readonly text: string | null;
  readonly count: number;
  readonly people: number | null;
  readonly place: number | null;
  readonly number: number | null;
  readonly day: string | null;
  readonly yes: boolean;
  readonly list: readonly string[];
}
