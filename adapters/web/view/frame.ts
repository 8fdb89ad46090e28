/** What every page has around it. */
import type { Phrases } from '../locales/fr.ts';
import { html, type Markup, type Piece } from './html.ts';

export interface Assets {
  readonly style: string;
  readonly script: string;
  readonly icon: string;
  /** The script of a projected page. */
  readonly board: string;
}

export const frame = (
  { say, assets }: { readonly say: Phrases; readonly assets: Assets },
  title: string,
  body: Piece,
  script: boolean | 'board' = false,
): Markup => html`<!doctype html>
<html lang="${say.lang}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style}">
${script ? html`<script type="module" src="${script === 'board' ? assets.board : assets.script}"></script>` : null}
</head>
${body}
</html>
`;

/** A page that says one thing. */
export const notice = (
  context: { readonly say: Phrases; readonly assets: Assets },
  title: string,
  content: Piece,
): Markup =>
  frame(
    context,
    `${title} · ${context.say.product}`,
    html`<body class="notice">
<main>
<p class="product">${context.say.product}</p>
<h1>${title}</h1>
${content}
</main>
</body>`,
  );
