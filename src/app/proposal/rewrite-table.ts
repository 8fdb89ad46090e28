/** The team rewrites what it noted of a table, since somebody who sat there says it was not that. */
import { type PartnerId, ref } from '../../core/ids.ts';
import type { Extract } from '../../core/proposal/model.ts';
import type { Idea } from '../../core/proposal/reading.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import type { Attendee, Table } from '../ports/tables.ts';
import { machineTags } from './machine-tags.ts';
import { noticeChange } from './supporters.ts';

/** A new version, read again; nobody of the table has confirmed it yet. What people said of it stands. */
export async function rewriteForTable(
  scene: Scene<'proposals' | 'consultations' | 'tables' | 'people' | 'notices' | 'decisions'>,
  { id, number }: ProposalRow,
  table: Table,
  by: { readonly extract: Extract; readonly idea: Idea | null },
): Promise<ProposalRow | Refusal> {
  const { tx, ids, now, consultation } = scene;
  const act = { verb: 'table.rewrite', subjectType: 'proposal', subjectId: id } as const;
  return perform(scene, act, async () => {
    const named = { proposal: ref(number) };
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    const row = await tx.proposals.byId(id);
    if (row?.state !== 'submitted') return refuse('not-in-force', named);
    const decided = await tx.decisions.of(consultation.id);
    if (decided.some(({ proposalId }) => proposalId === id)) return refuse('table-decided', named);
    const version = { ...by.extract, n: row.versions.length + 1, at: now };
    await tx.proposals.addVersion(row.id, { ...version, id: ids.next() }, revision);
    const tags = by.idea ? machineTags(row.tags, by.idea.tags) : row.tags;
    await tx.proposals.setTags(
      row.id,
      tags.map((tag) => ({ ...tag, id: ids.next() })),
      { contentId: consultation.contentId, at: now, revision },
    );
    await tx.tables.unconfirm(table.id);
    await noticeChange(scene, [row], new Set(table.attendees.flatMap(seatOf)));
    return { ...row, versions: [...row.versions, version], tags };
  });
}

export const seatOf = (one: Attendee): PartnerId[] => ('partner' in one ? [one.partner] : []);

/** The table a proposal is of, and the known partners who sat there. */
export async function tableOf(
  { tx, consultation }: Scene<'tables' | 'people'>,
  { table: id }: Pick<ProposalRow, 'table'>,
): Promise<{ readonly table: Table; readonly partners: readonly Partner[] } | null> {
  const table = (await tx.tables.of(consultation.id)).find((one) => one.id === id);
  if (!table) return null;
  const seated = new Set(table.attendees.flatMap(seatOf));
  const partners = await tx.people.partners(consultation.id);
  return { table, partners: partners.filter(({ id: partner }) => seated.has(partner)) };
}
