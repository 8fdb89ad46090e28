import fc from 'fast-check';
import { expect, test } from 'vitest';
import { png } from '../../src/compose/picture.ts';
import { type ChartPicture, chartSvg } from '../../src/report/chart-picture.ts';

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
