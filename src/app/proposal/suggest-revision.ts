import { ref, type WordsId } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { mayBeWrittenTo } from '../round/extend-round.ts';

/** The team puts a proposal in other words, from what its author said since: nothing changes before they agree. */
export async function suggestRevision(
  scene: Scene<'proposals' | 'people'>,
  number: number,
  words: WordsId,
): Promise<{ readonly row: ProposalRow; readonly author: Partner } | Refusal> {
  const { tx, consultation } = scene;
  const row = await tx.proposals.byNumber(consultation.id, number);
  if (!row) return refuse('unknown-proposal', { proposal: ref(number) });
  const act = {
    verb: 'proposal.suggest-revision',
    subjectType: 'proposal',
    subjectId: row.id,
    refs: { words },
  } as const;
  return perform(scene, act, async () => {
    if (row.state !== 'submitted') return refuse('not-in-force', { proposal: ref(number) });
    const author = (await tx.people.partners(consultation.id)).find(({ id }) => id === row.partnerId);
    if (!author || !mayBeWrittenTo(author)) return refuse('author-unreachable', { proposal: ref(number) });
    return { row, author };
  });
}
