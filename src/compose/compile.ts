/** The job that drafts a synthesis. */
import type { Scene } from '../app/perform.ts';
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store, Transaction } from '../app/ports/store.ts';
import { type Analysis, groupForSynthesis, readForSynthesis } from '../app/synthesis/compile-synthesis.ts';
import { draftAndTell } from '../bot/staff/synthesis.ts';
import type { ConsultationId, ConversationId, PersonId, SynthesisId } from '../core/ids.ts';
import { isRefusal } from '../core/refusal.ts';
import type { Handlers } from '../jobs/runner.ts';

/** Reads in one transaction, groups in none, drafts and tells in a second one. */
export async function compile(
  store: Store,
  clock: Clock,
  ids: Ids,
  analysis: Analysis,
  data: Parameters<Handlers['compile-synthesis']>[0],
): Promise<void> {
  const synthesis = data.synthesisId as SynthesisId;
  const conversation = data.conversationId as ConversationId;
  type Act<T> = (scene: Scene<keyof Transaction> & { readonly tx: Transaction }) => Promise<T>;
  const within = <T>(act: Act<T>): Promise<T | null> =>
    store.transaction(async (tx) => {
      const consultation = await tx.consultations.byId(data.consultationId as ConsultationId);
      const person = await tx.people.byId(data.personId as PersonId);
      // Run a second time, the job finds its draft.
      if (!consultation || !person || (await tx.syntheses.byId(synthesis))) return null;
      const actor = { person, partners: await tx.people.partnersOf(person.id) };
      return act({ tx, consultation, actor, now: clock.now(), ids });
    });
  const source = await within(readForSynthesis);
  if (source === null) return;
  const read = isRefusal(source) ? source : { source, found: await groupForSynthesis(source, analysis) };
  await within((scene) => draftAndTell(scene, read, { synthesis, conversation }));
}
