import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAsGiven } from '../../src/core/cell.ts';
import { COLUMNS, proposalsCsv } from '../../src/report/proposals-csv.ts';
import { proposalsDictionary } from '../../src/report/proposals-dictionary.ts';
import { proposalsJson } from '../../src/report/proposals-json.ts';
import { restitutionJson } from '../../src/report/restitution-json.ts';
import { type ProposalRow, proposalsFile, reportSchemas, restitutionFile } from '../../src/report/schemas.ts';
import { sampleProposals } from './sample.ts';

const row = (changes: Partial<ProposalRow> = {}): ProposalRow => ({ ...sampleProposals()[0]!, ...changes });

/** RFC 4180, written here so that the file is read by something else than what wrote it. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((cells) => cells.length > 1);
}

describe('proposals.json and restitution.json', () => {
  it('are what their schemas say, with nothing more than it', () => {
    const rows = sampleProposals();
    const written = proposalsJson(rows.map((one) => ({ ...one, secret: 'x' })));
    expect(proposalsFile.parse(JSON.parse(written))).toEqual(rows);
    const answers = restitutionJson([
      {
        proposal: 'P-0001',
        part: null,
        status: 'adopted',
        reason: 'Le fonds est créé.',
        decidedBy: 'le Conseil',
        decidedOn: '2015-10-16',
        delivered: null,
        dispute: null,
      },
    ]);
    expect(restitutionFile.parse(JSON.parse(answers))).toHaveLength(1);
  });

  it('have JSON Schemas in the repository, up to date', () => {
    for (const [name, text] of Object.entries(reportSchemas())) {
      expect(readFileSync(new URL(`../../src/report/schemas/${name}`, import.meta.url), 'utf8')).toBe(text);
    }
  });
});

describe('proposals.csv', () => {
  it('is UTF-8 with a byte order mark, a header, and one row a proposal', () => {
    const csv = proposalsCsv(sampleProposals());
    expect(csv.startsWith('\uFEFFref,state,axis,')).toBe(true);
    const [header, first] = read(csv.slice(1));
    expect(header).toEqual([...COLUMNS]);
    expect(read(csv.slice(1))).toHaveLength(sampleProposals().length + 1);
    expect(first![COLUMNS.indexOf('tags')]).toBe('axis=1 (machine 0.82); kind=need (partner 1.00)');
    expect(first![COLUMNS.indexOf('other_axes')]).toBe('');
  });

  it('gives back every text, and none that a spreadsheet would run', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝'), fc.string())
        .map((parts) => parts.join('')),
      fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'é', "'"), minLength: 1 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const cell = read(proposalsCsv([row({ text })]).slice(1))[1]![COLUMNS.indexOf('text')]!;
        expect(cellAsGiven(cell)).toBe(text);
        expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });

  it('has every column explained in both languages', () => {
    const dictionary = proposalsDictionary();
    for (const column of COLUMNS)
      expect(dictionary).toMatch(new RegExp(`\\| \`${column}\` \\| .{10,} \\| .{10,} \\|`));
  });
});
