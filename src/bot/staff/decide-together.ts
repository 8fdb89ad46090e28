/** "décider thème 2.1 retenue sauf P-0042 : motif": shown first, then recorded; and one answer corrected. */
import { correctDecision } from '../../app/decision/correct-decision.ts';
import { chooseTogether, type Together } from '../../app/decision/decide-together.ts';
import { recordDecision } from '../../app/decision/record-decisions.ts';
import type { Choice } from '../../chat/outbound.ts';
import { ref, type WordsId } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { keep } from '../facilitator/round.ts';
import { type FocusOf, NOTHING } from '../focus.ts';
import { inShort, item, quoted } from '../partner/describe.ts';
import { answer, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees, bare } from '../understand.ts';
import { bodyFrom, dayOf, labelOfBody, noSuchBody, noSuchStatus, speaksNow, statusFrom } from './decision.ts';
import type { FollowUpCommand } from './follow-up-command.ts';

type Of<Does extends FollowUpCommand['does']> = Extract<FollowUpCommand, { does: Does }>;

/** Proposals shown before the question; the rest by reference. */
const SHOWN = 8;

const LINE_ID = /^[\w-]+\.d?\d+$/u;

/** "thème monnaie locale non retenue": where the title ends, the status begins. */
function byTheme(
  talk: Talk,
  { chosen, status }: Of<'decide-together'>,
): Pick<Of<'decide-together'>, 'chosen' | 'status'> {
  if (chosen.by !== 'line' || LINE_ID.test(chosen.line)) return { chosen, status };
  const words = `${chosen.line} ${status}`.split(' ');
  const from = words.findIndex((_, index) => index > 0 && statusFrom(talk, words.slice(index).join(' ')));
  if (from < 0) return { chosen, status };
  return {
    chosen: {
      by: 'theme',
      theme: words
        .slice(0, from)
        .join(' ')
        .replace(/^["«“\s]+|["»”\s]+$/gu, ''),
    },
    status: words.slice(from).join(' '),
  };
}

export async function onDecideTogether(talk: Talk, command: Of<'decide-together'>): Promise<Reply> {
  const named = byTheme(talk, command);
  const status = statusFrom(talk, named.status);
  if (!status) return noSuchStatus(talk, named.status);
  if (command.reason === null) return refusal(talk, refuse('reason-missing'));
  const speaking = speaksNow(talk, { ...command, status });
  if ('blocks' in speaking) return speaking;
  const { body, decidedOn } = speaking;
  const chosen = await chooseTogether(talk, named.chosen, command.except, { body, status });
  if (isRefusal(chosen)) return refusal(talk, chosen);
  const reason = await keep(talk, command.reason);
  return askTogether(talk, chosen, { status, body, decidedOn, reason });
}

type Asked = Pick<FocusOf<'decide-together'>, 'body' | 'decidedOn' | 'status'> & { readonly reason: WordsId };

/** What would be recorded, then "On enregistre ?". */
export function askTogether(
  talk: Talk,
  { proposals, people, answered, except }: Together,
  { status, body, decidedOn, reason }: Asked,
): Reply {
  const { followUp: say } = talk.say;
  const [first] = proposals;
  const more = proposals.slice(SHOWN).map((row) => ref(row.number));
  return {
    ...answer(
      say.together(
        proposals.length,
        people,
        talk.say.statuses[status],
        labelOfBody(talk, body),
        talk.say.day(decidedOn),
      ),
      list(...proposals.slice(0, SHOWN).map((row) => item(talk, row))),
      ...(more.length > 0 ? [say.andAlso(inShort(talk, more))] : []),
      ...(except.length > 0 ? [say.except(inShort(talk, except))] : []),
      ...(answered.length > 0 ? [say.answeredAlready(inShort(talk, answered))] : []),
      say.willRead,
      line(
        ...quoted(talk.say, current(first!), 160),
        ` ${talk.say.restitution.answer(ref(first!.number), talk.say.statuses[status])} `,
        { words: reason },
      ),
      say.recordNow,
    ),
    focus: {
      waits: 'decide-together',
      numbers: proposals.map(({ number }) => number),
      status,
      body,
      decidedOn,
      reason,
    },
    choices: recordChoices(talk),
  };
}

export const recordChoices = ({ say }: Talk): Choice[] => [
  { value: say.team.yes, label: say.followUp.record },
  { value: say.team.no, label: say.team.cancel },
];

/** What the buttons say. */
export const RECORDS = /^(?:enregistrer|enregistrez|record)$/u;
const CANCELS = /^(?:annule|annuler|cancel)$/u;

/** null when it answers nothing: something else was asked for meanwhile. */
export async function onTogetherConfirmed(
  talk: Talk,
  focus: FocusOf<'decide-together'>,
): Promise<Reply | null> {
  const wanted = RECORDS.test(bare(talk.text))
    ? true
    : CANCELS.test(bare(talk.text))
      ? false
      : agrees(talk.text);
  if (wanted === null) return null;
  if (!wanted) return { ...answer(talk.say.followUp.notRecorded), focus: NOTHING };
  const { numbers, status, body, decidedOn } = focus;
  const done = await recordDecision(talk, numbers, {
    body,
    decidedOn,
    status,
    reason: focus.reason as WordsId,
  });
  if (isRefusal(done)) return { ...refusal(talk, done), focus: NOTHING };
  return {
    ...answer(talk.say.followUp.recorded(done.length, talk.say.statuses[status])),
    focus: NOTHING,
  };
}

export async function onCorrect(talk: Talk, command: Of<'correct-decision'>): Promise<Reply> {
  const name = ref(command.number);
  if (command.status === null) return answer(talk.say.followUp.correctHow(name));
  const status = statusFrom(talk, command.status);
  if (!status) return noSuchStatus(talk, command.status);
  if (command.reason === null) return refusal(talk, refuse('reason-missing'));
  const body = command.body === null ? null : bodyFrom(talk, command.body);
  if (command.body !== null && body === null) return noSuchBody(talk, command.body);
  const decidedOn = command.day === null ? null : dayOf(talk, command.day);
  if (decidedOn !== null && typeof decidedOn !== 'string') return decidedOn;
  const reason = await keep(talk, command.reason);
  const done = await correctDecision(talk, command.number, { status, reason, body, decidedOn });
  if (isRefusal(done)) return refusal(talk, done);
  const { followUp: say, statuses } = talk.say;
  return answer(
    say.correctedDecision(name, statuses[done.before.status], statuses[status]),
    ...(done.awaits === null ? [] : [say.awaits(labelOfBody(talk, done.awaits))]),
    ...(done.told ? [say.toldBefore] : []),
  );
}
