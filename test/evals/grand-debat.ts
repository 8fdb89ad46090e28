import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createReader } from '../../src/analysis/reader.ts';
import { createTagger } from '../../src/analysis/tag.ts';
import { tokenize } from '../../src/analysis/tokens.ts';
import type { Consultation } from '../../src/core/consultation/model.ts';
import { axisOf } from '../../src/core/proposal/model.ts';

export interface LabelledText {
  readonly text: string;
  /** The label of the theme as it was given to people. */
  readonly label: string;
}

export interface Split {
  readonly train: readonly LabelledText[];
  readonly test: readonly LabelledText[];
}

export interface Evaluation {
  readonly texts: number;
  /** Share of texts whose theme the cold start got right; a text it says nothing of is wrong. */
  readonly right: number;
  /** Share right when every text is given the theme most frequent among them. */
  readonly majority: number;
  /** Mean over the themes of the F1 score. */
  readonly macroF1: number;
  /** Share of texts it says nothing of. */
  readonly silent: number;
  /** Share right among ideas read whole by the reader: split first, then the theme most of a text's ideas carry. */
  readonly asRead: number;
  /** Texts by confidence: how sure the machine said it was, and how often it was right. */
  readonly calibration: readonly { readonly texts: number; readonly said: number; readonly right: number }[];
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The labelled comments and their fixed split, or null where the data isn't there. */
export function loadGrandDebat(data: string): Split | null {
  const rows = join(data, 'mel-grand-debat-comments.jsonl');
  const ids = join(data, 'splits', 'mel-grand-debat-comments.json');
  if (!existsSync(rows) || !existsSync(ids)) return null;
  const kept = new Set((JSON.parse(readFileSync(ids, 'utf8')) as { test_ids: string[] }).test_ids.map(plain));
  const all = readFileSync(rows, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledText)
    .filter(({ text, label }) => text && label);
  return {
    train: all.filter(({ text }) => !kept.has(plain(text))),
    test: all.filter(({ text }) => kept.has(plain(text))),
  };
}

function axisKeys(consultation: Consultation): (label: string) => string {
  const byLabel = new Map(
    consultation.axes.flatMap((axis) =>
      Object.values(axis.label).map((label) => [plain(label), axis.key] as const),
    ),
  );
  return (label) => {
    const key = byLabel.get(plain(label));
    if (key === undefined) throw new Error(`no axis of "${consultation.key}" is labelled "${label}"`);
    return key;
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function mostFrequent(keys: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function macroF1(pairs: readonly { readonly truth: string; readonly said: string | null }[]): number {
  const keys = [...new Set(pairs.map(({ truth }) => truth))];
  const scores = keys.map((key) => {
    const hit = pairs.filter(({ truth, said }) => truth === key && said === key).length;
    const wanted = pairs.filter(({ truth }) => truth === key).length;
    const claimed = pairs.filter(({ said }) => said === key).length;
    return share(2 * hit, wanted + claimed);
  });
  return share(
    scores.reduce((sum, score) => sum + score, 0),
    scores.length,
  );
}

const BANDS = [0, 0.5, 0.7, 0.9];

/** How well the axes of a consultation are recognised in French texts without any example, and without their prompt. */
export function evaluate(consultation: Consultation, texts: readonly LabelledText[]): Evaluation {
  const keyOf = axisKeys(consultation);
  const tagger = createTagger(consultation, 'fr');
  const reader = createReader(consultation);
  const results = texts.map(({ text, label }) => {
    const { tags } = tagger.tag(tokenize(text), null);
    const axis = tags.find((tag) => tag.dimension === 'axis' && tag.main) ?? null;
    const { ideas } = reader.read(text, { lang: 'fr', prompt: null });
    const read = mostFrequent(ideas.map((idea) => axisOf(idea)));
    return { truth: keyOf(label), said: axis?.value ?? null, confidence: axis?.confidence ?? 0, read };
  });
  const truths = results.map(({ truth }) => truth);
  const common = mostFrequent(truths);
  return {
    texts: texts.length,
    right: share(results.filter(({ truth, said }) => truth === said).length, texts.length),
    majority: share(truths.filter((truth) => truth === common).length, texts.length),
    macroF1: macroF1(results),
    silent: share(results.filter(({ said }) => said === null).length, texts.length),
    asRead: share(results.filter(({ truth, read }) => truth === read).length, texts.length),
    calibration: BANDS.map((from, k) => {
      const band = results.filter(
        ({ said, confidence }) => said !== null && confidence >= from && confidence < (BANDS[k + 1] ?? 2),
      );
      return {
        texts: band.length,
        said: share(
          band.reduce((sum, { confidence }) => sum + confidence, 0),
          band.length,
        ),
        right: share(band.filter(({ truth, said }) => truth === said).length, band.length),
      };
    }),
  };
}
