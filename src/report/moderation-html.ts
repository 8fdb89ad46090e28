import type { ModerationDocument } from '../core/proposal/moderation-log.ts';
import { moderationWordingIn } from './moderation-wording.ts';
import { standAlone } from './page.ts';
import { bdi, escapeHtml as esc, visible } from './people-text.ts';
import { SYNTHESIS_STYLE } from './synthesis-style.ts';
import { typeset } from './typography.ts';
import { longDate, wordingIn } from './wording.ts';

/** In the manner of the synthesis. */
export function moderationHtml(document: ModerationDocument): string {
  const { lang, consultation, entries } = document;
  const say = moderationWordingIn(lang);
  const wording = wordingIn(lang);
  const on = (at: number) => longDate(at, wording, consultation.zone);
  const text = (sentence: string) => esc(typeset(sentence, lang));
  const { day, proposal, did, reason } = say.columns;
  const rows = entries.map(
    (one) =>
      `<tr><td>${esc(on(one.at))}</td><th scope="row">${one.proposal}</th><td>${text(say.did[one.did])}</td><td>${one.reason === null ? `<em>${text(say.withheld)}</em>` : bdi(typeset(one.reason, lang))}</td></tr>`,
  );
  return standAlone({
    lang,
    title: `${say.title}, ${visible(consultation.title)}`,
    style: SYNTHESIS_STYLE,
    body: [
      '<header>',
      `<p class="eyebrow">${bdi(consultation.title)}</p>`,
      `<h1>${text(say.title)}</h1>`,
      `<p class="facts">${text(wording.for)} ${bdi(consultation.asker)}, ${esc(on(document.at))}</p>`,
      '</header>',
      '<main>',
      `<p>${text(say.about)}</p>`,
      ...(entries.length === 0
        ? [`<p>${text(say.none)}</p>`]
        : [
            `<p>${text(say.counts(document))}</p>`,
            `<div class="scroll" role="region" aria-label="${text(say.title)}" tabindex="0">`,
            `<table><thead><tr><th scope="col">${text(day)}</th><th scope="col">${text(proposal)}</th><th scope="col">${text(did)}</th><th scope="col">${text(reason)}</th></tr></thead>`,
            `<tbody>${rows.join('\n')}</tbody></table>`,
            '</div>',
          ]),
      '</main>',
    ],
  });
}
