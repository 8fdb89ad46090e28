/** "décider": the proposals that have no reply yet, one after the other, by a button and a reason. */
import { refusalOf } from '../../app/perform.ts';
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { STATUSES } from '../../core/consultation/model.ts';
import { ref, type WordsId } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import { refuse } from '../../core/refusal.ts';
import { inTeam } from '../facilitator/dialogue.ts';
import { keep } from '../facilitator/round.ts';
import { type FocusOf, NOTHING } from '../focus.ts';
import { formName } from '../forms/shape.ts';
import { ownCommand } from '../own-command.ts';
import { quoted, readAs } from '../partner/describe.ts';
import { answer, line, type Reply, refusal, type Talk } from '../talk.ts';
import { bare, option } from '../understand.ts';
import { askReason, type Deciding, record, statusFrom } from './decision.ts';
import { recognised } from './recognised.ts';

/** Characters of a proposal shown with the question. */
const SHOWN = 1_200;

async function undecided({ tx, consultation }: Talk): Promise<readonly ProposalRow[]> {
  const answered = new Set((await tx.decisions.of(consultation.id)).map(({ proposalId }) => proposalId));
  const rows = await tx.proposals.of(consultation.id, { states: ['submitted'] });
  return rows.filter(({ id }) => !answered.has(id));
}

/** "décider" alone. */
export async function onDecideNext(talk: Talk): Promise<Reply> {
  const refused = refusalOf(talk.actor, 'decision.record');
  if (refused) return refusal(talk, refused);
  const left = await undecided(talk);
  const [first] = left;
  if (!first) return answer(talk.say.forms.nothingToDecide);
  return ask(talk, first, talk.say.forms.toDecide(left.length));
}

/** "décider P-0042", without a reply yet. */
export async function onDecideWhich(talk: Talk, number: number): Promise<Reply> {
  const refused = refusalOf(talk.actor, 'decision.record');
  if (refused) return refusal(talk, refused);
  const row = await talk.tx.proposals.byNumber(talk.consultation.id, number);
  if (!row) return refusal(talk, refuse('unknown-proposal', { proposal: ref(number) }));
  if (row.state !== 'submitted') return refusal(talk, refuse('not-in-force', { proposal: ref(number) }));
  return ask(talk, row);
}

async function ask(talk: Talk, row: ProposalRow, ...lead: readonly string[]): Promise<Reply> {
  const { say } = talk;
  const name = ref(row.number);
  const reading = readAs(talk, row);
  const verb = say.forms.decideVerb;
  return {
    ...answer(
      ...lead,
      line(
        say.labelled(name, ''),
        ...quoted(say, current(row), SHOWN),
        ...(reading === '' ? [] : [` (${reading})`]),
      ),
      ...(await recognised(talk, row)),
      say.forms.answerFor(name),
    ),
    choices: STATUSES.map((status) => ({
      value: `${verb} ${name} ${say.statuses[status]}`,
      label: say.forms.statusButtons[status],
      form: formName('decide', talk.consultation, name, status),
    })),
    focus: { waits: 'decide', number: row.number },
  };
}

/** After one was recorded, the next one. */
export async function goOnDeciding(talk: Talk, recorded: Reply): Promise<Reply> {
  if (recorded.kind !== 'decision') return recorded;
  const next = await onDecideNext(talk);
  return { ...next, kind: 'decision', blocks: [...recorded.blocks, ...next.blocks] };
}

const NEVER_MIND = /^(?:annuler|abandonner|non|rien|laisse[rz]?|cancel|no|nothing|never mind)$/u;

/** The words after "Que répond-on ?" and "Pour quel motif ?"; null when they ask for something else. */
export async function onDeciding(talk: Talk): Promise<Reply | null> {
  const { focus } = talk;
  if (!inTeam(talk)) return null;
  if (focus.waits === 'decide') return onStatusSaid(talk, focus);
  if (focus.waits !== 'decide-reason') return null;
  if (talk.event.type !== 'message' || bare(talk.text) === '' || ownCommand(talk.text)) return null;
  if (NEVER_MIND.test(bare(talk.text))) return { ...answer(talk.say.forms.notDecided), focus: NOTHING };
  return reasoned(talk, focus);
}

async function onStatusSaid(talk: Talk, { number }: FocusOf<'decide'>): Promise<Reply | null> {
  if (NEVER_MIND.test(bare(talk.text))) return { ...answer(talk.say.forms.notDecided), focus: NOTHING };
  const { head, reason } = parted(talk.text);
  const place = option(head, STATUSES.length);
  const status = place === null ? statusFrom(talk, head) : STATUSES[place]!;
  if (!status) return null;
  const deciding: Deciding = { numbers: [number], status, body: null, day: null };
  if (reason === '') return askReason(talk, deciding);
  return {
    focus: NOTHING,
    ...(await goOnDeciding(talk, await record(talk, deciding, await keep(talk, reason)))),
  };
}

/** "Non retenue : motif". */
function parted(text: string): { readonly head: string; readonly reason: string } {
  const at = text.indexOf(':');
  return at < 0
    ? { head: text, reason: '' }
    : { head: text.slice(0, at).trim(), reason: text.slice(at + 1).trim() };
}

async function reasoned(talk: Talk, focus: FocusOf<'decide-reason'>): Promise<Reply> {
  const reason: WordsId = await keep(talk, talk.text.trim());
  return { focus: NOTHING, ...(await goOnDeciding(talk, await record(talk, focus, reason))) };
}
