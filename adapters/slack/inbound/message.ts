/** Events of type `message`: said, changed, deleted. */
import { z } from 'zod';
import type { Told } from '../../../src/chat/inbound.ts';
import { id, isDirect, maybe, millisecondsOf, placeOf, type Setting, ts } from './shapes.ts';
import { addressedTo, typed } from './text.ts';

const text = maybe(z.string());
const Author = z.object({
  user: maybe(id),
  bot_id: maybe(id),
  subtype: maybe(z.string()),
});
const File = z.object({
  id,
  name: maybe(z.string()),
  mimetype: maybe(z.string()),
  size: maybe(z.number().nonnegative()),
});

const Said = Author.extend({
  channel: id,
  channel_type: maybe(z.string()),
  text,
  ts,
  thread_ts: maybe(ts),
  files: maybe(z.array(z.unknown())),
});
const Changed = z.object({
  channel: id,
  channel_type: maybe(z.string()),
  message: Author.extend({ text, ts, thread_ts: maybe(ts), edited: z.unknown().optional() }),
  previous_message: maybe(Author.extend({ text })),
  event_ts: maybe(ts),
});
/** When, as far as it can be read: what was changed counts all the same. */
const Edited = z.object({ ts });
const Deleted = z.object({
  channel: id,
  channel_type: maybe(z.string()),
  deleted_ts: ts,
  previous_message: Author.extend({ thread_ts: maybe(ts) }),
  event_ts: maybe(ts),
});

/** A person's words; everything else (joins, topics, reminders) is Slack's or a program's. */
const SAID: ReadonlySet<string> = new Set(['file_share', 'thread_broadcast', 'me_message']);

/** Throws ZodError when it can't be read. */
export function readMessage(event: { readonly [field: string]: unknown }, setting: Setting): Told[] {
  switch (event.subtype) {
    case 'message_changed':
      return changed(Changed.parse(event), setting);
    case 'message_deleted':
      return deleted(Deleted.parse(event), setting);
    default:
      return said(Said.parse(event), setting);
  }
}

const isAutomatic = ({ user, bot_id, subtype }: z.infer<typeof Author>, { bots }: Setting): boolean =>
  (bot_id ?? null) !== null ||
  subtype === 'bot_message' ||
  user === 'USLACKBOT' ||
  (typeof user === 'string' && bots.has(user));

const common = ({ platform, workspace, eventId }: Setting, userId: string) => ({
  id: eventId,
  platform,
  workspace,
  from: { userId, automatic: false },
});

function said(event: z.infer<typeof Said>, setting: Setting): Told[] {
  if (isAutomatic(event, setting)) return [];
  if ((event.subtype ?? '') !== '' && !SAID.has(event.subtype!)) return [];
  const thread = event.thread_ts && event.thread_ts !== event.ts ? event.thread_ts : null;
  const raw = event.text ?? '';
  const direct = isDirect(event.channel, event.channel_type);
  const addressed = direct ? null : addressedTo(raw, setting.bots);
  return [
    {
      ...common(setting, id.parse(event.user)),
      type: 'message',
      at: millisecondsOf(event.ts),
      place: placeOf(event.channel, event.channel_type, thread),
      message: event.ts,
      text: typed(addressed ?? raw),
      replyTo: direct ? thread : null,
      addressed: addressed !== null,
      files: (event.files ?? []).flatMap((given) => {
        const file = File.safeParse(given);
        if (!file.success) return [];
        const { id: ref, name, mimetype, size } = file.data;
        return [{ ref, name: name ?? '', type: mimetype ?? '', bytes: size ?? 0 }];
      }),
    },
  ];
}

function changed(event: z.infer<typeof Changed>, setting: Setting): Told[] {
  const { message, previous_message: before } = event;
  const thread = message.thread_ts && message.thread_ts !== message.ts ? message.thread_ts : null;
  const place = placeOf(event.channel, event.channel_type, thread);
  const user = message.user ?? before?.user ?? null;
  // A deleted message with replies under it becomes a tombstone.
  if (message.subtype === 'tombstone') {
    if (before === null || before === undefined || isAutomatic(before, setting)) return [];
    const at = millisecondsOf(event.event_ts ?? message.ts);
    const from = common(setting, id.parse(before.user));
    return [{ ...from, type: 'delete', at, place, message: message.ts }];
  }
  if (isAutomatic(message, setting)) return [];
  // Links unfolded, files added to by Slack, replies counted: nobody changed a word.
  const isChanged = typeof before?.text === 'string' ? before.text !== message.text : Boolean(message.edited);
  if (!isChanged) return [];
  const edited = Edited.safeParse(message.edited).data;
  return [
    {
      ...common(setting, id.parse(user)),
      type: 'edit',
      at: millisecondsOf(edited?.ts ?? event.event_ts ?? message.ts),
      place,
      message: message.ts,
      text: typed(message.text ?? ''),
    },
  ];
}

function deleted(event: z.infer<typeof Deleted>, setting: Setting): Told[] {
  const { previous_message: before, deleted_ts } = event;
  if (isAutomatic(before, setting)) return [];
  const thread = before.thread_ts && before.thread_ts !== deleted_ts ? before.thread_ts : null;
  return [
    {
      ...common(setting, id.parse(before.user)),
      type: 'delete',
      at: millisecondsOf(event.event_ts ?? deleted_ts),
      place: placeOf(event.channel, event.channel_type, thread),
      message: deleted_ts,
    },
  ];
}
