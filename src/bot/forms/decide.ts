/** A body's answer to one proposal: the status, and a reason that is compulsory. */
import { refusalOf } from '../../app/perform.ts';
import { chosenIn } from '../../chat/form.ts';
import type { DecisionStatus } from '../../core/consultation/model.ts';
import { STATUSES } from '../../core/consultation/model.ts';
import { answerOf } from '../../core/decision/answer.ts';
import { numberOf, ref } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import { refuse } from '../../core/refusal.ts';
import { today } from '../day.ts';
import { quoted, readAs } from '../partner/describe.ts';
import { goOnDeciding } from '../staff/decide-next.ts';
import { record } from '../staff/decision.ts';
import { line, local, type Reply, refusal } from '../talk.ts';
import type { BotForm } from './shape.ts';

/** Characters of a proposal shown above. */
const SHOWN = 2_000;
const LONGEST_REASON = 2_000;

const statusNamed = (text: string | undefined): DecisionStatus | null =>
  STATUSES.find((status) => status === text) ?? null;

export const decideForm: BotForm = {
  async open(asking, [name = '', status]) {
    if (refusalOf(asking.actor, 'decision.record') !== null) return null;
    const number = numberOf(name);
    const row = number === null ? null : await asking.tx.proposals.byNumber(asking.consultation.id, number);
    if (row?.state !== 'submitted') return null;
    const { say, consultation } = asking;
    const { decisions } = consultation.content.rules;
    const steps = (await asking.tx.decisions.of(consultation.id)).filter(
      ({ proposalId }) => proposalId === row.id,
    );
    const state = answerOf(steps, consultation.content.rules);
    const chosen = statusNamed(status);
    const path = (chosen && decisions.pathByStatus[chosen]) ?? decisions.path;
    const next = state.state === 'awaiting' ? state.body : path[0]!;
    const reading = readAs(asking, row);
    return {
      title: say.forms.decideTitle(ref(row.number)),
      send: say.forms.record,
      intro: [
        line(...quoted(say, current(row), SHOWN), ...(reading === '' ? [] : [` (${reading})`])),
        ...(state.state === 'undecided'
          ? []
          : [line(say.forms.decidedBefore(say.statuses[steps.at(-1)!.status]))]),
      ],
      fields: [
        {
          type: 'one',
          key: 'status',
          label: say.forms.status,
          options: STATUSES.map((one) => ({ value: one, label: say.statuses[one] })),
          ...(chosen ? { initial: chosen } : {}),
        },
        {
          type: 'text',
          key: 'reason',
          label: say.forms.reason,
          hint: say.forms.reasonHint,
          lines: 'many',
          most: LONGEST_REASON,
        },
        {
          type: 'one',
          key: 'body',
          label: say.forms.body,
          options: decisions.bodies.map(({ key, label }) => ({ value: key, label: local(asking, label) })),
          initial: next,
        },
        {
          type: 'day',
          key: 'day',
          label: say.forms.day,
          initial: today(asking.now, consultation.content.zone),
        },
      ],
    };
  },

  async faults({ say, now, consultation }, _about, filled) {
    const [day = ''] = chosenIn(filled, 'day');
    const toCome = day > today(now, consultation.content.zone);
    return new Map(toCome ? [['day', say.team.dayToCome]] : []);
  },

  async take(talk, [name = ''], filled): Promise<Reply> {
    const status = statusNamed(chosenIn(filled, 'status')[0]);
    const reason = talk.fieldWords.get('reason');
    const number = numberOf(name);
    if (status === null || reason === undefined || number === null)
      return refusal(talk, refuse('reason-missing'));
    const [body = null] = chosenIn(filled, 'body');
    const [day = null] = chosenIn(filled, 'day');
    return goOnDeciding(talk, await record(talk, { numbers: [number], status, body, day }, reason));
  },
};
