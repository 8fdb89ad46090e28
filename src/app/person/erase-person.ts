/** A person's words leave; what they said goes on counting, without its text. */
import type { ProposalId, WordsId } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Person } from '../ports/people.ts';
import type { ErasureLedger, PersonErased } from '../ports/personal.ts';
import type { ProposalRow } from '../ports/proposals.ts';

/**
 * Erases the actor, or with the right to it somebody else. The ledger is written last, before the commit: should the
 * commit fail, the person asked for it all the same. Refuses to leave a consultation without staff (`last-of-staff`).
 */
export async function erasePerson(
  scene: Scene<'personal' | 'people' | 'jobs'>,
  person: Person,
  ledger: ErasureLedger,
  also: readonly WordsId[] = [],
): Promise<PersonErased | Refusal> {
  const { tx, now, consultation } = scene;
  const own = person.id === scene.actor.person.id;
  const act = {
    verb: own ? 'data.erase' : 'person.erase',
    subjectType: 'person',
    subjectId: person.id,
  } as const;
  return perform(scene, act, async () => {
    if (person.name === null && person.addresses.length === 0) return refuse('already-erased');
    if (person.roles.includes('staff') && (await tx.people.withRole(consultation.id, 'staff')).length < 2)
      return refuse('last-of-staff');
    const erased = await tx.personal.erase(person.id, now, also);
    await tx.jobs.send('scrub', {});
    ledger.record({ person: person.id, at: now });
    return erased;
  });
}

/** The author's word on one proposal of theirs that still has some; it was found among their own before. */
export async function eraseProposal(
  scene: Scene<'personal' | 'proposals' | 'jobs'>,
  number: number,
  ledger: ErasureLedger,
): Promise<ProposalRow | Refusal> {
  const row = await erasable(scene, number);
  if ('refused' in row) return row;
  const { tx, now } = scene;
  const act = { verb: 'proposal.erase', subjectType: 'proposal', subjectId: row.id } as const;
  return perform(scene, act, async () => {
    await tx.personal.eraseProposal(row.id as ProposalId, now);
    await tx.jobs.send('scrub', {});
    ledger.record({ proposal: row.id, at: now });
    return row;
  });
}

/** A proposal of the actor's, whatever became of it. */
export async function erasable(
  { tx, consultation, actor }: Scene<'proposals'>,
  number: number,
): Promise<ProposalRow | Refusal> {
  const row = await tx.proposals.byNumber(consultation.id, number);
  const own = row !== null && actor.partners.some((partner) => partner.id === row.partnerId);
  return own && row.state !== 'erased' ? row : refuse('no-such-proposal', { proposal: ref(number) });
}
