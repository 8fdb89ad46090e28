/** "relancer plan-actions": whom, how many, the text, when; then "oui". */
import { askReminders, previewReminder, type ReminderPreview } from '../../app/round/remind.ts';
import type { Block } from '../../chat/outbound.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Instant } from '../../core/time.ts';
import { type FocusOf, NOTHING } from '../focus.ts';
import { remind, reminder } from '../reminders.ts';
import { answer, line, list, local, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees } from '../understand.ts';

export async function onRemind(talk: Talk, key: string | null): Promise<Reply> {
  const preview = await previewReminder(talk, key);
  if (isRefusal(preview)) return refusal(talk, preview);
  return {
    ...answer(...remindBlocks(talk, preview), talk.say.team.sendNow),
    focus: { waits: 'remind', key: preview.round.key },
    choices: [
      { value: talk.say.team.yes, label: talk.say.team.send, main: true },
      { value: talk.say.team.no, label: talk.say.team.cancel },
    ],
  };
}

/** Whom it goes to, when it leaves, and what it says. */
export function remindBlocks(
  talk: Pick<Talk, 'consultation' | 'actor' | 'say' | 'lang' | 'now'>,
  { round, due, leaves, enough }: ReminderPreview,
): Block[] {
  const { facilitation: say } = talk.say;
  const { content } = talk.consultation;
  const colleges = content.colleges.flatMap(({ key, label }) => {
    const here = due.filter(({ college }) => college === key).length;
    return here > 0 ? [[talk.say.labelled(local(talk, label), String(here))]] : [];
  });
  const { lang } = talk.actor.person;
  const sample = reminder(
    content,
    round,
    { person: { id: talk.actor.person.id, lang, name: null } },
    'invited',
  ).blocks.slice(0, 1);
  return [
    line(say.remindPreview(round.key, due.length)),
    list(...colleges),
    line(departures(talk, leaves)),
    ...(enough > 0 ? [line(say.remindedEnough(enough))] : []),
    line(say.remindText),
    ...sample.map((block) => (block.type === 'paragraph' ? { ...block, type: 'quote' as const } : block)),
  ];
}

/** "10 tout de suite, 2 à partir du lundi 6 avril à 09:00." */
function departures(
  talk: Pick<Talk, 'consultation' | 'say' | 'now'>,
  leaves: readonly (Instant | null)[],
): string {
  const { facilitation: say } = talk.say;
  const { zone } = talk.consultation.content;
  const later = leaves.filter((at) => at !== null && at > talk.now) as Instant[];
  const now = leaves.filter((at) => at !== null).length - later.length;
  return say.departures(
    now,
    later.length,
    later.length > 0 ? say.moment(Math.min(...later), zone) : '',
    leaves.length - now - later.length,
  );
}

/** null when the message is no answer to it. */
export async function onRemindConfirmed(talk: Talk, { key }: FocusOf<'remind'>): Promise<Reply | null> {
  const sure = agrees(talk.text);
  if (sure === null) return null;
  if (!sure) return { ...answer(talk.say.team.notSent), focus: NOTHING };
  return { ...(await sendReminders(talk, key)), focus: NOTHING };
}

export async function sendReminders(talk: Talk, key: string): Promise<Reply> {
  const asked = await askReminders(talk, key);
  if (isRefusal(asked)) return refusal(talk, asked);
  // Those beyond the first batch leave with the next ticks.
  await remind(talk.tx, talk.consultation, talk);
  return answer(talk.say.facilitation.reminding(asked.asked));
}
