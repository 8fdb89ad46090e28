import { expect, test } from 'vitest';
import type { WordsId } from '../../../src/core/ids.ts';
import type { AxisSynthesis, Line } from '../../../src/core/synthesis/model.ts';
import { lineOfTheme, writtenTitles } from '../../../src/core/synthesis/theme-named.ts';

const theme = (label: string, title?: string) => ({
  label,
  ...(title === undefined ? {} : { title: title as WordsId }),
  proposals: [],
  quotes: [],
});
const line = (id: string, at: number | null): Line => ({
  id,
  kind: at === null ? 'single' : 'theme',
  theme: at,
  text: '',
  words: null,
  quote: null,
  cites: [],
});
const axes = [
  {
    themes: [theme('Trésorerie', 'w1'), theme('Lieux partagés')],
    lines: [line('1.1', 0), line('1.2', 1), line('1.3', null)],
  },
  {
    themes: [theme('Lieux'), theme('Monnaie locale'), theme('Monnaie locale')],
    lines: [line('2.1', 0), line('2.2', 1), line('2.3', 2)],
  },
] as unknown as AxisSynthesis[];
const written = new Map([['w1' as WordsId, 'Avancer l’argent']]);
const named = (name: string) => lineOfTheme({ axes }, written, name);

test('a theme is named by its title, as it is written now, or by words only one title holds', () => {
  expect(writtenTitles({ axes })).toEqual(['w1']);
  expect(named("avancer l'argent")).toBe('1.1');
  expect(named('LIEUX PARTAGES')).toBe('1.2');
  expect(named('lieux')).toBe('2.1');
  expect(named('partagés')).toBe('1.2');
});

test('a title nobody has, or that several have, is refused', () => {
  expect(named('trésorerie')).toMatchObject({ code: 'theme-unknown' });
  expect(named(' ')).toMatchObject({ code: 'theme-unknown' });
  expect(named('monnaie locale')).toMatchObject({ code: 'theme-on-lines', details: { lines: '2.2, 2.3' } });
});
