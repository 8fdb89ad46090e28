/** What the answer to a proposal is, from the steps on record: nothing leaves before its deciding body has decided. */
import type { DecisionStatus, Rules } from '../consultation/model.ts';
import { type Ref, ref } from '../ids.ts';
import type { Proposal } from '../proposal/model.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../time.ts';
import type { DecisionStep } from './model.ts';

/** What a body said, of whatever it was asked about. */
type Said = Pick<DecisionStep, 'body' | 'status' | 'reopens'>;

export type Answer<Step extends Said = DecisionStep> =
  | { readonly state: 'undecided' }
  | { readonly state: 'awaiting'; readonly body: string; readonly last: Step }
  | { readonly state: 'decided'; readonly step: Step };

type Paths = Pick<Rules, 'decisions'>;

const path = (rules: Paths, status: DecisionStatus): readonly string[] =>
  rules.decisions.pathByStatus[status] ?? rules.decisions.path;

/** Steps since the answer was last taken up again. */
function sinceReopened<Step extends Said>(steps: readonly Step[]): readonly Step[] {
  const at = steps.findLastIndex(({ reopens }) => reopens);
  return at < 0 ? steps : steps.slice(at);
}

/** `steps` are those of one proposal, or of one text of an adjustment, oldest first. */
export function answerOf<Step extends Said>(steps: readonly Step[], rules: Paths): Answer<Step> {
  const last = steps.at(-1);
  if (!last) return { state: 'undecided' };
  const bodies = path(rules, last.status);
  const at = bodies.indexOf(last.body);
  const next = bodies[at + 1];
  return at < 0 || next === undefined
    ? { state: 'decided', step: last }
    : { state: 'awaiting', body: next, last };
}

/** The decided answer that stands: while one taken up again still awaits a body, the former one. */
export function decidedStep(steps: readonly DecisionStep[], rules: Rules): DecisionStep | null {
  for (let left = steps; left.length > 0; ) {
    const latest = sinceReopened(left);
    const answer = answerOf(latest, rules);
    if (answer.state === 'decided') return answer.step;
    left = left.slice(0, left.length - latest.length);
  }
  return null;
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
  return proposal.state === 'submitted'
    ? maySpeak(named, steps, body, status, rules)
    : refuse('not-in-force', named);
}

/** The same of anything that bodies decide on, which `named` names. */
export function maySpeak(
  named: { readonly proposal: string },
  steps: readonly Said[],
  body: string,
  status: DecisionStatus,
  rules: Rules,
): Refusal | null {
  // The body that the answer awaits may overrule with a status whose own path ends before it.
  const own = path(rules, status);
  const now = sinceReopened(steps);
  const last = now.at(-1);
  const bodies = own.includes(body) || !last ? own : path(rules, last.status);
  const at = bodies.indexOf(body);
  if (at < 0) return refuse('body-not-on-path', { ...named, body });
  const spoken = new Set(now.map((step) => step.body));
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
    const given = byProposal.get(proposal.id) ?? [];
    if (given.length === 0) undecided.push(ref(proposal.number));
    else if (decidedStep(given, rules) === null) awaiting.push(ref(proposal.number));
  }
  return { undecided, awaiting };
}

/** What is owed by one body, with the proposals in the order they came. */
export interface Owed {
  /** The body that is to speak next. */
  readonly body: string;
  readonly proposals: readonly { readonly ref: Ref; readonly since: Instant }[];
}

/** Who owes an answer to what, the bodies in the order of the path; an answer taken up again is owed too. */
export function owedBy(
  proposals: readonly Pick<Proposal, 'id' | 'number' | 'state' | 'submittedAt'>[],
  steps: readonly DecisionStep[],
  rules: Rules,
): Owed[] {
  const byProposal = Map.groupBy(steps, (step) => step.proposalId);
  const owed = new Map<string, { ref: Ref; since: Instant }[]>();
  for (const proposal of proposals.filter((one) => one.state === 'submitted')) {
    const answer = answerOf(byProposal.get(proposal.id) ?? [], rules);
    if (answer.state === 'decided') continue;
    const body = answer.state === 'undecided' ? rules.decisions.path[0]! : answer.body;
    owed.set(body, [...(owed.get(body) ?? []), { ref: ref(proposal.number), since: proposal.submittedAt }]);
  }
  const order = rules.decisions.bodies.map(({ key }) => key);
  return [...owed]
    .map(([body, waiting]) => ({ body, proposals: waiting }))
    .sort((a, b) => order.indexOf(a.body) - order.indexOf(b.body));
}
