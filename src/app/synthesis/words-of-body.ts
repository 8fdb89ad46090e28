import type { WordsId } from '../../core/ids.ts';
import type { SynthesisBody } from '../../core/synthesis/model.ts';

/** Ids of all texts a synthesis shows: quotes, reworded lines, introductions. */
export function wordsOfBody(body: SynthesisBody): WordsId[] {
  const lines = body.axes.flatMap((axis) => [...axis.lines, ...axis.disagreements]);
  const ids = [
    body.introduction,
    ...body.axes.map((axis) => axis.introduction),
    ...body.axes.flatMap((axis) => axis.themes).flatMap((theme) => theme.quotes.map((quote) => quote.words)),
    ...body.axes.flatMap((axis) => axis.themes).map((theme) => theme.title ?? null),
    ...lines.flatMap(({ words, quote, opposed }) => [
      words,
      ...[quote, opposed?.quote, opposed?.other].map((one) => one?.words ?? null),
    ]),
    ...(body.annex ?? []).map((quote) => quote.words),
    ...(body.nuances ?? []).map(({ quote }) => quote?.words ?? null),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}
