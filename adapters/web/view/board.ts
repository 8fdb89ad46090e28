/** What goes on live, large enough to be read from the back of a room; it keeps itself up to date. */
import type { Board } from '../../../src/chat/board.ts';
import type { Phrases } from '../locales/fr.ts';
import { type Assets, frame } from './frame.ts';
import { html, type Markup } from './html.ts';
import { blocks } from './lines.ts';

interface Context {
  readonly say: Phrases;
  readonly assets: Assets;
}

/** `now`: what the time left is told from, so that a wrong clock in the room does not matter. */
export function boardPage({ say, assets }: Context, board: Board | null, now: number): Markup {
  const title = board?.title ?? say.boardNone;
  const left = board?.endsAt == null ? null : Math.max(0, board.endsAt - now);
  return frame(
    { say, assets },
    `${title} · ${say.product}`,
    html`<body class="board">
<main aria-live="off"${left === null ? null : html` data-left="${left}"`}>
<h1>${title}</h1>
${left === null ? null : html`<p class="timer" role="timer" aria-label="${say.boardLeft}">${minutes(left)}</p>`}
${board === null ? html`<p>${say.boardNoneWhy}</p>` : html`<div class="text" lang="${board.message.lang}">${blocks(board.message)}</div>`}
</main>
<footer class="turn"><p><a href="./">${say.boardBack}</a></p>
<noscript><p><a href="board">${say.refresh}</a></p></noscript></footer>
</body>`,
    'board',
  );
}

const minutes = (left: number): string => {
  const seconds = Math.ceil(left / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
