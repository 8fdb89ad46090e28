/** A gate that something owed keeps shut: who owes what, and the way past it. */
import type { Choice } from '../../chat/outbound.ts';
import type { DebtCount, Gate, Held } from '../../core/gate/gate.ts';
import type { WordsId } from '../../core/ids.ts';
import { keep } from '../facilitator/round.ts';
import type { FocusOf } from '../focus.ts';
import { standing } from '../partner/place.ts';
import { answer, list, type Reply, type Talk } from '../talk.ts';
import { bare } from '../understand.ts';
import { adjustmentItems, disputeItems, owedItems } from './owed.ts';
import type { PhaseCommand } from './phase-command.ts';

const overrideChoices = ({ say }: Talk): Choice[] => [
  { value: say.gate.overrideWord, label: say.gate.override },
  { value: say.team.no, label: say.gate.wait },
];

/** `count`: of what the refusal saw. */
export async function heldReply(
  talk: Talk,
  gate: Gate,
  subject: string,
  { held, count }: { readonly held: Held; readonly count: DebtCount },
): Promise<Reply> {
  return {
    ...answer(
      talk.say.gate.held[gate](count),
      list(...owedItems(talk, held), ...adjustmentItems(talk, held), ...(await disputeItems(talk, held))),
      talk.say.gate.how,
    ),
    choices: overrideChoices(talk),
    focus: { waits: 'gate', gate, subject, asks: false },
  };
}

const NEVER_MIND =
  /^(?:annuler|abandonner|non|rien|attendre|laisse[rz]?|cancel|no|nothing|never mind|wait)$/u;

/** Passes each gate over what is owed, for a reason. */
export type PassOver = Readonly<
  Record<Gate, (talk: Talk, subject: string, reason: WordsId) => Promise<Reply>>
>;

/** What is said to a gate that was found shut; null when it is something else. */
export async function onGate(
  talk: Talk,
  command: PhaseCommand | null,
  over: PassOver,
): Promise<Reply | null> {
  const { focus } = talk;
  if (command?.does === 'override' && focus.waits !== 'gate') return answer(talk.say.gate.nothingHeld);
  if (focus.waits !== 'gate') return null;
  if (command?.does === 'override')
    return command.reason === null
      ? { ...answer(talk.say.gate.why), focus: { ...focus, asks: true } }
      : passed(talk, focus, command.reason, over);
  if (NEVER_MIND.test(bare(talk.text))) return { ...answer(talk.say.gate.left), focus: await standing(talk) };
  if (!focus.asks || talk.event.type !== 'message' || bare(talk.text) === '') return null;
  return passed(talk, focus, talk.text.trim(), over);
}

async function passed(talk: Talk, focus: FocusOf<'gate'>, said: string, over: PassOver): Promise<Reply> {
  const reply = await over[focus.gate](talk, focus.subject, await keep(talk, said));
  return { ...reply, focus: await standing(talk) };
}
