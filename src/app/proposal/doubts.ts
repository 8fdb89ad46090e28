/** The queue of what the machine was not sure of, and how people settle it. */
import type { InboundId, PersonId, WordsId } from '../../core/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import type { Doubt } from '../ports/proposals.ts';
import { mayBeWrittenTo } from '../round/extend-round.ts';

/** Whom a doubt is about: the author of the message or of the proposal. null when nobody can be named (any more). */
export async function doubtAuthor(
  { tx, consultation }: Scene<'inbox' | 'people' | 'proposals'>,
  { inboundId, proposalId }: Doubt,
): Promise<Partner | null> {
  const row = proposalId === null ? null : await tx.proposals.byId(proposalId);
  if (row?.partnerId) {
    const partners = await tx.people.partners(consultation.id);
    return partners.find(({ id }) => id === row.partnerId) ?? null;
  }
  const person: PersonId | null = inboundId === null ? null : await tx.inbox.personOf(inboundId as InboundId);
  const [first] = person === null ? [] : await tx.people.partnersOf(person);
  return first ?? null;
}

/** The team answers; the author is to be told these words. Refuses when they can't be written to. */
export async function answerDoubt(
  scene: Scene<'doubts' | 'inbox' | 'people' | 'proposals'>,
  doubt: Doubt,
  words: WordsId,
): Promise<Partner | Refusal> {
  return settled(scene, doubt, 'doubt.answer', { answer: words }, async () => {
    const author = await doubtAuthor(scene, doubt);
    return author && mayBeWrittenTo(author) ? author : refuse('doubt-author-unreachable');
  });
}

/** Nothing to do about it; with a reason or without. What a passer-by wrote is kept no longer. */
export async function dismissDoubt(
  scene: Scene<'doubts' | 'inbox' | 'words'>,
  doubt: Doubt,
  reason: WordsId | null,
): Promise<true | Refusal> {
  const refs = reason === null ? {} : { reason };
  return settled(scene, doubt, 'doubt.dismiss', refs, async () => {
    if (doubt.kind === 'late') return refuse('late-needs-a-decision');
    const words =
      doubt.kind === 'visitor' && doubt.inboundId ? await scene.tx.inbox.wordsOf(doubt.inboundId) : null;
    if (words !== null) await scene.tx.words.forget(words, scene.now);
    return true as const;
  });
}

/** What was said in it becomes something else (a proposal, an invitation): it waits for nobody any more. */
export async function takeUpDoubt(scene: Scene<'doubts'>, doubt: Doubt): Promise<true | Refusal> {
  return settled(scene, doubt, 'doubt.take-up', {}, async () => true as const);
}

/** Two people at once: the second one is told that it is done. */
async function settled<T>(
  scene: Scene<'doubts'>,
  doubt: Doubt,
  verb: 'doubt.answer' | 'doubt.dismiss' | 'doubt.take-up',
  refs: Readonly<Record<string, string>>,
  body: () => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return perform(scene, { verb, subjectType: 'doubt', subjectId: doubt.id, refs }, async () => {
    const done = await body();
    if (isRefusal(done)) return done;
    return (await scene.tx.doubts.settle(doubt.id, scene.now)) ? done : refuse('doubt-settled');
  });
}
