/** An event of Matrix's, in the words of every chat; nothing raw goes further in. */
import { z } from 'zod';
import type { Told } from '../../../src/chat/inbound.ts';
import type { RawEvent } from '../connection/responses.ts';
import { addressedTo, type Names, withoutQuotation } from './text.ts';

/** What a reader knows of where it reads. */
export interface Setting {
  readonly platform: string;
  readonly workspace: string;
  readonly room: string;
  readonly direct: boolean;
  readonly bot: Names;
  /** Everybody else who is there. */
  readonly people: () => readonly string[];
  /** What a message of the bot offers. */
  readonly choices: (message: string) => readonly string[];
  readonly sign: (id: string) => { readonly message: string; readonly emoji: string } | null;
  readonly keepSign: (id: string, on: { readonly message: string; readonly emoji: string }) => void;
}

const id = z.string().min(1).max(255);
const Relation = z
  .object({
    rel_type: z.string().optional().catch(undefined),
    event_id: id.optional().catch(undefined),
    key: z.string().optional().catch(undefined),
    is_falling_back: z.boolean().optional().catch(undefined),
    'm.in_reply_to': z.object({ event_id: id }).optional().catch(undefined),
  })
  .catch({});
const Text = z.object({
  msgtype: z.string(),
  body: z.string(),
  filename: z.string().optional().catch(undefined),
  info: z
    .object({
      mimetype: z.string().optional().catch(undefined),
      size: z.number().nonnegative().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  'm.mentions': z
    .object({ user_ids: z.array(z.string()).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
const Member = z.object({ membership: z.string() });

const FILES: ReadonlySet<string> = new Set(['m.file', 'm.image', 'm.audio', 'm.video']);
const WORDS: ReadonlySet<string> = new Set(['m.text', 'm.emote', 'm.location']);

/** `event` as it is in clear. Throws ZodError when it can't be read. */
export function readEvent(event: RawEvent, setting: Setting): Told[] {
  const own = event.sender === setting.bot.userId;
  switch (event.type) {
    case 'm.room.message':
      return own ? [] : readMessage(event, setting);
    case 'm.sticker':
      // A picture without words: said to somebody who asked for some, it is answered.
      return own || !setting.direct ? [] : [wordless(event, setting)];
    case 'm.reaction':
      return own ? [] : readReaction(event, setting);
    case 'm.room.redaction':
      return own ? [] : readRedaction(event, setting);
    case 'm.room.member':
      return event.state_key === undefined ? [] : readMember(event, event.state_key, setting);
    default:
      return [];
  }
}

const common = (event: RawEvent, { platform, workspace, room, direct }: Setting, thread: string | null) => ({
  id: event.event_id,
  platform,
  workspace,
  at: Math.max(0, Math.floor(event.origin_server_ts)),
  from: { userId: event.sender, automatic: false },
  place: {
    kind: direct ? ('direct' as const) : ('room' as const),
    ref: room,
    thread: direct ? null : thread,
  },
});

const wordless = (event: RawEvent, setting: Setting): Told => ({
  ...common(event, setting, null),
  type: 'message',
  message: event.event_id,
  text: '',
  replyTo: null,
  addressed: false,
  files: [],
});

function readMessage(event: RawEvent, setting: Setting): Told[] {
  const relation = Relation.parse(event.content['m.relates_to'] ?? {});
  if (relation.rel_type === 'm.replace') return readEdit(event, relation.event_id, setting);
  // A redacted message is an event of its own.
  if (Object.keys(event.content).length === 0) return [];
  const content = Text.parse(event.content);
  const isFile = FILES.has(content.msgtype);
  // Notices are what programs say.
  if (!isFile && !WORDS.has(content.msgtype)) return [];
  const thread = relation.rel_type === 'm.thread' ? (relation.event_id ?? null) : null;
  const reply = relation.is_falling_back === true ? undefined : relation['m.in_reply_to']?.event_id;
  const caption = content.filename !== undefined && content.filename !== content.body ? content.body : '';
  const typed = isFile ? caption : withoutQuotation(content.body, relation['m.in_reply_to'] !== undefined);
  const mentioned = content['m.mentions']?.user_ids?.includes(setting.bot.userId) ?? false;
  const addressed = addressedTo(typed, setting.bot, mentioned);
  return [
    {
      ...common(event, setting, thread),
      type: 'message',
      message: event.event_id,
      text: addressed ?? typed,
      replyTo: reply ?? (setting.direct ? thread : null),
      addressed: !setting.direct && addressed !== null,
      files: isFile
        ? [
            {
              ref: event.event_id,
              name: content.filename ?? content.body,
              type: content.info?.mimetype ?? '',
              bytes: content.info?.size ?? 0,
            },
          ]
        : [],
    },
  ];
}

function readEdit(event: RawEvent, message: string | undefined, setting: Setting): Told[] {
  const changed = Text.safeParse(event.content['m.new_content']);
  if (message === undefined || !changed.success || !WORDS.has(changed.data.msgtype)) return [];
  const text = addressedTo(changed.data.body, setting.bot, false) ?? changed.data.body;
  return [{ ...common(event, setting, null), type: 'edit', message, text }];
}

/** `1️⃣`, `1` → 1. */
function numberOf(key: string): number | null {
  const found = /^([1-9])\ufe0f?\u20e3?$/u.exec(key);
  return found === null ? (key === '🔟' ? 10 : null) : Number(found[1]);
}

function readReaction(event: RawEvent, setting: Setting): Told[] {
  const { rel_type, event_id, key } = Relation.parse(event.content['m.relates_to'] ?? {});
  if (rel_type !== 'm.annotation' || event_id === undefined || key === undefined) return [];
  const number = numberOf(key);
  const chosen = number === null ? undefined : setting.choices(event_id)[number - 1];
  if (chosen !== undefined)
    return [{ ...common(event, setting, null), type: 'choice', message: event_id, value: chosen }];
  const emoji = key.slice(0, 64);
  setting.keepSign(event.event_id, { message: event_id, emoji });
  return [{ ...common(event, setting, null), type: 'reaction', message: event_id, emoji, removed: false }];
}

function readRedaction(event: RawEvent, setting: Setting): Told[] {
  // Older rooms have it beside the content.
  const redacts = id.safeParse(event.content.redacts ?? event.redacts);
  if (!redacts.success) return [];
  const sign = setting.sign(redacts.data);
  const how = common(event, setting, null);
  return sign === null
    ? [{ ...how, type: 'delete', message: redacts.data }]
    : [{ ...how, type: 'reaction', ...sign, removed: true }];
}

function readMember(event: RawEvent, userId: string, setting: Setting): Told[] {
  const { membership } = Member.parse(event.content);
  const unsigned = (event.unsigned ?? {}) as { prev_content?: { membership?: unknown } };
  const before = unsigned.prev_content?.membership;
  const here = membership === 'join';
  // A new name or picture is a membership again; an invitation declined is nobody leaving.
  if (setting.direct || here === (before === 'join')) return [];
  const told = (who: string, name: string): Told => ({
    ...common(event, setting, null),
    id: name,
    type: 'presence',
    from: { userId: who, automatic: false },
    here,
  });
  if (userId !== setting.bot.userId) return [told(userId, event.event_id)];
  return here ? setting.people().map((who) => told(who, `${event.event_id}/${who}`)) : [];
}
