import { escapeHtml as esc } from './people-text.ts';

/** `title`: not escaped yet; `body`: HTML, a part a line. */
export interface StandAlone {
  readonly lang: string;
  readonly title: string;
  readonly style: string;
  readonly body: readonly string[];
}

/** A page that stands alone: no script, no file, no address beside it. */
export const standAlone = ({ lang, title, style, body }: StandAlone): string =>
  [
    '<!doctype html>',
    `<html lang="${esc(lang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    `<title>${esc(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
