/** A message as plain text: what every chat can show, and the measure of a message's length. */
import { display } from './display.ts';
import type { Block, Message, Run } from './outbound.ts';

const runs = (content: readonly Run[]): string =>
  content.map((run) => (run.person ? display(run.text) : run.text)).join('');

/** One block: paragraphs as they are, quotes between « and », one dash a list item. */
export function plainBlock(block: Block<Run>): string {
  if (block.type === 'list') return block.items.map((item) => `- ${runs(item)}`).join('\n');
  return block.type === 'quote' ? `«\u00a0${runs(block.content)}\u00a0»` : runs(block.content);
}

export const BETWEEN_BLOCKS = '\n\n';

/** The whole message without its choices (`degrade` writes those out where the chat has no buttons). */
export const plain = (message: Pick<Message, 'blocks'>): string =>
  message.blocks.map(plainBlock).join(BETWEEN_BLOCKS);
