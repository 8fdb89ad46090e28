/** The minutes of a session, part by part. */
import type { Minutes, MinutesItem } from '../core/committee/minutes.ts';
import { STATUS_WORDS } from '../core/decision/status-words.ts';
import { planSentencesIn } from '../core/plan/sentences.ts';
import { inRanges } from '../core/proposal/ranges.ts';
import { adjustmentLines } from './annex-outline.ts';
import { type MinutesWording, minutesWordingIn } from './minutes-wording.ts';
import { heading, items, type Outline, type Part, type Span, text } from './outline.ts';

export function minutesOutline(minutes: Minutes): Outline {
  const { lang, consultation, quorum, groups, rules } = minutes;
  const wording = minutesWordingIn(lang);
  return {
    lang,
    eyebrow: consultation.title,
    title: wording.title(minutes),
    facts: [wording.dates(minutes), wording.rule(rules), wording.quorum(quorum)],
    parts: [
      heading(2, wording.members),
      ...groups.flatMap(({ label, members }) => [
        heading(3, label ?? wording.noGroup),
        ...items(...members.map((member) => [wording.member(member)])),
      ]),
      heading(2, wording.agenda),
      ...(quorum.met ? [] : [text({ strong: wording.noQuorum })]),
      ...minutes.items.flatMap((item, at) => itemParts(minutes, item, at + 1, wording)),
    ],
  };
}

function itemParts(
  { lang, rules }: Minutes,
  item: MinutesItem,
  place: number,
  wording: MinutesWording,
): Part[] {
  const { adjustment, reworded, answers, outcome, count, objections } = item;
  const { labelled } = planSentencesIn(lang);
  const french = /^fr\b/iu.test(lang);
  const changes = (given: NonNullable<typeof adjustment>) =>
    adjustmentLines(given, lang).changes.map(({ label, text: said }): Span[] => [
      { strong: label },
      labelled('', said),
    ]);
  const said = (status: (typeof answers)[number]['status']) => STATUS_WORDS[french ? 'fr' : 'en'][status];
  const range = (refs: Parameters<typeof inRanges>[0]) => inRanges(refs, french ? 'à' : 'to').join(', ');
  return [
    heading(
      3,
      adjustment === null
        ? `${place}. ${wording.answers}`
        : `${place}. ${labelled(adjustmentLines(adjustment, lang).head, adjustment.title)}`,
    ),
    ...(adjustment === null
      ? items(
          ...answers.map(({ status, reason, taken, returned }): Span[] => [
            ...(taken.length > 0 ? [wording.answer(said(status), range(taken))] : []),
            ...(returned.length > 0
              ? [
                  `${taken.length > 0 ? ' ' : ''}${wording.answer(outcome === 'passed' ? `${said(status)}, ${wording.sentBack}` : said(status), range(returned))}`,
                ]
              : []),
            wording.reason(reason),
          ]),
        )
      : [...items(...changes(adjustment)), text(adjustmentLines(adjustment, lang).from)]),
    ...(adjustment !== null && reworded !== null
      ? [text(wording.firstText), ...items(...changes({ ...adjustment, changes: reworded }))]
      : []),
    text({ strong: wording.outcomes[outcome] }, ` ${wording.count(count, rules.rule)}`),
    ...(objections.length === 0
      ? []
      : [
          heading(4, wording.objections),
          ...items(
            ...objections.map((one): Span[] => [
              labelled(wording.objection(one), wording.marks[0]),
              { quoted: one.reason ?? wording.erased },
              `${wording.marks[1]}${wording.became[one.became]}`,
              ...(one.override === null ? [] : [wording.override(one.override)]),
            ]),
          ),
        ]),
  ];
}
