/** Pages before the conversation: is it you, and why a link doesn't open. */
import type { Guest, Passer } from '../../../src/chat/guest.ts';
import type { Phrases } from '../locales/fr.ts';
import { MOST } from '../passer.ts';
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

/** Nothing of whom the link is for; who they are themselves, if they will say. `nameless`: sent without a name. */
export const notMePage = (context: Context, guest: Guest, passer: Passer, nameless = false): Markup => {
  const { notMe: say } = context.say;
  const field = (name: 'name' | 'organisation', complete: string) => html`<p class="field">
<label for="${name}">${say.fields[name]}</label>
<input id="${name}" name="${name}" value="${passer[name]}" maxlength="${MOST[name]}" autocomplete="${complete}"${
    name === 'name'
      ? html` required${nameless ? html` aria-invalid="true" aria-describedby="nameless" autofocus` : null}`
      : null
  }>
</p>
`;
  return notice(
    context,
    say.title,
    html`<p>${say.text(guest.asker)}</p>
<form method="post" class="who" aria-labelledby="who">
<h2 id="who">${say.who}</h2>
<p class="small">${say.why}</p>
${nameless ? html`<p id="nameless" role="alert" class="wrong">${say.nameless}</p>` : null}
<input type="hidden" name="id" value="${passer.id}">
${field('name', 'name')}${field('organisation', 'organization')}<p class="field">
<label for="email">${say.fields.email}</label>
<input id="email" name="email" type="email" value="${passer.email}" maxlength="${MOST.email}" autocomplete="email">
</p>
<p class="field">
<label for="word">${say.fields.word}</label>
<textarea id="word" name="word" rows="3" maxlength="${MOST.word}">
${passer.word}</textarea>
</p>
<p class="row"><button class="main" name="answer" value="who">${say.send}</button></p>
</form>`,
  );
};

export const knownPage = (context: Context, guest: Guest): Markup =>
  notice(context, context.say.known.title, html`<p>${context.say.known.text(guest.asker)}</p>`);

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
/** `why`: a sentence of the bot's. */
export const unmadePage = (context: Context, why: string, back: string): Markup =>
  notice(
    context,
    context.say.errorTitle,
    html`<p>${why}</p>
<p><a href="${back}">${context.say.back}</a></p>`,
  );

export const errorPage = (context: Context, key: string, back: string | null): Markup =>
  notice(
    context,
    context.say.errorTitle,
    html`<p>${context.say.errors[key] ?? context.say.errors.failed ?? ''}</p>
${back === null ? null : html`<p><a href="${back}">${context.say.back}</a></p>`}`,
  );
