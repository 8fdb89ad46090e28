/** Whether several people write from one person's addresses: the same e-mail address says so, or the team does. */
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner, Person } from '../ports/people.ts';

const SHARED = 'address.share';
const PERSONAL = 'address.reserve';

/** The team's last word on it; theirs alone when nothing was ever said. */
async function saidShared({ tx, consultation }: Pick<Scene, 'tx' | 'consultation'>, { id }: Person) {
  const said = (await tx.acts.of(consultation.id, id)).filter(({ verb }) =>
    [SHARED, PERSONAL].includes(verb),
  );
  return said.at(-1)?.verb === SHARED;
}

/** Whether `guest` may speak from the addresses of `owner`: what anybody writes there is otherwise the owner's alone. */
export async function mayWriteFrom(
  scene: Pick<Scene, 'tx' | 'consultation'>,
  owner: Person,
  guest: Person,
): Promise<boolean> {
  return (owner.email !== null && owner.email === guest.email) || (await saidShared(scene, owner));
}

/** The team says that several people of the organisation write from there, or that it is one person's alone again. */
export async function shareAddress(
  scene: Scene<'people'>,
  named: (partner: Partner) => boolean,
  shared: boolean,
): Promise<Partner | Refusal> {
  const found = (await scene.tx.people.partners(scene.consultation.id)).filter(named);
  const people = new Set(found.map(({ person }) => person.id));
  const seat = people.size > 1 ? refuse('several-places', { count: people.size }) : found[0];
  if (!seat || isRefusal(seat)) return seat ?? refuse('no-such-partner');
  const { person } = seat;
  const verb = shared ? SHARED : PERSONAL;
  return perform(scene, { verb, subjectType: 'person', subjectId: person.id }, async () => seat);
}
