/** The text beside the blocks, for notifications and screen readers: Slack reads its own notation in it. */
import type { Message } from '../../../src/chat/outbound.ts';
import { plain } from '../../../src/chat/plain.ts';

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Never empty: Slack wants something to notify with. */
export const fallbackOf = (message: Pick<Message, 'blocks'>): string => escaped(plain(message)).trim() || '…';
