/** Who may have which kept file, asked anew each time. */
import { openAttachment } from '../app/attachment/settle-attachment.ts';
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store } from '../app/ports/store.ts';
import type { Files } from '../chat/file.ts';
import { mimeOf } from '../core/attachment/detect.ts';
import { LIMITS } from '../core/attachment/keep.ts';
import type { AttachmentId } from '../core/ids.ts';
import { isRefusal } from '../core/refusal.ts';

export function createFileShelf(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly platform: string;
  readonly workspace: string;
}): Pick<Files, 'limits' | 'open'> {
  const { store, clock, ids, platform, workspace } = parts;
  return {
    limits: LIMITS,
    open: (guest, id) =>
      store.transaction(async (tx) => {
        const consultation = await tx.consultations.byKey(guest.consultation);
        const people = await tx.people.byAddress({ platform, workspace, userId: guest.userId });
        const person = people.find(({ consultationId }) => consultationId === consultation?.id);
        if (!consultation || !person) return null;
        const actor = { person, partners: await tx.people.partnersOf(person.id) };
        const scene = { tx, consultation, actor, ids, now: clock.now() };
        const opened = await openAttachment(scene, id as AttachmentId);
        if (isRefusal(opened)) return null;
        const { row, data } = opened;
        const name = (await tx.words.texts([row.name])).get(row.name) ?? '';
        return { name, mime: mimeOf(row.kind), data };
      }),
  };
}
