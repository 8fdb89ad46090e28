/** What goes back to each contributor: one message, with the answers they were not told yet. */
import { debt, decidedStep, owedBy } from '../../core/decision/answer.ts';
import type { DecisionStep } from '../../core/decision/model.ts';
import {
  type DeliveryId,
  type PartnerId,
  type ProposalId,
  type Ref,
  type RoundId,
  ref,
} from '../../core/ids.ts';
import { counts } from '../../core/proposal/change.ts';
import { roots } from '../../core/proposal/lineage.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { SynthesisBody } from '../../core/synthesis/model.ts';
import { spokenOf } from '../../core/synthesis/standing.ts';
import { directsOf } from '../directs.ts';
import { perform, type Scene } from '../perform.ts';
import type { Conversation } from '../ports/conversations.ts';
import type { RestitutionRow } from '../ports/decisions.ts';
import type { Partner, Person } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { mayBeWrittenTo } from '../round/extend-round.ts';

export interface Answered {
  readonly proposal: ProposalRow;
  /** The proposal it was merged into, whose answer this is; null when it is its own. */
  readonly mergedInto: ProposalRow | null;
  readonly step: DecisionStep;
}

/** The decided answer of every proposal that was not withdrawn; null while its deciding body has not spoken. */
export function answersTo(
  rows: readonly ProposalRow[],
  steps: readonly DecisionStep[],
  rules: Parameters<typeof decidedStep>[1],
): ReadonlyMap<ProposalId, Answered | null> {
  const byProposal = Map.groupBy(steps, (step) => step.proposalId);
  const rootOf = roots(rows);
  return new Map(
    rows
      .filter((row) => row.state === 'submitted' || row.state === 'merged')
      // Whoever stands behind what was split stands behind its parts, and is given their answers.
      .filter((row) => rootOf.get(row.id)!.state !== 'split')
      .map((row) => {
        const root = rootOf.get(row.id)!;
        const step = decidedStep(byProposal.get(root.id) ?? [], rules);
        const mergedInto = root.id === row.id ? null : root;
        return [row.id, step ? { proposal: row, mergedInto, step } : null];
      }),
  );
}

/** One organisation's answers, in a message to the person who speaks for it: those they were not told yet. */
export interface Voice {
  readonly partner: Partner;
  readonly answers: readonly Answered[];
  /** 1 for the first message, 2 when answers changed after it… */
  readonly n: number;
}

export interface Message {
  readonly person: Person;
  /** An answer is in one of them only: the one whose proposal it was. */
  readonly voices: readonly Voice[];
}

export interface RestitutionPreview {
  readonly roundId: RoundId;
  /** One a person: the answers to all they said, for each organisation they speak for. */
  readonly messages: readonly Message[];
  /** Owed an answer, but on no chat, or asked for no more messages. */
  readonly unreachable: readonly Person[];
}

type Needs = 'proposals' | 'decisions' | 'people' | 'rounds' | 'restitutions' | 'syntheses';

/** What sending would do; changes nothing. */
export async function previewRestitution(scene: Scene<Needs>): Promise<RestitutionPreview | Refusal> {
  const { id } = scene.consultation;
  const act = { verb: 'restitution.preview', subjectType: 'consultation', subjectId: id } as const;
  return perform(scene, act, () => prepare(scene));
}

/** Refuses while a round is open, the synthesis unsigned, or an answer missing (C4): nothing leaves by halves. */
async function prepare(scene: Scene<Needs>): Promise<RestitutionPreview | Refusal> {
  const { tx, consultation } = scene;
  const rounds = (await tx.rounds.of(consultation.id)).filter(({ state }) => state !== 'cancelled');
  const open = rounds.find(({ state }) => state === 'open');
  if (open) return refuse('round-still-open', { round: open.key });
  const [round] = rounds;
  if (!round) return refuse('nothing-opened');
  const synthesis = await tx.syntheses.latestSigned(consultation.id);
  if (!synthesis)
    return refuse('synthesis-unsigned', {
      number: (await tx.syntheses.latest(consultation.id))?.number ?? 0,
    });
  const rows = await tx.proposals.of(consultation.id);
  const behind = notIn(synthesis.body, rows);
  if (behind.length > 0) return refuse('synthesis-behind', { proposals: behind.join(', ') });
  const steps = await tx.decisions.of(consultation.id);
  const { rules } = consultation.content;
  const owed = debt(rows, steps, rules);
  if (owed.undecided.length + owed.awaiting.length > 0)
    return refuse('answers-missing', {
      undecided: owed.undecided.join(', '),
      awaiting: owed.awaiting.join(', '),
      // Theirs is the next word, once the team has had its own.
      body: owedBy(rows, steps, rules).find(({ body }) => body !== rules.decisions.path[0])?.body ?? '',
    });
  const answers = answersTo(rows, steps, rules);
  const sent = await tx.restitutions.of(consultation.id);
  const told = (partner: PartnerId) => sent.filter(({ partnerId }) => partnerId === partner);
  const partners = await tx.people.partners(consultation.id);
  const messages = [...Map.groupBy(partners, ({ person }) => person.id).values()].flatMap(
    (here): Message[] => {
      const voices = onceEach(
        here.map((partner) => ({
          partner,
          answers: answersFor(partner.id, rows, answers),
          n: told(partner.id).length + 1,
        })),
      ).flatMap((voice) => {
        const untold = voice.answers.filter(
          ({ proposal, step }) => !isTold(told(voice.partner.id), proposal.id, step.id),
        );
        return untold.length > 0 ? [{ ...voice, answers: untold }] : [];
      });
      return voices.length > 0 ? [{ person: here[0]!.person, voices }] : [];
    },
  );
  const reachable = (one: Person) => one.addresses.length > 0 && one.stoppedAt === null;
  if (sent.length > 0 && !messages.some(({ person }) => reachable(person))) return refuse('restitution-sent');
  return {
    roundId: round.id,
    messages: messages.filter(({ person }) => reachable(person)),
    unreachable: messages.map(({ person }) => person).filter((person) => !reachable(person)),
  };
}

/** What two organisations of one person stand behind is answered where it was said. */
function onceEach(voices: readonly Voice[]): readonly Voice[] {
  const said = new Map(
    voices.flatMap(({ partner, answers }) => answers.map((one) => [one.proposal.id, partner.id] as const)),
  );
  for (const { partner, answers } of voices)
    for (const { proposal } of answers)
      if (proposal.partnerId === partner.id) said.set(proposal.id, partner.id);
  return voices.map((voice) => ({
    ...voice,
    answers: voice.answers.filter(({ proposal }) => said.get(proposal.id) === voice.partner.id),
  }));
}

/** What somebody said or supports, and has its answer. */
export function answersFor(
  partner: PartnerId,
  rows: readonly ProposalRow[],
  answers: ReadonlyMap<ProposalId, Answered | null>,
): Answered[] {
  const theirs = rows.filter((row) => row.partnerId === partner || row.endorsers.includes(partner));
  return theirs.flatMap((row) => answers.get(row.id) ?? []);
}

/** Whether one of these messages told that answer. Those of before steps were noted told what they answered. */
export const isTold = (
  sent: readonly Pick<RestitutionRow, 'proposalIds' | 'stepIds'>[],
  proposal: ProposalId,
  step: DecisionStep['id'],
): boolean =>
  sent.some(({ proposalIds, stepIds }) => {
    const at = proposalIds.indexOf(proposal);
    return at >= 0 && (stepIds.length === 0 || stepIds[at] === step);
  });

/** Proposals that count and that the signed synthesis doesn't know: a new one is due first. */
function notIn(body: SynthesisBody, rows: readonly ProposalRow[]): Ref[] {
  const known = spokenOf(body);
  return rows.filter((row) => counts(row) && !known.has(ref(row.number))).map((row) => ref(row.number));
}

export interface RestitutionSent extends RestitutionPreview {
  /** Beside each message: where it goes, and under which delivery. */
  readonly envelopes: readonly { readonly conversation: Conversation; readonly deliveryId: DeliveryId }[];
}

/** Takes note of what is sent to whom: a second time only what changed leaves, and nothing leaves twice. */
export async function sendRestitution(
  scene: Scene<Needs | 'conversations' | 'consultations'>,
): Promise<RestitutionSent | Refusal> {
  const { tx, consultation, ids, now } = scene;
  const act = { verb: 'restitution.send', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    const preview = await prepare(scene);
    if (isRefusal(preview)) return preview;
    const conversations = await directsOf(
      scene,
      consultation.id,
      preview.messages.map(({ person }) => person),
    );
    // Two clicks at once: the second one waits here, then finds the first one's rows.
    await tx.consultations.lock(consultation.id);
    const before = Map.groupBy(await tx.restitutions.of(consultation.id), ({ partnerId }) => partnerId);
    const voices = preview.messages.flatMap((message) => message.voices);
    if (voices.some(({ partner, n }) => (before.get(partner.id)?.length ?? 0) !== n - 1))
      return refuse('restitution-sent');
    const envelopes = conversations.map((conversation) => ({
      conversation,
      deliveryId: ids.next<DeliveryId>(),
    }));
    await tx.restitutions.add(
      preview.messages.flatMap(({ voices }, index) =>
        voices.map(({ partner, answers, n }) => ({
          id: ids.next(),
          consultationId: consultation.id,
          roundId: preview.roundId,
          partnerId: partner.id,
          n,
          proposalIds: answers.map(({ proposal }) => proposal.id),
          stepIds: answers.map(({ step }) => step.id),
          deliveryId: envelopes[index]!.deliveryId,
          createdAt: now,
        })),
      ),
    );
    return { ...preview, envelopes };
  });
}

export interface PersonalPreview {
  readonly partner: Partner;
  readonly answers: readonly Answered[];
  /** Of theirs, still without a decided answer. */
  readonly awaited: readonly Ref[];
  readonly reachable: boolean;
}

/** What one person would read, whatever others still wait for; several when they speak for several organisations. */
export async function previewFor(
  scene: Scene<Needs>,
  named: (partner: Partner) => boolean,
): Promise<readonly PersonalPreview[] | Refusal> {
  const { tx, consultation } = scene;
  const partners = (await tx.people.partners(consultation.id)).filter(named);
  const people = new Set(partners.map(({ person }) => person.id));
  if (people.size === 0) return refuse('no-such-partner');
  if (people.size > 1) return refuse('several-of-that-name', { count: people.size });
  const [subjectId] = people;
  const act = { verb: 'restitution.preview', subjectType: 'person', subjectId: subjectId! } as const;
  return perform(scene, act, async () => {
    const rows = await tx.proposals.of(consultation.id);
    const answers = answersTo(rows, await tx.decisions.of(consultation.id), consultation.content.rules);
    return partners.map((partner) => ({
      partner,
      answers: answersFor(partner.id, rows, answers),
      awaited: rows
        .filter((row) => row.partnerId === partner.id || row.endorsers.includes(partner.id))
        .filter((row) => answers.get(row.id) === null)
        .map((row) => ref(row.number)),
      reachable: mayBeWrittenTo(partner),
    }));
  });
}
