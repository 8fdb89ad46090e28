/** What a partner did last is undone: where they stood in a round, how they are quoted, how far they commit their organisation. */
import type { Attribution, Standing } from '../../core/consultation/model.ts';
import type { PartnerId, ProposalId } from '../../core/ids.ts';
import type { Participation } from '../../core/participation/model.ts';
import { reinvited, untake } from '../../core/participation/progress.ts';
import { lastExchange, UNDO } from '../../core/person/undo.ts';
import type { Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Act } from '../ports/acts.ts';

const DAY = 86_400_000;

/** What the actor did with their last message of the day that did something, and was not undone; none when empty. */
export async function lastDone({ tx, consultation, actor, now }: Scene): Promise<readonly Act[]> {
  return lastExchange(await tx.acts.by(consultation.id, actor.person.id, now - DAY));
}

/** `body` undoes those acts; acts of its own are part of it. */
export const undoing = <T>(
  scene: Scene,
  [first]: readonly Act[],
  body: () => Promise<T | Refusal>,
): Promise<T | Refusal> => perform(scene, { verb: UNDO, subjectType: 'act', subjectId: first!.id }, body);

/** The prompt is asked again, unless something else of theirs answers it. Within `undoing`. */
export async function askAgain(
  { tx }: Scene<'participations'>,
  participation: Participation,
  promptKey: string,
): Promise<Participation> {
  const next = untake(participation, promptKey);
  await tx.participations.save(next);
  return next;
}

/** Declined by mistake: invited as before. Within `undoing`. */
export const inviteAgain = ({ tx }: Scene<'participations'>, participation: Participation): Promise<void> =>
  tx.participations.save(reinvited(participation));

/** `partner value` each: what `attribution.choose` and `standing.choose` changed. Within `undoing`. */
export async function putBack(
  { tx, consultation }: Scene<'people' | 'proposals' | 'consultations'>,
  { verb, refs }: Act,
): Promise<void> {
  for (const [partner, was] of changed(refs.was)) {
    if (verb === 'attribution.choose')
      await tx.people.setAttribution(partner as PartnerId, was as Attribution);
    else await tx.people.setStanding(partner as PartnerId, was === '' ? null : (was as Standing));
  }
  const before = changed(refs.proposals);
  if (before.length === 0) return;
  const { revision } = await tx.consultations.advance(consultation.id, 0);
  for (const [proposal, was] of before)
    await tx.proposals.setStanding(proposal as ProposalId, was as Standing, revision);
}

const changed = (given: Act['refs'][string] | undefined): [string, string][] =>
  Array.isArray(given)
    ? (given as readonly string[]).map((one) => {
        const [id = '', was = ''] = one.split(' ');
        return [id, was];
      })
    : [];

/** Read again as before that correction. False when somebody read it anew since. Within `undoing`. */
export async function readAsBefore(
  { tx, now, consultation }: Scene<'proposals' | 'consultations'>,
  { subjectId, at }: Act,
): Promise<boolean> {
  const { revision } = await tx.consultations.advance(consultation.id, 0);
  return tx.proposals.revertTags(subjectId as ProposalId, at, { at: now, revision });
}
