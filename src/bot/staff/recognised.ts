/** What is known of a proposal that awaits its reply: the plan speaks of it, it is a project, one like it was outside the powers. */
import { echoedActions, nearActions } from '../../app/plan/echoes.ts';
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { withTexts } from '../../app/proposal/with-texts.ts';
import type { Block } from '../../chat/outbound.ts';
import { ref } from '../../core/ids.ts';
import { callsForProjects } from '../../core/plan/call.ts';
import { kindOf } from '../../core/proposal/model.ts';
import { put } from '../plan/dialogue.ts';
import { line, type Talk } from '../talk.ts';

/** Suggested, decided by nobody: a line each, none where nothing is known. */
export async function recognised(talk: Talk, row: ProposalRow): Promise<Block[]> {
  const { recognised: say } = talk.say.forms;
  const open = (await echoedActions(talk)) ?? [];
  const labelled = (key: string) => open.find((action) => action.key === key)?.label;
  const [nearest] = await nearActions(talk, [row], talk.desk.reader);
  const near = nearest && labelled(nearest.action);
  const call = kindOf(row) === 'project' ? open.find(callsForProjects)?.label : undefined;
  const beyond = await likeOutsidePowers(talk, row);
  return [
    ...(near === undefined ? [] : [line(...put(say.inPlan(near)))]),
    ...(call === undefined || call === near ? [] : [line(...put(say.project(call)))]),
    ...(beyond === null ? [] : [line(say.outside(beyond))]),
  ];
}

async function likeOutsidePowers(talk: Talk, row: ProposalRow): Promise<string | null> {
  const { tx, consultation, desk } = talk;
  const outside = new Map<string, boolean>();
  for (const step of await tx.decisions.of(consultation.id))
    outside.set(step.proposalId, step.status === 'outside-powers');
  if (![...outside.values()].includes(true)) return null;
  const [said] = await withTexts(tx, [row]);
  const { ideas } = desk.reader.read(said!.text, { lang: consultation.content.languages[0], prompt: null });
  const found = ideas.flatMap(({ near }) => near).find(({ proposal }) => outside.get(proposal) === true);
  if (found === undefined) return null;
  const other = await tx.proposals.byId(found.proposal);
  return other ? ref(other.number) : null;
}
