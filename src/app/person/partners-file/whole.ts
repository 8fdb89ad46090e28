/** What only shows from one line of a partners' file to another. Holds a few words a line, not the lines. */
import { alike, folded, nameKey } from '../../../core/person/names.ts';
import type { OrganisationDetails } from '../../ports/people.ts';
import type { Columns, Field } from './columns.ts';
import type { FileFault, FileFaultCode, FileRemark } from './fault.ts';
import type { PartnerLine } from './row.ts';

export interface WholeFile {
  /** Compares a line with those before it. */
  check(line: PartnerLine): {
    readonly faults: readonly FileFault[];
    readonly remarks: readonly FileRemark[];
  };
  /** What the lines say of each organisation together, by its folded name: the first said, every territory. */
  readonly organisations: ReadonlyMap<string, OrganisationDetails>;
}

interface Found {
  fault(field: Field, code: FileFaultCode, details: FileFault['details']): void;
  remark(code: FileRemark['code'], details: FileRemark['details']): void;
}

type Check = (line: PartnerLine, found: Found) => void;

export function wholeFile(columns: Columns): WholeFile {
  const { at, headers } = columns;
  const organisations = new Map<string, OrganisationDetails>();
  const checks = [
    twice(columns),
    accounts(),
    mailboxes(),
    namesakes(),
    organisationsIn(columns, organisations),
  ];
  return {
    organisations,
    check(one) {
      const faults: FileFault[] = [];
      const remarks: FileRemark[] = [];
      const found: Found = {
        fault(field, code, details) {
          const column = at.get(field);
          const header = column === undefined ? null : headers[column]!;
          faults.push({ line: one.line, row: one.row, column: (column ?? 0) + 1, header, code, details });
        },
        remark: (code, details) => void remarks.push({ code, line: one.line, details }),
      };
      for (const check of checks) check(one, found);
      return { faults, remarks };
    },
  };
}

function twice({ at }: Columns): Check {
  const seen = new Map<string, number>();
  return ({ line, name, organisation }, { fault }) => {
    const key = `${nameKey(name)}|${folded(organisation ?? '')}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else fault(at.has('name') ? 'name' : 'family', 'person-twice', { first, name });
  };
}

function accounts(): Check {
  const held = new Map<string, { readonly line: number; readonly name: string }>();
  return ({ line, name, accounts: given }, { fault }) => {
    for (const { platform, workspace, userId } of given) {
      const key = JSON.stringify([platform, workspace, userId]);
      const holder = held.get(key);
      if (holder === undefined) held.set(key, { line, name });
      else if (!alike(holder.name, name))
        fault(platform === 'slack' ? 'slack' : 'matrix', 'account-shared', {
          first: holder.line,
          name: holder.name,
          found: userId,
        });
    }
  };
}

function mailboxes(): Check {
  const held = new Map<string, { readonly line: number; readonly name: string }>();
  return ({ line, name, contact: { email } }, { remark }) => {
    if (email === null) return;
    const holder = held.get(email);
    if (holder === undefined) held.set(email, { line, name });
    else if (nameKey(holder.name) !== nameKey(name))
      remark('mailbox-shared', { email, first: holder.line, name, other: holder.name });
  };
}

/** The same name for two organisations, and nothing that says whether they are one person. */
function namesakes(): Check {
  const known = new Map<string, { readonly line: number; readonly marks: ReadonlySet<string> }>();
  return ({ line, name, contact, accounts: given }, { remark }) => {
    const marks = new Set([
      ...(contact.email === null ? [] : [contact.email]),
      ...given.map(({ platform, userId }) => `${platform} ${userId}`),
    ]);
    const first = known.get(nameKey(name));
    if (first === undefined) known.set(nameKey(name), { line, marks });
    else if (![...marks].some((mark) => first.marks.has(mark)))
      remark('namesakes', { name, first: first.line });
  };
}

function organisationsIn({ at }: Columns, together: Map<string, OrganisationDetails>): Check {
  const first = new Map<string, { readonly line: number; college: string | null }>();
  const sirets = new Map<string, { readonly line: number; readonly organisation: string }>();
  return ({ line, organisation, college, about }, { fault, remark }) => {
    if (organisation === null) return;
    const key = folded(organisation);
    const said = together.get(key);
    const head = first.get(key) ?? { line, college };
    first.set(key, head);
    for (const field of ['siret', 'rna', 'acronym', 'seat'] as const) {
      const [now, then] = [about[field], said?.[field] ?? null];
      if (now === null || then === null || now === then) continue;
      if (field === 'siret' || field === 'rna')
        fault(at.has(field) ? field : 'siret', 'register-differs', {
          first: head.line,
          found: now,
          other: then,
        });
      else remark('organisation-differs', { organisation, first: head.line, found: now, other: then });
    }
    together.set(key, {
      acronym: said?.acronym ?? about.acronym,
      siret: said?.siret ?? about.siret,
      rna: said?.rna ?? about.rna,
      seat: said?.seat ?? about.seat,
      territories: [...new Set([...(said?.territories ?? []), ...about.territories])],
    });
    if (college !== null && head.college !== null && college !== head.college)
      remark('college-differs', { organisation, first: head.line });
    head.college ??= college;
    if (about.siret === null) return;
    const holder = sirets.get(about.siret);
    if (holder === undefined) sirets.set(about.siret, { line, organisation });
    else if (folded(holder.organisation) !== key)
      remark('register-shared', {
        siret: about.siret,
        first: holder.line,
        organisation,
        other: holder.organisation,
      });
  };
}
