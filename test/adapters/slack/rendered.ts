/** What a person reads of a message in Slack's client: its blocks, else its text with entities read. */

interface Leaf {
  readonly type: string;
  readonly text?: string | { readonly text: string };
  readonly url?: string;
  readonly name?: string;
  readonly elements?: readonly Leaf[];
}

export interface SlackMessage {
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly (Leaf & { readonly accessory?: Button })[];
  readonly metadata?: {
    readonly event_type: string;
    readonly event_payload: Readonly<Record<string, unknown>>;
  };
  readonly thread_ts?: string;
  readonly files?: readonly {
    readonly name: string;
    readonly title: string;
    readonly alt_txt?: string;
    readonly url_private_download: string;
  }[];
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[] }[];
}

export interface Button {
  readonly type: 'button';
  readonly text: { readonly text: string };
  readonly action_id: string;
  readonly value: string;
  readonly style?: string;
}

export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function rendered({ text, blocks = [] }: SlackMessage): string {
  const parts = blocks.flatMap((block) => (block.type === 'actions' ? [] : (block.elements ?? [block])));
  return parts.length === 0 ? unescaped(text) : parts.map(part).join('\n\n');
}

const inline = (leaves: readonly Leaf[] = []): string =>
  leaves.map((leaf) => leaf.text ?? leaf.url ?? `:${leaf.name}:`).join('');

function part(leaf: Leaf): string {
  switch (leaf.type) {
    case 'rich_text_quote':
      return `«\u00a0${inline(leaf.elements)}\u00a0»`;
    case 'rich_text_list':
      return (leaf.elements ?? []).map(({ elements }) => `- ${inline(elements)}`).join('\n');
    case 'rich_text_section':
      return inline(leaf.elements).replace(/\n$/u, '');
    default:
      return typeof leaf.text === 'object' ? unescaped(leaf.text.text) : (leaf.text ?? '');
  }
}

export const buttonsOf = ({ blocks = [] }: Pick<SlackMessage, 'blocks'>): Button[] =>
  blocks.flatMap((block) =>
    block.type === 'actions' ? ((block.elements ?? []) as readonly unknown[] as Button[]) : [],
  );
