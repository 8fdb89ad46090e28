/** A ZIP of given parts, hostile ones too: written apart from whatever the program reads or writes with. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Packed {
  readonly text: string | Buffer;
  /** What its directory says it unpacks to, when that is a lie. */
  readonly says?: number;
}

export function zipped(parts: Readonly<Record<string, string | Packed>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, given] of Object.entries(parts)) {
    const { text, says } = typeof given === 'string' ? { text: given } : { says: undefined, ...given };
    const raw = Buffer.from(text as string);
    const data = deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(says ?? raw.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), head, Buffer.from(name), data]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), head, entry, Buffer.from(name)]),
    );
    bodies.push(local);
    at += local.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(all.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, all, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** The least a workbook of one sheet is made of; `rows` is what stands in `sheetData`. */
export const workbookParts = (rows: string, after = ''): Record<string, string | Packed> => ({
  'xl/workbook.xml': `<workbook ${NS} xmlns:r="r"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships ${RELS}><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet ${NS}><sheetData>${rows}</sheetData>${after}</worksheet>`,
});

/** One row of texts, from column A on. */
export const rowOf = (line: number, ...texts: string[]): string =>
  `<row r="${line}">${texts.map((text, at) => `<c r="${String.fromCharCode(65 + at)}${line}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
