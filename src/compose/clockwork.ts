/** What falls due with time: the business dates of each consultation compared with the clock. */
import { v5 as uuidOf } from 'uuid';
import { planRecaps } from '../app/participation/plan-recaps.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store, Transaction } from '../app/ports/store.ts';
import type { Desk } from '../app/proposal/read-message.ts';
import { closeDueRounds } from '../app/round/close-round.ts';
import { closeDueSession } from '../bot/committee/ended.ts';
import { remindMembers } from '../bot/committee/remind.ts';
import { remindReaders } from '../bot/disputes.ts';
import { notify } from '../bot/notices.ts';
import { tellAlerts } from '../bot/plan/alerts.ts';
import { remind } from '../bot/reminders.ts';
import { sendDigests } from '../bot/staff/digest.ts';
import { clockedWorkshops, clockWorkshop } from '../bot/workshop/by-clock.ts';
import { KEPT_AFTER_SETTLED } from '../core/attachment/keep.ts';
import type { ConsultationId } from '../core/ids.ts';
import type { Post } from '../host/post.ts';
import type { Log } from '../log.ts';
import { showSilenceIn } from './silence.ts';

export interface ClockworkParts {
  /** What it queues is sent. */
  readonly store: Store;
  /** What it queues waits for its hour. */
  readonly plain: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly deskOf: (consultation: LoadedConsultation) => Desk;
  readonly post: Pick<Post, 'wake'> | null;
}

/** Any one: ids made of a text differ from others by it. */
const NAMES = '6f1b8a52-3d0c-4c55-9f37-0f6f0b0e4c11';
const nameId = (text: string): string => uuidOf(text, NAMES);

/** Run twice in the same minute it does nothing the second time. */
export function createClockwork(parts: ClockworkParts): () => Promise<void> {
  const { store, plain, clock, ids, log, post } = parts;
  const edge = () => ({ ids, now: clock.now() });

  type Due = (
    tx: Transaction,
    consultation: LoadedConsultation,
    at: ReturnType<typeof edge>,
  ) => Promise<boolean>;
  /** A few people a transaction, until nobody is left. */
  async function all(id: ConsultationId, due: Due): Promise<void> {
    const some = async (tx: Transaction) => {
      const consultation = await tx.consultations.byId(id);
      return consultation !== null && due(tx, consultation, edge());
    };
    while (await store.transaction(some));
  }

  async function workshopsIn(id: ConsultationId): Promise<void> {
    const at = edge();
    const found = await store.transaction(async (tx) => {
      const consultation = await tx.consultations.byId(id);
      return consultation && { consultation, held: await clockedWorkshops(tx, consultation, at) };
    });
    for (const workshop of found?.held ?? [])
      await store.transaction((tx) =>
        clockWorkshop(tx, found!.consultation, at, workshop, parts.deskOf(found!.consultation)),
      );
  }

  async function recall(): Promise<void> {
    for (const consultation of await plain.transaction((tx) => tx.consultations.all()))
      await plain.transaction((tx) => planRecaps(tx, consultation, { now: clock.now(), idOf: nameId }));
    post?.wake();
  }

  return async () => {
    const closed = await store.transaction((tx) => closeDueRounds(tx, edge()));
    await store.transaction((tx) => tx.attachments.expire(clock.now() - KEPT_AFTER_SETTLED));
    for (const round of closed) log.info('round.closed', { roundId: round.id });
    for (const { id } of await store.transaction((tx) => tx.consultations.all())) {
      await workshopsIn(id);
      await showSilenceIn(store, clock, ids, id);
      await all(id, async (tx, consultation, at) => {
        await closeDueSession(tx, consultation, at);
        await remindMembers(tx, consultation, at);
        return false;
      });
      await all(id, async (tx, consultation, at) => {
        await remindReaders(tx, consultation, at);
        return remind(tx, consultation, at);
      });
      await all(id, async (tx, consultation, at) => {
        await tellAlerts(tx, consultation, at);
        return false;
      });
      await all(id, sendDigests);
      await all(id, notify);
    }
    if (post !== null) await recall();
  };
}
