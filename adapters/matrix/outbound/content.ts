/** A message as Matrix has it: text, and the same in the HTML that clients show. */
import { written } from '../../../src/chat/degrade.ts';
import { display } from '../../../src/chat/display.ts';
import type { Block, Choice, Message, Run } from '../../../src/chat/outbound.ts';
import { BETWEEN_BLOCKS, plain } from '../../../src/chat/plain.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (sign) => ESCAPES[sign]!).replaceAll('\n', '<br>');

const runs = (content: readonly Run[]): string =>
  content
    .map((run) => {
      const text = escaped(run.person ? display(run.text) : run.text);
      return run.strong ? `<strong>${text}</strong>` : text;
    })
    .join('');

function htmlOf(block: Block<Run>): string {
  if (block.type === 'list')
    return `<ul>${block.items.map((item) => `<li>${runs(item)}</li>`).join('')}</ul>`;
  return block.type === 'quote'
    ? `<blockquote>${runs(block.content)}</blockquote>`
    : `<p>${runs(block.content)}</p>`;
}

/** Those that are written out: a number is typed, or put on the message as a sign. */
export const offered = (choices: readonly Choice[]): readonly Choice[] =>
  choices.filter(({ spare }) => spare !== true);

/** A notice, as programs say them; `m.mentions` is there so that nothing in it calls anybody. */
export function contentOf({ blocks, choices }: Pick<Message, 'blocks' | 'choices'>): Record<string, unknown> {
  const shown = offered(choices);
  const text = plain({ blocks });
  const options =
    shown.length === 0 ? '' : `<ol>${shown.map(({ label }) => `<li>${escaped(label)}</li>`).join('')}</ol>`;
  return {
    msgtype: 'm.notice',
    body: shown.length === 0 ? text : `${text}${text === '' ? '' : BETWEEN_BLOCKS}${written(shown)}`,
    format: 'org.matrix.custom.html',
    formatted_body: blocks.map(htmlOf).join('') + options,
    'm.mentions': {},
  };
}

/** In the thread of a message; clients without threads show it as an answer to it. */
export const inThread = (root: string): Record<string, unknown> => ({
  'm.relates_to': {
    rel_type: 'm.thread',
    event_id: root,
    is_falling_back: true,
    'm.in_reply_to': { event_id: root },
  },
});

/** In the place of a message, with a text for clients that show it beside. */
export const inPlaceOf = (message: string, content: Record<string, unknown>): Record<string, unknown> => ({
  ...content,
  body: `* ${String(content.body)}`,
  formatted_body: `* ${String(content.formatted_body)}`,
  'm.new_content': content,
  'm.relates_to': { rel_type: 'm.replace', event_id: message },
});
