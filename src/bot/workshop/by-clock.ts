/** What the clock does with the workshops of a consultation: their time, their counts, people known by now. */
import type { LoadedConsultation } from '../../app/ports/consultations.ts';
import type { Ids } from '../../app/ports/edge.ts';
import type { Transaction } from '../../app/ports/store.ts';
import type { Desk } from '../../app/proposal/read-message.ts';
import { suggestGroups } from '../../app/workshop/group-ideas.ts';
import { moveOnTime } from '../../app/workshop/run-workshop.ts';
import { groupable, saidIn } from '../../app/workshop/said.ts';
import type { ConsultationId } from '../../core/ids.ts';
import type { GroupingInput } from '../../core/synthesis/model.ts';
import type { Instant } from '../../core/time.ts';
import { onTime } from '../../core/workshop/course.ts';
import type { Suggested } from '../../core/workshop/groups.ts';
import { announceOnTime } from './announce.ts';
import { showNow } from './board.ts';
import { postDots, postGroups } from './groups-shown.ts';
import { readGuests } from './guests.ts';
import { type Edge, heldOf, placesOf } from './held.ts';

interface Clocked {
  readonly ids: Ids;
  readonly now: Instant;
}

/** Additions are read for that long after the end. */
const READ_FOR = 30 * 86_400_000;

/** Ids of those the clock may have something to do for. */
export async function clockedWorkshops(
  tx: Transaction,
  consultation: LoadedConsultation,
  { now }: Clocked,
): Promise<readonly string[]> {
  return (await tx.workshops.of(consultation.id))
    .filter(({ endedAt }) => endedAt === null || now - endedAt < READ_FOR)
    .map(({ id }) => id);
}

export async function clockWorkshop(
  tx: Transaction,
  consultation: LoadedConsultation,
  clocked: Clocked,
  id: string,
  desk: Desk,
): Promise<void> {
  const edge: Edge = { ...clocked, tx, consultation, inboundId: null };
  const known = await tx.workshops.byId(id);
  const held = known && (await heldOf(edge, known));
  if (!held) return;
  const { course } = held.workshop;
  // Looked at without a lock first: conversations are locked before the workshop, and only when there is something to tell.
  const due = onTime(course, held.content.sequences ?? [], clocked.now) !== course;
  const places = due ? await placesOf(edge, held.workshop) : null;
  const moved = places && (await moveOnTime(tx, consultation, clocked, id));
  if (moved) await announceOnTime(held, places, moved);
  await readGuests(moved ? { ...held, workshop: moved.workshop } : held, desk);
  if (!moved && course.state !== 'ended') await showNow(edge, id);
}

export interface ToGroup {
  readonly lang: string;
  readonly axes: ReadonlyMap<string | null, readonly GroupingInput[]>;
}

/** First step of a suggestion: what there is to group; null when there are groups already. */
export async function readToGroup(tx: Transaction, edge: Clocked, ids: GroupJob): Promise<ToGroup | null> {
  const consultation = await tx.consultations.byId(ids.consultationId as ConsultationId);
  const workshop = consultation && (await tx.workshops.byId(ids.workshopId));
  const held = workshop && (await heldOf({ ...edge, tx, consultation, inboundId: null }, workshop));
  if (!held || (await tx.workshops.grouped(held.workshop.id)).groups.length > 0) return null;
  const said = await saidIn(held, held.workshop, held.content);
  return { lang: held.consultation.content.languages[0], axes: await groupable(held, said) };
}

/** Last step: kept, and shown. */
export async function showSuggested(
  tx: Transaction,
  edge: Clocked,
  ids: GroupJob,
  suggested: readonly Suggested[],
): Promise<void> {
  const consultation = await tx.consultations.byId(ids.consultationId as ConsultationId);
  const workshop = consultation && (await tx.workshops.byId(ids.workshopId));
  const held = workshop && (await heldOf({ ...edge, tx, consultation, inboundId: null }, workshop));
  if (!held) return;
  const places = await placesOf(held, held.workshop);
  const scene = { ...edge, tx, consultation: held.consultation, actor: 'system' } as const;
  if ((await suggestGroups(scene, held.workshop, suggested)) === null) return;
  await postGroups(held, places.followers);
  // The room may have gone on to its dots meanwhile, with nothing to put them on.
  await postDots(held, places.followers);
}

export interface GroupJob {
  readonly consultationId: string;
  readonly workshopId: string;
}
