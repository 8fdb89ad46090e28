import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandLine, commandLine, GRAND_DEBAT, lines } from './shell.ts';

let line: CommandLine;
beforeAll(async () => {
  line = await commandLine();
});
afterAll(() => line.close());

const into = (file: string, ...more: readonly string[]) =>
  line.tour('proposals', 'import', file, '--consultation', GRAND_DEBAT, ...more);

describe('a file with mistakes stores nothing and says where', () => {
  test.each([
    ['a comma too many', '{"id": "a", "text": "b", }\n', '1:26  this stops being JSON here'],
    ['an object that is cut', '\n\n{"id": "a"\n', '3:11  this stops being JSON here'],
    ['a list', '["a"]\n', '1:1  expected: a JSON object'],
    ['no id', '{"text": "b"}\n', '1:1  "id" is missing'],
    ['a blank text', '{"id": "a", "text": " \\n"}\n', '1:13  "text" is missing or empty'],
    ['a number for a text', '{"id": "a", "text": 12}\n', '1:13  "text" is not a text between quotes'],
    [
      'an id twice',
      lines({ id: 'a', text: 'b' }, { id: 'a', text: 'c' }),
      '2:1  the id "a" is that of line 1 already',
    ],
    [
      'an axis that is not there',
      lines({ id: 'a', text: 'b', axis: 'sport' }),
      '1:1  the consultation has no axis "sport"; expected: democratie',
    ],
    [
      'a text too long',
      lines({ id: 'a', text: 'x'.repeat(20_001) }),
      '1:11  "text" has 20001 characters, 20000 at most',
    ],
    [
      'a language that is none',
      lines({ id: 'a', text: 'b', lang: 'français !' }),
      '1:1  "français !" is no language',
    ],
  ])('%s', async (_, text, expected) => {
    const file = line.file('texts.jsonl', text);
    const said = await into(file, '--as', 'Nadia');
    expect(said).toMatchObject({ exit: 1, out: '' });
    expect(said.err).toContain(`${file}:${expected}`);
    expect(said.err).toContain('nothing was imported');
    const all = await line.core.store.transaction((tx) => tx.consultations.all());
    expect(all).toEqual([]);
  });

  test('each mistake is told, the first twenty in full; JSON holds them all', async () => {
    const file = line.file('texts.jsonl', '{}\n'.repeat(25));
    const said = await into(file, '--json');
    expect(said.err).toContain('… and 5 more.');
    expect(JSON.parse(said.out)).toMatchObject({ ok: false, error: { code: 'file-faulty' } });
    expect(JSON.parse(said.out).error.faults).toHaveLength(25);
  });

  test('bytes that are no text, a line without end, a missing and an empty file', async () => {
    const gzip = line.file('texts.jsonl.gz', new Uint8Array([0x1f, 0x8b, 8, 0, 0xff, 0xfe, 10]));
    expect((await into(gzip)).err).toContain('this is no UTF-8 text');
    const workbook = line.file('textes.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe, 10]));
    expect(await into(workbook)).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/textes\.xlsx:1:1 {2}this is a workbook.*Save as… CSV.*tour plan import/u),
    });
    expect((await into(line.file('long.jsonl', 'x'.repeat(1_200_000)))).err).toContain(
      'exceeds 1000000 characters',
    );
    expect(await into(join(line.dir, 'nowhere.jsonl'))).toMatchObject({ exit: 2 });
    expect(await into(line.dir)).toMatchObject({ exit: 2 });
    expect((await into(line.file('empty.jsonl', '\n\n'))).err).toContain('holds no text');
  });

  test('a sequence that moves the cursor is not repeated on the terminal', async () => {
    const file = line.file('texts.jsonl', lines({ id: 'a', text: 'b', axis: '\u001b[2J\u202eevil' }));
    expect((await into(file)).err.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});
