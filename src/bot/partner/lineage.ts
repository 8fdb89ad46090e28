/** What one's proposals have to do with those of others: joined to one, supported, a nuance. */

import type { ProposalRow } from '../../app/ports/proposals.ts';
import { shownTo } from '../../app/proposal/others.ts';
import { type ProposalId, ref } from '../../core/ids.ts';
import type { Talk } from '../talk.ts';

/** By proposal of the actor's, in a few words each; what they may not read of others is left out. */
export async function lineageOf(
  talk: Pick<Talk, 'tx' | 'say' | 'actor' | 'consultation' | 'now' | 'ids'>,
  rows: readonly ProposalRow[],
): Promise<ReadonlyMap<ProposalId, readonly string[]>> {
  const { tx, say } = talk;
  const ids = rows.map(({ id }) => id);
  const own = new Set(talk.actor.partners.map(({ id }) => id));
  const merged = await tx.proposals.mergedInto(ids);
  const nuances = (await tx.links.of(ids)).filter(({ kind }) => kind === 'nuance');
  const found = new Map<ProposalId, readonly string[]>();
  for (const row of rows) {
    const into = row.mergedInto === null ? null : await tx.proposals.byId(row.mergedInto);
    const behind = [
      ...row.endorsers,
      ...merged
        .filter(({ mergedInto }) => mergedInto === row.id)
        .flatMap((one) => [one.partnerId, ...one.endorsers]),
    ].filter((id) => id !== null && !own.has(id));
    const named = async (others: readonly ProposalId[]) => {
      const names: string[] = [];
      for (const id of others) {
        const other = await tx.proposals.byId(id);
        const mine = rows.some((one) => one.id === other?.id);
        if (other && (mine || (await shownTo(talk, other)))) names.push(ref(other.number));
      }
      return names;
    };
    const of = await named(nuances.filter((one) => one.proposalId === row.id).map((one) => one.otherId));
    const by = await named(nuances.filter((one) => one.otherId === row.id).map((one) => one.proposalId));
    const people = new Set(behind).size;
    found.set(row.id, [
      ...(row.state === 'submitted'
        ? []
        : [into ? say.others.mergedInto(ref(into.number)) : say.states[row.state]]),
      ...(people > 0 ? [say.others.backed(people)] : []),
      ...(of.length > 0 ? [say.others.nuanceOf(say.listed(of))] : []),
      ...(by.length > 0 ? [say.others.nuancedBy(say.listed(by))] : []),
    ]);
  }
  return found;
}
