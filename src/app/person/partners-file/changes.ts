import type { OrganisationDetails, PlaceDetails } from '../../ports/people.ts';
import type { KnownOrganisation, KnownPerson } from './known.ts';
import { accountKey } from './known.ts';
import type { PartnerLine } from './row.ts';

/** What of a line is new about somebody: names of fields, none when all of it is known. */
export function changesOf(
  line: PartnerLine,
  person: KnownPerson,
  organisation: KnownOrganisation | null,
  place: { readonly key: string | null; readonly college: string | null },
): string[] {
  const { contact, about } = line;
  const seat = place.key === null ? undefined : person.places.get(place.key);
  const differs = <Value>(given: Value | null, known: Value | null | undefined): boolean =>
    given !== null && given !== known;
  const accounts = new Set(person.addresses.map(accountKey));
  const told = (['jobTitle', 'capacity', 'substitute'] as const).filter((field: keyof PlaceDetails) =>
    differs(line.place[field], seat?.place[field]),
  );
  const said = (['acronym', 'siret', 'rna', 'seat'] as const).filter((field: keyof OrganisationDetails) =>
    differs(about[field], organisation?.about[field]),
  );
  const { territories } = about;
  return [
    ...(line.name === person.name ? [] : ['name']),
    ...(place.key !== null && seat === undefined ? ['organisation'] : []),
    ...(seat !== undefined && differs(place.college, seat.college) ? ['college'] : []),
    ...(seat === undefined && place.key !== null
      ? told.filter((field) => line.place[field] !== false)
      : told),
    ...said,
    ...(territories.length > 0 && sorted(territories) !== sorted(organisation?.about.territories ?? [])
      ? ['territories']
      : []),
    ...(['email', 'telephone', 'preferred'] as const).filter((field) =>
      differs(contact[field], person.contact[field]),
    ),
    ...(differs(line.lang, person.enrolledLang) ? ['lang'] : []),
    ...(line.accounts.every((account) => accounts.has(accountKey(account))) ? [] : ['account']),
    ...(line.group === null ||
    person.roles.some(({ role, group }) => role === 'committee' && group === line.group)
      ? []
      : ['group']),
  ];
}

const sorted = (keys: readonly string[]): string => [...keys].sort().join();
