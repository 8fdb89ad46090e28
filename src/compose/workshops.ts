/** The jobs of workshops. */
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store } from '../app/ports/store.ts';
import type { Group } from '../app/theme/find-themes.ts';
import { showNow } from '../bot/workshop/board.ts';
import { type GroupJob, readToGroup, showSuggested } from '../bot/workshop/by-clock.ts';
import type { ConsultationId } from '../core/ids.ts';
import type { Suggested } from '../core/workshop/groups.ts';

/** Reads in one transaction, groups in none, keeps and shows in a second one. */
export async function groupWorkshop(
  store: Store,
  clock: Clock,
  ids: Ids,
  group: Group,
  job: GroupJob,
): Promise<void> {
  const edge = () => ({ ids, now: clock.now() });
  const read = await store.transaction((tx) => readToGroup(tx, edge(), job));
  if (read === null) return;
  const suggested: Suggested[] = [];
  for (const [axis, proposals] of read.axes) {
    const grouping = await group(proposals, read.lang, null);
    suggested.push({ axis, groups: grouping.groups.map(({ members }) => members) });
  }
  suggested.sort((a, b) => ((a.axis ?? '') < (b.axis ?? '') ? -1 : 1));
  await store.transaction((tx) => showSuggested(tx, edge(), job, suggested));
}

export async function showWorkshop(store: Store, clock: Clock, ids: Ids, job: GroupJob): Promise<void> {
  await store.transaction(async (tx) => {
    const consultation = await tx.consultations.byId(job.consultationId as ConsultationId);
    if (consultation)
      await showNow({ tx, consultation, ids, now: clock.now(), inboundId: null }, job.workshopId);
  });
}
