/** A new round written in one go; the preview comes in the conversation, and nothing leaves before it was looked at. */

import { refusalOf } from '../../app/perform.ts';
import { startDraft } from '../../app/round/draft-round.ts';
import { chosenIn, type Field, type Filled, textIn } from '../../chat/form.ts';
import type { WordsId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { localOf, NEW_DRAFT, type RoundDraft } from '../../core/round/draft.ts';
import { type Step, stepAt } from '../../core/round/draft-steps.ts';
import { dayIn, endOf, today } from '../day.ts';
import { asked, toReview } from '../facilitator/opening/steps.ts';
import { inFourWeeks, suggested } from '../facilitator/opening/suggestions.ts';
import { isComplaint, LONGEST, MOST_PROMPTS, take } from '../facilitator/opening/take.ts';
import { line, local, type Reply, refusal, type Talk } from '../talk.ts';
import { type Asking, type BotForm, saying } from './shape.ts';

const TEXTS = ['title', 'open', 'decided'] as const;
const DAY = 86_400_000;

/** Where the questions on an axis are written; null for those on none. */
const promptsKey = (axis: string | null): string => (axis === null ? 'prompts' : `prompts.${axis}`);

const axesOf = ({ consultation }: Pick<Asking, 'consultation'>): readonly (string | null)[] => [
  ...consultation.content.axes.map(({ key }) => key),
  null,
];

const linesIn = (text: string): string[] => text.split(/\r?\n/u).filter((one) => one.trim() !== '');

function textField(asking: Asking, key: (typeof TEXTS)[number]): Field {
  const say = asking.say.opening;
  const draft = suggested(asking, NEW_DRAFT, stepAt(key));
  const known = draft?.[key];
  return {
    type: 'text',
    key,
    label: say.ask[key],
    lines: key === 'title' ? 'one' : 'many',
    most: LONGEST[key],
    ...(known ? { initial: local(asking, localOf(known, new Map<WordsId, string>())) } : {}),
  };
}

export const openRoundForm: BotForm = {
  async open(asking) {
    if (refusalOf(asking.actor, 'round.draft') !== null) return null;
    const { say, consultation } = asking;
    const { content } = consultation;
    const several = content.axes.length > 0;
    return {
      title: say.forms.openTitle,
      send: say.forms.preview,
      intro: [line(say.forms.openIntro)],
      fields: [
        ...TEXTS.map((key) => textField(asking, key)),
        ...axesOf(asking).map((axis): Field => {
          const found = content.axes.find(({ key }) => key === axis);
          const label = found ? say.axis(found.key, local(asking, found.short)) : null;
          return {
            type: 'text',
            key: promptsKey(axis),
            label: several ? say.forms.promptsOn(label) : say.opening.ask.prompts(null),
            hint: say.forms.promptsHint,
            lines: 'many',
            most: MOST_PROMPTS * LONGEST.prompts,
            ...(several ? { optional: true as const } : {}),
          };
        }),
        {
          type: 'several',
          key: 'audience',
          label: say.forms.audience,
          options: content.colleges.map(({ key, label }) => ({ value: key, label: local(asking, label) })),
          initial: content.colleges.map(({ key }) => key),
        },
        {
          type: 'day',
          key: 'until',
          label: say.forms.until,
          initial: today(inFourWeeks(asking), content.zone),
        },
      ],
    };
  },

  async faults(asking, _about, filled) {
    const { say, now, consultation } = asking;
    const faults = new Map<string, string>();
    const keys = axesOf(asking).map(promptsKey);
    if (keys.every((key) => textIn(filled, key) === '')) faults.set(keys[0]!, say.forms.onePrompt);
    const onAxes = keys.slice(0, -1).some((key) => textIn(filled, key) !== '');
    if (onAxes && textIn(filled, 'prompts') !== '') faults.set('prompts', say.forms.axesOrNone);
    for (const key of keys) {
      const lines = linesIn(textIn(filled, key));
      const longest = Math.max(0, ...lines.map(({ length }) => length));
      if (lines.length > MOST_PROMPTS) faults.set(key, say.opening.tooMany(MOST_PROMPTS));
      else if (longest > LONGEST.prompts) faults.set(key, say.opening.tooLong(longest, LONGEST.prompts));
    }
    const closesAt = endOf(chosenIn(filled, 'until')[0] ?? '', consultation.content.zone);
    if (closesAt <= now + DAY / 2) faults.set('until', say.opening.pastDay);
    return faults;
  },

  async take(talk, _about, filled): Promise<Reply> {
    const started = await startDraft(talk, NEW_DRAFT);
    if (isRefusal(started)) return refusal(talk, started);
    let draft = begun(talk, filled);
    const steps: [string, Step][] = [
      ...TEXTS.map((key): [string, Step] => [key, stepAt(key)]),
      ...(draft.axes!.length === 0 ? [null] : draft.axes!).map((axis): [string, Step] => [
        promptsKey(axis),
        stepAt('prompts', axis),
      ]),
    ];
    for (const [key, step] of steps) {
      const taken = await take(saying(talk, key, textIn(filled, key)), draft, step);
      if (isComplaint(taken)) {
        await talk.tx.drafts.save(started.id, draft, talk.now);
        return asked(talk, { ...started, draft }, step, true, taken);
      }
      draft = taken;
    }
    await talk.tx.drafts.save(started.id, draft, talk.now);
    return toReview(talk, { ...started, draft });
  },
};

/** What is chosen rather than written; the rest as it is proposed. */
function begun(talk: Talk, filled: Filled): RoundDraft {
  const { zone } = talk.consultation.content;
  const axes = axesOf(talk).filter((axis) => textIn(filled, promptsKey(axis)) !== '');
  const day = chosenIn(filled, 'until')[0];
  const draft: RoundDraft = {
    ...NEW_DRAFT,
    axes: axes.filter((axis) => axis !== null),
    audience: chosenIn(filled, 'audience'),
    closesAt: day && dayIn(day) !== null ? endOf(day, zone) : inFourWeeks(talk),
  };
  return suggested(talk, draft, stepAt('background')) ?? { ...draft, background: [] };
}
