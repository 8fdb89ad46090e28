/** The participation chart as a picture, for a chat: the panels of `chart.ts`, two beside each other. */
import { type Panel, panelInWords, participationPanel } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { escapeHtml as esc, visible } from './people-text.ts';
import { wordingIn } from './wording.ts';

export interface ChartPicture {
  readonly lang: string;
  /** What it is the chart of: a round, a synthesis. */
  readonly title: string;
  readonly panels: readonly Omit<Panel, 'id'>[];
}

const PANEL = 320;
const GAP = 56;
const EDGE = 32;
const ROW = 28;
const HEAD = 46;
const LINE = 20;
/** Characters of a line above a panel. */
const LONGEST = 38;

/** SVG without style of a page's: a picture has none. */
export const chartSvg = (picture: ChartPicture): string => chartDrawing(picture).svg;

/** `title` is '' where the text around it says what it is. */
export function chartDrawing({ lang, title, panels }: ChartPicture): Drawing {
  const wording = wordingIn(lang);
  const edge = title === '' ? 2 : EDGE;
  const texts: string[] = [];
  const text = (x: number, y: number, words: string, how: string) =>
    texts.push(`<text x="${x}" y="${y}" ${how}>${esc(visible(words))}</text>`);
  let y = edge;
  for (const line of lines(title, 56)) {
    text(edge, y + 18, line, 'font-size="20" font-weight="bold"');
    y += 26;
  }
  const how = title === '' ? '' : `${wording.chartCaption}. ${wording.chartHow}`;
  for (const line of lines(how, 96)) {
    text(edge, y + 14, line, 'font-size="13" fill="#56635f"');
    y += LINE;
  }
  if (title !== '') y += 16;
  for (let at = 0; at < panels.length; at += 2) {
    const row = panels.slice(at, at + 2);
    const named = row.map(({ college }) => lines(college, LONGEST));
    const head = HEAD + (Math.max(...named.map(({ length }) => length)) - 1) * LINE;
    const height = Math.max(...row.map(({ bars }) => bars.length)) * ROW;
    for (const [place, panel] of row.entries()) {
      const x = edge + place * (PANEL + GAP);
      for (const [index, line] of named[place]!.entries())
        text(x, y + 14 + index * LINE, line, 'font-size="15" font-weight="bold"');
      text(x, y + head - 12, wording.invited(panel.invited), 'font-size="13" fill="#56635f"');
      const drawn = participationPanel({ ...panel, id: `p${at + place}` }, wording);
      texts.push(
        inPlace(drawn, `x="${x}" y="${y + head}" width="${PANEL}" height="${panel.bars.length * ROW}"`),
      );
    }
    y += head + height + 24;
  }
  const [width, height] = [edge * 2 + PANEL * 2 + GAP, y + edge - 24];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans" fill="#1b2224"><rect width="${width}" height="${height}" fill="#fff"/>${texts.join('')}</svg>`;
  const says = panels
    .map(
      (one) =>
        `${one.college}, ${wording.invited(one.invited)}${wording.colon}${panelInWords(one, wording)}.`,
    )
    .join(' ');
  return { svg, width, height, says };
}

const inPlace = (svg: string, where: string): string =>
  svg
    .replace('<svg class="panel"', `<svg ${where} overflow="visible"`)
    .replace(/var\(--[a-z]+,(#[0-9a-f]+)\)/gu, '$1')
    .replaceAll('class="quiet"', 'fill="#56635f"');

/** At most three lines, cut between words. */
function lines(words: string, longest: number): string[] {
  const found: string[] = [];
  for (const word of words.split(/\s+/u)) {
    const last = found.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= longest)
      found[found.length - 1] = `${last} ${word}`;
    else if (found.length < 3) found.push(word);
    else {
      found[2] = `${found[2]!.slice(0, longest - 1)}…`;
      break;
    }
  }
  return found;
}
