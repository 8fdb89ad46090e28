/** Any table is read or refused by line and column; what only shows from one line to another. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { FileFault } from '../../src/app/person/partners-file/fault.ts';
import type { PartnerLine } from '../../src/app/person/partners-file/row.ts';
import { formatFault, remarkIn } from '../../src/commands/partners/fault-words.ts';
import { type FirstReading, readAgain, readFirst } from '../../src/commands/partners/read-file.ts';
import { loadFolder } from '../../src/content/load-folder.ts';
import { folded, nameKey } from '../../src/core/person/names.ts';

const loaded = await loadFolder(join(import.meta.dirname, '../../prompts/mel-ess-2015-2020'));
if (!loaded.ok) throw new Error('the consultation is faulty');
const content = loaded.consultation;
const dir = mkdtempSync(join(tmpdir(), 'tour-partners-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function read(bytes: string | Uint8Array): Promise<FirstReading | FileFault> {
  const file = join(dir, 'any.csv');
  writeFileSync(file, bytes);
  return readFirst({ file, content, slackWorkspace: null }, () => {});
}

/** Every fault has a place and a sentence in both languages; without faults, a second reading gives the lines. */
async function readOrRefused(
  bytes: string | Uint8Array,
): Promise<readonly FileFault[] | readonly PartnerLine[]> {
  const first = await read(bytes);
  const faults = 'code' in first ? [first] : first.faults;
  for (const fault of faults) {
    expect(fault.line).toBeGreaterThan(0);
    expect(fault.column).toBeGreaterThan(0);
    for (const lang of ['fr', 'en'] as const)
      expect(formatFault('f', fault, lang)).not.toMatch(/undefined|\n/u);
  }
  if ('code' in first || faults.length > 0) return faults;
  for (const remark of first.remarks)
    for (const lang of ['fr', 'en'] as const) expect(remarkIn(lang, remark)).not.toMatch(/undefined|\n/u);
  const file = { file: join(dir, 'any.csv'), content, slackWorkspace: null };
  const lines = await Array.fromAsync(readAgain(file, first, () => {}));
  expect(lines).toHaveLength(first.lines);
  return lines;
}

const HEADERS = [
  'Organisation',
  'nom',
  'Prénom',
  'SIRET',
  'type',
  'e-mail',
  'territoires',
  'canal',
  'Slack',
  'x',
  'élu',
];
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'partenaires',
    'Lille, Roubaix',
    'a@b.example',
    '=1+1',
    "'=1",
    '',
    ' ',
    '-',
    'élue',
    '__proto__',
    '"',
    '\0',
  ),
);

describe('any file', () => {
  test('a table of any strings', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(';', ',', '\t'),
        fc.array(fc.array(cell, { minLength: 1, maxLength: 13 }), { maxLength: 8 }),
        fc.shuffledSubarray(HEADERS, { minLength: 3 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (delimiter, rows, headers, end) => {
          const text = stringify([headers, ...rows], {
            delimiter,
            record_delimiter: end,
            quoted_match: /[\r\n]/,
          });
          await readOrRefused(text);
        },
      ),
      { numRuns: 120 },
    ));

  test('any text, and any bytes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.uint8Array({ maxLength: 300 })),
        fc.boolean(),
        async (body, headed) => {
          const head = Buffer.from(headed ? 'organisation;nom;type\n' : '');
          await readOrRefused(Buffer.concat([head, Buffer.from(body as Uint8Array)]));
        },
      ),
      { numRuns: 120 },
    ));

  test('plain cells go in as they are, whatever the separator, the encoding and the order of columns', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{3}[A-Za-zÀ-ÖØ-öø-ÿŒœ€’]{1,7}$/u);
    return fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record({ nom: word, organisation: word }), {
          minLength: 1,
          maxLength: 6,
          selector: ({ nom, organisation }) => `${nameKey(nom)}|${folded(organisation)}`,
        }),
        fc.constantFrom(';', ','),
        fc.constantFrom('utf-8', 'bom', 'windows-1252', 'utf-16le'),
        fc.boolean(),
        async (people, delimiter, encoding, turned) => {
          const columns = turned ? (['organisation', 'nom'] as const) : (['nom', 'organisation'] as const);
          const text = stringify(
            [[...columns], ...people.map((one) => columns.map((column) => one[column]))],
            { delimiter },
          );
          const lines = await readOrRefused(encoded(text, encoding));
          expect(lines.map((one) => ('name' in one ? [one.name, one.organisation] : one.code))).toEqual(
            people.map(({ nom, organisation }) => [nom, organisation]),
          );
        },
      ),
      { numRuns: 80 },
    );
  });
});

const IN_1252: Readonly<Record<string, number>> = { Œ: 0x8c, œ: 0x9c, '€': 0x80, '’': 0x92 };

function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'windows-1252')
    return Uint8Array.from([...text], (letter) => IN_1252[letter] ?? letter.codePointAt(0)!);
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Buffer.from(encoding === 'bom' ? `\uFEFF${text}` : text);
}

describe('from one line to another', () => {
  const codes = async (...lines: string[]) => {
    const first = await read(['organisation;nom;type;e-mail;siret;slack', ...lines].join('\n'));
    if ('code' in first) return [first.code];
    return [...first.faults, ...first.remarks].map(
      ({ code, line, details }) => `${line} ${code} ${details.first}`,
    );
  };

  test('the same person twice for one organisation, whatever the order of their names', async () => {
    expect(await codes('A;Claire Delattre;partenaires;;;', 'a;DELATTRE Claire;partenaires;;;')).toEqual([
      '3 person-twice 2',
    ]);
  });
  test('an account of two people is refused, a mailbox of two people is said', async () => {
    const account = 'T012AB3C4:U061F7AUR';
    expect(await codes(`A;Ana Un;partenaires;;;${account}`, `B;Ben Deux;partenaires;;;${account}`)).toEqual([
      '3 account-shared 2',
    ]);
    expect(await codes('A;Ana Un;partenaires;x@y.example;;', 'A;Ben Deux;partenaires;X@y.example;;')).toEqual(
      ['3 mailbox-shared 2'],
    );
  });
  test('one name for two organisations: one person with one e-mail, else a question to whoever reads', async () => {
    expect(await codes('A;Ana Un;partenaires;x@y.example;;', 'B;Ana Un;partenaires;x@y.example;;')).toEqual(
      [],
    );
    expect(await codes('A;Ana Un;partenaires;x@y.example;;', 'B;Ana Un;partenaires;;;')).toEqual([
      '3 namesakes 2',
    ]);
  });
  test('an organisation has one number; a number may be two organisations’, a type of actor may differ', async () => {
    expect(
      await codes('A;Ana Un;partenaires;;00000000000117;', 'A;Ben Deux;partenaires;;00000000000224;'),
    ).toEqual(['3 register-differs 2']);
    expect(
      await codes('A;Ana Un;partenaires;;00000000000117;', 'B;Ben Deux;partenaires;;00000000000117;'),
    ).toEqual(['3 register-shared 2']);
    expect(await codes('A;Ana Un;partenaires;;;', 'A;Ben Deux;territoires;;;')).toEqual([
      '3 college-differs 2',
    ]);
  });
});
