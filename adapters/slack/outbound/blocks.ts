/**
 * A message as Block Kit. Rich text holds runs literally: nothing in them is a mention, a link or a sign to Slack. Only
 * the bot's own addresses are made links.
 */
import { display } from '../../../src/chat/display.ts';
import type { Block, Choice, Message, Run } from '../../../src/chat/outbound.ts';
import { buttonOf, type Saying } from '../inbound/choice.ts';
import { pieces } from './addresses.ts';
import { plainText } from './short.ts';

/** Slack's own figure. */
const LABEL = 75;

type Piece = (
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'link'; readonly url: string }
) & { readonly style?: { readonly bold: true } };
type Section = { readonly type: 'rich_text_section'; readonly elements: readonly Piece[] };
type Element =
  | Section
  | { readonly type: 'rich_text_quote'; readonly elements: readonly Piece[] }
  | { readonly type: 'rich_text_list'; readonly style: 'bullet'; readonly elements: readonly Section[] };

export type SlackBlock =
  | { readonly type: 'rich_text'; readonly elements: readonly Element[] }
  | {
      readonly type: 'actions';
      readonly elements: readonly {
        readonly type: 'button';
        readonly action_id: string;
        readonly value: string;
        readonly text: { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };
        readonly style?: 'primary';
      }[];
    };

/** `saying`: where the buttons say what they say. */
export function blocksOf(
  { blocks, choices }: Pick<Message, 'blocks' | 'choices'>,
  saying: Saying = 'here',
): SlackBlock[] {
  return [
    ...richText(blocks),
    ...(choices.length > 0
      ? [
          {
            type: 'actions' as const,
            elements: choices.map((choice, index) => button(choice, index, saying)),
          },
        ]
      : []),
  ];
}

export function richText(blocks: readonly Block<Run>[]): Extract<SlackBlock, { type: 'rich_text' }>[] {
  const elements = joined(blocks);
  return elements.length > 0 ? [{ type: 'rich_text', elements }] : [];
}

/** Slack refuses an empty text. */
const BLANK: Piece = { type: 'text', text: '\u00a0' };

function runs(content: readonly Run[]): Piece[] {
  return content.flatMap((run): Piece[] => {
    const style = run.strong ? { style: { bold: true as const } } : {};
    if (!run.person)
      return pieces(run.text).map(({ text, address }) =>
        address ? { type: 'link', url: text, ...style } : { type: 'text', text, ...style },
      );
    const text = display(run.text);
    return text === '' ? [] : [{ type: 'text', text, ...style }];
  });
}

const filled = (texts: readonly Piece[]): readonly Piece[] => (texts.length > 0 ? texts : [BLANK]);

/** Paragraphs that follow each other are one section, with a blank line between: sections have none. */
function joined(blocks: readonly Block<Run>[]): Element[] {
  const elements: Element[] = [];
  let paragraph: Piece[] | null = null;
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      const texts = runs(block.content);
      if (texts.length === 0) continue;
      if (paragraph !== null) paragraph.push({ type: 'text', text: '\n\n' }, ...texts);
      else {
        paragraph = texts;
        elements.push({ type: 'rich_text_section', elements: texts });
      }
      continue;
    }
    paragraph?.push({ type: 'text', text: '\n' });
    paragraph = null;
    if (block.type === 'quote')
      elements.push({ type: 'rich_text_quote', elements: filled(runs(block.content)) });
    else if (block.items.length > 0)
      elements.push({
        type: 'rich_text_list',
        style: 'bullet',
        elements: block.items.map((item) => ({
          type: 'rich_text_section',
          elements: filled(runs(item)),
        })),
      });
  }
  return elements;
}

const button = (choice: Choice, index: number, saying: Saying) => ({
  type: 'button' as const,
  ...buttonOf(choice, index, saying),
  text: plainText(choice.label, LABEL),
  ...(choice.main ? { style: 'primary' as const } : {}),
});
