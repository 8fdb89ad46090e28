import type { Attribution, Lang } from '../../core/consultation/model.ts';
import type { OrganisationId, PartnerId, PersonId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Ids } from '../ports/edge.ts';
import type {
  Address,
  ContactDetails,
  Enrolment,
  OrganisationDetails,
  PlaceDetails,
  RoleName,
} from '../ports/people.ts';
import type { Transaction } from '../ports/store.ts';

/** Somebody to enrol, as a file or a form tells them. */
export interface Newcomer {
  readonly name: string;
  readonly lang: Lang;
  readonly contact?: Partial<ContactDetails>;
  readonly addresses: readonly Address[];
  readonly roles: readonly RoleName[];
  /** Of the committee, for a member of it: what is known stays when absent. */
  readonly group?: string;
  /** null for somebody who only runs the consultation. */
  readonly partner: {
    readonly organisation: string;
    readonly college: string;
    /** The consultation's default when absent. */
    readonly attribution?: Attribution;
    readonly about?: Partial<OrganisationDetails>;
    readonly place?: Partial<PlaceDetails>;
  } | null;
}

export const NO_CONTACT: ContactDetails = { email: null, telephone: null, preferred: null };
export const NO_DETAILS: OrganisationDetails = {
  acronym: null,
  siret: null,
  rna: null,
  seat: null,
  territories: [],
};
export const NO_PLACE: PlaceDetails = { jobTitle: null, capacity: null, substitute: null };

/** Enrols people; the same people again are brought up to date, and keep what they chose themselves. */
export async function enrolPeople(
  tx: Pick<Transaction, 'people'>,
  consultation: LoadedConsultation,
  newcomers: readonly Newcomer[],
  edge: { readonly ids: Ids; readonly now: Instant },
): Promise<void> {
  const { ids } = edge;
  const { rules } = consultation.content;
  const organisations = new Map<string, OrganisationId>();
  const organisationId = (name: string): OrganisationId => {
    const id = organisations.get(name) ?? ids.next<OrganisationId>();
    organisations.set(name, id);
    return id;
  };
  const people = newcomers.map(
    ({ name, lang, contact, addresses, roles, group, partner }): Enrolment => ({
      personId: ids.next<PersonId>(),
      name,
      lang,
      contact: { ...NO_CONTACT, ...contact },
      addresses: addresses.map((address) => ({ ...address, id: ids.next() })),
      roles: roles.map((role) => ({
        id: ids.next(),
        role,
        group: role === 'committee' ? (group ?? null) : null,
      })),
      partner: partner && {
        id: ids.next<PartnerId>(),
        organisationId: organisationId(partner.organisation),
        organisation: partner.organisation,
        college: partner.college,
        attribution: partner.attribution ?? rules.attribution.default,
        about: { ...NO_DETAILS, ...partner.about },
        place: { ...NO_PLACE, ...partner.place },
      },
    }),
  );
  await tx.people.enrol(consultation.id, people, edge.now);
}
