/** Who stands behind a proposal, and is told once when its author rewrites it. */

import type { PartnerId } from '../../core/ids.ts';
import type { Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { rootOf, shownTo } from './others.ts';

/** A partner, and their own proposal that was merged into it; null when they endorsed it. */
export interface Supporter {
  readonly partner: Partner;
  readonly joined: ProposalRow | null;
}

export async function supportersOf(
  { tx }: Scene<'proposals' | 'people'>,
  row: ProposalRow,
): Promise<readonly Supporter[]> {
  const merged = await tx.proposals.mergedInto([row.id]);
  const found: Supporter[] = [];
  const add = async (id: PartnerId | null, joined: ProposalRow | null) => {
    if (id === null || id === row.partnerId || found.some(({ partner }) => partner.id === id)) return;
    const partner = await tx.people.partner(id);
    if (partner) found.push({ partner, joined });
  };
  for (const one of merged) await add(one.partnerId, one);
  for (const id of [...row.endorsers, ...merged.flatMap(({ endorsers }) => endorsers)]) await add(id, null);
  return found;
}

/** Each but `told` (they know already) hears of it at their hour, once a proposal, however often it changes. */
export async function noticeChange(
  scene: Scene<'proposals' | 'people' | 'notices'>,
  rows: readonly Pick<ProposalRow, 'id'>[],
  told: ReadonlySet<PartnerId> = new Set(),
): Promise<void> {
  const { tx, ids, now, consultation } = scene;
  for (const { id } of rows) {
    const row = await tx.proposals.byId(id);
    if (!row) continue;
    const behind = (await supportersOf(scene, row)).filter(({ partner }) => !told.has(partner.id));
    const people = new Set(behind.map(({ partner }) => partner.person.id));
    await tx.notices.add(
      [...people].map((personId) => ({
        id: ids.next(),
        consultationId: consultation.id,
        personId,
        kind: 'changed' as const,
        subjectId: row.id,
        state: 'waiting' as const,
        dueAt: now,
        deliveryId: null,
        createdAt: now,
      })),
    );
  }
}

/** What one supporter is told of now; null when it concerns them no more, or may not be shown to them. */
export async function changeFor(
  scene: Scene<'proposals' | 'people' | 'rounds'>,
  row: ProposalRow | null,
): Promise<(Supporter & { readonly row: ProposalRow }) | null> {
  const root = await rootOf(scene, row);
  if (root?.state !== 'submitted' || (await shownTo(scene, root)) === null) return null;
  const own = scene.actor.partners.map(({ id }) => id);
  const found = (await supportersOf(scene, root)).find(({ partner }) => own.includes(partner.id));
  return found ? { ...found, row: root } : null;
}
