import { perform } from '../perform.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Ids } from '../ports/edge.ts';
import type { Transaction } from '../ports/store.ts';
import { enrolPeople, type Newcomer } from './enrol-people.ts';

/** Enrols people at the machine: whoever can do so holds the database already, and the act says it was done there. */
export async function enrolByOperator(
  tx: Pick<Transaction, 'people' | 'acts'>,
  consultation: LoadedConsultation,
  newcomers: readonly Newcomer[],
  edge: { readonly ids: Ids; readonly now: number },
): Promise<void> {
  const act = {
    verb: 'person.enrol',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { people: newcomers.length, roles: [...new Set(newcomers.flatMap(({ roles }) => roles))] },
  } as const;
  await perform({ ...edge, tx, consultation, actor: 'operator' }, act, () =>
    enrolPeople(tx, consultation, newcomers, edge),
  );
}
