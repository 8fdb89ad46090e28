/** The phases of the consultation, in chat: which are closed, closing one, opening it again. */
import { closePhase, listPhases, type PhaseSeen, phaseDebt, reopenPhase } from '../../app/gate/phases.ts';
import { mention } from '../../chat/mention.ts';
import type { Inline } from '../../chat/outbound.ts';
import { countOf, onRecord } from '../../core/gate/gate.ts';
import type { WordsId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { answer, line, list, local, type Reply, refusal, type Talk } from '../talk.ts';
import { folded } from '../understand.ts';
import { heldReply, onGate } from './gate.ts';
import { phaseCommand } from './phase-command.ts';
import { publishOver } from './report.ts';

/** null when it is nothing of the kind. */
export async function onPhases(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = phaseCommand(talk.text);
  switch (command?.does) {
    case 'phases':
      return onList(talk);
    case 'close-phase':
      return onClose(talk, keyOf(talk, command.phase));
    case 'reopen-phase':
      return onReopen(talk, keyOf(talk, command.phase));
    default:
      return onGate(talk, command, { phase: closeOver, report: publishOver });
  }
}

/** By its key or its title; what names none stays what it was, and is refused. */
function keyOf({ consultation }: Talk, said: string): string {
  const wanted = folded(said)
    .replace(/[«»"“”]/gu, '')
    .trim();
  const found = consultation.content.phases.find(({ key, label }) =>
    [key, ...Object.values(label)].some((name) => folded(name) === wanted),
  );
  return found?.key ?? said;
}

const titleOf = (talk: Talk, key: string): string =>
  local(talk, talk.consultation.content.phases.find((one) => one.key === key)!.label);

async function onList(talk: Talk): Promise<Reply> {
  const phases = await listPhases(talk);
  if (isRefusal(phases)) return refusal(talk, phases);
  const items: (string | Inline)[][] = [];
  for (const one of phases) items.push(await phaseSaid(talk, one));
  const next = phases.find(({ phase, closed }) => closed === null && phase.startsAt <= talk.now);
  const { gate: say } = talk.say;
  return answer(say.phases, list(...items), ...(next ? [say.closeHow(next.phase.key)] : []));
}

async function phaseSaid(talk: Talk, { phase, closed }: PhaseSeen): Promise<(string | Inline)[]> {
  const { gate: say, date } = talk.say;
  const { zone } = talk.consultation.content;
  const span = say.span(
    local(talk, phase.label),
    phase.key,
    date(phase.startsAt, zone),
    date(phase.endsAt, zone),
  );
  if (closed === null)
    return [phase.startsAt > talk.now ? span : `${span}, ${say.running(phase.endsAt < talk.now)}`];
  const by = await talk.tx.people.byId(closed.by);
  const done = say.closedBy(by?.name ? mention(by) : null, date(closed.at, zone));
  if (closed.override === null) return [`${span}, ${done}`];
  const { debt, reason } = closed.override;
  return [
    `${span}, ${done}, ${say.over(countOf(debt))}${talk.say.marks.opening}`,
    { words: reason },
    talk.say.marks.closing,
  ];
}

async function onClose(talk: Talk, key: string): Promise<Reply> {
  const closed = await closePhase(talk, key, null);
  if (!isRefusal(closed)) return answer(talk.say.gate.closed(titleOf(talk, key), key));
  if (closed.code !== 'phase-held') return refusal(talk, closed);
  const held = await phaseDebt(talk, key);
  if (held === null || isRefusal(held)) return refusal(talk, closed);
  return heldReply(talk, 'phase', key, { held, count: countOf(onRecord(held)) });
}

async function closeOver(talk: Talk, key: string, reason: WordsId): Promise<Reply> {
  const closed = await closePhase(talk, key, reason);
  if (isRefusal(closed)) return refusal(talk, closed);
  const { gate: say, marks } = talk.say;
  const title = titleOf(talk, key);
  if (closed.override === null) return answer(say.closed(title, key));
  return answer(
    line(
      `${say.closedOver(title, countOf(closed.override.debt))}${marks.opening}`,
      { words: reason },
      marks.closing,
    ),
    say.reopenHow(key),
  );
}

async function onReopen(talk: Talk, key: string): Promise<Reply> {
  const phase = await reopenPhase(talk, key);
  return isRefusal(phase) ? refusal(talk, phase) : answer(talk.say.gate.reopened(local(talk, phase.label)));
}
