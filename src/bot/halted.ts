/** A workspace that lets the bot in no more: whoever runs the consultation hears of it, in another place, once a day. */
import { directsAt } from '../app/directs.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Ids } from '../app/ports/edge.ts';
import type { Address, Person } from '../app/ports/people.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { Instant } from '../core/time.ts';
import { answer } from './talk.ts';
import { tellPeople } from './tell-people.ts';

const KIND = 'halted';
const DAY = 86_400_000;

export interface Halted extends Pick<Address, 'platform' | 'workspace'> {
  /** As people see it; null where that was never known. */
  readonly name: string | null;
}

export async function tellHalted(
  tx: Pick<Transaction, 'people' | 'conversations' | 'outbox'>,
  consultation: LoadedConsultation,
  edge: { readonly ids: Ids; readonly now: Instant },
  halted: Halted,
): Promise<void> {
  const elsewhere = ({ platform, workspace }: Address) =>
    platform !== halted.platform || workspace !== halted.workspace;
  const team = new Map<string, { readonly person: Person; readonly address: Address }>();
  for (const role of ['facilitator', 'staff'] as const)
    for (const person of await tx.people.withRole(consultation.id, role)) {
      const address = person.addresses.find(elsewhere);
      if (address !== undefined) team.set(person.id, { person, address });
    }
  const found = [...team.values()];
  const conversations = await directsAt(
    { tx, ...edge },
    consultation.id,
    found.map(({ address }) => address),
  );
  const told = await tx.outbox.left(
    conversations.map(({ id }) => id),
    [KIND],
    edge.now - DAY,
  );
  const due = found
    .map(({ person }, at) => ({ person, conversation: conversations[at]! }))
    .filter(({ conversation }) => !told.has(conversation.id));
  await tellPeople({ tx, consultation, ...edge }, due, KIND, (say) =>
    answer(...say.halted(halted.platform, halted.name ?? halted.workspace)),
  );
}
