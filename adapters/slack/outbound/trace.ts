/** By which a delivery is found again in a channel: Slack knows no key under which a message is posted but once. */
import { z } from 'zod';

const TYPE = 'tour_delivery';

export const metadataOf = (key: string) => ({ event_type: TYPE, event_payload: { key } });

const Traced = z.object({
  ts: z.string().min(1),
  metadata: z.object({ event_type: z.literal(TYPE), event_payload: z.object({ key: z.string() }) }),
});

/** The message's ts when it is that delivery's. */
export function tsUnder(key: string, message: unknown): string | null {
  const found = Traced.safeParse(message);
  if (found.success) return found.data.metadata.event_payload.key === key ? found.data.ts : null;
  const shared = Shared.safeParse(message);
  const mark = markOf(key);
  return shared.success && shared.data.files.some(({ name }) => name.includes(mark)) ? shared.data.ts : null;
}

/** A message that is made by an upload takes no metadata: its file's name says whose it is. */
const Shared = z.object({
  ts: z.string().min(1),
  files: z.array(z.object({ name: z.string() })).min(1),
});

/** The end of an id of version 7 is its random part. */
const markOf = (key: string): string => `-${(key.split('/')[0] ?? key).slice(-8)}.`;

/** `synthese-2.html` as it is uploaded for that delivery. */
export const fileUnder = (key: string, name: string): string => {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? `${name}${markOf(key)}txt` : `${name.slice(0, dot)}${markOf(key)}${name.slice(dot + 1)}`;
};

/** Two clocks may differ. */
const MARGIN = 24 * 3_600;

/** From when on it can have been posted, as Slack counts: an id of version 7 begins with its time; null for another. */
export function oldestOf(key: string): string | null {
  const [, high, low] = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/iu.exec(key) ?? [];
  if (high === undefined || low === undefined) return null;
  return String(Math.max(0, Math.floor(Number.parseInt(high + low, 16) / 1000) - MARGIN));
}
