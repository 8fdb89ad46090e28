/** A member of staff asks for something by words; null when it is nothing of theirs. */

import { type EditAsked, editSynthesis } from '../../app/synthesis/edit-synthesis.ts';
import { numberOf, ref } from '../../core/ids.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { unconfirmed } from '../../core/synthesis/signing.ts';
import { unknownLine } from '../../core/synthesis/unknown-line.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { type TeamCommand, teamCommand } from '../team-command.ts';
import { onDecideNext, onDecideWhich } from './decide-next.ts';
import { onDecide, onRatify } from './decision.ts';
import { onPreviewRestitution, onSendRestitution } from './restitution.ts';
import { onSign, onSignAnyway, readSoFar } from './signing.ts';
import { onCompile, onShow } from './synthesis.ts';

export async function onStaffMessage(talk: Talk): Promise<Reply | null> {
  if (!inTeam(talk)) return null;
  const command = teamCommand(talk.text);
  if (command) return obey(talk, command);
  if (talk.focus.waits === 'sign-while-open') return onSignAnyway(talk);
  return talk.focus.waits === 'send-restitution' ? onSendRestitution(talk) : null;
}

async function obey(talk: Talk, command: TeamCommand): Promise<Reply | null> {
  switch (command.does) {
    case 'compile':
      return onCompile(talk);
    case 'show-synthesis':
      return onShow(talk);
    case 'sign':
      return onSign(talk, command.anyway);
    case 'decide-next':
      return onDecideNext(talk);
    case 'decide-which':
      return onDecideWhich(talk, command.number);
    case 'decide':
      return onDecide(talk, command);
    case 'ratify':
      return onRatify(talk, command);
    case 'preview-restitution':
      return onPreviewRestitution(talk);
    case 'move-line':
      return onMoveLine(talk, command);
    case 'no-disagreement':
      return onNoDisagreement(talk, command.axes);
    default: {
      const asked = editFrom(command);
      return asked ? onEdit(talk, [asked]) : null;
    }
  }
}

/** The whole order follows from one line's new place. */
async function onMoveLine(
  talk: Talk,
  { line, beside, after }: Extract<TeamCommand, { does: 'move-line' }>,
): Promise<Reply> {
  const draft = await talk.tx.syntheses.latest(talk.consultation.id);
  for (const axis of draft?.body.axes ?? [])
    for (const section of ['lines', 'disagreements'] as const) {
      const ids = axis[section].map(({ id }) => id);
      if (!ids.includes(line) || !ids.includes(beside) || line === beside) continue;
      const lines = ids.filter((id) => id !== line);
      lines.splice(lines.indexOf(beside) + (after ? 1 : 0), 0, line);
      return onEdit(talk, [{ edit: 'reorder', axis: axis.axis, section, lines }]);
    }
  if (!draft) return refusal(talk, refuse('no-synthesis'));
  const all = draft.body.axes.flatMap((axis) => [...axis.lines, ...axis.disagreements].map(({ id }) => id));
  const unknown = [line, beside].find((id) => !all.includes(id));
  return refusal(
    talk,
    unknown === undefined ? refuse('line-elsewhere', { line, beside }) : unknownLine(draft.body, unknown),
  );
}

async function onNoDisagreement(talk: Talk, named: readonly string[] | null): Promise<Reply> {
  const draft = await talk.tx.syntheses.latest(talk.consultation.id);
  if (!draft) return refusal(talk, refuse('no-synthesis'));
  const axes = named ?? unconfirmed(draft.body);
  return onEdit(
    talk,
    axes.map((axis) => ({ edit: 'no-disagreement', axis })),
  );
}

/** One edit, or the same of several axes; then what is still to be confirmed before signing. */
async function onEdit(talk: Talk, asked: readonly EditAsked[]): Promise<Reply> {
  for (const one of asked) {
    const done = await editSynthesis(talk, one);
    if (isRefusal(done)) return refusal(talk, done);
  }
  const draft = await talk.tx.syntheses.latest(talk.consultation.id);
  const left = draft ? unconfirmed(draft.body) : [];
  const ofAxes = asked.some(({ edit }) => edit === 'no-disagreement');
  return answer(
    talk.say.team.edited,
    ...(ofAxes ? [talk.say.team.stillUnconfirmed(left)] : []),
    ...(ofAxes && draft && left.length === 0 ? [await readSoFar(talk, draft.id)] : []),
  );
}

function editFrom(command: TeamCommand): EditAsked | null {
  switch (command.does) {
    case 'reword':
      return { edit: 'reword', line: command.line, text: command.text };
    case 'introduce':
      return { edit: 'introduce', axis: command.axis, text: command.text };
    case 'add-line': {
      const cites = [...command.text.matchAll(/p\s*[-‐–]\s*\d{1,9}/giu)].map(([found]) =>
        ref(numberOf(found)!),
      );
      const section = command.disagreement ? 'disagreements' : 'lines';
      // The references are shown after the line in any case.
      const text = command.text.replace(/\s*\([\s,;]*(?:p\s*[-‐–]\s*\d{1,9}[\s,;]*)+\)\s*$/iu, '');
      return { edit: 'introduce-line', axis: command.axis, section, text: text || command.text, cites };
    }
    case 'remove-line':
      return { edit: 'remove', line: command.line };
    case 'order':
      return { edit: 'reorder', axis: command.axis, section: 'lines', lines: command.lines };
    default:
      return null;
  }
}
