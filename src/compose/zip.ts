/** Files in one: deflated, in the order given, with no date, so that the same files give the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, as a ZIP counts. */
const NO_DAY = 33;
/** Names are UTF-8. */
const UTF8 = 0x0800;

/** At most 65,535 files, and 4 GB of them. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const raw = Buffer.from(text as string);
    const packed = deflateRawSync(raw);
    const name = Buffer.from(path);
    // What both its own head and the directory say of it, from "version needed" on.
    const said = Buffer.alloc(26);
    said.writeUInt16LE(20, 0);
    said.writeUInt16LE(UTF8, 2);
    said.writeUInt16LE(8, 4);
    said.writeUInt16LE(NO_DAY, 8);
    said.writeUInt32LE(crc32(raw), 10);
    said.writeUInt32LE(packed.length, 14);
    said.writeUInt32LE(raw.length, 18);
    said.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(signed('PK\u0001\u0002'), Buffer.from([20, 0]), said, place, name);
    const body = Buffer.concat([signed('PK\u0003\u0004'), said, name, packed]);
    bodies.push(body);
    at += body.length;
  }
  const listed = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...bodies, listed, signed('PK\u0005\u0006'), end]));
}

const signed = (signature: string): Buffer => Buffer.from(signature, 'latin1');
