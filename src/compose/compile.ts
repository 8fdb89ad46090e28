/** The job that drafts a synthesis. */
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store } from '../app/ports/store.ts';
import { type Analysis, groupForSynthesis, readForSynthesis } from '../app/synthesis/compile-synthesis.ts';
import { draftAndTell } from '../bot/staff/synthesis.ts';
import type { ConversationId, SynthesisId } from '../core/ids.ts';
import { isRefusal } from '../core/refusal.ts';
import type { Handlers } from '../jobs/runner.ts';
import { inNameOf } from './in-name-of.ts';

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
  const within = inNameOf(
    { store, clock, ids },
    data,
    async (tx) => (await tx.syntheses.byId(synthesis)) !== null,
  );
  const source = await within(readForSynthesis);
  if (source === null) return;
  const read = isRefusal(source) ? source : { source, found: await groupForSynthesis(source, analysis) };
  await within((scene) => draftAndTell(scene, read, { synthesis, conversation }));
}
