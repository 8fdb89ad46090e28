/** A session ends: its body's word is recorded as any body's is, or it is called off. */
import { itemOfAdjustment, itemOfAnswers } from '../../core/committee/may.ts';
import type { Item, Outcome, Session } from '../../core/committee/model.ts';
import { type Decided, decide, type Quorum, quorumOf } from '../../core/committee/tally.ts';
import { localDay } from '../../core/consultation/local-day.ts';
import type { ProposalId } from '../../core/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { adjustmentsAwaiting, confirmAdjustments } from '../adjustment/decide-adjustments.ts';
import { answersAwaiting, confirmAnswers } from '../decision/record-decisions.ts';
import { perform, type Scene, type Unattended } from '../perform.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import { heldSession } from './held.ts';

type Needs = 'committee' | 'adjustments' | 'plans' | 'decisions' | 'proposals' | 'consultations' | 'words';

export interface Ended {
  readonly session: Session;
  readonly quorum: Quorum;
  /** How many answers the body confirmed, and those sent back. */
  readonly answers: number;
  readonly except: readonly ProposalId[];
}

type Closing = (Scene<Needs> | Unattended<Needs>) & { readonly consultation: LoadedConsultation };

/** By hand, or by the calendar once its date has come: whoever convened it is then who recorded what it decided. */
export async function closeSession(scene: Closing): Promise<Ended | Refusal> {
  const { tx, consultation, actor, now } = scene;
  const seen = await tx.committee.current(consultation.id);
  const act = { verb: 'session.close', subjectType: 'session', subjectId: seen?.id ?? '' } as const;
  return perform(scene, act, async (): Promise<Ended | Refusal> => {
    await tx.consultations.lock(consultation.id);
    const session = await tx.committee.current(consultation.id);
    if (!session || (actor === 'system' && now <= session.closesAt)) return refuse('no-session');
    const decided = new Map(session.items.map((item) => [item.id, decide(session, item)]));
    const { moot, answers, except } = await recorded(scene, session, decided);
    const outcomes = new Map<string, Outcome>(
      session.items.map(({ id }) => [id, moot.has(id) ? 'moot' : decided.get(id)!.outcome]),
    );
    await tx.committee.close(session, { state: 'closed', at: now, outcomes });
    const all = await tx.committee.of(consultation.id);
    const closed = all.find(({ id }) => id === session.id)!;
    return { session: closed, quorum: quorumOf(session), answers, except };
  });
}

/** What passed, as the body's word on each; what awaits the body no more is nothing of its own. */
async function recorded(
  scene: Closing,
  session: Session,
  decided: ReadonlyMap<Item['id'], Decided>,
): Promise<{ readonly moot: ReadonlySet<string>; readonly answers: number; readonly except: ProposalId[] }> {
  const { consultation, actor, now } = scene;
  const moot = new Set<string>();
  const passed = (item: Item | null) => item !== null && decided.get(item.id)?.outcome === 'passed';
  const waiting = new Set((await adjustmentsAwaiting(scene, session.body)).map(({ id }) => id));
  const stillAnswers = new Set((await answersAwaiting(scene, session.body)).map(({ row }) => row.id));
  for (const { id, about } of session.items)
    if (
      about.is === 'adjustment'
        ? !waiting.has(about.adjustment)
        : !about.proposals.some((proposal) => stillAnswers.has(proposal))
    )
      moot.add(id);
  const said = {
    body: session.body,
    decidedOn: localDay(Math.min(now, session.closesAt), consultation.content.zone),
    by: typeof actor === 'string' ? session.convenedBy : actor.person.id,
  };
  await confirmAdjustments(scene, said, ({ id }) => passed(itemOfAdjustment(session, id)));
  const item = itemOfAnswers(session);
  const asked = item?.about.is === 'answers' && passed(item) ? item.about.proposals : [];
  const except = item ? [...decided.get(item.id)!.except] : [];
  const confirmed = await confirmAnswers(scene, said, ({ id }) => asked.includes(id) && !except.includes(id));
  return { moot, answers: confirmed.length, except };
}

/** Nothing it was to decide is decided; what members said stays on record. */
export async function cancelSession(scene: Scene<'committee' | 'consultations'>): Promise<Session | Refusal> {
  const { tx, consultation, now } = scene;
  const seen = await tx.committee.current(consultation.id);
  const act = { verb: 'session.cancel', subjectType: 'session', subjectId: seen?.id ?? '' } as const;
  return perform(scene, act, async () => {
    const session = await heldSession(scene);
    if (isRefusal(session)) return session;
    await tx.committee.close(session, { state: 'cancelled', at: now, outcomes: new Map() });
    return session;
  });
}
