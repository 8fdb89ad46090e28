/** A round under way: those who are silent are reminded, and it is closed; begun from the silence map, or from any message. */
import { refusalOf } from '../../app/perform.ts';
import { closeRound } from '../../app/round/close-round.ts';
import { previewReminder, type ReminderPreview } from '../../app/round/remind.ts';
import { silenceOf } from '../../app/round/silence.ts';
import { chosenIn, type Field, type Filled, textIn } from '../../chat/form.ts';
import type { Given } from '../../chat/surface.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { decideClosing } from '../../core/round/open.ts';
import { remindBlocks, sendReminders } from '../facilitator/remind.ts';
import { closedReply } from '../facilitator/round.ts';
import { heardOf } from '../facilitator/silence.ts';
import type { Focus } from '../focus.ts';
import { standing } from '../partner/place.ts';
import { line, local, type Reply, refusal, type Talk } from '../talk.ts';
import type { Asking, BotForm, Sketch } from './shape.ts';

const LONGEST_REASON = 2_000;
/** Lists of a form hold no more. */
const MOST_ROUNDS = 100;

type About = readonly string[];

/** The round that was named, open or not; else those that are open, newest first. */
async function roundsOf(
  { tx, consultation }: Pick<Asking, 'tx' | 'consultation'>,
  [key]: About,
): Promise<Round[] | Refusal> {
  const all = await tx.rounds.of(consultation.id);
  if (key !== undefined) {
    const named = all.find((round) => round.key === key);
    return named ? [named] : refuse('no-such-round', { round: key });
  }
  const open = all.filter(({ state }) => state === 'open').slice(0, MOST_ROUNDS);
  return open.length > 0 ? open : refuse('nothing-open');
}

/** Asked only where there are several; the message it began with may name one. */
function whichField(asking: Asking, rounds: readonly Round[], given: Given | null): Field[] {
  if (rounds.length < 2) return [];
  const { content } = asking.consultation;
  const titleOf = (key: string): string => {
    const found = content.rounds.find((round) => round.key === key);
    return found ? local(asking, found.title) : key;
  };
  const { key: initial } = rounds.find(({ key }) => given?.text.includes(key)) ?? rounds[0]!;
  return [
    {
      type: 'one',
      key: 'round',
      label: asking.say.forms.whichRound,
      options: rounds.map(({ key }) => ({ value: key, label: titleOf(key) })),
      initial,
    },
  ];
}

async function chosenRound(asking: Asking, about: About, filled: Filled): Promise<Round | Refusal> {
  const rounds = await roundsOf(asking, about);
  if (isRefusal(rounds)) return rounds;
  const [key = rounds[0]!.key] = chosenIn(filled, 'round');
  return rounds.find((round) => round.key === key) ?? refuse('round-not-open', { round: key });
}

/** Why there is nothing to send. */
const only = ({ say }: Asking, title: string, why: Refusal): Sketch => ({
  title,
  send: null,
  intro: [line(say.refusals(why))],
  fields: [],
});

const ASKED: ReadonlySet<Focus['waits']> = new Set(['remind', 'close-reason']);

/** What was asked about it in words waits no more. */
const settled = async (talk: Talk, reply: Reply): Promise<Reply> =>
  ASKED.has(talk.focus.waits) ? { ...reply, focus: await standing(talk) } : reply;

export const remindForm: BotForm = {
  async open(asking, about, given) {
    if (refusalOf(asking.actor, 'round.remind') !== null) return null;
    const { forms, facilitation } = asking.say;
    const title = forms.remindTitle;
    const rounds = await roundsOf(asking, about);
    if (isRefusal(rounds)) return only(asking, title, rounds);
    const found: (ReminderPreview | Refusal)[] = [];
    for (const { key } of rounds) found.push(await previewReminder(asking, key));
    const due = found.filter((one): one is ReminderPreview => !isRefusal(one));
    const [preview] = due;
    if (preview === undefined) return only(asking, title, found.find(isRefusal) ?? refuse('nothing-open'));
    return {
      title,
      send: forms.send,
      intro:
        rounds.length === 1
          ? remindBlocks(asking, preview)
          : due.map(({ round, due }) => line(facilitation.remindPreview(round.key, due.length))),
      fields: whichField(asking, rounds, given),
    };
  },
  async faults(asking, about, filled) {
    const round = await chosenRound(asking, about, filled);
    const found = isRefusal(round) ? round : await previewReminder(asking, round.key);
    return new Map(isRefusal(found) ? [['round', asking.say.refusals(found)]] : []);
  },
  async take(talk, about, filled): Promise<Reply> {
    const round = await chosenRound(talk, about, filled);
    return settled(talk, isRefusal(round) ? refusal(talk, round) : await sendReminders(talk, round.key));
  },
};

export const closeForm: BotForm = {
  async open(asking, about, given) {
    if (refusalOf(asking.actor, 'round.close') !== null) return null;
    const { consultation, now, say, tx } = asking;
    const { forms, team } = say;
    const rounds = await roundsOf(asking, about);
    if (isRefusal(rounds)) return only(asking, forms.closeTitle, rounds);
    const over = decideClosing(rounds[0]!, now, true);
    if (rounds.length === 1 && over) return only(asking, forms.closeTitle, over);
    const intro = [];
    for (const round of rounds) {
      const until = say.date(round.closesAt, consultation.content.zone);
      const { cells } = await silenceOf(tx, consultation, round);
      intro.push(line(team.status(round.key, team.roundState(round.state, until))), heardOf(asking, cells));
    }
    const early = rounds.filter(({ closesAt }) => now < closesAt);
    return {
      title: forms.closeTitle,
      send: forms.close,
      intro,
      fields: [
        ...whichField(asking, rounds, given),
        {
          type: 'text',
          key: 'reason',
          label: forms.closeReason,
          hint: forms.closeReasonHint,
          lines: 'many',
          most: LONGEST_REASON,
          ...(early.length === rounds.length ? {} : { optional: true as const }),
        },
      ],
    };
  },
  async faults(asking, about, filled) {
    const round = await chosenRound(asking, about, filled);
    const why = isRefusal(round) ? round : decideClosing(round, asking.now, textIn(filled, 'reason') !== '');
    return new Map(why === null ? [] : [['reason', asking.say.refusals(why)]]);
  },
  async take(talk, about, filled): Promise<Reply> {
    const round = await chosenRound(talk, about, filled);
    if (isRefusal(round)) return settled(talk, refusal(talk, round));
    const closed = await closeRound(talk, round.key, talk.fieldWords.get('reason') ?? null);
    return settled(talk, isRefusal(closed) ? refusal(talk, closed) : closedReply(talk, closed));
  },
};
