/** App Home: a few messages under one another, within Slack's figures whatever they hold. */
import { degrade } from '../../../src/chat/degrade.ts';
import type { Message } from '../../../src/chat/outbound.ts';
import { CAPABILITIES } from '../posting.ts';
import { blocksOf, type SlackBlock } from './blocks.ts';

/** Slack's own figure. */
const MOST = 100;

export function homeOf(parts: readonly Message[]) {
  const blocks: (SlackBlock | { readonly type: 'divider' })[] = [];
  for (const part of parts.flatMap((one) => degrade(one, CAPABILITIES))) {
    const next = blocksOf(part, 'private');
    if (blocks.length + next.length + 1 > MOST) break;
    if (blocks.length > 0 && next.length > 0) blocks.push({ type: 'divider' });
    blocks.push(...next);
  }
  return { type: 'home' as const, blocks };
}
