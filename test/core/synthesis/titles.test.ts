import { describe, expect, test } from 'vitest';
import type { PersonId, Ref, WordsId } from '../../../src/core/ids.ts';
import { edit } from '../../../src/core/synthesis/edit.ts';
import { changesOf, putBack, touched } from '../../../src/core/synthesis/history.ts';
import type { Line, SynthesisBody } from '../../../src/core/synthesis/model.ts';
import { acceptTitles, machineTitles, withoutLabel } from '../../../src/core/synthesis/titles.ts';

const ANNE = 'anne' as PersonId;
const words = (id: string) => id as WordsId;
const line = (id: string, over: Partial<Line> = {}): Line => ({
  id,
  kind: 'theme',
  theme: 0,
  text: 'Autour du mot « pain »\u00a0: deux propositions.',
  words: null,
  quote: null,
  cites: ['P-0001' as Ref],
  ...over,
});
const body = (): SynthesisBody => ({
  lang: 'fr',
  introduction: null,
  base: [],
  participation: [],
  axes: ['1', '2'].map((axis) => ({
    axis,
    introduction: null,
    themes: [{ label: 'Autour du mot « pain »', byWords: true, proposals: ['P-0001' as Ref], quotes: [] }],
    lines: [line(`${axis}.1`), line(`${axis}.2`, { kind: 'single', theme: null, text: 'Une action.' })],
    disagreements: [],
    noDisagreement: null,
    singleVoices: [],
  })),
  unclassified: [],
});
const done = (result: ReturnType<typeof edit>): SynthesisBody => {
  if ('refused' in result) throw new Error(result.code);
  return result;
};

describe('titles the machine made of words', () => {
  test('are told, line by line, until a person replaces or accepts them', () => {
    expect(machineTitles(body()).map((one) => one.line)).toEqual(['1.1', '2.1']);
    const titled = done(edit(body(), false, { edit: 'title', line: '1.1', words: words('t') }));
    expect(machineTitles(titled).map((one) => one.line)).toEqual(['2.1']);
    expect(titled.axes[0]!.themes[0]!.title).toBe('t');
    const accepted = acceptTitles(titled, { by: ANNE, at: 5 });
    expect(machineTitles(accepted)).toEqual([]);
    expect(accepted.axes[1]!.themes[0]!.accepted).toEqual({ by: ANNE, at: 5 });
    expect(accepted.axes[0]).toBe(titled.axes[0]);
    expect(edit(accepted, false, { edit: 'accept-titles', by: ANNE, at: 6 })).toMatchObject({
      code: 'no-titles-to-accept',
    });
  });

  test('once replaced, the sentence does not repeat the old one', () => {
    const titled = done(edit(body(), false, { edit: 'title', line: '1.1', words: words('t') }));
    expect(titled.axes[0]!.lines[0]!.text).toBe('Deux propositions.');
    expect(withoutLabel('Lieux partagés: two proposals.', 'Lieux partagés')).toBe('Two proposals.');
    expect(withoutLabel('Autre chose.', 'Lieux')).toBe('Autre chose.');
  });

  test('a line of one proposal has none', () => {
    expect(edit(body(), false, { edit: 'title', line: '1.2', words: words('t') })).toMatchObject({
      code: 'line-without-title',
    });
    expect(edit(body(), false, { edit: 'title', line: '9.9', words: words('t') })).toMatchObject({
      code: 'line-unknown',
    });
  });
});

describe('what an edit changed', () => {
  const edits = [
    { edit: 'reword', line: '1.2', words: words('w') },
    { edit: 'introduce', axis: null, words: words('i') },
    { edit: 'introduce', axis: '2', words: words('j') },
    { edit: 'title', line: '2.1', words: words('t') },
    { edit: 'reorder', axis: '1', section: 'lines', lines: ['1.2', '1.1'] },
    { edit: 'no-disagreement', axis: '1', by: ANNE, at: 3 },
    { edit: 'introduce-line', axis: '2', section: 'lines', words: words('n'), cites: ['P-0001' as Ref] },
  ] as const;

  test.each(edits)('$edit can be put back, whatever it was', (change) => {
    const after = done(edit(body(), false, change));
    const both = touched(body(), after);
    expect(putBack(after, both.before)).toEqual(body());
    expect(putBack(body(), both.after)).toEqual(after);
    expect(changesOf(both).length).toBeGreaterThan(0);
  });

  test('is told before and after, texts by reference', () => {
    const after = done(edit(body(), false, edits[0]));
    expect(changesOf(touched(body(), after))).toEqual([
      { place: '1.2', what: 'line', before: { text: 'Une action.' }, after: { words: 'w' } },
    ]);
    const order = done(edit(body(), false, edits[4]));
    expect(changesOf(touched(body(), order))).toEqual([
      { place: '1', what: 'order', before: { text: '1.1 1.2' }, after: { text: '1.2 1.1' } },
    ]);
  });
});
