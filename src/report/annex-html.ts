import type { Annex, AnnexAction } from '../core/plan/annex.ts';
import type { Labelled } from '../core/plan/described.ts';
import { planSentencesIn } from '../core/plan/sentences.ts';
import { adjustmentLines, fieldsOf } from './annex-outline.ts';
import { annexWordingIn } from './annex-wording.ts';
import { standAlone } from './page.ts';
import { bdi, visible } from './people-text.ts';
import { SYNTHESIS_STYLE } from './synthesis-style.ts';
import { typeset } from './typography.ts';

const STYLE = `${SYNTHESIS_STYLE}
.action{margin:0 0 2rem;break-inside:avoid}.action>p{white-space:pre-line;max-width:38em}
.action .name{margin:0;padding:0;border:0;font-size:1.08rem;color:inherit;letter-spacing:0;text-transform:none}.objective+.action{margin-top:1.8rem}
.action dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.6rem 0 0;font-size:.9rem}
.action dt{color:var(--quiet)}.action dd{margin:0;white-space:pre-line}
.adjusted{margin:.9rem 0 0;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--mark);font-size:.92rem}
.adjusted p{margin:.2rem 0 0}.adjusted strong{font-family:var(--label);font-weight:650}
@media (max-width:34rem){.action dl{grid-template-columns:1fr;gap:0}.action dd{margin-bottom:.4rem}}`;

/** In the manner of the synthesis. */
export function annexHtml(annex: Annex): string {
  const { lang, consultation } = annex;
  const wording = annexWordingIn(lang);
  const { axis: axisName, labelled } = planSentencesIn(lang);
  const set = (text: string) => bdi(typeset(text, lang));
  return standAlone({
    lang,
    title: `${wording.title}, ${visible(annex.plan)}`,
    style: STYLE,
    body: [
      '<header>',
      `<p class="eyebrow">${set(consultation.title)}</p>`,
      `<h1>${set(labelled(wording.title, annex.plan))}</h1>`,
      `<p class="facts">${set(wording.adopted(annex))}<br>${set(wording.figures(annex.figures))}</p>`,
      '</header>',
      '<main>',
      ...annex.axes.flatMap(({ key, label, objective, groups }) => [
        '<section>',
        `<h2>${set(axisName(key, label))}</h2>`,
        ...(objective === null ? [] : [`<p class="objective">${set(objective)}</p>`]),
        ...groups.flatMap((group) => [
          ...(group.objective === null ? [] : [`<h3>${set(group.objective)}</h3>`]),
          ...group.actions.map((action) =>
            actionHtml(action, lang, { set, level: group.objective === null ? 3 : 4 }),
          ),
        ]),
        '</section>',
      ]),
      ...(annex.figures.proposals > 0 ? [`<p class="note">${set(wording.sources)}</p>`] : []),
      '</main>',
    ],
  });
}

interface Writing {
  readonly set: (text: string) => string;
  readonly level: number;
}

function actionHtml(entry: AnnexAction, lang: string, { set, level }: Writing): string {
  const { action, adjustments } = entry;
  const { labelled } = planSentencesIn(lang);
  const pair = ({ label, text }: Labelled) => `<dt>${set(label)}</dt><dd>${set(text)}</dd>`;
  return [
    '<div class="action">',
    `<h${level} class="name">${set(action.label)}</h${level}>`,
    ...(action.description === null ? [] : [`<p>${set(action.description)}</p>`]),
    `<dl>${fieldsOf(entry, lang).map(pair).join('')}</dl>`,
    ...adjustments.map((one) => {
      const { head, changes, from } = adjustmentLines(one, lang);
      const said = changes.map(({ label, text }) => `<p>${set(labelled(label, text))}</p>`).join('');
      return `<div class="adjusted"><p><strong>${set(head)}</strong></p>${said}<p class="by">${set(from)}</p></div>`;
    }),
    '</div>',
  ].join('\n');
}
