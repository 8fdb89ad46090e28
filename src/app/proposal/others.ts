/** Proposals of other partners that somebody may be shown. */

import type { ProposalId } from '../../core/ids.ts';
import { mayShow } from '../../core/proposal/shown.ts';
import type { Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { attributionOf } from '../synthesis/snapshot.ts';

export interface Shown {
  readonly row: ProposalRow;
  /** null for an imported text. */
  readonly author: Partner | null;
}

type Reads = Scene<'proposals' | 'people' | 'rounds'>;

/** Shown at once with a close idea. */
const MOST = 2;

/** null when the actor may not read it, be it because there is no such proposal: a reference tells nothing about others. */
export async function shownTo(scene: Reads, row: ProposalRow | null): Promise<Shown | null> {
  const { tx, consultation } = scene;
  if (row === null || scene.actor.partners.some(({ id }) => id === row.partnerId)) return null;
  const author = row.partnerId === null ? null : await tx.people.partner(row.partnerId);
  const round = row.roundId === null ? null : await tx.rounds.byId(row.roundId);
  const choice = { attribution: attributionOf(row, author ?? undefined), sharing: author?.sharing ?? null };
  const open = round?.state === 'open';
  return mayShow(row, choice, consultation.content.rules.othersWords, open) ? { row, author } : null;
}

/** The one it stands for now, through any merges; null when there is none. */
export async function rootOf(
  { tx }: Scene<'proposals'>,
  row: ProposalRow | null,
): Promise<ProposalRow | null> {
  let root = row;
  for (let steps = 0; root?.state === 'merged' && root.mergedInto !== null && steps < 20; steps++)
    root = await tx.proposals.byId(root.mergedInto);
  return root;
}

/**
 * Of the close ones that a reading found, those to show beside the actor's own: at most two, none that they already
 * support or said something of.
 */
export async function closeOnes(
  scene: Reads & Scene<'links'>,
  mine: ProposalId,
  near: readonly ProposalId[],
): Promise<readonly Shown[]> {
  if (near.length === 0 || scene.consultation.content.rules.othersWords !== 'shown') return [];
  const own = new Set(scene.actor.partners.map(({ id }) => id));
  const said = new Set(
    (await scene.tx.links.of([mine])).flatMap(({ proposalId, otherId }) => [proposalId, otherId]),
  );
  const found: Shown[] = [];
  for (const id of near) {
    if (found.length === MOST) break;
    const row = await rootOf(scene, await scene.tx.proposals.byId(id));
    if (!row || said.has(row.id) || found.some((one) => one.row.id === row.id)) continue;
    if (row.endorsers.some((one) => own.has(one))) continue;
    const shown = await shownTo(scene, row);
    if (shown) found.push(shown);
  }
  return found;
}
