/** A synthesis as staff read it in chat: people's words by reference, as everywhere in what is queued. */

import { mention } from '../../chat/mention.ts';
import type { Block, Inline } from '../../chat/outbound.ts';
import type { SynthesisDocument } from '../../core/synthesis/document.ts';
import type { AxisSynthesis, Line, SynthesisBody } from '../../core/synthesis/model.ts';
import type { Phrases } from '../locales/fr.ts';
import { line, list } from '../talk.ts';

/** `document` is that body's internal document: titles, names, and which quotes may be shown. */
export function draftBlocks(
  say: Phrases,
  body: SynthesisBody,
  document: SynthesisDocument,
): (Block | string)[] {
  return [
    say.team.synthesisTitle(document.number, document.consultation.title),
    ...(body.introduction ? [line({ words: body.introduction })] : []),
    ...body.axes.flatMap((axis, index) => {
      const shown = document.axes[index]!;
      const item = (lines: readonly Line[], texts: typeof shown.lines) =>
        lines.map((one, at) => lineSaid(say, one, texts[at]?.quote != null, axis, body.nuances));
      return [
        line({ text: `${axis.axis}. ${shown.title}`, strong: true as const }),
        ...(axis.introduction ? [line({ words: axis.introduction })] : []),
        axis.lines.length > 0 ? list(...item(axis.lines, shown.lines)) : say.team.nothingSaid,
        line({ text: say.team.disagreements, strong: true as const }),
        axis.disagreements.length > 0
          ? list(...item(axis.disagreements, shown.disagreements))
          : axis.noDisagreement
            ? say.team.noDisagreementBy(mention({ id: axis.noDisagreement.by }))
            : say.team.noDisagreementUnsigned(axis.axis),
      ];
    }),
    ...(body.unclassified.length > 0 ? [say.team.unclassified(body.unclassified.join(', '))] : []),
  ];
}

/** A line with its reference, its quote where that may be shown, and what it cites. */
export function lineSaid(
  say: Phrases,
  one: Line,
  quotable: boolean,
  axis: AxisSynthesis,
  nuances: SynthesisBody['nuances'] = [],
): (string | Inline)[] {
  const title = one.theme === null ? undefined : axis.themes[one.theme]?.title;
  const heading: (string | Inline)[] = title ? [{ words: title }, '. '] : [];
  const sentence: string | Inline = one.words ? { words: one.words } : (one.text ?? '');
  const quote: (string | Inline)[] =
    one.quote && quotable
      ? [
          ` ${say.marks.opening}`,
          { words: one.quote.words, start: one.quote.start, end: one.quote.end },
          say.marks.closing,
        ]
      : [];
  const by = nuances.filter(({ of }) => one.cites.includes(of)).map(({ proposal }) => proposal);
  const of = nuances.filter(({ proposal }) => one.cites.length === 1 && one.cites[0] === proposal);
  const cited = [
    one.cites.join(', '),
    ...(by.length > 0 ? [say.others.nuancedBy(say.listed(by))] : []),
    ...(of.length > 0 ? [say.others.nuanceOf(say.listed(of.map((nuance) => nuance.of)))] : []),
  ];
  return [
    `${one.id}  `,
    ...heading,
    sentence,
    ...quote,
    ...(one.cites.length > 0 ? [` (${cited.join(' ; ')})`] : []),
  ];
}
