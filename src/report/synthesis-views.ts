/** How statements put to partners are seen, for the written forms of a synthesis: a table a statement. */
import type { SynthesisDocument } from '../core/synthesis/document.ts';
import type { Figure } from '../core/synthesis/model.ts';
import { collegeLabel } from './synthesis-outline.ts';
import type { Wording } from './wording.ts';

export interface ValidationRead {
  readonly title: string;
  readonly statements: readonly {
    readonly text: string;
    readonly rows: readonly (readonly [label: string, figures: readonly Figure[]])[];
  }[];
}

const COLUMNS = ['invited', 'agree', 'reserve', 'object'] as const;

export const viewsHead = (wording: Wording): readonly string[] => [
  wording.college,
  ...COLUMNS.map((name) => (name === 'invited' ? wording.columns.invited : wording.views.columns[name])),
];

/** A validation each, in the order of its statements; of one, all first. */
export function validationsRead(document: SynthesisDocument, wording: Wording): readonly ValidationRead[] {
  return [...Map.groupBy(document.views, ({ round }) => round).values()].map((rows) => ({
    title: rows[0]!.title,
    statements: [...Map.groupBy(rows, ({ statement }) => statement).values()].map((here) => ({
      text: here[0]!.text,
      rows: here.map((row) => [
        row.college === null ? wording.views.all : collegeLabel(document, row.college),
        COLUMNS.map((name) => row[name]),
      ]),
    })),
  }));
}
