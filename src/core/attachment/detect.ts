/** What a file is by its content: what its sender or its name claims is not looked at. Nothing is opened or unpacked. */

export type FileKind =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'heic'
  | 'audio'
  | 'video'
  | 'text'
  | 'word'
  | 'sheet'
  | 'slides'
  | 'opendocument'
  | 'rtf'
  | 'archive'
  | 'macros'
  | 'old-office'
  | 'html'
  | 'svg'
  | 'executable'
  | 'unknown';

const MIME: Partial<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
};

/** The type it is served under: what may act by itself is only bytes. */
export const mimeOf = (kind: FileKind): string => MIME[kind] ?? 'application/octet-stream';

const RISKY: ReadonlySet<FileKind> = new Set([
  'executable',
  'html',
  'svg',
  'macros',
  'old-office',
  'archive',
  'unknown',
]);

/** Whoever opens it should think twice. */
export const isRisky = (kind: FileKind): boolean => RISKY.has(kind);

const SIGNATURES: readonly (readonly [number, string, FileKind])[] = [
  [0, '%PDF-', 'pdf'],
  [0, '\x89PNG\r\n\x1a\n', 'png'],
  [0, '\xff\xd8\xff', 'jpeg'],
  [0, 'GIF8', 'gif'],
  [8, 'WEBP', 'webp'],
  [4, 'ftyphei', 'heic'],
  [4, 'ftypmif1', 'heic'],
  [4, 'ftypM4A', 'audio'],
  [4, 'ftyp', 'video'],
  [0, '\x1aE\xdf\xa3', 'video'],
  [0, 'ID3', 'audio'],
  [0, 'OggS', 'audio'],
  [8, 'WAVE', 'audio'],
  [0, '{\\rtf', 'rtf'],
  [0, 'MZ', 'executable'],
  [0, '\x7fELF', 'executable'],
  [0, '\xca\xfe\xba\xbe', 'executable'],
  [0, '\xcf\xfa\xed\xfe', 'executable'],
  [0, '\xce\xfa\xed\xfe', 'executable'],
  [0, '#!', 'executable'],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old-office'],
  [0, 'Rar!', 'archive'],
  [0, '7z\xbc\xaf\x27\x1c', 'archive'],
  [0, '\x1f\x8b', 'archive'],
  [0, 'BZh', 'archive'],
  [0, '\xfd7zXZ', 'archive'],
];

/** A browser or a viewer reads a mark-up file by what it begins with, blanks and comments aside. */
const BEGINNING = 4_096;

export function kindOf(data: Uint8Array): FileKind {
  const head = latin(data.subarray(0, BEGINNING));
  // A PDF may begin with up to a kilobyte of anything, which is also how one file is made to be two things.
  for (const [at, mark, kind] of SIGNATURES) if (head.startsWith(mark, at)) return kind;
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return packed(data);
  const text = asText(data.subarray(0, BEGINNING));
  if (text === null) return 'unknown';
  if (/<svg[\s>]/iu.test(text)) return 'svg';
  if (/<(?:!doctype html|html|head|body|script|iframe|title|meta)\b/iu.test(text)) return 'html';
  return 'text';
}

/** Names of what is inside are written in clear: office files are told apart by them, without unpacking. */
function packed(data: Uint8Array): FileKind {
  const all = latin(data);
  if (all.includes('vbaProject.bin') || all.includes('Basic/Standard')) return 'macros';
  if (all.includes('mimetypeapplication/vnd.oasis.opendocument')) return 'opendocument';
  if (all.includes('word/document')) return 'word';
  if (all.includes('xl/workbook')) return 'sheet';
  if (all.includes('ppt/presentation')) return 'slides';
  return 'archive';
}

/** One unit a byte: what browsers call latin1 is not. */
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

function asText(bytes: Uint8Array): string | null {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'windows-1252').decode(
    bytes,
  );
  const strange = /[^\P{Cc}\t\n\f\r]/u.test(text);
  return strange ? null : text;
}
