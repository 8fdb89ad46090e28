/** The annual report, part by part. */
import { localDay } from '../core/consultation/local-day.ts';
import { numberOf, type Ref } from '../core/ids.ts';
import { LEVELS } from '../core/plan/alert.ts';
import { planSentencesIn } from '../core/plan/sentences.ts';
import { inRanges } from '../core/proposal/ranges.ts';
import type { ReportDocument } from '../core/report/document.ts';
import type { AxisDocument } from '../core/synthesis/document.ts';
import { TRANSVERSAL } from '../core/synthesis/model.ts';
import { heading, items, type Outline, type Part, quiet, type Span, text } from './outline.ts';
import { type ReportWording, reportWordingIn } from './report-wording.ts';

export function reportOutline({ document, facts, debt, passedOver }: ReportDocument): Outline {
  const { lang, consultation, signature, introduction } = document;
  const wording = reportWordingIn(lang);
  return {
    lang,
    eyebrow: consultation.title,
    title: wording.title(facts.year),
    facts: [
      consultation.asker,
      wording.span(facts),
      ...(facts.heard === null ? [] : [wording.heard(facts.heard)]),
      signature === null
        ? wording.draft
        : wording.signed(
            signature.by,
            localDay(signature.at, consultation.zone),
            signature.proofreaders ?? [],
          ),
    ],
    parts: [
      ...(introduction === null ? [] : [text({ quoted: introduction })]),
      ...facts.adopted.map(({ version, body, decidedOn }) => text(wording.adopted(version, body, decidedOn))),
      ...document.axes.flatMap((axis) => axisParts(axis, lang, wording)),
      ...(facts.alerts.length === 0
        ? []
        : [
            heading(2, wording.attention),
            ...LEVELS.toReversed().flatMap((level): Part[] => {
              const here = facts.alerts.filter((one) => one.level === level);
              return here.length === 0
                ? []
                : [heading(3, wording.levels[level]), ...items(...here.map((one) => [one.text]))];
            }),
          ]),
      heading(2, wording.rating),
      ...items(...facts.rated.map((one) => [wording.rated(one)])),
      heading(2, wording.owed),
      ...(debt.length === 0 && facts.debt.disputes.length === 0 ? [text(wording.nothingOwed)] : []),
      ...items(...debt.map(({ body, refs }) => [wording.owedBy(body, shortly(refs, lang))])),
      ...(facts.debt.disputes.length > 0 ? [text(wording.disputesLate)] : []),
      ...(passedOver.length === 0
        ? []
        : [
            heading(2, wording.passed),
            ...items(
              ...passedOver.map(({ phase, on, reason }): Span[] => [
                wording.passedOver(phase, on),
                reason === null ? wording.erased : { quoted: reason },
              ]),
            ),
          ]),
      quiet(wording.machine(document.smallestFigure)),
    ],
  };
}

function axisParts(axis: AxisDocument, lang: string, wording: ReportWording): Part[] {
  const title = axis.axis === TRANSVERSAL ? axis.title : planSentencesIn(lang).axis(axis.axis, axis.title);
  return [
    heading(2, title),
    ...(axis.objective === '' ? [] : [quiet(axis.objective)]),
    ...(axis.introduction === null ? [] : [text({ quoted: axis.introduction })]),
    ...(axis.lines.length === 0 ? [text(wording.nothing)] : []),
    ...axis.lines.flatMap((line): Part[] => [
      text(
        line.edited ? { quoted: line.text } : line.text,
        ...(line.cites.length > 0 ? [{ note: wording.cites(line.cites.join(', ')) }] : []),
      ),
      ...(line.quote === null
        ? []
        : [
            {
              is: 'quote' as const,
              text: line.quote.cut ? `${line.quote.text} …` : line.quote.text,
              by: line.quote.by,
            },
          ]),
    ]),
  ];
}

/** Proposals in ranges; `A-3` stays as it is. */
const shortly = (refs: readonly string[], lang: string): string =>
  (refs.every((ref) => numberOf(ref) !== null)
    ? inRanges(refs as readonly Ref[], /^fr\b/iu.test(lang) ? 'à' : 'to')
    : refs
  ).join(', ');
