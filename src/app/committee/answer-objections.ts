/** What the team does with objections: reword the text and ask anew, or set them aside with a reason on record (C11). */
import { itemOfAdjustment } from '../../core/committee/may.ts';
import { type Session, versionOf } from '../../core/committee/model.ts';
import { objectionsTo } from '../../core/committee/tally.ts';
import type { WordsId } from '../../core/ids.ts';
import {
  type AdjustedFields,
  type Adjustment,
  adjustmentRef,
  latest,
  stepsOf,
} from '../../core/plan/adjustment.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { rewritten } from '../adjustment/draft-adjustment.ts';
import { byNumber } from '../adjustment/shown.ts';
import { perform, type Scene } from '../perform.ts';
import { heldSession } from './held.ts';
import { itemsOf, type On } from './speak.ts';

type Needs = 'committee' | 'adjustments' | 'proposals' | 'consultations';

/** What the bodies before had said holds for the new text, in their words; the members are asked about it anew. */
export async function integrate(
  scene: Scene<Needs>,
  number: number,
  fields: AdjustedFields,
): Promise<{ readonly session: Session; readonly adjustment: Adjustment } | Refusal> {
  const { tx, consultation, ids, actor, now } = scene;
  const act = {
    verb: 'session.integrate',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { adjustment: adjustmentRef(number) },
  } as const;
  return perform(scene, act, async () => {
    const session = await running(scene);
    if (isRefusal(session)) return session;
    const found = await byNumber(scene, number);
    const item = found && itemOfAdjustment(session, found.id);
    if (!found || !item)
      return refuse('not-in-session', { subject: adjustmentRef(number), session: session.number });
    if (Object.keys(fields).length === 0) return refuse('adjustment-empty');
    const before = stepsOf(found, await tx.adjustments.steps(consultation.id));
    const done = await rewritten(scene, found, { fields });
    if (isRefusal(done)) return done;
    const version = latest(done).n;
    await tx.adjustments.addSteps(
      before.map((step) => ({
        ...step,
        id: ids.next<string>(),
        version,
        recordedBy: actor.person.id,
        recordedAt: now,
      })),
      consultation.id,
    );
    await tx.committee.reword(item, version);
    return { session: (await tx.committee.current(consultation.id))!, adjustment: done };
  });
}

/** Sets aside the objections that stand on it; how many they were. */
export async function override(
  scene: Scene<Needs>,
  on: On,
  reason: WordsId,
): Promise<{ readonly session: Session; readonly objections: number } | Refusal> {
  const { tx, consultation, ids, actor, now } = scene;
  const act = {
    verb: 'session.override',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { reason },
  } as const;
  return perform(scene, act, async () => {
    const session = await running(scene);
    if (isRefusal(session)) return session;
    const asked = await itemsOf(scene, session, on);
    if (isRefusal(asked)) return asked;
    const [{ item, proposal }] = asked as [(typeof asked)[number]];
    const objections = objectionsTo(session, item).filter(
      ({ position, overridden }) => !overridden && (proposal === null || position.proposal === proposal),
    );
    if (objections.length === 0) return refuse('nothing-to-override');
    await tx.committee.override(
      {
        id: ids.next(),
        item: item.id,
        version: versionOf(item),
        proposal,
        reason,
        by: actor.person.id,
        at: now,
      },
      session,
      consultation.id,
    );
    return { session: (await tx.committee.current(consultation.id))!, objections: objections.length };
  });
}

async function running(scene: Scene<'committee' | 'consultations'>): Promise<Session | Refusal> {
  const session = await heldSession(scene);
  if (isRefusal(session) || scene.now <= session.closesAt) return session;
  return refuse('session-closed', { session: session.number });
}
