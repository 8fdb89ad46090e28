/** What happens on a platform, told in the same words by every adapter. */
import { z } from 'zod';
import { FORM_NAME, MOST_FIELDS } from './form.ts';

// Names of platforms go into indexes and logs; no database takes a NUL or half a surrogate pair.
const name = z
  .string()
  .min(1)
  .max(512)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const workspace = z.union([z.literal(''), name]);

const common = {
  /** The platform's unique id of the event: the same event delivered again has the same id. */
  id: name,
  /** The platform's time, in milliseconds since 1970. */
  at: z.number().int().nonnegative(),
  platform: name,
  workspace,
  from: z.object({
    userId: name,
    /** True for the bot itself, another bot, an integration. */
    automatic: z.boolean(),
  }),
  place: z.object({
    kind: z.enum(['direct', 'room']),
    ref: name,
    /** The message whose thread it happens in; null at the top of a room, and in a direct conversation. */
    thread: name.nullable().default(null),
  }),
};

/** A reference the platform gives to one message, unique in its place. */
const message = name;
const text = z.string();

const code = z.string().regex(FORM_NAME);

const file = z.object({ ref: name, name: z.string(), type: z.string(), bytes: z.number().nonnegative() });

export const Inbound = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('message'),
    message,
    text,
    replyTo: message.nullable(),
    /** The newest message of the bot's that was shown when they began to write it, where the chat knows. */
    onScreen: message.nullable().default(null),
    files: z.array(file),
    /** In a room: said to the bot, whose name is taken out of the text. */
    addressed: z.boolean().default(false),
    /** Of a direct conversation, asked in another place: what needs no answer is shown there, to that person alone. */
    aside: name.nullish(),
  }),
  z.object({ ...common, type: z.literal('edit'), message, text }),
  z.object({ ...common, type: z.literal('delete'), message }),
  z.object({ ...common, type: z.literal('choice'), message: message.nullable(), value: z.string() }),
  /** A form was sent: `message` names the sending, each text is a person's. Fields left empty are left out. */
  z.object({
    ...common,
    type: z.literal('form'),
    message,
    form: code,
    fields: z
      .array(
        z.union([
          z.object({ key: code, text: text.min(1) }),
          z.object({ key: code, chosen: z.array(code).min(1).max(2_000) }),
        ]),
      )
      .max(MOST_FIELDS),
  }),
  z.object({ ...common, type: z.literal('reaction'), message, emoji: z.string(), removed: z.boolean() }),
  /** Somebody entered a room or left it. When the bot itself enters one, everybody there is told, an event each. */
  z.object({ ...common, type: z.literal('presence'), here: z.boolean() }),
]);

export type Inbound = z.infer<typeof Inbound>;
/** As an adapter gives it: what it leaves out is as usual. */
export type Told = z.input<typeof Inbound>;

/** As much of a malformed event as can be named, to keep and show it; null when it has no identity at all. */
export function identityOf(event: unknown): Pick<Inbound, 'id' | 'platform' | 'workspace'> | null {
  const found = z.object({ id: name, platform: name, workspace }).safeParse(event);
  return found.success ? found.data : null;
}
