/** The person's page: who they are here, the conversation, and where they answer. */
import { display } from '../../../src/chat/display.ts';
import type { Guest } from '../../../src/chat/guest.ts';
import type { Phrases } from '../locales/fr.ts';
import { type Assets, frame, notice } from './frame.ts';
import { html, type Markup } from './html.ts';
import { conversation, type Line } from './lines.ts';

export interface PageContext {
  readonly say: Phrases;
  readonly assets: Assets;
  readonly guest: Guest;
  readonly formToken: string;
  /** Made anew for every form, so that sending one twice sends once. */
  readonly newId: () => string;
  readonly files: { readonly file: number; readonly perMessage: number };
}

export const firstName = (name: string): string => display(name).trim().split(/\s+/u)[0] ?? '';

const LONGEST = 40_000;
/** Of one message, in UTF-16 units. */
export const MOST_TEXT = LONGEST;

export interface Shelf {
  readonly lines: readonly Line[];
  /** The position before which there may be more; null when this is the beginning. */
  readonly earlier: string | null;
  /** Whether these are not the latest. */
  readonly past: boolean;
  /** When this was read: what comes later is streamed from then on. */
  readonly readAt: number;
}

export function chatPage(context: PageContext, shelf: Shelf): Markup {
  const { say, guest } = context;
  const script = {
    ...say.script,
    save: say.save,
    send: say.send,
    remove: say.removeFile,
    errors: say.errors,
    locale: say.locale,
    units: say.units,
    files: context.files,
  };
  return frame(
    context,
    `${guest.title} · ${say.product}`,
    html`<body class="chat" data-since="${shelf.readAt}" data-past="${shelf.past ? '1' : ''}" data-form="${context.formToken}" data-drop="${say.script.drop}" data-say="${JSON.stringify(script)}">
<a class="skip unseen" href="#text">${say.skip}</a>
${header(context)}
<main>
${earlier(context, shelf)}
<div id="log" role="log" aria-label="${say.conversation}">
${shelf.lines.length === 0 ? welcome(context) : conversation(shelf.lines, { ...context, zone: guest.zone })}</div>
${shelf.past ? html`<p class="turn"><a href="./">${say.latest}</a></p>` : null}
<p id="status" role="status"></p>
</main>
${composer(context)}
</body>`,
    true,
  );
}

const header = ({ say, guest, formToken }: PageContext): Markup => html`<header class="top"><div>
<div class="title">
<h1>${guest.title}</h1>
<p class="asker">${say.between(guest.asker)}</p>
</div>
<details class="me">
<summary aria-label="${say.signedAs(display(guest.name))}"><span aria-hidden="true">${firstName(guest.name)}</span></summary>
<div>
<p><bdi>${say.signedAs(display(guest.name))}</bdi></p>
<p><a href="board">${say.board}</a></p>
<form method="post" action="leave"><input type="hidden" name="form" value="${formToken}"><button>${say.leave}</button></form>
<p class="small">${say.leaveWhy}</p>
</div>
</details>
</div></header>`;

const earlier = ({ say }: PageContext, shelf: Shelf): Markup | null =>
  shelf.earlier === null
    ? null
    : html`<p class="turn"><a href="./?before=${encodeURIComponent(shelf.earlier)}" data-earlier>${say.earlier}</a></p>`;

const welcome = ({ say, guest }: PageContext): Markup => html`<div class="welcome">
<p>${say.nothingYet(firstName(guest.name))}</p>
<p>${guest.team ? say.nothingYetTeam : say.nothingYetPartner}</p>
</div>
`;

/** Drawn in the page: its policy allows no image of another kind. */
const CLIP = html`<svg aria-hidden="true" viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="m21 11-9.2 9.2a6 6 0 0 1-8.5-8.5l9.3-9.3a4 4 0 0 1 5.7 5.7l-9.3 9.2a2 2 0 0 1-2.8-2.8L14.8 6"/></svg>`;

const composer = (context: PageContext): Markup => {
  const { say, guest, formToken, newId } = context;
  const commands = guest.team ? say.team : [say.help, say.mine];
  return html`<footer class="answer">
<form id="composer" method="post" action="messages" enctype="multipart/form-data">
<p id="editing" class="editing" hidden><span>${say.editing}</span> <button type="button" data-cancel>${say.cancel}</button> <button type="button" data-delete>${say.delete}</button></p>
<input type="hidden" name="form" value="${formToken}"><input type="hidden" name="id" value="${newId()}">
<label for="text" class="unseen">${say.message}</label>
<ul id="chosen" class="files" aria-label="${say.chosenFiles}" hidden></ul>
<textarea id="text" name="text" rows="1" maxlength="${MOST_TEXT}" placeholder="${say.placeholder}" autocomplete="off"></textarea>
<p class="attach"><input type="file" id="files" name="file" multiple aria-describedby="limits"> <label for="files">${CLIP}<span class="word">${say.attach}</span></label> <span id="limits" class="small">${say.limits}</span></p>
<button class="send">${say.send}</button>
</form>
<nav class="commands" aria-label="${say.commands}">
${commands.map(
  ({
    label,
    text,
  }) => html`<form method="post" action="messages"><input type="hidden" name="form" value="${formToken}"><input type="hidden" name="id" value="${newId()}"><button name="text" value="${text}">${label}</button></form>
`,
)}<noscript><a href="./">${say.refresh}</a></noscript>
<p class="keys">${say.keys}</p>
</nav>
</footer>`;
};

/** Where a message is changed without a script. */
export const editPage = (
  context: PageContext,
  line: { readonly id: string; readonly text: string },
): Markup => {
  const { say, formToken, newId } = context;
  return notice(
    context,
    say.editTitle,
    html`<form method="post" action="edit">
<input type="hidden" name="form" value="${formToken}"><input type="hidden" name="edit" value="${newId()}"><input type="hidden" name="id" value="${line.id}">
<label for="text" class="unseen">${say.message}</label>
<textarea id="text" name="text" rows="6" maxlength="${MOST_TEXT}" required>
${line.text}</textarea>
<p class="row"><button class="main">${say.save}</button> <a class="button" href="./">${say.cancel}</a></p>
</form>
<form method="post" action="delete">
<input type="hidden" name="form" value="${formToken}"><input type="hidden" name="id" value="${line.id}">
<p><button class="quiet">${say.delete}</button></p>
</form>`,
  );
};
