/** A form with files, read as it comes: no more of it than may be kept is ever held. */
import type { IncomingMessage } from 'node:http';
import { Busboy } from '@fastify/busboy';
import { BadRequest } from './visit.ts';

export interface UploadedFile {
  readonly name: string;
  /** As its sender claims. */
  readonly type: string;
  /** What came, at most one byte more than a file may have: then the rest was let go. */
  readonly data: Uint8Array;
}

export interface UploadedForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly UploadedFile[];
}

export interface UploadLimits {
  /** Bytes. */
  readonly file: number;
  readonly perMessage: number;
}

/** For names, boundaries and the text beside the files. */
const BESIDE = 400_000;
const MOST_FIELDS = 20;
/** ms without a byte after which a body is given up: its place is for others. */
const SILENCE = 20_000;

/**
 * `allowed` hears the fields before the first file is read, and throws to read no further. Files beyond one more than a
 * message may bring are left out. Throws BadRequest.
 */
export function readUpload(
  request: IncomingMessage,
  limits: UploadLimits,
  allowed: (fields: ReadonlyMap<string, string>) => void,
  silence: number = SILENCE,
): Promise<UploadedForm> {
  const most = (limits.perMessage + 1) * (limits.file + 1) + BESIDE;
  return new Promise((resolve, reject) => {
    const silent = setTimeout(() => fail(new BadRequest(408, 'tooSlow')), silence);
    request.on('data', () => silent.refresh());
    request.on('close', () => clearTimeout(silent));
    const fail = (error: unknown) => {
      clearTimeout(silent);
      request.unpipe();
      // Left undestroyed, so that the answer can still be sent.
      request.resume();
      reject(error);
    };
    if (Number(request.headers['content-length'] ?? 0) > most) {
      fail(new BadRequest(413, 'fileTooBig'));
      return;
    }
    const fields = new Map<string, string>();
    const files: UploadedFile[] = [];
    let parser: ReturnType<typeof Busboy>;
    try {
      parser = Busboy({
        headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
        limits: {
          fieldSize: BESIDE,
          fields: MOST_FIELDS,
          files: limits.perMessage + 1,
          fileSize: limits.file + 1,
          headerPairs: 20,
        },
      });
    } catch {
      fail(new BadRequest(400, 'unreadable'));
      return;
    }
    parser.on('field', (name, value, _cutName, cut) => {
      if (cut) fail(new BadRequest(413, 'tooLong'));
      // Browsers send line ends as CR LF.
      else fields.set(name, value.replaceAll('\r\n', '\n'));
    });
    parser.on('file', (_field, stream, name, _encoding, type) => {
      // A body that stops in the middle of a file is an error of that file too: unheard, it would end the process.
      stream.on('error', () => fail(new BadRequest(400, 'unreadable')));
      try {
        if (files.length === 0) allowed(fields);
      } catch (error) {
        stream.resume();
        fail(error);
        return;
      }
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const data = Buffer.concat(pieces);
        // A field for files that was left empty is sent all the same, without a name.
        if (name || data.length > 0) files.push({ name: name || '?', type, data });
      });
    });
    parser.on('finish', () => {
      clearTimeout(silent);
      try {
        if (files.length === 0) allowed(fields);
        resolve({ fields, files });
      } catch (error) {
        reject(error);
      }
    });
    parser.on('error', () => fail(new BadRequest(400, 'unreadable')));
    request.on('aborted', () => fail(new BadRequest(400, 'unreadable')));
    request.pipe(parser);
  });
}
