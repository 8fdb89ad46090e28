/** What the answer to a proposal is, from the steps on record: nothing leaves before its deciding body has decided. */
import type { DecisionStatus, Rules } from '../consultation/model.ts';
import { type Ref, ref } from '../ids.ts';
import type { Proposal } from '../proposal/model.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { DecisionStep } from './model.ts';

export type Answer =
  | { readonly state: 'undecided' }
  | { readonly state: 'awaiting'; readonly body: string; readonly last: DecisionStep }
  | { readonly state: 'decided'; readonly step: DecisionStep };

const path = (rules: Rules, status: DecisionStatus): readonly string[] =>
  rules.decisions.pathByStatus[status] ?? rules.decisions.path;

/** `steps` are those of one proposal, oldest first. */
export function answerOf(steps: readonly DecisionStep[], rules: Rules): Answer {
  const last = steps.at(-1);
  if (!last) return { state: 'undecided' };
  const bodies = path(rules, last.status);
  const at = bodies.indexOf(last.body);
  const next = bodies[at + 1];
  return at < 0 || next === undefined
    ? { state: 'decided', step: last }
    : { state: 'awaiting', body: next, last };
}

/** Whether `body` may record `status` now: the bodies before it on the path must have spoken. */
export function mayDecide(
  proposal: Pick<Proposal, 'number' | 'state'>,
  steps: readonly DecisionStep[],
  body: string,
  status: DecisionStatus,
  rules: Rules,
): Refusal | null {
  const named = { proposal: ref(proposal.number) };
  if (proposal.state !== 'submitted') return refuse('not-in-force', named);
  // The body that the answer awaits may overrule with a status whose own path ends before it.
  const own = path(rules, status);
  const last = steps.at(-1);
  const bodies = own.includes(body) || !last ? own : path(rules, last.status);
  const at = bodies.indexOf(body);
  if (at < 0) return refuse('body-not-on-path', { ...named, body });
  const spoken = new Set(steps.map((step) => step.body));
  const missing = bodies.slice(0, at).find((earlier) => !spoken.has(earlier));
  if (missing) return refuse('body-before-missing', { ...named, body: missing });
  const beyond = bodies.slice(at + 1).find((later) => spoken.has(later));
  if (beyond) return refuse('already-decided-by', { ...named, body: beyond });
  return null;
}

export interface Debt {
  readonly undecided: readonly Ref[];
  /** Decided by an earlier body, still to be decided by the last. */
  readonly awaiting: readonly Ref[];
}

/** What keeps a restitution from leaving (C4): late ones are owed an answer too. */
export function debt(
  proposals: readonly Pick<Proposal, 'id' | 'number' | 'state'>[],
  steps: readonly DecisionStep[],
  rules: Rules,
): Debt {
  const undecided: Ref[] = [];
  const awaiting: Ref[] = [];
  const byProposal = Map.groupBy(steps, (step) => step.proposalId);
  for (const proposal of proposals.filter((one) => one.state === 'submitted')) {
    const answer = answerOf(byProposal.get(proposal.id) ?? [], rules);
    if (answer.state === 'undecided') undecided.push(ref(proposal.number));
    if (answer.state === 'awaiting') awaiting.push(ref(proposal.number));
  }
  return { undecided, awaiting };
}
