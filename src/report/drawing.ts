/** A drawing put down from the top, line by line, as SVG; a page's colours where it stands in one. */
import { escapeHtml as esc, visible } from './people-text.ts';
import { wrapped } from './wrapped.ts';

export const EDGE = 18;
export const INK = 'fill="var(--ink,#1b2224)"';
export const QUIET = 'fill="var(--quiet,#556164)"';
export const TITLE = 'font-weight="bold" fill="var(--link,#0d5560)"';
/** What stands for nobody. */
export const HOLLOW = 'stroke="var(--hatch,#9aa8a7)" stroke-dasharray="3 3"';

export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What it shows, in words. */
  readonly says: string;
}

export class Page {
  readonly pieces: string[] = [];
  readonly width: number;
  readonly #edge: number;
  y: number;

  constructor(width: number, edge = EDGE) {
    this.width = width;
    this.#edge = edge;
    this.y = edge;
  }

  text(x: number, words: string, how: string, y = this.y): void {
    this.pieces.push(`<text x="${x}" y="${Math.round(y)}" ${how}>${esc(visible(words))}</text>`);
  }

  /** Lines of a paragraph, each under the other. */
  lines(
    x: number,
    words: string,
    how: string,
    { size, most, width = this.width - 2 * this.#edge }: { size: number; most: number; width?: number },
  ): void {
    for (const line of wrapped(words, Math.floor(width / (size * 0.56)), most)) {
      this.y += size * 1.32;
      this.text(x, line, `${how} font-size="${size}"`);
    }
  }

  drawn({
    id,
    title,
    says,
  }: {
    readonly id: string;
    readonly title: string;
    readonly says: string;
  }): Drawing {
    const { width } = this;
    const height = Math.ceil(this.y + this.#edge);
    const svg = [
      `<svg class="themes" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg">`,
      `<title id="${id}-title">${esc(visible(title))}</title><desc id="${id}-desc">${esc(visible(says))}</desc>`,
      ...this.pieces,
      '</svg>',
    ].join('');
    return { svg, width, height, says };
  }
}
