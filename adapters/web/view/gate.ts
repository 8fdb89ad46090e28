/** Pages before the conversation: is it you, and why a link doesn't open. */
import type { Guest } from '../../../src/chat/guest.ts';
import type { Phrases } from '../locales/fr.ts';
import { type Assets, notice } from './frame.ts';
import { html, type Markup } from './html.ts';
import { firstName } from './page.ts';

export interface Context {
  readonly say: Phrases;
  readonly assets: Assets;
}

/** A forwarded link must not open somebody's conversation without a word. */
export const gatePage = (context: Context, guest: Guest): Markup =>
  notice(
    context,
    context.say.gate.title(firstName(guest.name)),
    html`<p>${context.say.gate.about(guest.asker, guest.title)}</p>
<form method="post" class="row">
<button class="main" name="answer" value="yes">${context.say.gate.yes}</button>
<button name="answer" value="no">${context.say.gate.no}</button>
</form>`,
  );

export const notMePage = (context: Context, guest: Guest): Markup =>
  notice(context, context.say.notMe.title, html`<p>${context.say.notMe.text(guest.asker)}</p>`);

/** A link in a letter is opened by machines too: opening it does nothing. */
export const stopPage = (context: Context, guest: Guest): Markup =>
  notice(
    context,
    context.say.stop.title(firstName(guest.name)),
    html`<p>${context.say.stop.about(guest.asker, guest.title)}</p>
<form method="post" class="row">
<button class="main" name="answer" value="yes">${context.say.stop.yes}</button>
</form>`,
  );

export const stoppedPage = (context: Context, guest: Guest): Markup =>
  notice(context, context.say.stopped.title, html`<p>${context.say.stopped.text(guest.asker)}</p>`);

export const leftPage = (context: Context): Markup =>
  notice(context, context.say.left.title, html`<p>${context.say.left.text}</p>`);

export const closedPage = (context: Context, why: keyof Phrases['closed']): Markup =>
  notice(context, context.say.closed[why].title, html`<p>${context.say.closed[why].text}</p>`);

/** `back`: where the conversation is; null where there is none. */
export const errorPage = (context: Context, key: string, back: string | null): Markup =>
  notice(
    context,
    context.say.errorTitle,
    html`<p>${context.say.errors[key] ?? context.say.errors.failed ?? ''}</p>
${back === null ? null : html`<p><a href="${back}">${context.say.back}</a></p>`}`,
  );
