import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { axisOf } from '../../src/core/proposal/model.ts';
import { embeddedCopy } from '../databases.ts';
import { type CommandLine, commandLine, GRAND_DEBAT, lines } from './shell.ts';

let line: CommandLine;
beforeEach(async () => {
  line = await commandLine();
});
afterEach(() => line.close());

const VOTE = { id: 'a1', text: 'Il faut reconnaître le vote blanc.', label: 'Démocratie et citoyenneté' };
const BIKES = {
  id: 'a2',
  text: 'Plus de pistes cyclables, moins de voiture',
  label: 'TRANSITION ECOLOGIQUE',
};
const TAXES = { id: 'a3', text: 'Baisser la TVA et les impôts', label: 'Impôts, dépenses, action publique' };
const NOTHING = { id: 'a4', text: 'xyzzy', label: 'Transition écologique' };

const into = (file: string, ...more: readonly string[]) =>
  line.tour('proposals', 'import', file, '--consultation', GRAND_DEBAT, ...more);

const stored = () =>
  line.core.store.transaction(async (tx) => {
    const all = await tx.consultations.all();
    const rows = all[0] ? await tx.proposals.of(all[0].id) : [];
    const texts = await tx.words.texts(rows.map((row) => row.versions[0]!.words));
    const acts = all[0] ? await tx.acts.of(all[0].id) : [];
    const staff = all[0] ? await tx.people.withRole(all[0].id, 'staff') : [];
    return { consultations: all.length, rows, texts, acts, staff };
  });

describe('on a fresh machine', () => {
  test('one command loads the consultation, makes a first staff member and imports', async () => {
    const said = await into(line.file('texts.jsonl', lines(VOTE, BIKES)), '--as', 'Nadia');
    expect(said).toMatchObject({
      exit: 0,
      err: 'Nobody ran this consultation yet: "Nadia" becomes its staff.',
    });
    expect(said.out).toContain('2 texts imported into "grand-debat" (P-0001 – P-0002); already there: 0.');
    const { rows, texts, acts, staff } = await stored();
    expect(rows.map((row) => texts.get(row.versions[0]!.words))).toEqual([VOTE.text, BIKES.text]);
    expect(rows.map(axisOf)).toEqual(['democratie', 'ecologie']);
    expect(rows[0]).toMatchObject({ number: 1, partnerId: null, externalId: 'a1', attribution: 'college' });
    for (const tag of rows.flatMap((row) => row.tags)) {
      expect(tag.source).toBe('machine');
      expect(tag.confidence).toBeLessThan(1);
    }
    expect(staff.map(({ name }) => name)).toEqual(['Nadia']);
    expect(acts).toMatchObject([
      { verb: 'consultation.load', role: 'operator', actorId: null },
      { verb: 'person.enrol', role: 'operator', actorId: null },
      { verb: 'proposals.import', role: 'staff', refs: { rows: 2 } },
    ]);
  });

  test('without --as the first is the account of the machine', async () => {
    expect((await into(line.file('texts.jsonl', lines(VOTE)))).exit).toBe(0);
    expect((await stored()).staff.map(({ name }) => name)).toEqual(['operator']);
  });

  test('a dry run tells the same and stores nothing: no consultation, no person, no act', async () => {
    const file = line.file('texts.jsonl', lines(VOTE, BIKES));
    const said = await into(file, '--dry-run');
    expect(said.exit).toBe(0);
    expect(said.out).toContain('Dry run, nothing is stored: 2 texts would be imported');
    const { texts } = JSON.parse((await into(file, '--dry-run', '--json')).out);
    expect(texts).toMatchObject([
      {
        line: 1,
        axis: 'democratie',
        tags: expect.arrayContaining([expect.objectContaining({ dimension: 'axis' })]),
      },
      { line: 2, axis: 'ecologie' },
    ]);
    expect(texts[0].tags[0]).toEqual({
      dimension: expect.any(String),
      value: expect.any(String),
      source: 'machine',
      confidence: expect.any(Number),
    });
    expect(await stored()).toMatchObject({ consultations: 0, rows: [] });
  });

  test('without a consultation it says which command brings one', async () => {
    const said = await line.tour('proposals', 'import', line.file('texts.jsonl', lines(VOTE)));
    expect(said).toMatchObject({ exit: 1, out: '' });
    expect(said.err).toContain('npx tour consultation load FOLDER');
  });
});

describe('the same file again', () => {
  test('adds nothing, and a longer one only what is new', async () => {
    await into(line.file('texts.jsonl', lines(VOTE, BIKES)), '--as', 'Nadia');
    const again = await into(line.file('texts.jsonl', lines(VOTE, BIKES, TAXES)), '--as', 'Nadia', '--json');
    expect(JSON.parse(again.out)).toMatchObject({
      ok: true,
      added: 1,
      already: 2,
      refs: ['P-0003', 'P-0003'],
    });
    expect((await stored()).rows).toHaveLength(3);
  });

  test('does not bring back what was withdrawn', async () => {
    const file = line.file('texts.jsonl', lines(VOTE));
    await into(file, '--as', 'Nadia');
    await line.core.store.transaction(async (tx) => {
      const [consultation] = await tx.consultations.all();
      const [row] = await tx.proposals.of(consultation!.id);
      const { revision } = await tx.consultations.advance(consultation!.id, 0);
      await tx.proposals.setState(row!.id, 'withdrawn', null, revision);
    });
    await into(file, '--as', 'Nadia');
    expect((await stored()).rows.map(({ state }) => state)).toEqual(['withdrawn']);
  });

  test('does not bring back what was erased', async () => {
    const database = await embeddedCopy();
    const other = await commandLine('en', async () => database);
    const file = other.file('texts.jsonl', lines(VOTE));
    const again = () => other.tour('proposals', 'import', file, '-c', GRAND_DEBAT, '--as', 'Nadia', '--json');
    await again();
    await database.session((session) =>
      session.query(`UPDATE "Words" SET text = '', salt = '', "erasedAt" = now()`),
    );
    expect(JSON.parse((await again()).out)).toMatchObject({ added: 0, already: 1 });
    await other.close();
  });

  test('an id that comes back with another text is refused, whole, with the proposal it is', async () => {
    await into(line.file('texts.jsonl', lines(VOTE)), '--as', 'Nadia');
    const file = line.file('other.jsonl', lines(BIKES, { ...VOTE, text: 'Tout autre chose' }));
    const said = await into(file, '--as', 'Nadia');
    expect(said.exit).toBe(1);
    expect(said.err).toContain(`${file}:2:1  the id "a1" is that of P-0001 already, with another text`);
    expect((await stored()).rows).toHaveLength(1);
  });
});

describe('what people filed a text under', () => {
  test('is compared with the reading, beside the majority, and what had no axis counts as wrong', async () => {
    const said = await into(line.file('texts.jsonl', lines(VOTE, BIKES, TAXES, NOTHING)));
    expect(said.out).toContain(
      'Right themes: 0.75 (3 of 4 labelled texts; 0.50 by always saying the most frequent theme; 1 without an axis, counted as wrong).',
    );
  });

  test('is not used to read: without labels, or with wrong ones, the tags are the same', async () => {
    const tags = async (label: string | undefined) => {
      const other = await commandLine();
      const file = other.file(
        'texts.jsonl',
        lines(...[VOTE, BIKES, TAXES].map((row) => ({ ...row, label }))),
      );
      await other.tour('proposals', 'import', file, '-c', GRAND_DEBAT);
      const rows = await other.core.store.transaction(async (tx) => {
        const [consultation] = await tx.consultations.all();
        return (await tx.proposals.of(consultation!.id)).map((row) => row.tags);
      });
      await other.close();
      return rows;
    };
    expect(await tags('Organisation de l’Etat et des collectivités publiques')).toEqual(
      await tags(undefined),
    );
  });

  test('labels that are no axis are said not to count', async () => {
    const said = await into(line.file('texts.jsonl', lines(VOTE, { ...BIKES, label: 'Sport' })), '--json');
    expect(JSON.parse(said.out).labels).toMatchObject({ labelled: 1, otherLabel: 1, right: 1 });
  });

  test('an axis the file gives is a person’s word and wins', async () => {
    await into(line.file('texts.jsonl', lines({ ...VOTE, axis: 'organisation' })));
    const [row] = (await stored()).rows;
    expect(row!.tags.filter((tag) => tag.dimension === 'axis')).toEqual([
      { dimension: 'axis', value: 'organisation', source: 'facilitator', confidence: 1, main: true },
    ]);
    expect(row!.tags.some((tag) => tag.dimension === 'theme')).toBe(false);
  });
});

test('a byte-order mark, Windows line ends, number ids, NUL and lone surrogates go through', async () => {
  const text = 'Le train\u0000 \ud800 et le vélo';
  const rows = [
    { id: 1, text },
    { id: 2, text: 'Le vélo' },
    { id: 2, text: 'Le vélo' },
  ];
  const file = line.file('texts.jsonl', `\ufeff${lines(...rows).replaceAll('\n', '\r\n')}`);
  const said = await into(file, '--as', 'Nadia');
  expect(said.out).toContain('Repeated lines (same id, same text), taken once: 1.');
  const { rows: found, texts } = await stored();
  expect(found.map((row) => texts.get(row.versions[0]!.words))).toEqual([
    'Le train\ufffd \ufffd et le vélo',
    'Le vélo',
  ]);
  expect((await into(file, '--as', 'Nadia')).out).toContain('0 texts imported');
});
