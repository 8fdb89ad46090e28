import type { Annex, AnnexAction } from '../core/plan/annex.ts';
import type { Labelled } from '../core/plan/described.ts';
import { planSentencesIn } from '../core/plan/sentences.ts';
import { adjustmentLines, fieldsOf } from './annex-outline.ts';
import { annexWordingIn } from './annex-wording.ts';
import { escapeMarkdown } from './people-text.ts';
import { typeset } from './typography.ts';

/** CommonMark: a heading an axis, an objective, an action. */
export function annexMarkdown(annex: Annex): string {
  const { lang, consultation } = annex;
  const wording = annexWordingIn(lang);
  const { axis: axisName, labelled } = planSentencesIn(lang);
  const md = (text: string) => escapeMarkdown(typeset(text, lang));
  const blocks = [
    `# ${md(labelled(wording.title, annex.plan))}`,
    `${md(consultation.title)}, ${md(consultation.asker)}`,
    md(wording.adopted(annex)),
    md(wording.figures(annex.figures)),
    ...annex.axes.flatMap(({ key, label, objective, groups }) => [
      `## ${md(axisName(key, label))}`,
      ...(objective === null ? [] : [`*${md(objective)}*`]),
      ...groups.flatMap((group) => [
        ...(group.objective === null ? [] : [`### ${md(group.objective)}`]),
        ...group.actions.map((action) =>
          actionBlock(action, lang, { md, level: group.objective === null ? '###' : '####' }),
        ),
      ]),
    ]),
    ...(annex.figures.proposals > 0 ? [md(wording.sources)] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

interface Writing {
  readonly md: (text: string) => string;
  readonly level: string;
}

function actionBlock(entry: AnnexAction, lang: string, { md, level }: Writing): string {
  const { action, adjustments } = entry;
  const { labelled } = planSentencesIn(lang);
  const item = ({ label, text }: Labelled, indent = '') =>
    `${indent}- ${md(labelled(label, text)).replaceAll('\n', `\n${indent}  `)}`;
  const adjusted = adjustments.flatMap((one) => {
    const { head, changes, from } = adjustmentLines(one, lang);
    return [`- **${md(head)}**`, ...changes.map((change) => item(change, '  ')), `  - ${md(from)}`];
  });
  return [
    `${level} ${md(action.label)}`,
    ...(action.description === null ? [] : [md(action.description)]),
    [...fieldsOf(entry, lang).map((one) => item(one)), ...adjusted].join('\n'),
  ].join('\n\n');
}
