/** How far what somebody says commits their organisation. */
import type { Standing } from '../../core/consultation/model.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';

type Needs = 'people' | 'proposals' | 'consultations';

/** For what they said there and will say. The proposals it changed. */
export async function chooseStanding(
  scene: Scene<Needs>,
  partner: Partner,
  standing: Standing,
): Promise<readonly ProposalRow[] | Refusal> {
  const { tx } = scene;
  const before: string[] = [];
  const refs = { standing, was: [`${partner.id} ${partner.standing ?? ''}`], proposals: before };
  const act = { verb: 'standing.choose', subjectType: 'partner', subjectId: partner.id, refs } as const;
  return perform(scene, act, async () => {
    await tx.people.setStanding(partner.id, standing);
    const rows = (await tx.proposals.byPartner(partner.id)).filter(
      (row) => row.state === 'submitted' && row.standing !== standing,
    );
    before.push(...rows.map((row) => `${row.id} ${row.standing}`));
    return turned(scene, rows, standing);
  });
}

/** A board or a mayor agreed: what was provisional is official. */
export async function approveProposals(
  scene: Scene<Needs>,
  rows: readonly ProposalRow[],
): Promise<readonly ProposalRow[] | Refusal> {
  const provisional = rows.filter(({ standing, state }) => standing !== 'official' && state === 'submitted');
  const [first] = provisional;
  if (!first) return refuse('nothing-provisional');
  const act = {
    verb: 'proposal.approve',
    subjectType: 'proposal',
    subjectId: first.id,
    refs: { proposals: provisional.map((row) => `${row.id} ${row.standing}`) },
  } as const;
  return perform(scene, act, () => turned(scene, provisional, 'official'));
}

async function turned(
  { tx, consultation }: Scene<Needs>,
  rows: readonly ProposalRow[],
  standing: Standing,
): Promise<readonly ProposalRow[]> {
  if (rows.length === 0) return [];
  const { revision } = await tx.consultations.advance(consultation.id, 0);
  for (const { id } of rows) await tx.proposals.setStanding(id, standing, revision);
  return rows.map((row) => ({ ...row, standing }));
}
