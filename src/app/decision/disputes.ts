/** Somebody disputes an answer; who did not decide reads it again and replies, in time. */

import { localDay } from '../../core/consultation/local-day.ts';
import type { DecisionStatus } from '../../core/consultation/model.ts';
import { isWorking } from '../../core/consultation/working-hours.ts';
import { answerOf } from '../../core/decision/answer.ts';
import {
  type Dispute,
  decidersOf,
  disputable,
  mayReply,
  reminderDue,
  replyDue,
  secondReader,
} from '../../core/decision/dispute.ts';
import type { DecisionStep } from '../../core/decision/model.ts';
import type { DecisionId, PersonId, ProposalId, WordsId } from '../../core/ids.ts';
import { roots } from '../../core/proposal/lineage.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { Instant } from '../../core/time.ts';
import { directsOf } from '../directs.ts';
import { perform, type Scene } from '../perform.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Conversation } from '../ports/conversations.ts';
import type { Ids } from '../ports/edge.ts';
import type { Partner, Person } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import type { Transaction } from '../ports/store.ts';
import { type Answered, answersFor, answersTo, isTold } from './restitution.ts';

type Needs = 'proposals' | 'decisions' | 'restitutions' | 'disputes' | 'people';

/** Answers this person was told and may dispute, one a proposal. */
export async function toldTo({
  tx,
  consultation,
  actor,
}: Scene<Needs>): Promise<readonly { readonly partner: Partner; readonly answer: Answered }[]> {
  if (actor.partners.length === 0) return [];
  const sent = await tx.restitutions.of(consultation.id);
  const mine = sent.filter(({ partnerId }) => actor.partners.some(({ id }) => id === partnerId));
  if (mine.length === 0) return [];
  const rows = await tx.proposals.of(consultation.id);
  const answers = answersTo(rows, await tx.decisions.of(consultation.id), consultation.content.rules);
  return actor.partners.flatMap((partner) => {
    const theirs = mine.filter(({ partnerId }) => partnerId === partner.id);
    return answersFor(partner.id, rows, answers)
      .filter(({ proposal, step }) => isTold(theirs, proposal.id, step.id))
      .map((answer) => ({ partner, answer }));
  });
}

export interface Raised {
  readonly dispute: Dispute;
  readonly proposal: ProposalRow;
  /** True when the words were added to a dispute under way. */
  readonly added: boolean;
  /** Whoever hears of it, in their conversation: the reader, or the whole team when none of them may read it. */
  readonly told: readonly { readonly person: Person; readonly conversation: Conversation }[];
}

/** Keeps what the person says against the answer they were told, and finds who reads it. */
export async function raiseDispute(
  scene: Scene<Needs | 'conversations' | 'consultations'>,
  proposalId: ProposalId,
  said: Dispute['said'][number],
): Promise<Raised | Refusal> {
  const { tx, consultation, ids, now } = scene;
  let raised = '';
  const act = { verb: 'dispute.raise', subjectType: 'dispute', subjectId: () => raised } as const;
  return perform(scene, act, async () => {
    const told = (await toldTo(scene)).find(({ answer }) => answer.proposal.id === proposalId);
    if (!told) return refuse('nothing-to-dispute');
    const { partner, answer } = told;
    const all = await tx.disputes.of(consultation.id);
    /** null when it is a new one. */
    const added = async (known: readonly Dispute[]): Promise<Raised | Refusal | null> => {
      const theirs = known.filter((one) => one.proposalId === proposalId && one.partnerId === partner.id);
      const may = disputable(theirs, answer.step.id);
      if (isRefusal(may) || may === 'new') return may === 'new' ? null : may;
      raised = may.adds;
      await tx.disputes.append(may.adds, said);
      const dispute = theirs.find(({ id }) => id === may.adds)!;
      return { dispute, proposal: answer.proposal, added: true, told: [] };
    };
    const known = await added(all);
    if (known) return known;
    const { rules, zone } = consultation.content;
    const team = await tx.people.withRole(consultation.id, 'staff');
    const steps = await tx.decisions.of(consultation.id);
    const readerId = secondReader(
      team.map(({ id }) => id),
      decidersOf(steps.filter((step) => step.proposalId === answer.step.proposalId)),
      all.filter(({ outcome }) => outcome === null),
    );
    // Conversations are locked before the consultation, whose lock gives the number.
    const hearing = team.filter(({ id, addresses }) => addresses.length > 0 && (readerId ?? id) === id);
    const conversations = await directsOf(scene, consultation.id, hearing);
    await tx.consultations.lock(consultation.id);
    // Said at once from two chats: the second one finds the first one's.
    const meanwhile = await added(await tx.disputes.of(consultation.id));
    if (meanwhile) return meanwhile;
    raised = ids.next();
    const dispute = await tx.disputes.add(
      {
        id: raised,
        proposalId,
        partnerId: partner.id,
        stepId: answer.step.id,
        said: [said],
        readerId,
        raisedAt: now,
        dueAt: replyDue(now, rules, zone),
        remindedAt: null,
        outcome: null,
        reason: null,
        answeredBy: null,
        answeredAt: null,
      },
      consultation.id,
    );
    const heard = hearing.map((person, at) => ({ person, conversation: conversations[at]! }));
    return { dispute, proposal: answer.proposal, added: false, told: heard };
  });
}

/** A dispute with all its second reader needs. */
export interface DisputeSeen {
  readonly dispute: Dispute;
  readonly proposal: ProposalRow;
  readonly partner: Partner | null;
  readonly step: DecisionStep;
  readonly deciders: ReadonlySet<PersonId>;
}

export async function listDisputes(scene: Scene<Needs>): Promise<readonly DisputeSeen[] | Refusal> {
  const { id } = scene.consultation;
  const act = { verb: 'dispute.list', subjectType: 'consultation', subjectId: id } as const;
  return perform(scene, act, async () => {
    const open = (await scene.tx.disputes.of(id)).filter(({ outcome }) => outcome === null);
    const seen: DisputeSeen[] = [];
    for (const dispute of open) seen.push(await seenOf(scene, dispute));
    return seen;
  });
}

/** One of them; whoever may reply to it takes it when nobody has it, or when they ask for it. */
export async function openDispute(
  scene: Scene<Needs>,
  number: number,
  take: boolean,
): Promise<DisputeSeen | Refusal> {
  const { tx, consultation, actor } = scene;
  const dispute = await tx.disputes.byNumber(consultation.id, number);
  const verb = take ? 'dispute.take' : 'dispute.list';
  const act = { verb, subjectType: 'dispute', subjectId: dispute?.id ?? '' } as const;
  return perform(scene, act, async () => {
    if (!dispute) return refuse('no-such-dispute', { number });
    const seen = await seenOf(scene, dispute);
    const may = mayReply(dispute, actor.person.id, seen.deciders);
    if (take && may) return may;
    if (may !== null || (!take && dispute.readerId !== null)) return seen;
    await tx.disputes.assign(dispute.id, actor.person.id);
    return { ...seen, dispute: { ...dispute, readerId: actor.person.id } };
  });
}

async function seenOf({ tx, consultation }: Scene<Needs>, dispute: Dispute): Promise<DisputeSeen> {
  const rows = await tx.proposals.of(consultation.id);
  const proposal = rows.find(({ id }) => id === dispute.proposalId)!;
  const root = roots(rows).get(proposal.id)!;
  const steps = (await tx.decisions.of(consultation.id)).filter(({ proposalId }) => proposalId === root.id);
  const partners = await tx.people.partners(consultation.id);
  return {
    dispute,
    proposal,
    partner: partners.find(({ id }) => id === dispute.partnerId) ?? null,
    step: steps.find(({ id }) => id === dispute.stepId) ?? steps.at(-1)!,
    deciders: decidersOf(steps),
  };
}

export interface Replied extends DisputeSeen {
  readonly status: DecisionStatus;
  /** A body the new answer awaits; null when it is decided, or upheld. */
  readonly awaits: string | null;
}

/**
 * The second reader's reply: upheld, or changed to another status, which starts anew on its path. Refuses whoever had a
 * hand in the answer, and a second reply.
 */
export async function answerDispute(
  scene: Scene<Needs>,
  number: number,
  reply: { readonly status: DecisionStatus | null; readonly reason: WordsId },
): Promise<Replied | Refusal> {
  const { tx, consultation, actor, ids, now } = scene;
  const dispute = await tx.disputes.byNumber(consultation.id, number);
  const outcome = reply.status === null ? 'upheld' : 'changed';
  const act = {
    verb: 'dispute.answer',
    subjectType: 'dispute',
    subjectId: dispute?.id ?? '',
    refs: { outcome, ...(reply.status === null ? {} : { status: reply.status }) },
  } as const;
  return perform(scene, act, async () => {
    if (!dispute) return refuse('no-such-dispute', { number });
    const seen = await seenOf(scene, dispute);
    const refusal = mayReply(dispute, actor.person.id, seen.deciders);
    if (refusal) return refusal;
    const by = { outcome, reason: reply.reason, by: actor.person.id, at: now } as const;
    if (!(await tx.disputes.answer(dispute.id, by))) return refuse('dispute-answered', { number });
    if (reply.status === null) return { ...seen, status: seen.step.status, awaits: null };
    const { rules, zone } = consultation.content;
    const path = rules.decisions.pathByStatus[reply.status] ?? rules.decisions.path;
    const step: DecisionStep = {
      id: ids.next<DecisionId>(),
      proposalId: seen.step.proposalId,
      body: path[0]!,
      status: reply.status,
      reason: reply.reason,
      decidedOn: localDay(now, zone),
      recordedBy: actor.person.id,
      recordedAt: now,
      reopens: true,
    };
    await tx.decisions.add([step], consultation.id);
    const answer = answerOf([step], rules);
    return { ...seen, step, status: reply.status, awaits: answer.state === 'awaiting' ? answer.body : null };
  });
}

export interface ReaderReminder {
  readonly dispute: Dispute;
  readonly proposal: ProposalRow;
  readonly reader: Person;
  readonly conversation: Conversation;
  readonly when: 'soon' | 'late';
}

/** Finds a reader where there was none, and takes the reminders that may leave now: each once, in working hours. */
export async function takeDisputeReminders(
  tx: Pick<Transaction, Needs | 'conversations'>,
  consultation: LoadedConsultation,
  edge: { readonly ids: Ids; readonly now: Instant },
): Promise<readonly ReaderReminder[]> {
  const { rules, zone } = consultation.content;
  const open = (await tx.disputes.of(consultation.id)).filter(({ outcome }) => outcome === null);
  if (open.length === 0 || !isWorking(edge.now, rules.workingHours, [zone])) return [];
  const team = await tx.people.withRole(consultation.id, 'staff');
  const rows = await tx.proposals.of(consultation.id);
  const rootOf = roots(rows);
  const steps = Map.groupBy(await tx.decisions.of(consultation.id), (step) => step.proposalId);
  const readerOf = (one: Dispute): PersonId | null => {
    if (team.some(({ id }) => id === one.readerId)) return one.readerId;
    const deciders = decidersOf(steps.get(rootOf.get(one.proposalId)!.id) ?? []);
    return secondReader(
      team.map(({ id }) => id),
      deciders,
      open,
    );
  };
  const due = open.flatMap((one) => {
    const dispute = { ...one, readerId: readerOf(one) };
    const found = dispute.readerId !== one.readerId;
    const when = reminderDue(dispute, edge.now) ?? (found && dispute.readerId !== null ? 'soon' : null);
    const reader = team.find(({ id }) => id === dispute.readerId);
    return when === null || !reader || reader.addresses.length === 0
      ? []
      : [{ dispute, reader, when, found }];
  });
  const conversations = await directsOf(
    { tx, ...edge },
    consultation.id,
    due.map(({ reader }) => reader),
  );
  const taken: ReaderReminder[] = [];
  for (const [at, { dispute, reader, when, found }] of due.entries()) {
    if (!(await tx.disputes.remind(dispute.id, dispute.remindedAt, edge.now))) continue;
    if (found) await tx.disputes.assign(dispute.id, dispute.readerId);
    const proposal = rows.find(({ id }) => id === dispute.proposalId)!;
    taken.push({ dispute, proposal, reader, conversation: conversations[at]!, when });
  }
  return taken;
}
