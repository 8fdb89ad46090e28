/** The annex of a deliberation, part by part, for the formats that put down parts. */
import type { Annex, AnnexAction } from '../core/plan/annex.ts';
import { planSentencesIn } from '../core/plan/sentences.ts';
import { adjustmentLines, fieldsOf } from './annex-outline.ts';
import { annexWordingIn } from './annex-wording.ts';
import { heading, items, type Outline, type Part, quiet, type Span, text } from './outline.ts';

export function annexDocument(annex: Annex): Outline {
  const { lang, consultation } = annex;
  const wording = annexWordingIn(lang);
  const { axis: axisName, labelled } = planSentencesIn(lang);
  return {
    lang,
    eyebrow: consultation.title,
    title: labelled(wording.title, annex.plan),
    facts: [consultation.asker, wording.adopted(annex), wording.figures(annex.figures)],
    parts: [
      ...annex.axes.flatMap(({ key, label, objective, groups }): Part[] => [
        heading(2, axisName(key, label)),
        ...(objective === null ? [] : [quiet(objective)]),
        ...groups.flatMap((group) => [
          ...(group.objective === null ? [] : [heading(3, group.objective)]),
          ...group.actions.flatMap((action) => actionParts(action, lang, group.objective === null ? 3 : 4)),
        ]),
      ]),
      ...(annex.figures.proposals > 0 ? [quiet(wording.sources)] : []),
    ],
  };
}

function actionParts(entry: AnnexAction, lang: string, level: 3 | 4): Part[] {
  const { action, adjustments } = entry;
  const { labelled } = planSentencesIn(lang);
  const said = (label: string, value: string): Span[] => [{ strong: label }, labelled('', value)];
  return [
    heading(level, action.label),
    ...(action.description === null ? [] : [text(action.description)]),
    ...items(...fieldsOf(entry, lang).map((one) => said(one.label, one.text))),
    ...adjustments.flatMap((one) => {
      const { head, changes, from } = adjustmentLines(one, lang);
      // What it comes from is a note, beside what it became.
      return [
        text({ strong: head }, { note: from }),
        ...items(...changes.map((change) => said(change.label, change.text))),
      ];
    }),
  ];
}
