/** The lines of a partners' file become people and their organisations; the same file again brings them up to date. */
import type { OrganisationId, PartnerId, PersonId } from '../../core/ids.ts';
import { folded } from '../../core/person/names.ts';
import type { Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Address, ContactDetails, Enrolment, OrganisationDetails } from '../ports/people.ts';
import { changesOf } from './partners-file/changes.ts';
import type { FileFault, FileRemark } from './partners-file/fault.ts';
import { type Known, type KnownOrganisation, type KnownPerson, knownFrom } from './partners-file/known.ts';
import type { PartnerLine } from './partners-file/row.ts';

export interface PartnersImport {
  readonly lines: AsyncIterable<PartnerLine>;
  /** `nameKey`s of everybody in the file. */
  readonly named: ReadonlySet<string>;
  /** What the file says of each organisation, by its folded name. */
  readonly organisations: ReadonlyMap<string, OrganisationDetails>;
  /** For lines that say none, of people and organisations not known yet. */
  readonly college: string | null;
  /** The chat of those who have no other. */
  readonly page: Pick<Address, 'platform' | 'workspace'>;
  /** Nobody can guess it. */
  readonly newUserId: () => string;
}

export interface PartnersImported {
  readonly lines: number;
  readonly people: { readonly new: number; readonly updated: number; readonly unchanged: number };
  /** Organisations that were not known. */
  readonly organisations: number;
  /** Enrolled on the page, for want of another chat. */
  readonly onPage: number;
  readonly updates: readonly {
    readonly line: number;
    readonly name: string;
    readonly fields: readonly string[];
  }[];
  readonly renamed: readonly { readonly line: number; readonly from: string; readonly to: string }[];
  /** Known as partners, and not in this file: left as they are. */
  readonly missing: readonly { readonly name: string; readonly organisations: readonly string[] }[];
  readonly remarks: readonly FileRemark[];
}

/** Lines stored at a time. */
const BATCH = 500;

/** All lines, or faults and nothing to keep: the transaction is the caller's to undo. */
export async function importPartners(
  scene: Scene<'people'>,
  given: PartnersImport,
): Promise<PartnersImported | readonly FileFault[] | Refusal> {
  const { tx, consultation, now } = scene;
  const act = { verb: 'partners.import', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    const before = await tx.people.directory(consultation.id);
    const known = knownFrom(before, given.named);
    const faults: FileFault[] = [];
    const remarks: FileRemark[] = [];
    const updates: { line: number; name: string; fields: string[] }[] = [];
    const renamed: { line: number; from: string; to: string }[] = [];
    const seen = new Map<string, 'new' | 'updated' | 'unchanged'>();
    const reached = { lines: 0, organisations: 0, onPage: 0 };
    let batch: Enrolment[] = [];
    const store = async () => {
      if (faults.length === 0) await tx.people.enrol(consultation.id, batch, now);
      batch = [];
    };
    for await (const written of given.lines) {
      reached.lines += 1;
      const recognised = known.recognise(written);
      const again = recognised.person !== null && seen.has(recognised.person.id) ? recognised.person : null;
      const left = leftPlace(written, recognised.person);
      const line = together(left ? { ...written, organisation: null } : written, again, given.organisations);
      if (left) remarks.push(left);
      if (again !== null) remarks.push(...differences(written, again));
      const read = enrolmentOf(scene, given, line, { known, ...recognised });
      if ('code' in read) {
        faults.push(read);
        continue;
      }
      const { enrolment, person, changes } = read;
      const { person: met, other } = recognised;
      if (other !== null)
        remarks.push({
          code: 'two-people',
          line: line.line,
          details: { name: line.name, other: other.name },
        });
      const was = seen.get(person.id);
      const state = met === null ? 'new' : changes.length > 0 ? 'updated' : 'unchanged';
      if (was === undefined || (was === 'unchanged' && state === 'updated')) seen.set(person.id, state);
      if (met !== null && changes.length > 0 && was !== 'new')
        updates.push({ line: line.line, name: line.name, fields: changes });
      if (met !== null && met.name !== line.name)
        renamed.push({ line: line.line, from: met.name, to: line.name });
      if (read.newOrganisation) reached.organisations += 1;
      if (met === null && enrolment.addresses.some(({ platform }) => platform === given.page.platform))
        reached.onPage += 1;
      batch.push(enrolment);
      if (batch.length === BATCH) await store();
    }
    if (faults.length > 0) return faults;
    await store();
    const states = [...seen.values()];
    const many = (state: string) => states.filter((one) => one === state).length;
    return {
      ...reached,
      people: { new: many('new'), updated: many('updated'), unchanged: many('unchanged') },
      updates,
      renamed,
      missing: before
        .filter(({ id, places }) => places.some(({ replaced }) => !replaced) && !seen.has(id))
        .map(({ name, places }) => ({ name, organisations: places.map(({ organisation }) => organisation) })),
      remarks,
    };
  });
}

interface Read {
  readonly enrolment: Enrolment;
  /** As they are once the line is stored. */
  readonly person: KnownPerson;
  readonly changes: string[];
  readonly newOrganisation: boolean;
}

function enrolmentOf(
  { consultation, ids }: Scene,
  { college: usual, page, newUserId }: PartnersImport,
  line: PartnerLine,
  { known, person: met }: { readonly known: Known; readonly person: KnownPerson | null },
): Read | FileFault {
  const organisation = line.organisation === null ? null : known.organisation(line.organisation);
  const name = organisation?.name ?? line.organisation;
  const key = name === null ? null : folded(name);
  const college =
    line.college ??
    (key === null ? undefined : met?.places.get(key)?.college) ??
    organisation?.college ??
    usual;
  if (name !== null && college === null)
    return {
      line: line.line,
      row: line.row,
      column: 1,
      header: null,
      code: 'college-missing',
      details: { choices: consultation.content.colleges.map((one) => one.key) },
    };
  const changes = met === null ? [] : changesOf(line, met, organisation, { key, college });
  const before = met?.addresses ?? [];
  const has = (platform: string) => [...before, ...line.accounts].some((one) => one.platform === platform);
  const wantsPage = before.length + line.accounts.length === 0 || line.contact.preferred === page.platform;
  const addresses = [
    ...line.accounts,
    ...(wantsPage && !has(page.platform) ? [{ ...page, userId: newUserId() }] : []),
  ];
  const lang = line.lang ?? met?.enrolledLang ?? consultation.content.languages[0];
  const personId = met?.id ?? ids.next<PersonId>();
  const enrolment: Enrolment = {
    personId,
    name: line.name,
    lang,
    contact: line.contact,
    addresses: addresses.map((address) => ({ ...address, id: ids.next() })),
    roles: line.group === null ? [] : [{ id: ids.next(), role: 'committee', group: line.group }],
    partner:
      name === null || college === null
        ? null
        : {
            id: ids.next<PartnerId>(),
            organisationId: ids.next<OrganisationId>(),
            organisation: name,
            college,
            attribution: consultation.content.rules.attribution.default,
            about: line.about,
            place: line.place,
          },
  };
  const person = after(enrolment, met, key);
  const about = organisationAfter(enrolment, organisation);
  known.put(person, about);
  return { enrolment, person, changes, newOrganisation: about !== null && organisation === null };
}

/** A line with what the file says elsewhere: of the organisation together, of the person what came first. */
function together(
  line: PartnerLine,
  again: KnownPerson | null,
  organisations: PartnersImport['organisations'],
): PartnerLine {
  const about =
    (line.organisation === null ? undefined : organisations.get(folded(line.organisation))) ?? line.about;
  if (again === null) return { ...line, about };
  return { ...line, about, name: again.name, contact: merged(line.contact, again.contact) };
}

/** An older file than the replacement of whom it names. */
function leftPlace({ line, name, organisation }: PartnerLine, person: KnownPerson | null): FileRemark | null {
  const place = organisation === null ? undefined : person?.places.get(folded(organisation));
  return place?.replaced
    ? { code: 'replaced', line, details: { name, organisation: organisation ?? '' } }
    : null;
}

/** What a person's later line says otherwise, and is not taken. */
const differences = ({ line, name, contact }: PartnerLine, again: KnownPerson): FileRemark[] =>
  (['email', 'telephone', 'preferred'] as const).flatMap((field: keyof ContactDetails) => {
    const [found, other] = [contact[field], again.contact[field]];
    return found === null || other === null || found === other
      ? []
      : [{ code: 'contact-differs' as const, line, details: { name, found, other } }];
  });

/** What is known once a line is stored: given values, else those of before. */
function after(given: Enrolment, met: KnownPerson | null, key: string | null): KnownPerson {
  const { partner } = given;
  const places = new Map(met?.places);
  if (key !== null && partner !== null) {
    const place = merged(
      places.get(key)?.place ?? { jobTitle: null, capacity: null, substitute: false },
      partner.place,
    );
    places.set(key, { college: partner.college, place, replaced: false });
  }
  return {
    id: given.personId,
    name: given.name,
    enrolledLang: given.lang,
    contact: merged(met?.contact ?? given.contact, given.contact),
    addresses: [...(met?.addresses ?? []), ...given.addresses],
    roles: [...(met?.roles ?? []), ...given.roles],
    places,
  };
}

function organisationAfter(
  { partner }: Enrolment,
  known: KnownOrganisation | null,
): KnownOrganisation | null {
  if (partner === null) return known;
  const { about } = partner;
  const territories = about.territories.length > 0 ? about.territories : (known?.about.territories ?? []);
  return {
    name: partner.organisation,
    college: partner.college,
    about: { ...merged(known?.about ?? about, about), territories },
  };
}

const merged = <Details extends object>(before: Details, given: Details): Details =>
  Object.fromEntries(
    Object.entries(given).map(([field, value]) => [field, value ?? before[field as keyof Details]]),
  ) as Details;
