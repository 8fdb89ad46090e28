import type { Attribution, Lang, Standing } from '../../core/consultation/model.ts';
import type { ConsultationId, OrganisationId, PartnerId, PersonId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';

export type RoleName = 'facilitator' | 'staff' | 'committee';

/** As whom somebody speaks: chosen by voters or members, or employed. */
export type Capacity = 'elected' | 'agent';

export interface Address {
  readonly platform: string;
  readonly workspace: string;
  readonly userId: string;
}

export interface Person {
  readonly id: PersonId;
  readonly consultationId: ConsultationId;
  /** null once erased. */
  readonly name: string | null;
  readonly lang: Lang;
  readonly zone: string | null;
  /** In small letters; several people may share one. */
  readonly email: string | null;
  readonly stoppedAt: Instant | null;
  readonly roles: readonly RoleName[];
  /** The preferred one first: messages go there. Those whose account is closed come last. */
  readonly addresses: readonly Address[];
}

export interface Partner {
  readonly id: PartnerId;
  readonly consultationId: ConsultationId;
  /** Who speaks there now: the successor of whoever was enrolled, since they were replaced. */
  readonly person: Person;
  readonly succeeded: boolean;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly college: string;
  readonly substitute: boolean;
  readonly attribution: Attribution;
  /** null until they chose: see `standingOf`. */
  readonly standing: Standing | null;
  /** Whether close ideas of theirs may be shown to other partners; null until they were asked. */
  readonly sharing: Sharing | null;
}

/** `asked`: asked once, without an answer; it counts as a no while a round is open. */
export type Sharing = 'asked' | 'shown' | 'hidden';

/** What a file or a form says of somebody; null leaves what is known. */
export interface ContactDetails {
  readonly email: string | null;
  readonly telephone: string | null;
  /** A platform. */
  readonly preferred: string | null;
}

/** What a file or a form says of an organisation; null, and no territory, leave what is known. */
export interface OrganisationDetails {
  readonly acronym: string | null;
  readonly siret: string | null;
  readonly rna: string | null;
  readonly seat: string | null;
  readonly territories: readonly string[];
}

/** What a file or a form says of somebody's place in an organisation; null leaves what is known. */
export interface PlaceDetails {
  readonly jobTitle: string | null;
  readonly capacity: Capacity | null;
  /** A holder when nothing was ever said. */
  readonly substitute: boolean | null;
}

export interface LinkedAddress extends Address {
  /** Of the personal links that hold. */
  readonly linkGeneration: number;
}

/** Somebody as the partners' file and the team see them. */
export interface DirectoryEntry {
  readonly id: PersonId;
  readonly name: string;
  readonly lang: Lang;
  /** The language the team last gave; null when it never did. */
  readonly enrolledLang: Lang | null;
  readonly contact: ContactDetails;
  /** The preferred one first. */
  readonly addresses: readonly LinkedAddress[];
  readonly stoppedAt: Instant | null;
  readonly roles: readonly { readonly role: RoleName; readonly group: string | null }[];
  /** The organisations they speak for, and spoke for until they were replaced. */
  readonly places: readonly DirectoryPlace[];
}

export interface DirectoryPlace {
  readonly partner: PartnerId;
  /** Somebody else speaks there now. */
  readonly replaced: boolean;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly college: string;
  readonly attribution: Attribution;
  readonly about: OrganisationDetails;
  readonly place: PlaceDetails;
}

/** One person to enrol; the same id, address or name in the same organisation again updates. */
export interface Enrolment {
  readonly personId: PersonId;
  readonly name: string;
  /** Takes the place of theirs when it is not the one given last time. */
  readonly lang: Lang;
  readonly contact: ContactDetails;
  readonly addresses: readonly (Address & { readonly id: string })[];
  readonly roles: readonly { readonly id: string; readonly role: RoleName; readonly group: string | null }[];
  readonly partner: {
    readonly id: PartnerId;
    readonly organisationId: OrganisationId;
    readonly organisation: string;
    readonly college: string;
    readonly attribution: Attribution;
    readonly about: OrganisationDetails;
    readonly place: PlaceDetails;
  } | null;
}

export interface People {
  /** The people this address stands for: one a consultation. */
  byAddress(address: Address): Promise<readonly Person[]>;
  byId(id: PersonId): Promise<Person | null>;
  /** By id; null once erased. */
  names(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string | null>>;
  /** By exact name, e-mail, address user id or id; for the command line's `--as`. */
  find(consultationId: ConsultationId, who: string): Promise<Person | null>;
  enrol(consultationId: ConsultationId, people: readonly Enrolment[], at: Instant): Promise<void>;
  /** Everybody of a consultation but who was erased, in the order they came. */
  directory(consultationId: ConsultationId): Promise<readonly DirectoryEntry[]>;
  partnersOf(personId: PersonId): Promise<readonly Partner[]>;
  /** All partners of a consultation, of some colleges when given, in a stable order. */
  partners(consultationId: ConsultationId, colleges?: readonly string[]): Promise<readonly Partner[]>;
  partner(id: PartnerId): Promise<Partner | null>;
  withRole(consultationId: ConsultationId, role: RoleName): Promise<readonly Person[]>;
  setAttribution(id: PartnerId, attribution: Attribution): Promise<void>;
  /** The language the person chose; no enrolment changes it, unless the team gives another than it last gave. */
  setLang(id: PersonId, lang: Lang): Promise<void>;
  /** Gives the place `from` speaks in to somebody, perhaps back to who was enrolled there; how its words may be quoted so far is kept. */
  succeed(id: PartnerId, from: PersonId, successor: PersonId): Promise<void>;
  setStanding(id: PartnerId, standing: Standing | null): Promise<void>;
  setSharing(id: PartnerId, sharing: Sharing): Promise<void>;
  setStopped(id: PersonId, at: Instant | null): Promise<void>;
  /** Personal links and sessions of an older generation are void; null when nobody has that address. */
  linkGeneration(consultationId: ConsultationId, address: Address): Promise<number | null>;
  revokeLinks(consultationId: ConsultationId, address: Address): Promise<void>;
}
