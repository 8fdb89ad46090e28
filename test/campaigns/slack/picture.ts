/** Messages and modals drawn as Slack's client shows them, nearly: its fonts and colours, from the blocks that were sent. */
import type { SlackMessage } from '../../adapters/slack/rendered.ts';
import type { View } from '../../adapters/slack/views.ts';

interface Leaf {
  readonly type: string;
  readonly text?: string | { readonly text: string };
  readonly url?: string;
  readonly style?: string | { readonly bold?: boolean };
  readonly elements?: readonly Leaf[];
}

const STYLE = `
  * { box-sizing: border-box }
  body { margin: 0; padding: 18px; background: #fff; color: #1d1c1d; width: 460px;
    font: 15px/1.46 Lato, "DejaVu Sans", Helvetica, Arial, sans-serif }
  .message { display: flex; gap: 10px; margin-bottom: 14px }
  .avatar { flex: none; width: 36px; height: 36px; border-radius: 8px; background: #1d3557; color: #fff;
    font-weight: 700; text-align: center; line-height: 36px }
  .who { font-weight: 900 } .app { font-size: 10px; font-weight: 700; background: #dddde0; color: #454447;
    border-radius: 2px; padding: 1px 3px; margin: 0 6px; vertical-align: 2px }
  .at { font-size: 12px; color: #616061 }
  .body { min-width: 0 } .said { white-space: pre-wrap; overflow-wrap: anywhere }
  blockquote { margin: 4px 0; padding-left: 12px; border-left: 4px solid #ddd; white-space: pre-wrap }
  ul { margin: 4px 0; padding-left: 22px } li { white-space: pre-wrap }
  .choices { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px }
  .choices span { border: 1px solid #c4c4c6; border-radius: 8px; padding: 3px 12px; font-weight: 700; font-size: 14px }
  .choices .primary { background: #007a5a; border-color: #007a5a; color: #fff }
  a { color: #1264a3 }
  img { max-width: 100%; border: 1px solid #ddd; border-radius: 8px; margin-top: 6px }
  .modal { border: 1px solid #ddd; border-radius: 10px; box-shadow: 0 4px 14px #0002 }
  .modal h1 { margin: 0; padding: 14px 18px; font-size: 19px; border-bottom: 1px solid #eee }
  .modal .fields { padding: 10px 18px } .modal label { display: block; font-weight: 700; margin: 12px 0 4px }
  .modal .input { border: 1px solid #8d8d8e; border-radius: 4px; min-height: 40px; padding: 8px 12px }
  .modal .foot { display: flex; justify-content: flex-end; gap: 10px; padding: 14px 18px; border-top: 1px solid #eee }
  .modal .foot span { border: 1px solid #c4c4c6; border-radius: 4px; padding: 6px 14px; font-weight: 700 }
  .modal .foot .send { background: #007a5a; border-color: #007a5a; color: #fff }
  .optional { font-weight: 400; color: #616061 }
`;

const safe = (text: string): string => text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);

const inline = (leaves: readonly Leaf[] = []): string =>
  leaves
    .map(({ text, url, style }) => {
      const words = safe(typeof text === 'object' ? text.text : (text ?? url ?? ''));
      const said = url === undefined ? words : `<a>${words}</a>`;
      return typeof style === 'object' && style.bold ? `<b>${said}</b>` : said;
    })
    .join('');

function drawn(leaf: Leaf): string {
  switch (leaf.type) {
    case 'rich_text':
      return (leaf.elements ?? []).map(drawn).join('');
    case 'rich_text_quote':
      return `<blockquote>${inline(leaf.elements)}</blockquote>`;
    case 'rich_text_list':
      return `<ul>${(leaf.elements ?? []).map(({ elements }) => `<li>${inline(elements)}</li>`).join('')}</ul>`;
    case 'actions':
      return `<div class="choices">${(leaf.elements ?? []).map((one) => `<span class="${one.style === 'primary' ? 'primary' : ''}">${inline([one])}</span>`).join('')}</div>`;
    default:
      return `<div class="said">${inline(leaf.elements ?? [leaf]).replace(/\n$/u, '')}</div>`;
  }
}

const page = (inner: string): string =>
  `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${inner}`;

/** `pictures`: PNGs shown under the last message. */
export function pageOf(messages: readonly SlackMessage[], pictures: readonly Uint8Array[] = []): string {
  const shown = pictures.map(
    (png) => `<img alt="" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`,
  );
  return page(
    messages
      .map(
        ({ blocks = [] }, index) => `<div class="message"><div class="avatar">t</div><div class="body">
          <span class="who">tour</span><span class="app">APP</span><span class="at">9:41</span>
          ${(blocks as readonly Leaf[]).map(drawn).join('')}${index === messages.length - 1 ? shown.join('') : ''}
        </div></div>`,
      )
      .join(''),
  );
}

export function modalPageOf({
  title,
  blocks,
  ...view
}: View & { submit?: { text: string }; close?: { text: string } }): string {
  const fields = blocks.map((block) =>
    block.type === 'input'
      ? `<label>${safe(block.label?.text ?? '')}${block.optional ? ' <span class="optional">(facultatif)</span>' : ''}</label><div class="input">${safe(block.element?.initial_value ?? '')}</div>`
      : drawn(block as Leaf),
  );
  return page(`<div class="modal"><h1>${safe(title?.text ?? '')}</h1><div class="fields">${fields.join('')}</div>
    <div class="foot"><span>${safe(view.close?.text ?? '')}</span><span class="send">${safe(view.submit?.text ?? '')}</span></div></div>`);
}
