/** One's own proposals, each with what became of it. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import type { Inline } from '../../chat/outbound.ts';
import type { Talk } from '../talk.ts';
import { item } from './describe.ts';
import { lineageOf } from './lineage.ts';
import { standingNote } from './standing.ts';
import { toldAnswers } from './told.ts';

/** What is needed of whoever reads. */
export type Reader = Pick<Talk, 'tx' | 'say' | 'lang' | 'consultation' | 'actor' | 'now' | 'ids'>;

export async function ownRows({ tx, actor }: Pick<Reader, 'tx' | 'actor'>): Promise<ProposalRow[]> {
  const rows: ProposalRow[] = [];
  for (const { id } of actor.partners) rows.push(...(await tx.proposals.byPartner(id)));
  return rows;
}

/** `P-0042, « … » (…) – soutenue par deux ; retenue`, one line a proposal. */
export async function ownItems(
  reader: Reader,
  rows: readonly ProposalRow[],
): Promise<(some: readonly ProposalRow[]) => (string | Inline)[][]> {
  const beside = await lineageOf(reader, rows);
  const told = await toldAnswers(reader, rows);
  const { say } = reader;
  return (some) =>
    some.map((row) => {
      const standing = row.state === 'submitted' ? standingNote(reader, row.partnerId, row.standing) : '';
      const step = told.get(row.id);
      const facts = [
        ...(beside.get(row.id) ?? []),
        ...(standing ? [standing] : []),
        ...(step ? [say.statuses[step.status]] : []),
      ];
      return facts.length > 0 ? [...item(reader, row), ` – ${facts.join(' ; ')}`] : item(reader, row);
    });
}
