/** What a file is, by its content alone. */
import { expect, test } from 'vitest';
import { type FileKind, isRisky, kindOf, mimeOf } from '../../../src/core/attachment/detect.ts';

const bytes = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0));
const zip = (inside: string) => bytes(`PK\x03\x04${'\0'.repeat(26)}${inside}`);

test.each<readonly [string, Uint8Array, FileKind]>([
  ['a PDF', bytes('%PDF-1.7\n…'), 'pdf'],
  ['a photo', bytes('\xff\xd8\xff\xe0..JFIF'), 'jpeg'],
  ['a photo of a phone', bytes('\0\0\0\x18ftypheic'), 'heic'],
  ['a screenshot', bytes('\x89PNG\r\n\x1a\n'), 'png'],
  ['words', bytes('Une avance de tr\xe9sorerie\r\n'), 'text'],
  ['words in UTF-16', bytes('\xff\xfeU\0n\0e\0'), 'text'],
  ['a Word document', zip('word/document.xml'), 'word'],
  ['one with macros', zip('word/document.xml word/vbaProject.bin'), 'macros'],
  ['a LibreOffice one', zip('mimetypeapplication/vnd.oasis.opendocument.text'), 'opendocument'],
  ['a zip', zip('notes.txt'), 'archive'],
  ['a page called .pdf', bytes('  \n<!-- %PDF- --><HTML><body>'), 'html'],
  ['a drawing', bytes('<?xml version="1.0"?><svg onload="alert(1)">'), 'svg'],
  ['a program', bytes('MZ\x90\0'), 'executable'],
  ['a script', bytes('#!/bin/sh\nrm -rf ~'), 'executable'],
  ['an old Word document', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'old-office'],
  ['noise', bytes('\x01\x02\x03'), 'unknown'],
  ['nothing', bytes(''), 'text'],
])('%s', (_, data, kind) => expect(kindOf(data)).toBe(kind));

test('what may act by itself is served as bytes, and the team is warned of it', () => {
  for (const kind of ['html', 'svg', 'executable', 'macros', 'archive', 'old-office', 'unknown'] as const) {
    expect(isRisky(kind)).toBe(true);
    expect(mimeOf(kind)).toBe('application/octet-stream');
  }
  expect(isRisky('pdf')).toBe(false);
  expect(mimeOf('pdf')).toBe('application/pdf');
});
