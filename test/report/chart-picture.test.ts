import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { png } from '../../src/compose/picture.ts';
import { type ChartPicture, chartSvg } from '../../src/report/chart-picture.ts';
import { synthesisHtml } from '../../src/report/synthesis-html.ts';
import { synthesisMarkdown } from '../../src/report/synthesis-markdown.ts';
import {
  asPicture,
  convergenceChart,
  convergenceInWords,
  themesByCollege,
} from '../../src/report/theme-chart.ts';
import { convergingThemes, themeFigures } from '../../src/report/theme-figures.ts';
import { typesetDocument } from '../../src/report/typography.ts';
import { wordingIn } from '../../src/report/wording.ts';
import { sampleBody, sampleDocument } from './sample.ts';

const chartPng = (picture: ChartPicture) => png(chartSvg(picture));

const bars = [5, 12, 0, null].map((people, at) => ({ label: `axe ${at + 1}`, people }));
const picture = {
  lang: 'fr',
  title: 'Plan d’actions',
  panels: [
    { college: 'Territoires & communes', invited: 30, bars },
    { college: 'Acteurs', invited: 8, bars: bars.slice(0, 1) },
  ],
};

test('the chart is a picture of twice its size, whose letters are drawn even where no font is installed', async () => {
  const drawn = Buffer.from(await chartPng(picture));
  expect(drawn.subarray(1, 4).toString()).toBe('PNG');
  const [, width, height] = /width="(\d+)" height="(\d+)"/u.exec(chartSvg(picture))!;
  expect([drawn.readUInt32BE(16), drawn.readUInt32BE(20)]).toEqual([Number(width) * 2, Number(height) * 2]);
  const nameless = {
    ...picture,
    panels: picture.panels.map((panel) => ({ ...panel, college: '' })),
  };
  expect((await chartPng(nameless)).length).toBeLessThan(drawn.length);
});

test('whatever types of actor are called, the drawing is whole, and uses nothing of a page’s', async () => {
  const label = fc.oneof(
    fc.string({ maxLength: 120 }),
    fc.constantFrom('<script>', '&', '"', '\u202e', 'ا', '🎉'),
  );
  await fc.assert(
    fc.asyncProperty(label, fc.nat(2_000), async (college, invited) => {
      const drawn = { ...picture, title: college, panels: [{ college, invited, bars }] };
      const svg = chartSvg(drawn);
      expect(svg).not.toMatch(/var\(|class=|<script/u);
      expect((await chartPng(drawn)).length).toBeGreaterThan(1_000);
    }),
    { numRuns: 12, seed: 4 },
  );
});

describe('who is behind each theme', () => {
  const document = typesetDocument(sampleDocument());
  const wording = wordingIn('fr');
  const figures = themeFigures(document, wording)!;

  test('counts are rounded down, none of fewer than five shows, in the drawing, its words and every format', () => {
    const body = sampleBody();
    const exact = body.axes.flatMap(({ themes }) =>
      themes.flatMap(({ people }) => people!.map((row) => row.people)),
    );
    const shown = figures.axes.flatMap(({ themes }) => themes.flatMap(({ people }) => people));
    expect(exact.filter((one) => one > 0 && one < 5).length).toBeGreaterThan(3);
    const said = body.axes
      .flatMap(({ themes }) => themes.map(({ people }) => people!.map((row) => row.people)))
      .filter((row) => row.some((one) => one >= 5));
    expect(shown).toEqual(said.flat().map((one) => Math.floor(one / 5) * 5 || null));
    const themes = body.axes.flatMap((axis) => axis.themes).length;
    expect(figures.others).toBe(themes - said.length);
    expect(wording.themesHow(figures.step, figures.others)).toMatch(
      /Les 3\sautres thèmes sont portés par moins de 5\spersonnes de chaque collège\.$/u,
    );
    const drawn = themesByCollege(figures, wording, 't').svg;
    expect(drawn).toContain('≥\u00a010');
    expect(drawn).toMatch(
      /<desc id="t-desc">Axe\s1\s: Avance de trésorerie \(Acteurs de l’économie sociale et solidaire ≥\u00a05/u,
    );
    for (const text of [synthesisHtml(sampleDocument()), synthesisMarkdown(sampleDocument()), drawn]) {
      expect(text).toContain('<\u00a05'.replace('<', text.startsWith('#') ? '\\<' : '&lt;'));
      expect(text).toContain('≥\u00a010');
    }
    const internal = themeFigures(typesetDocument(sampleDocument({ audience: 'internal' })), wording)!;
    expect(internal.axes.flatMap(({ themes }) => themes.flatMap(({ people }) => people))).toEqual(exact);
  });

  test('what several types of actor share: those of most first, and words where there is none', () => {
    const shared = (people: (number | null)[][]) => ({
      ...figures,
      axes: [
        {
          label: 'Axe 1',
          themes: people.map((row, at) => ({
            line: `1.${at + 1}`,
            label: `thème ${at + 1}`,
            proposals: 4,
            people: row,
          })),
        },
      ],
    });
    const some = shared([
      [5, null, 10, null],
      [10, 5, 5, null],
      [20, null, null, null],
    ]);
    expect(convergingThemes(some).map(({ line }) => line)).toEqual(['1.2', '1.1']);
    expect(convergenceInWords(some, wording, true).replaceAll(/\s/gu, ' ')).toBe(
      '1.2 : 3 collèges sur 4 ; 1.1 : 2 collèges sur 4.',
    );
    const none = shared([[5, null, null, null]]);
    expect(convergenceChart(none, wording, 'c').svg).toContain('Aucun thème');
    expect(convergenceInWords(none, wordingIn('en'))).toBe(
      'No theme has at least 5 people of several types of actor behind it.',
    );
  });

  test('a synthesis of a few people, or of before themes were counted so, has no such chart', () => {
    const axes = document.axes.map((axis) => ({
      ...axis,
      themes: axis.themes.map((theme) => ({ ...theme, people: [] })),
    }));
    expect(themeFigures({ ...document, axes }, wording)).toBeNull();
    const few = document.axes.map((axis) => ({
      ...axis,
      themes: axis.themes.map((theme) => ({
        ...theme,
        people: theme.people.map((row) => ({ ...row, people: null })),
      })),
    }));
    expect(themeFigures({ ...document, axes: few }, wording)).toBeNull();
    expect(synthesisHtml({ ...sampleDocument(), axes: few })).not.toContain('s-themes');
  });

  test('whatever themes are called, both are whole pictures that use nothing of a page’s', async () => {
    const label = fc.oneof(
      fc.string({ maxLength: 160 }),
      fc.constantFrom('<script>', '"', '\u202e', 'm'.repeat(90), '🎉'),
    );
    await fc.assert(
      fc.asyncProperty(label, async (said) => {
        const here = {
          ...figures,
          axes: figures.axes.map((axis) => ({
            ...axis,
            themes: axis.themes.map((theme) => ({ ...theme, label: said })),
          })),
        };
        for (const draw of [themesByCollege, convergenceChart]) {
          const svg = asPicture(draw(here, wording, 'x'));
          expect(svg).not.toMatch(/var\(|<script/u);
          const drawn = Buffer.from(await png(svg));
          const [, width, height] = /width="(\d+)" height="(\d+)"/u.exec(svg)!;
          expect([drawn.readUInt32BE(16), drawn.readUInt32BE(20)]).toEqual([
            Number(width) * 2,
            Number(height) * 2,
          ]);
        }
      }),
      { numRuns: 8, seed: 2 },
    );
  });
});
