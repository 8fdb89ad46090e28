/** One line of a partners' file: who speaks, for whom, where to reach them; or what is wrong, cell by cell. */
import { readEmail } from '../../../core/person/email.ts';
import { folded } from '../../../core/person/names.ts';
import { readRna, readSiret } from '../../../core/person/registers.ts';
import type { Address, ContactDetails, OrganisationDetails, PlaceDetails } from '../../ports/people.ts';
import type { Columns, Field } from './columns.ts';
import type { FileFault, FileFaultCode, FileRemark } from './fault.ts';
import { CAPACITIES, CHANNELS, PLACES, type Vocabularies, type Vocabulary, YES_NO } from './words.ts';

export interface TableRow {
  readonly line: number;
  readonly row: number;
  readonly cells: readonly string[];
}

export interface PartnerLine {
  readonly line: number;
  readonly row: number;
  readonly name: string;
  /** null for somebody who only sits in the committee. */
  readonly organisation: string | null;
  /** Keys; null when the cell is empty. */
  readonly college: string | null;
  readonly group: string | null;
  readonly lang: string | null;
  readonly contact: ContactDetails;
  readonly about: OrganisationDetails;
  readonly place: PlaceDetails;
  /** On Slack and Matrix. */
  readonly accounts: readonly Address[];
  readonly remarks: readonly FileRemark[];
}

export interface RowOptions {
  readonly words: Vocabularies;
  /** Of the Slack ids that don't name theirs. */
  readonly slackWorkspace: string | null;
}

/** UTF-16 units; a cell that exceeds this is a misplaced quote or a misplaced text. */
const LONGEST: Readonly<Record<Field, number>> = {
  organisation: 300,
  acronym: 60,
  siret: 60,
  rna: 60,
  name: 200,
  given: 100,
  family: 100,
  jobTitle: 300,
  capacity: 60,
  place: 60,
  college: 200,
  group: 200,
  seat: 500,
  territories: 5_000,
  email: 600,
  telephone: 60,
  lang: 60,
  channel: 60,
  slack: 100,
  matrix: 300,
};
const NOTHING = /^(?:[-–—/.?]|n\.?\s?[ac]\.?|n\/a|néant|#n\/a)$/iu;
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** null for a line with nothing in it. */
export function readRow(
  { line, row, cells }: TableRow,
  { at, headers }: Columns,
  { words, slackWorkspace }: RowOptions,
): PartnerLine | readonly FileFault[] | null {
  if (cells.every((cell) => cell.trim() === '')) return null;
  const faults: FileFault[] = [];
  const remarks: FileRemark[] = [];
  const fault = (field: Field, code: FileFaultCode, details: FileFault['details'] = {}): null => {
    const column = at.get(field);
    const header = column === undefined ? null : headers[column]!;
    faults.push({ line, row, column: (column ?? 0) + 1, header, code, details });
    return null;
  };
  const cell = (field: Field): string | null => {
    const given = cells[at.get(field) ?? -1];
    if (given === undefined) return null;
    const read = readCell(given, LONGEST[field]);
    return 'code' in read ? fault(field, read.code, read.details) : read.text;
  };
  const word = <Value>(field: Field, vocabulary: Vocabulary<Value>, code: FileFaultCode): Value | null => {
    const found = cell(field);
    if (found === null) return null;
    return vocabulary.of(found) ?? fault(field, code, unknown(found, vocabulary));
  };
  const extra = cells.findIndex((one, column) => column >= headers.length && one.trim() !== '');
  if (extra >= 0)
    faults.push({
      line,
      row,
      column: extra + 1,
      header: null,
      code: 'cells-too-many',
      details: { cells: cells.length, headers: headers.length },
    });

  const whole = cell('name');
  const parts = [cell('given'), cell('family')].filter((part) => part !== null);
  const name = whole ?? (parts.length > 0 ? parts.join(' ') : null);
  const organisation = cell('organisation');
  const group = word('group', words.groups, 'group-unknown');
  const faulty = (field: Field) => faults.some(({ column }) => column === (at.get(field) ?? -1) + 1);
  if ((name === null || folded(name) === '') && !faulty('name') && !faulty('family') && !faulty('given'))
    fault(at.has('name') ? 'name' : 'family', 'name-missing', { organisation: organisation ?? '' });
  if ((organisation === null || folded(organisation) === '') && group === null)
    if (!faulty('organisation') && !faulty('group')) fault('organisation', 'organisation-missing');
  const college = word('college', words.colleges, 'college-unknown');
  const lang = word('lang', words.langs, 'lang-unknown');
  const registers = [register('siret', cell('siret'), fault), register('rna', cell('rna'), fault)];
  const accounts = [slack(cell('slack'), slackWorkspace, fault), matrix(cell('matrix'), fault)].filter(
    (account) => account !== null,
  );
  const preferred = word('channel', CHANNELS, 'channel-unknown');
  const telephone = cell('telephone');
  if (
    telephone !== null &&
    !/^[+\d(][\d\s().+\-–/]{5,}(?:\s?(?:poste|ext\.?|p\.)\s?\d{1,6})?$/iu.test(telephone)
  )
    remarks.push({ code: 'telephone-odd', line, details: { telephone } });
  // On Slack they are found by their e-mail.
  const findable = preferred === 'slack' && cell('email') !== null;
  if (
    (preferred === 'slack' || preferred === 'matrix') &&
    !findable &&
    !accounts.some(({ platform }) => platform === preferred)
  )
    remarks.push({
      code: 'channel-without-account',
      line,
      details: { name: name ?? '', channel: preferred },
    });
  const read: PartnerLine = {
    line,
    row,
    name: name ?? '',
    organisation,
    college,
    group,
    lang,
    contact: { email: email(cell('email'), fault), telephone, preferred },
    about: {
      acronym: cell('acronym'),
      siret: registers.find(({ siret }) => siret !== null)?.siret ?? null,
      rna: registers.find(({ rna }) => rna !== null)?.rna ?? null,
      seat: cell('seat'),
      territories: territories(cell('territories'), words.territories, fault),
    },
    place: {
      jobTitle: cell('jobTitle'),
      capacity: capacity(cell('capacity'), headers[at.get('capacity') ?? -1], fault),
      substitute: substitute(cell('place'), headers[at.get('place') ?? -1], fault),
    },
    accounts,
    remarks,
  };
  return faults.length > 0 ? faults.sort((a, b) => a.column - b.column) : read;
}

const unknown = (found: string, { choices, valid }: Vocabulary<unknown>): FileFault['details'] => ({
  found,
  choices,
  valid,
});

type Fault = (field: Field, code: FileFaultCode, details?: FileFault['details']) => null;

/** One line of plain text, or null; an Excel `="0123"` gives its digits. */
function readCell(
  given: string,
  longest: number,
): { readonly text: string | null } | Pick<FileFault, 'code' | 'details'> {
  // A quote left open in one line and closed in another makes a cell of what lies between.
  if (/\n(?:[^\n;]*;){3}|\n(?:[^\n\t]*\t){3}|\n(?:[^\n,]*,){5}/u.test(given))
    return { code: 'line-swallowed', details: {} };
  const wrapped = /^="([^"]*)"$/u.exec(given.trim())?.[1] ?? given;
  const text = wrapped
    .toWellFormed()
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();
  if (/\p{Cc}/u.test(text)) return { code: 'control-character', details: {} };
  if (text.length > longest) return { code: 'cell-too-long', details: { length: text.length, longest } };
  if (text.startsWith('=')) return { code: 'formula', details: { found: text } };
  // What protects a cell from being run as a formula.
  const plain = /^'[=+\-@\t]/u.test(text) ? text.slice(1) : text;
  return { text: plain === '' || NOTHING.test(plain) ? null : plain };
}

/** Either number in either column: one often serves for both. */
function register(
  field: 'siret' | 'rna',
  given: string | null,
  fault: Fault,
): Pick<OrganisationDetails, 'siret' | 'rna'> {
  const none = { siret: null, rna: null };
  if (given === null) return none;
  const text = given.replace(/^(?:siret|rna)\s*:?\s*/iu, '');
  if (/^w/iu.test(text) || !/\d/u.test(text))
    return { ...none, rna: readRna(text) ?? fault(field, 'register-unknown', { found: given }) };
  const read = readSiret(text);
  return { ...none, siret: 'siret' in read ? read.siret : fault(field, read.fault, { found: given }) };
}

function email(given: string | null, fault: Fault): string | null {
  if (given === null) return null;
  const several = given.split('@').length > 2;
  return readEmail(given) ?? fault('email', several ? 'email-several' : 'email-form', { found: given });
}

function slack(given: string | null, usual: string | null, fault: Fault): Address | null {
  if (given === null) return null;
  const [, workspace, userId] = /^(?:(T[A-Z0-9]{6,20})\s?[:/]\s?)?([UW][A-Z0-9]{6,20})$/u.exec(given) ?? [];
  if (userId === undefined) return fault('slack', 'slack-form', { found: given });
  const named = workspace ?? usual;
  return named === null
    ? fault('slack', 'slack-workspace', { found: given })
    : { platform: 'slack', workspace: named, userId };
}

/** A Matrix id names its server: one workspace holds them all. */
function matrix(given: string | null, fault: Fault): Address | null {
  if (given === null) return null;
  return /^@[a-z0-9._=/+-]{1,200}:[a-z0-9.-]{1,200}(?::\d{1,5})?$/iu.test(given)
    ? { platform: 'matrix', workspace: 'main', userId: given }
    : fault('matrix', 'matrix-form', { found: given });
}

function territories(given: string | null, known: Vocabulary<string>, fault: Fault): readonly string[] {
  if (given === null) return [];
  const whole = known.of(given);
  if (whole !== undefined) return [whole];
  const keys = given.split(/[,;|•/]/u).flatMap((part): string[] => {
    const one = known.of(part);
    if (one !== undefined || folded(part) === '') return one === undefined ? [] : [one];
    return part.split(/\s(?:et|and|&)\s/iu).flatMap((piece) => {
      const found = piece.trim();
      if (folded(found) === '') return [];
      const key = known.of(found) ?? fault('territories', 'territory-unknown', unknown(found, known));
      return key === null ? [] : [key];
    });
  });
  return [...new Set(keys)];
}

/** A column named after one of the two may be ticked instead. */
function capacity(given: string | null, header: string | undefined, fault: Fault): PlaceDetails['capacity'] {
  if (given === null) return null;
  const found = CAPACITIES.of(given);
  if (found !== undefined) return found;
  const ticked = YES_NO.of(given);
  const title = folded(header ?? '');
  if (ticked !== undefined && /^(?:elu|elue|elu e|elected)$/u.test(title))
    return ticked ? 'elected' : 'agent';
  if (ticked !== undefined && /^agent/u.test(title)) return ticked ? 'agent' : 'elected';
  return fault('capacity', 'capacity-unknown', unknown(given, CAPACITIES));
}

function substitute(given: string | null, header: string | undefined, fault: Fault): boolean | null {
  if (given === null) return null;
  const found = PLACES.of(given);
  if (found !== undefined) return found;
  const ticked = YES_NO.of(given);
  const title = folded(header ?? '');
  if (ticked !== undefined && /^(?:suppleant|suppleante|suppleant e|suppleance|substitute)$/u.test(title))
    return ticked;
  if (ticked !== undefined && /^(?:titulaire|holder)$/u.test(title)) return !ticked;
  return fault('place', 'place-unknown', unknown(given, PLACES));
}
