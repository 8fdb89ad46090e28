/** A gate passed: over nothing owed, or over what is owed for a reason on record. */
import { type Gate, type Held, onRecord, type Passage } from '../../core/gate/gate.ts';
import type { WordsId } from '../../core/ids.ts';
import type { Scene } from '../perform.ts';

/** null when something is owed and no reason given. `reason` is kept only over a debt. */
export async function pass(
  { tx, consultation, ids, actor, now }: Scene<'gates'>,
  gate: Gate,
  subject: string,
  { debt, reason }: { readonly debt: Held | null; readonly reason: WordsId | null },
): Promise<Passage | null> {
  if (debt !== null && reason === null) return null;
  const passage: Passage = {
    id: ids.next(),
    gate,
    subject,
    override: debt === null || reason === null ? null : { debt: onRecord(debt), reason },
    by: actor.person.id,
    at: now,
    takenBackAt: null,
  };
  await tx.gates.add(passage, consultation.id);
  return passage;
}
