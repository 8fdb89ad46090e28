/** Personal links to the page: to whom they go, and how those given out are voided. */
import type { Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Address, DirectoryEntry, Person } from '../ports/people.ts';

/** Somebody who answers on the page, with what their link is signed for. */
export interface LinkFor {
  readonly name: string;
  readonly organisations: readonly string[];
  readonly email: string | null;
  readonly lang: string;
  readonly userId: string;
  readonly generation: number;
}

export interface LinksFor {
  readonly people: readonly LinkFor[];
  /** On the page too, and want no more messages. */
  readonly stopped: number;
}

/** Partners who are written to on the page: not those of another chat, nor those who said "stop". */
export async function linksFor(
  scene: Scene<'people'>,
  { page, college }: { readonly page: Pick<Address, 'platform' | 'workspace'>; readonly college?: string },
): Promise<LinksFor | Refusal> {
  const { tx, consultation } = scene;
  const act = { verb: 'partners.link', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    const found = (await tx.people.directory(consultation.id)).flatMap((entry) => {
      const [first] = entry.addresses;
      const places = entry.places.filter(
        (one) => !one.replaced && (college === undefined || one.college === college),
      );
      return first?.platform === page.platform && places.length > 0 ? [{ entry, first, places }] : [];
    });
    const writable = found.filter(({ entry }) => entry.stoppedAt === null);
    return {
      people: writable.map(({ entry, first, places }) => linkFor(entry, first, places)),
      stopped: found.length - writable.length,
    };
  });
}

const linkFor = (
  { name, contact, lang }: DirectoryEntry,
  { userId, linkGeneration }: DirectoryEntry['addresses'][number],
  places: DirectoryEntry['places'],
): LinkFor => ({
  name,
  organisations: places.map(({ organisation }) => organisation),
  email: contact.email,
  lang,
  userId,
  generation: linkGeneration,
});

/** Voids every link and session of somebody on the page; how many addresses that was. */
export async function revokeLinks(
  scene: Scene<'people'>,
  person: Person,
  page: Pick<Address, 'platform'>,
): Promise<number | Refusal> {
  const { tx, consultation } = scene;
  return perform(
    scene,
    { verb: 'partners.revoke', subjectType: 'person', subjectId: person.id },
    async () => {
      const addresses = person.addresses.filter(({ platform }) => platform === page.platform);
      for (const address of addresses) await tx.people.revokeLinks(consultation.id, address);
      return addresses.length;
    },
  );
}
