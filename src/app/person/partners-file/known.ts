/** Who is enrolled already, to be recognised in a file; grows with what the file brings. */
import type { PersonId } from '../../../core/ids.ts';
import { alike, folded, nameKey } from '../../../core/person/names.ts';
import type {
  Address,
  ContactDetails,
  DirectoryEntry,
  DirectoryPlace,
  OrganisationDetails,
} from '../../ports/people.ts';
import type { PartnerLine } from './row.ts';

export interface KnownPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly enrolledLang: string | null;
  readonly contact: ContactDetails;
  readonly addresses: readonly Address[];
  readonly roles: DirectoryEntry['roles'];
  /** By organisation, its name folded. */
  readonly places: ReadonlyMap<string, Pick<DirectoryPlace, 'college' | 'place' | 'replaced'>>;
}

export interface KnownOrganisation {
  /** As it is stored. */
  readonly name: string;
  readonly college: string | null;
  readonly about: OrganisationDetails;
}

export interface Recognised {
  readonly person: KnownPerson | null;
  /** Somebody else a line would have fitted too. */
  readonly other: KnownPerson | null;
}

export interface Known {
  /**
   * By an account on a chat, else by name and organisation, else by e-mail: the same name, or one that may be an
   * earlier spelling of it (a word in common, and nobody in the file bears the other).
   */
  recognise(line: PartnerLine): Recognised;
  organisation(name: string): KnownOrganisation | null;
  put(person: KnownPerson, organisation: KnownOrganisation | null): void;
}

export const accountKey = ({ platform, workspace, userId }: Address): string =>
  JSON.stringify([platform, workspace, userId]);

/** `named` are the `nameKey`s of everybody in the file. */
export function knownFrom(entries: readonly DirectoryEntry[], named: ReadonlySet<string>): Known {
  const people = new Map<string, KnownPerson>();
  const organisations = new Map<string, KnownOrganisation>();
  const byAccount = new Map<string, string>();
  const byPlace = new Map<string, string>();
  const byEmail = new Map<string, Set<string>>();

  const placeKey = (name: string, organisation: string | null) =>
    `${nameKey(name)}|${organisation === null ? '' : folded(organisation)}`;
  const remember = (person: KnownPerson) => {
    people.set(person.id, person);
    for (const address of person.addresses) byAccount.set(accountKey(address), person.id);
    if (person.places.size === 0) byPlace.set(placeKey(person.name, null), person.id);
    for (const organisation of person.places.keys())
      byPlace.set(placeKey(person.name, organisation), person.id);
    const { email } = person.contact;
    if (email !== null) byEmail.set(email, (byEmail.get(email) ?? new Set()).add(person.id));
  };
  for (const entry of entries) {
    for (const { organisation, college, about } of entry.places)
      organisations.set(folded(organisation), { name: organisation, college, about });
    const places = new Map(entry.places.map((one) => [folded(one.organisation), one] as const));
    remember({ ...entry, places });
  }

  const byMailbox = ({ name, contact }: PartnerLine): KnownPerson | null => {
    const holders = [...(byEmail.get(contact.email ?? '') ?? [])].map((id) => people.get(id)!);
    const same = holders.find((one) => nameKey(one.name) === nameKey(name));
    if (same) return same;
    const earlier = holders.filter((one) => alike(one.name, name) && !named.has(nameKey(one.name)));
    return earlier.length === 1 ? earlier[0]! : null;
  };
  return {
    recognise(line) {
      const found = [
        ...line.accounts.map((account) => byAccount.get(accountKey(account))),
        byPlace.get(placeKey(line.name, line.organisation)),
      ].flatMap((id) => (id === undefined ? [] : [people.get(id)!]));
      const all = [...found, byMailbox(line)].filter((one) => one !== null);
      const [person = null] = all;
      return { person, other: all.find((one) => one.id !== person?.id) ?? null };
    },
    organisation: (name) => organisations.get(folded(name)) ?? null,
    put(person, organisation) {
      remember(person);
      if (organisation !== null) organisations.set(folded(organisation.name), organisation);
    },
  };
}
