/** The conversation, line by line: one HTML whether it comes with the page or later. */
import { createHash } from 'node:crypto';
import { degrade } from '../../../src/chat/degrade.ts';
import { display } from '../../../src/chat/display.ts';
import type { Block, Message, Run } from '../../../src/chat/outbound.ts';
import type { ChatPort } from '../../../src/chat/port.ts';
import type { Entry, SentFile } from '../../../src/chat/transcript.ts';
import type { Phrases } from '../locales/fr.ts';
import { html, type Markup } from './html.ts';

/** An entry as it is posted: a long message of the bot is several lines, each under the key it was posted with. */
export type Line = Entry;

export const linesOf = (entries: readonly Entry[], chat: Pick<ChatPort, 'maxText' | 'maxButtons'>): Line[] =>
  entries.flatMap((entry): Line[] =>
    entry.side === 'person'
      ? [entry]
      : degrade(entry.message, chat).map((message, index) => ({
          ...entry,
          id: `${entry.id}/${index}`,
          message,
        })),
  );

/** The one line whose buttons still mean something: nothing was said since, and no other question came after it. */
export function askingLine(lines: readonly Line[]): Line | null {
  const last = lines.findLast((line) => line.side === 'person' || line.message.choices.length > 0);
  return last?.side === 'bot' ? last : null;
}

export interface LineContext {
  readonly say: Phrases;
  readonly zone: string;
  /** What forms of this person's page prove themselves with. */
  readonly formToken: string;
}

export interface Shown {
  readonly id: string;
  readonly at: number;
  readonly html: string;
}

export const shown = (line: Line, context: LineContext, buttons = true): Shown => ({
  id: line.id,
  at: line.at,
  html: lineHtml(line, context, { buttons, sameDay: false }).text,
});

/** Lines in order, days named where they change. */
export function conversation(lines: readonly Line[], context: LineContext): Markup[] {
  const asking = askingLine(lines);
  let before = '';
  return lines.map((line) => {
    const day = dayKey(line.at, context.zone);
    const sameDay = day === before;
    before = day;
    return lineHtml(line, context, { buttons: line === asking, sameDay });
  });
}

function lineHtml(
  line: Line,
  context: LineContext,
  as: { readonly buttons: boolean; readonly sameDay: boolean },
): Markup {
  const { say, zone } = context;
  const text =
    line.side === 'bot'
      ? html`<div class="text" lang="${line.message.lang}">${line.message.blocks.map((one) => block(one, spacing(line.message.lang)))}${enclosed(line)}</div>`
      : html`<div class="text">${said(line, say)}</div>`;
  const time = html`<time datetime="${new Date(line.at).toISOString()}">${clock(line.at, say, zone)}</time>`;
  const content =
    line.side === 'bot'
      ? html`<p class="by"><span>${say.bot}</span> ${time}</p>
${text}
${as.buttons ? choices(line.id, line.message, context) : null}`
      : html`<p class="by"><span>${say.you}</span> ${time}${line.edited && !line.deleted ? html` <span>${say.edited}</span>` : null}${editable(line) ? html` <a href="edit?id=${encodeURIComponent(line.id)}" data-edit>${say.edit}<span class="unseen"> ${say.messageOf(clock(line.at, say, zone))}</span></a>` : null}</p>
${text}
`;
  return html`<div class="line ${line.side}${as.sameDay ? ' same-day' : ''}" data-id="${line.id}" data-at="${line.at}" data-day="${dayKey(line.at, zone)}" data-version="${version(text)}">
<p class="day">${dayName(line.at, say, zone)}</p>
<div class="bubble">
${content}
</div>
</div>
`;
}

/** What a message says, without its buttons. */
export const blocks = ({ blocks: all, lang }: Message): Markup[] =>
  all.map((one) => block(one, spacing(lang)));

/** Changes with what is said: a page that has this version already leaves it alone, and reads nothing out twice. */
const version = (text: Markup): string => createHash('sha256').update(text.text).digest('hex').slice(0, 10);

export const editable = (line: Line): boolean =>
  line.side === 'person' &&
  line.type === 'message' &&
  !line.deleted &&
  line.text !== null &&
  line.text !== '';

const said = (line: Extract<Line, { side: 'person' }>, say: Phrases): Markup => {
  if (line.deleted) return html`<p class="gone">${say.deleted}</p>`;
  if (line.text === null) return html`<p class="gone">${say.erased}</p>`;
  const words = line.text === '' ? null : html`<p><bdi>${display(line.text)}</bdi></p>`;
  return html`${words}${files(line.files, say)}`;
};

const files = (sent: readonly SentFile[], say: Phrases): Markup | null =>
  sent.length === 0
    ? null
    : html`<ul class="files">${sent.map((one) => html`<li>${fileName(one, say)} <span>${one.id === null ? say.notKept : say.size(one.bytes)}</span></li>`)}</ul>`;

const fileName = ({ id, name }: SentFile, say: Phrases): Markup => {
  const shown = html`<bdi>${name === null ? say.erased : display(name)}</bdi>`;
  return id === null ? shown : html`<a href="files/${id}" download>${shown}</a>`;
};

/** The file of a message, made when it is opened; a picture is shown. */
function enclosed({ id, message }: Extract<Line, { side: 'bot' }>): Markup | null {
  const { encloses } = message;
  if (encloses === undefined) return null;
  const address = `made/${id.split('/')[0]}`;
  const link = html`<p class="enclosed"><a href="${address}" download>${encloses.title}</a></p>`;
  return encloses.alt === undefined
    ? link
    : html`<p class="picture"><img src="${address}" alt="${encloses.alt}" loading="lazy"></p>${link}`;
}

type Spacing = (text: string) => string;

/** French marks stay on the line of their word; people's own text is left as it is. */
const spacing = (lang: string): Spacing =>
  lang.startsWith('fr')
    ? (text) =>
        text
          .replace(/« /gu, '«\u00a0')
          .replace(/ ([»:])/gu, '\u00a0$1')
          .replace(/ ([;?!])/gu, '\u202f$1')
    : (text) => text;

const runs = (content: readonly Run[], spaced: Spacing): Markup[] =>
  content.map(({ text, strong, person, file }) => {
    if (person && file !== undefined)
      return html`<a href="files/${file}" download><bdi>${display(text)}</bdi></a>`;
    const own = person ? html`<bdi>${display(text)}</bdi>` : html`${references(spaced(text))}`;
    return strong ? html`<strong>${own}</strong>` : own;
  });

/** Beside a line that says the same in words. */
const bar = (given: { readonly value: number; readonly of: number } | undefined): Markup | null =>
  given && given.of > 0
    ? html`<meter class="bar" min="0" max="${String(given.of)}" value="${String(given.value)}" aria-hidden="true"></meter>`
    : null;

/** A reference is read in one piece: no browser may break it at its hyphen. */
const references = (text: string): (Markup | string)[] =>
  text
    .split(/(P-\d{4,9})/u)
    .map((piece, index) => (index % 2 === 1 ? html`<span class="ref">${piece}</span>` : piece));

function block(one: Block<Run>, spaced: Spacing): Markup {
  if (one.type === 'list')
    return html`<ul>${one.items.map((item, at) => html`<li>${runs(item, spaced)}${bar(one.bars?.[at])}</li>`)}</ul>`;
  const content = runs(one.content, spaced);
  return one.type === 'quote' ? html`<blockquote><p>${content}</p></blockquote>` : html`<p>${content}</p>`;
}

function choices(id: string, message: Message, { say, formToken }: LineContext): Markup | null {
  if (message.choices.length === 0) return null;
  return html`<form class="choices" method="post" action="choices" aria-label="${say.choices}">
<input type="hidden" name="form" value="${formToken}"><input type="hidden" name="message" value="${id}">
${message.choices.map(({ value, label }) => html`<button name="value" value="${value}">${label}</button> `)}
</form>`;
}

const dayKey = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);

const dayName = (at: number, say: Phrases, zone: string): string =>
  new Intl.DateTimeFormat(say.locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at);

const clock = (at: number, say: Phrases, zone: string): string =>
  new Intl.DateTimeFormat(say.locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
