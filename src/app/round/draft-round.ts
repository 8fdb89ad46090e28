/** A round put together in chat: everybody of the team has a draft of their own, until it is opened or thrown away. */
import type { DraftId } from '../../core/ids.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { RoundDraft } from '../../core/round/draft.ts';
import { perform, type Scene } from '../perform.ts';
import type { DraftRow } from '../ports/rounds.ts';

/** A draft they had is thrown away. */
export async function startDraft(scene: Scene<'drafts'>, draft: RoundDraft): Promise<DraftRow | Refusal> {
  const { tx, ids, now, actor, consultation } = scene;
  const id = ids.next<DraftId>();
  return perform(scene, { verb: 'round.draft', subjectType: 'draft', subjectId: id }, async () => {
    const before = await ownDraft(scene);
    if (before) await tx.drafts.drop(before.id);
    const row = {
      id,
      consultationId: consultation.id,
      writtenBy: actor.person.id,
      key: null,
      draft,
      updatedAt: now,
    };
    await tx.drafts.add(row);
    return row;
  });
}

/** The one not opened yet; null when they have none. */
export const ownDraft = ({ tx, consultation, actor }: Scene<'drafts'>): Promise<DraftRow | null> =>
  tx.drafts.ofPerson(consultation.id, actor.person.id);

/** That very draft, if it is theirs, and still one. */
export async function draftNamed({ tx, actor }: Scene<'drafts'>, id: string): Promise<DraftRow | null> {
  const row = await tx.drafts.byId(id as DraftId);
  return row?.writtenBy === actor.person.id && row.key === null ? row : null;
}

export async function dropDraft(scene: Scene<'drafts'>, { id }: DraftRow): Promise<true | Refusal> {
  return perform(scene, { verb: 'round.draft-drop', subjectType: 'draft', subjectId: id }, async () => {
    await scene.tx.drafts.drop(id);
    return true as const;
  });
}
