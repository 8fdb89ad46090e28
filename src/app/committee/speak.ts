/** What members do in a session: take a position, change it, give their voice to another member and take it back. */
import {
  itemOfAdjustment,
  itemOfAnswers,
  mayGiveTo,
  maySpeakIn,
  needsReason,
} from '../../core/committee/may.ts';
import { type Item, type Session, type Stand, versionOf } from '../../core/committee/model.ts';
import { unspoken } from '../../core/committee/tally.ts';
import { type PersonId, type ProposalId, ref, type WordsId } from '../../core/ids.ts';
import { adjustmentRef } from '../../core/plan/adjustment.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { byNumber } from '../adjustment/shown.ts';
import { perform, type Scene } from '../perform.ts';
import { heldSession } from './held.ts';

/** `A-3`, the answers together, one of them, or all that the member has not spoken on. */
export type On =
  | { readonly on: 'adjustment'; readonly number: number }
  | { readonly on: 'answers' }
  | { readonly on: 'answer'; readonly number: number }
  | { readonly on: 'all' };

type Needs = 'committee' | 'adjustments' | 'proposals' | 'consultations';

/** The session as it is after it. */
export async function takePosition(
  scene: Scene<Needs>,
  on: On,
  { stand, reason }: { readonly stand: Stand; readonly reason: WordsId | null },
): Promise<Session | Refusal> {
  return speaking(scene, 'session.take-position', async (session) => {
    if (needsReason(session, stand) && reason === null) return refuse('objection-needs-reason');
    const asked = await itemsOf(scene, session, on);
    if (isRefusal(asked)) return asked;
    for (const { item, proposal } of asked)
      await scene.tx.committee.position(
        {
          id: scene.ids.next(),
          item: item.id,
          version: versionOf(item),
          proposal,
          member: scene.actor.person.id,
          stand,
          reason,
          at: scene.now,
        },
        session,
        scene.consultation.id,
      );
    return null;
  });
}

interface Asked {
  readonly item: Item;
  readonly proposal: ProposalId | null;
}

/** Where a position on it goes. */
export async function itemsOf(
  scene: Scene<'adjustments' | 'proposals'>,
  session: Session,
  on: On,
): Promise<readonly Asked[] | Refusal> {
  const { tx, consultation } = scene;
  if (on.on === 'all') {
    const left = unspoken(session, scene.actor.person.id);
    return left.length === 0
      ? refuse('nothing-left-to-say', { session: session.number })
      : left.map((item) => ({ item, proposal: null }));
  }
  if (on.on === 'adjustment') {
    const found = await byNumber(scene, on.number);
    const item = found && itemOfAdjustment(session, found.id);
    return item
      ? [{ item, proposal: null }]
      : refuse('not-in-session', { subject: adjustmentRef(on.number), session: session.number });
  }
  const item = itemOfAnswers(session);
  if (on.on === 'answers')
    return item ? [{ item, proposal: null }] : refuse('no-answers-in-session', { session: session.number });
  const row = await tx.proposals.byNumber(consultation.id, on.number);
  return item?.about.is === 'answers' && row && item.about.proposals.includes(row.id)
    ? [{ item, proposal: row.id }]
    : refuse('not-in-session', { subject: ref(on.number), session: session.number });
}

export const giveProxy = (scene: Scene<Needs>, to: PersonId): Promise<Session | Refusal> =>
  speaking(scene, 'session.give-proxy', async (session) => {
    const from = scene.actor.person.id;
    const refusal = mayGiveTo(session, from, to);
    if (refusal) return refusal;
    await scene.tx.committee.setProxy(session, from, to);
    return null;
  });

export const takeBackProxy = (scene: Scene<Needs>): Promise<Session | Refusal> =>
  speaking(scene, 'session.give-proxy', async (session) => {
    const own = session.members.find(({ person }) => person === scene.actor.person.id);
    if (own?.proxy === null) return refuse('no-proxy-given');
    await scene.tx.committee.setProxy(session, scene.actor.person.id, null);
    return null;
  });

async function speaking(
  scene: Scene<Needs>,
  verb: 'session.take-position' | 'session.give-proxy',
  body: (session: Session) => Promise<Refusal | null>,
): Promise<Session | Refusal> {
  const { tx, consultation, actor, now } = scene;
  const seen = await tx.committee.current(consultation.id);
  const act = { verb, subjectType: 'session', subjectId: seen?.id ?? '' } as const;
  return perform(scene, act, async () => {
    const session = await heldSession(scene);
    if (isRefusal(session)) return session;
    const refusal = maySpeakIn(session, actor.person.id, now) ?? (await body(session));
    return refusal ?? (await tx.committee.current(consultation.id))!;
  });
}
