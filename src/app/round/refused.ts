import type { Round } from '../../core/round/model.ts';
import type { Partner } from '../ports/people.ts';
import type { Transaction } from '../ports/store.ts';

export interface RefusedPartner {
  readonly partner: Partner;
  readonly by: readonly ('chat' | 'mail')[];
}

/** Who that round could not tell, each once, in the order of `partners`; whoever asked for no message is left out. */
export async function refusedIn(
  tx: Pick<Transaction, 'outbox'>,
  { id }: Pick<Round, 'id'>,
  partners: readonly Partner[],
): Promise<readonly RefusedPartner[]> {
  const refused = Map.groupBy(await tx.outbox.refused(id), ({ personId }) => personId);
  const found = new Map<string, RefusedPartner>();
  for (const partner of partners) {
    const ways = refused.get(partner.person.id);
    if (ways === undefined || partner.person.stoppedAt !== null || found.has(partner.person.id)) continue;
    found.set(partner.person.id, { partner, by: ways.map(({ by }) => by) });
  }
  return [...found.values()];
}
