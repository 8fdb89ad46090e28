import type { LoadedConsultation } from '../../src/app/ports/consultations.ts';
import type { Transaction } from '../../src/app/ports/store.ts';
import { takeSnapshot } from '../../src/app/synthesis/snapshot.ts';

/** What a synthesis would be compiled from: references, people with a proposal that counts, people who answered. */
export async function compiledSnapshot(tx: Transaction, consultation: LoadedConsultation) {
  const snapshot = await takeSnapshot(tx, consultation);
  return {
    refs: snapshot.proposals.map(({ ref }) => ref),
    people: snapshot.participation.reduce((sum, cell) => sum + (cell.people ?? 0), 0),
    answered: snapshot.base.reduce((sum, row) => sum + (row.answered ?? 0), 0),
  };
}
