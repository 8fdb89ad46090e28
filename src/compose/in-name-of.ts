/** What a job does for whoever asked for it. */
import type { Scene } from '../app/perform.ts';
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store, Transaction } from '../app/ports/store.ts';
import type { ConsultationId, PersonId } from '../core/ids.ts';

type Act<T> = (scene: Scene<keyof Transaction> & { readonly tx: Transaction }) => Promise<T>;

/** Opens a transaction and says who acts in it; null when it was `done` by an earlier run, or they are gone. */
export const inNameOf =
  (
    { store, clock, ids }: { readonly store: Store; readonly clock: Clock; readonly ids: Ids },
    asked: { readonly consultationId: string; readonly personId: string },
    done: (tx: Transaction) => Promise<boolean>,
  ) =>
  <T>(act: Act<T>): Promise<T | null> =>
    store.transaction(async (tx) => {
      const consultation = await tx.consultations.byId(asked.consultationId as ConsultationId);
      const person = await tx.people.byId(asked.personId as PersonId);
      if (!consultation || !person || (await done(tx))) return null;
      const actor = { person, partners: await tx.people.partnersOf(person.id) };
      return act({ tx, consultation, actor, now: clock.now(), ids });
    });
