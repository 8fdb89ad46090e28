/** Who is behind a personal link, and whether the links given to them still hold. */
import type { Store, Transaction } from '../app/ports.ts';
import type { Guest, Guests } from '../chat/guest.ts';
import { inLang } from '../core/consultation/text.ts';

/** For a platform whose people all are in one workspace. */
export function createGuests(store: Store, platform: string, workspace: string): Guests {
  const address = (userId: string) => ({ platform, workspace, userId });
  const named = async (tx: Transaction, key: string) => tx.consultations.byKey(key);
  return {
    find: (key, userId) =>
      store.transaction(async (tx): Promise<Guest | null> => {
        const consultation = await named(tx, key);
        if (consultation === null) return null;
        const people = await tx.people.byAddress(address(userId));
        const person = people.find(({ consultationId }) => consultationId === consultation.id);
        const generation = await tx.people.linkGeneration(consultation.id, address(userId));
        if (person === undefined || person.name === null || generation === null) return null;
        const { content } = consultation;
        const local = (text: typeof content.title) => inLang(text, person.lang, content.languages);
        return {
          consultation: key,
          userId,
          generation,
          name: person.name,
          lang: person.lang,
          zone: person.zone ?? content.zone,
          team: person.roles.some((role) => role !== 'committee'),
          title: local(content.title),
          asker: local(content.asker),
        };
      }),
    revoke: (key, userId) =>
      store.transaction(async (tx) => {
        const consultation = await named(tx, key);
        if (consultation !== null) await tx.people.revokeLinks(consultation.id, address(userId));
      }),
  };
}
