/** A workshop is opened: its round, for whoever is invited, and where it is held. */
import type { ConversationId } from '../../core/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { GATHERING } from '../../core/workshop/course.ts';
import type { Workshop } from '../../core/workshop/model.ts';
import { perform, type Scene } from '../perform.ts';
import { type Opened, openRound } from '../round/open-round.ts';

type Needs =
  | 'rounds'
  | 'drafts'
  | 'people'
  | 'participations'
  | 'conversations'
  | 'consultations'
  | 'mails'
  | 'gates'
  | 'workshops';

export interface WorkshopOpened {
  readonly workshop: Workshop;
  /** null when it was open already: it is held in one more room. */
  readonly opened: Opened | null;
  /** False when it is held in that room already. */
  readonly fresh: boolean;
}

/** `room`: null when it is followed from people's own pages only. */
export async function openWorkshop(
  scene: Scene<Needs>,
  key: string,
  room: ConversationId | null,
): Promise<WorkshopOpened | Refusal> {
  const { tx, ids, now, consultation } = scene;
  const id = ids.next<string>();
  let subjectId = id;
  const act = { verb: 'workshop.open', subjectType: 'workshop', subjectId: () => subjectId } as const;
  return perform(scene, act, async (): Promise<WorkshopOpened | Refusal> => {
    const round = await tx.rounds.byKey(consultation.id, key);
    const known = round?.state === 'open' ? await tx.workshops.byRound(round.id) : null;
    if (known) {
      subjectId = known.id;
      if (known.course.state === 'ended') return refuse('workshop-ended');
      const rooms = await tx.workshops.rooms(known.id);
      const fresh = room !== null && rooms.every(({ conversation }) => conversation !== room);
      if (fresh) await tx.workshops.addRoom(known, room);
      return { workshop: known, opened: null, fresh };
    }
    const opened = await openRound(scene, { key, live: true });
    if (isRefusal(opened)) return opened;
    const workshop: Workshop = {
      id,
      consultationId: consultation.id,
      roundId: opened.round.id,
      course: GATHERING,
      openedAt: now,
      startedAt: null,
      endedAt: null,
    };
    await tx.workshops.add(workshop);
    if (room !== null) await tx.workshops.addRoom(workshop, room);
    return { workshop, opened, fresh: room !== null };
  });
}
