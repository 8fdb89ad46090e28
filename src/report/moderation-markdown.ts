import type { ModerationDocument } from '../core/proposal/moderation-log.ts';
import { moderationWordingIn } from './moderation-wording.ts';
import { escapeMarkdown as md } from './people-text.ts';
import { typeset } from './typography.ts';
import { longDate, wordingIn } from './wording.ts';

/** CommonMark with a table. */
export function moderationMarkdown(document: ModerationDocument): string {
  const { lang, consultation, entries } = document;
  const say = moderationWordingIn(lang);
  const on = (at: number) => longDate(at, wordingIn(lang), consultation.zone);
  const { day, proposal, did, reason } = say.columns;
  const blocks = [
    `# ${say.title}`,
    `${md(consultation.title)}, ${md(consultation.asker)}, ${on(document.at)}`,
    typeset(say.about, lang),
    ...(entries.length === 0
      ? [say.none]
      : [
          typeset(say.counts(document), lang),
          [
            `| ${day} | ${proposal} | ${did} | ${reason} |`,
            '|---|---|---|---|',
            ...entries.map(
              (one) =>
                `| ${on(one.at)} | ${one.proposal} | ${say.did[one.did]} | ${one.reason === null ? `*${typeset(say.withheld, lang)}*` : md(typeset(one.reason, lang))} |`,
            ),
          ].join('\n'),
        ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
