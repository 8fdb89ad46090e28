import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store } from '../app/ports/store.ts';
import { showSilence } from '../bot/facilitator/silence-live.ts';
import type { ConsultationId } from '../core/ids.ts';

export const showSilenceIn = (store: Store, clock: Clock, ids: Ids, id: string): Promise<void> =>
  store.transaction(async (tx) => {
    const consultation = await tx.consultations.byId(id as ConsultationId);
    if (consultation) await showSilence({ tx, consultation, ids, now: clock.now() });
  });
