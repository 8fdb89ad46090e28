import { createReader } from '../../src/analysis/reader.ts';
import { createTagger } from '../../src/analysis/tag.ts';
import { tokenize } from '../../src/analysis/tokens.ts';
import type { Consultation } from '../../src/core/consultation/model.ts';
import { axisOf } from '../../src/core/proposal/model.ts';
import { worthOf } from './tagging/measures.ts';
import { type Labelled, plain } from './tagging/sets.ts';

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

const BANDS = [0, 0.5, 0.7, 0.9];

/** How well the axes of a consultation are recognised in French texts without any example, and without their prompt. */
export function evaluate(consultation: Consultation, texts: readonly Labelled[]): Evaluation {
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
    macroF1: worthOf(
      results.map(({ truth, said, confidence }) => ({
        truth,
        ranked: said === null ? [] : [{ key: said, share: confidence }],
      })),
    ).macroF1,
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
