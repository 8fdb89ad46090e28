/** The partners of a consultation, as those who run it see them. */
import type { OrganisationId, PartnerId, PersonId } from '../../core/ids.ts';
import type { Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Address, DirectoryEntry, DirectoryPlace, LinkedAddress } from '../ports/people.ts';

/** Somebody for one organisation. */
export interface ListedPartner {
  readonly partner: PartnerId;
  readonly person: PersonId;
  readonly name: string;
  readonly lang: string;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly college: string;
  readonly about: DirectoryPlace['about'];
  readonly place: DirectoryPlace['place'];
  readonly contact: DirectoryEntry['contact'];
  readonly addresses: readonly Address[];
  readonly stopped: boolean;
  /** Invited to an open round, and nothing said in it yet. */
  readonly silent: boolean;
  /** No chat but the page, and no e-mail: somebody must give them their link. */
  readonly unreachable: boolean;
}

export interface PartnersFilter {
  readonly college?: string;
  readonly silent?: boolean;
  readonly unreachable?: boolean;
}

export async function listPartners(
  scene: Scene<'people' | 'rounds' | 'participations'>,
  { page, filter = {} }: { readonly page: Pick<Address, 'platform'>; readonly filter?: PartnersFilter },
): Promise<readonly ListedPartner[] | Refusal> {
  const { tx, consultation } = scene;
  const act = { verb: 'partners.list', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    const silent = new Set<string>();
    for (const round of await tx.rounds.of(consultation.id))
      if (round.state === 'open')
        for (const { state, answered, partnerId } of await tx.participations.of(round.id))
          if (answered.length === 0 && (state === 'invited' || state === 'started')) silent.add(partnerId);
    return (await tx.people.directory(consultation.id))
      .flatMap(({ id, name, lang, contact, addresses, stoppedAt, places }) =>
        places
          .filter(({ replaced }) => !replaced)
          .map(
            ({ replaced: _, attribution: __, ...place }): ListedPartner => ({
              ...place,
              person: id,
              name,
              lang,
              contact,
              addresses: addresses.map(bare),
              stopped: stoppedAt !== null,
              silent: silent.has(place.partner),
              unreachable:
                contact.email === null && addresses.every(({ platform }) => platform === page.platform),
            }),
          ),
      )
      .filter(
        (one) =>
          (filter.college === undefined || one.college === filter.college) &&
          (!filter.silent || one.silent) &&
          (!filter.unreachable || one.unreachable),
      );
  });
}

const bare = ({ platform, workspace, userId }: LinkedAddress): Address => ({ platform, workspace, userId });
