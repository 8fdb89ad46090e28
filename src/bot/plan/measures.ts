/** Measures of the plan's indicators, in chat; null when it is nothing of the kind. */

import { refusalOf } from '../../app/perform.ts';
import {
  indicatorNamed,
  listIndicators,
  type Measured,
  type MeasuredOne,
  type Named,
  recordMeasure,
  takeBackMeasure,
} from '../../app/plan/measures.ts';
import type { Block } from '../../chat/outbound.ts';
import { figureIn } from '../../core/plan/measure.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { keep } from '../facilitator/round.ts';
import { dayOf } from '../staff/decision.ts';
import { answer, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { put, read } from './dialogue.ts';
import { type MeasureCommand, measureCommand } from './measure-command.ts';
import { measuredSaid } from './measured-said.ts';
import { onTell, onTellConfirmed } from './progress.ts';

type Of<Does extends MeasureCommand['does']> = Extract<MeasureCommand, { does: Does }>;

export async function onMeasures(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = measureCommand(talk.text);
  switch (command?.does) {
    case 'indicators':
      return onIndicators(talk);
    case 'measure':
      return onMeasure(talk, command);
    case 'take-back':
      return onTakeBack(talk, command);
    case 'tell':
      return command.action === '' ? onIndicators(talk) : onTell(talk, command.action);
    case undefined:
      return talk.focus.waits === 'tell-progress' ? onTellConfirmed(talk, talk.focus) : null;
  }
}

/** For the team. */
const noted = (talk: Talk, { last }: Measured): Block[] =>
  last === null || last.note === null ? [] : [line(talk.say.measure.note, { words: last.note })];

async function onIndicators(talk: Talk): Promise<Reply> {
  const actions = await listIndicators(talk, read(talk));
  if (isRefusal(actions)) return refusal(talk, actions);
  const { measure: say } = talk.say;
  const all = actions.flatMap(({ indicators }) => indicators);
  const [first] = actions;
  if (!first) return refusal(talk, refuse('no-indicators'));
  return answer(
    say.head(all.length, all.filter(({ progress }) => progress.pace === 'off-track').length),
    ...actions.flatMap(({ action, indicators }) => [
      line(...put(`${action.label} (${action.key})`)),
      list(...indicators.map((one) => measuredSaid(talk, one))),
    ]),
    ...(refusalOf(talk.actor, 'measure.record') === null
      ? [say.how((actions.find(({ indicators }) => indicators.length === 1) ?? first).action.key)]
      : []),
  );
}

async function onMeasure(talk: Talk, command: Of<'measure'>): Promise<Reply> {
  const { measure: say } = talk.say;
  const refused = refusalOf(talk.actor, 'measure.record');
  if (refused) return refusal(talk, refused);
  if (command.value === null) return onNoFigure(talk, command);
  const value = figureIn(command.value);
  if (value === null) return answer(say.twoWays(command.value));
  const day = dayOf(talk, command.day, say.dayToCome);
  if (typeof day !== 'string') return day;
  const note = command.note === null ? null : await keep(talk, command.note);
  const done = await recordMeasure(talk, command, { value, day, note }, read(talk));
  if (isRefusal(done)) return refusal(talk, done);
  const counts = done.last!.day === day;
  return answer(
    line(...put(say.recorded(done.action.label))),
    list(measuredSaid(talk, done)),
    ...noted(talk, done),
    ...(counts ? [] : [say.earlier(talk.say.day(done.last!.day))]),
    say.undo,
  );
}

/** Says which indicators there are before it asks for a figure. */
async function onNoFigure(talk: Talk, { action, indicator }: Of<'measure'>): Promise<Reply> {
  const actions = await listIndicators(talk, read(talk));
  const named = isRefusal(actions) ? actions : indicatorNamed(actions, { action, indicator });
  if (isRefusal(named)) return refusal(talk, named);
  return answer(talk.say.measure.which(shortest(named)));
}

const shortest = ({ action, indicator }: MeasuredOne): string =>
  action.indicators.length === 1 ? action.key : `${action.key} ${indicator.key}`;

async function onTakeBack(talk: Talk, { action, indicator }: Of<'take-back'>): Promise<Reply> {
  const named: Named | null = action === null ? null : { action, indicator };
  const done = await takeBackMeasure(talk, named, read(talk));
  if (isRefusal(done)) return refusal(talk, done);
  const { measure: say } = talk.say;
  const { measure, now } = done;
  return answer(
    say.takenBack(say.figure(measure.value, now?.indicator.unit ?? null), talk.say.day(measure.day)),
    ...(now === null
      ? []
      : [line(...put(now.action.label)), list(measuredSaid(talk, now)), ...noted(talk, now)]),
    ...(measure.toldAt === null ? [] : [say.wasTold(measure.action)]),
  );
}
