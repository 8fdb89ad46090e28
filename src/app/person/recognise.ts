/** Who somebody on a chat is: by the e-mail that the team gave for them, or by a personal link they hold. */
import type { ConsultationId, PersonId } from '../../core/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { Instant } from '../../core/time.ts';
import { perform, type Scene } from '../perform.ts';
import type { Ids } from '../ports/edge.ts';
import type { Address } from '../ports/people.ts';
import type { Profile } from '../ports/profiles.ts';
import type { Transaction } from '../ports/store.ts';
import { knowProfile } from './know-profile.ts';

type Needs = 'profiles' | 'people' | 'consultations' | 'acts';
interface Edge {
  readonly ids: Ids;
  readonly now: Instant;
}

/**
 * Gives the account to whoever alone has its e-mail in a consultation; how many consultations that is. Several people
 * who share a mailbox are nobody: they are asked.
 */
export async function recogniseByEmail(
  tx: Pick<Transaction, Needs>,
  address: Address,
  said: Profile,
  edge: Edge & { readonly wrote: boolean },
): Promise<number> {
  if (said.email === null || said.gone) return 0;
  let found = 0;
  for (const one of await tx.profiles.alone(said.email, address)) {
    const consultation = await tx.consultations.byId(one.consultationId);
    if (consultation === null) continue;
    const scene = { tx, ids: edge.ids, now: edge.now, consultation, actor: 'system' } as const;
    const act = { verb: 'person.recognise', subjectType: 'person', subjectId: one.personId } as const;
    const linked = await perform(scene, act, () => link(tx, one, address, edge));
    if (isRefusal(linked)) continue;
    await tx.profiles.prefer(one.personId, address.platform, edge.wrote ? 'untold' : 'silent');
    found += 1;
  }
  if (found > 0) await knowProfile(tx, address, said, edge.now);
  return found;
}

/** Somebody who holds their own personal link says so on a chat: they are written to there from now on. */
export function linkAccount(scene: Scene<'profiles'>, address: Address): Promise<PersonId | Refusal> {
  const { tx, actor, consultation } = scene;
  const { person } = actor;
  const act = { verb: 'person.link', subjectType: 'person', subjectId: person.id } as const;
  return perform(scene, act, async () => {
    const { platform, workspace } = address;
    // A second account in one workspace may be somebody else's, with a link that was passed on.
    if (person.addresses.some((one) => one.platform === platform && one.workspace === workspace))
      return refuse('account-known');
    const linked = await link(tx, { personId: person.id, consultationId: consultation.id }, address, scene);
    if (isRefusal(linked)) return linked;
    await tx.profiles.prefer(person.id, platform, 'always');
    return person.id;
  });
}

async function link(
  tx: Pick<Transaction, 'profiles'>,
  person: { readonly personId: PersonId; readonly consultationId: ConsultationId },
  address: Address,
  { ids }: Pick<Edge, 'ids'>,
): Promise<true | Refusal> {
  return (await tx.profiles.link(person, { ...address, id: ids.next() })) || refuse('account-known');
}
