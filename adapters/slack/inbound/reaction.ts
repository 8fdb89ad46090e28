/** Events of type `reaction_added` and `reaction_removed`. */
import { z } from 'zod';
import type { Told } from '../../../src/chat/inbound.ts';
import { emojiOf } from './emoji.ts';
import { id, maybe, millisecondsOf, placeOf, type Setting, ts } from './shapes.ts';

const Reaction = z.object({
  type: z.enum(['reaction_added', 'reaction_removed']),
  user: id,
  reaction: id,
  item: z.object({ type: z.string(), channel: maybe(id), ts: maybe(ts) }),
  event_ts: ts,
});

/** Throws ZodError when it can't be read. */
export function readReaction(event: unknown, { platform, workspace, eventId, bots }: Setting): Told[] {
  const { type, user, reaction, item, event_ts } = Reaction.parse(event);
  if (item.type !== 'message' || !item.channel || !item.ts || bots.has(user)) return [];
  const [name = ''] = reaction.split('::');
  return [
    {
      id: eventId,
      platform,
      workspace,
      type: 'reaction',
      at: millisecondsOf(event_ts),
      from: { userId: user, automatic: false },
      place: placeOf(item.channel, null, null),
      message: item.ts,
      emoji: emojiOf(name) ?? name,
      removed: type === 'reaction_removed',
    },
  ];
}
