/** The labelled sets with their fixed splits, read where they lie. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassSource } from '../../../src/analysis/classify.ts';
import { loadFolder } from '../../../src/content/load-folder.ts';
import type { Described } from '../../../src/core/consultation/model.ts';
import { PARIS } from './paris.ts';

export interface Labelled {
  readonly text: string;
  readonly label: string;
}

export interface LabelledSet {
  readonly name: string;
  readonly train: readonly Labelled[];
  readonly test: readonly Labelled[];
  /** What is known of the classes before any example; a label alone for sets nobody described. */
  readonly classes: readonly ClassSource[];
  readonly described: boolean;
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly label: string | null;
  readonly title?: string;
  readonly question?: string;
}

export const SETS = [
  'mel-grand-debat-comments',
  'vrai-debat-titles',
  'paris-participatory-budget',
  'grande-annotation',
  'republique-numerique',
] as const;
export type SetName = (typeof SETS)[number];

/** As the ids of the splits were made. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** A question is a class when it has that many answers: fifteen of nineteen do. */
const FEWEST = 25;

const described = (
  key: string,
  label: string,
  description = '',
  keywords: readonly string[] = [],
): Described => ({
  key,
  label: { fr: label },
  description: { fr: description },
  keywords: { fr: keywords },
  formerly: [],
});

async function classesOf(name: SetName, labels: readonly string[]): Promise<readonly ClassSource[]> {
  if (name === 'mel-grand-debat-comments') {
    const folder = join(import.meta.dirname, '../../fixtures/consultations/grand-debat');
    const loaded = await loadFolder(folder);
    if (!loaded.ok) throw new Error(`the consultation in ${folder} does not load`);
    return loaded.consultation.axes.map((axis) => ({
      described: { ...axis, key: plain(axis.label.fr!) },
      parts: axis.themes,
    }));
  }
  if (name === 'paris-participatory-budget')
    return PARIS.map(({ label, description, keywords }) => ({
      described: described(plain(label), label, description, keywords.split(', ')),
      parts: [],
    }));
  return labels.map((label) => ({
    described: described(plain(label), label.replaceAll('-', ' ')),
    parts: [],
  }));
}

/** A set, or null where its files aren't. Labels are given as the keys of its classes. */
export async function loadSet(data: string, name: SetName): Promise<LabelledSet | null> {
  const file = join(data, `${name}.jsonl`);
  const split = join(data, 'splits', `${name}.json`);
  if (!existsSync(file) || !existsSync(split)) return null;
  const testIds = new Set((JSON.parse(readFileSync(split, 'utf8')) as { test_ids: string[] }).test_ids);
  const testTexts = new Set([...testIds].map(plain));
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
  const labelOf = (row: Row) => (name === 'grande-annotation' ? row.question : row.label) ?? '';
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(labelOf(row), (sizes.get(labelOf(row)) ?? 0) + 1);
  const fewest = name === 'grande-annotation' ? FEWEST : 1;
  const kept = rows.filter((row) => labelOf(row) !== '' && row.text && sizes.get(labelOf(row))! >= fewest);
  const seen = new Set<string>();
  const single = kept.filter((row) => {
    if (name !== 'vrai-debat-titles') return true;
    const before = seen.size;
    return seen.add(plain(row.text)).size > before;
  });
  const isTest = (row: Row) => testIds.has(row.id) || testTexts.has(plain(row.text));
  const labelled = (row: Row): Labelled => ({
    text: row.title === undefined ? row.text : `${row.title}. ${row.text}`,
    label: plain(labelOf(row)),
  });
  return {
    name,
    train: single.filter((row) => !isTest(row)).map(labelled),
    test: single.filter(isTest).map(labelled),
    classes: await classesOf(name, [...new Set(single.map(labelOf))]),
    described: name.startsWith('mel') || name.startsWith('paris'),
  };
}
