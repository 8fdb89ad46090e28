import type { Gathered } from './gather-documents.ts';

/** Texts of files by name, from one gathering: what `report/` writes. */
export type WriteDocuments = (gathered: Gathered) => Readonly<Record<string, string>>;
