/** Who is behind a personal link, and whether the links given to them still hold. */
import type { Store, Transaction } from '../app/ports/store.ts';
import type { Guest, Guests } from '../chat/guest.ts';
import type { Consultation } from '../core/consultation/model.ts';

/** `local` gives a text of the content in a language. */
export function createGuests(parts: {
  readonly store: Store;
  readonly platform: string;
  /** The only one there is on that platform. */
  readonly workspace: string;
  readonly local: (text: Consultation['title'], lang: string, languages: Consultation['languages']) => string;
}): Guests {
  const { store, platform, workspace } = parts;
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
        const local = (text: Consultation['title']) => parts.local(text, person.lang, content.languages);
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
