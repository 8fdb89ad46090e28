/** A letter as people see it: its two bodies, which say the same. */
import { display } from '../../../src/chat/display.ts';
import type { Block, Message, Run } from '../../../src/chat/outbound.ts';
import { plain } from '../../../src/chat/plain.ts';
import { html, type Markup } from '../view/html.ts';
import type { Phrases } from './locales/fr.ts';
import { COLOURS, DARK, FONT } from './style.ts';

export interface Sheet {
  readonly say: Phrases;
  readonly kind: string;
  readonly subject: string;
  readonly asker: string;
  readonly title: string;
  /** As it may be shown. */
  readonly name: string;
  readonly message: Message;
  readonly link: string;
  readonly stop: string;
  readonly repliesRead: boolean;
}

export function textOf(sheet: Sheet): string {
  const { say } = sheet;
  return [
    say.forWhom(sheet.name),
    plain(sheet.message),
    ...enclosed(sheet),
    `${say.yourPage}\n${sheet.link}`,
    '-- ',
    [
      say.from(sheet.asker),
      say.personal(sheet.name),
      sheet.repliesRead ? say.repliesRead : say.repliesUnread,
      `${say.stop}${say.lang === 'fr' ? ' :' : ':'}\n${sheet.stop}`,
    ].join('\n'),
  ]
    .join('\n\n')
    .replace('-- \n\n', '-- \n');
}

/** A picture says in words what it shows; a file waits on the page, where it is made when it is opened. */
const enclosed = ({ say, message: { encloses } }: Sheet): string[] =>
  encloses === undefined ? [] : [...(encloses.alt ? [encloses.alt] : []), say.enclosed(encloses.title)];

const P = `margin:0 0 16px;font:400 17px/1.5 ${FONT};color:${COLOURS.ink}`;
const SMALL = `margin:0 0 8px;font:400 14px/1.5 ${FONT};color:${COLOURS.soft}`;

const runs = (content: readonly Run[]): Markup[] =>
  content.map(({ text, strong, person }) => {
    // Mail programs that drop the attribute still have the controls `display` puts around what needs them.
    const own = person ? html`<span dir="auto">${display(text)}</span>` : html`${text}`;
    return strong ? html`<strong>${own}</strong>` : own;
  });

function block(one: Block<Run>): Markup {
  if (one.type === 'list')
    return html`<ul style="margin:0 0 16px;padding:0 0 0 22px">${one.items.map(
      (item) => html`<li class="ink" style="${P.replace('0 0 16px', '0 0 8px')}">${runs(item)}</li>`,
    )}</ul>`;
  if (one.type === 'quote')
    return html`<blockquote class="ink mark" style="${P};padding:0 0 0 14px;border-left:3px solid ${COLOURS.accent}">${runs(one.content)}</blockquote>`;
  return html`<p class="ink" style="${P}">${runs(one.content)}</p>`;
}

const button = ({ say, link, kind }: Sheet): Markup =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" class="wide" style="margin:4px 0 20px"><tr><td class="button" align="center" style="border-radius:8px;background:${COLOURS.accent}">
<a class="button-text" href="${link}" style="display:inline-block;padding:13px 26px;font:600 17px/1.3 ${FONT};color:${COLOURS.accentInk};text-decoration:none;border-radius:8px">${say.button(kind)}</a>
</td></tr></table>`;

/** A letter longer than a screen of a telephone shows its button at once too. */
const LONG = 4;

export const htmlOf = (sheet: Sheet): string => {
  const { say } = sheet;
  const { blocks } = sheet.message;
  const early = blocks.length > LONG ? 1 : 0;
  return html`<!doctype html>
<html lang="${sheet.message.lang}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${sheet.subject}</title>
<style>${DARK}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${COLOURS.paper}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="paper" style="background:${COLOURS.paper}">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="sheet" style="max-width:600px;background:${COLOURS.sheet};border:1px solid ${COLOURS.rule};border-radius:12px">
<tr><td style="padding:24px 24px 0">
<p class="soft" style="${SMALL}">${say.from(sheet.asker)}</p>
<h1 class="ink" style="margin:0 0 4px;font:600 21px/1.3 ${FONT};color:${COLOURS.ink}">${sheet.title}</h1>
<p class="soft rule" style="${SMALL.replace('0 0 8px', '0 0 20px')};padding:0 0 16px;border-bottom:1px solid ${COLOURS.rule}">${say.forWhom(sheet.name)}</p>
</td></tr>
<tr><td style="padding:0 24px">
${blocks.slice(0, early).map(block)}
${early > 0 ? button(sheet) : null}
${blocks.slice(early).map(block)}
${enclosed(sheet).map((text) => block({ type: 'paragraph', content: [{ text }] }))}
${button(sheet)}
</td></tr>
<tr><td style="padding:0 24px 16px">
<p class="soft" style="${SMALL}">${say.orCopy}<br><a class="link" href="${sheet.link}" style="color:${COLOURS.accent};word-break:break-all;font-size:12px">${sheet.link}</a></p>
</td></tr>
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">
<tr><td style="padding:16px 24px">
<p class="soft" style="${SMALL}">${say.personal(sheet.name)}</p>
<p class="soft" style="${SMALL}">${sheet.repliesRead ? say.repliesRead : say.repliesUnread}</p>
<p class="soft" style="${SMALL}"><a class="link" href="${sheet.stop}" style="color:${COLOURS.accent}">${say.stop}</a></p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`.text;
};
