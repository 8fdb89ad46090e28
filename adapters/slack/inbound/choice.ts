/** A button of the bot's, pressed: Slack's `block_actions`. */
import { z } from 'zod';
import type { Told } from '../../../src/chat/inbound.ts';
import type { Asker } from '../../../src/chat/surface.ts';
import { id, maybe, millisecondsOf, placeOf, teamOf, ts } from './shapes.ts';

/** Ids of buttons begin so: what is said where the button is, or (a menu's, App Home's) in the direct conversation. */
const PLACES = { here: '', private: 'own-' } as const;
const CHOICE = 'choice-';
/** Those that open a form, whose name comes before their value. */
const OPENS = 'form-';

export type Saying = keyof typeof PLACES;

/** Slack's own figure. */
const VALUE = 2_000;

/** What names a button, and what it carries. Throws RangeError when it is too much for one. */
export function buttonOf(
  choice: { readonly value: string; readonly form?: string },
  index: number,
  saying: Saying,
): { readonly action_id: string; readonly value: string } {
  const { form, value } = choice;
  const whole = form === undefined ? value : `${form} ${value}`;
  if (whole.length > VALUE) throw new RangeError(`the value of a choice has ${whole.length} characters`);
  return {
    action_id: `${PLACES[saying]}${form === undefined ? CHOICE : OPENS}${index}`,
    value: whole,
  };
}

const Pressed = z.object({
  trigger_id: maybe(id),
  user: z.object({ id, team_id: maybe(id) }),
  team: maybe(z.object({ id })),
  channel: maybe(z.object({ id })),
  message: maybe(z.object({ ts, thread_ts: maybe(ts) })),
  view: maybe(z.object({ id, type: maybe(z.string()), app_installed_team_id: maybe(id) })),
  container: maybe(z.object({ channel_id: maybe(id), message_ts: maybe(ts) })),
  actions: z
    .array(z.object({ action_id: id, value: z.string().min(1).max(VALUE), action_ts: ts }))
    .min(1)
    .max(25),
});

export interface Where {
  readonly platform: string;
  /** The workspace a team of Slack's stands for. */
  readonly workspaceOf: (team: string | null) => string;
}

export interface Press {
  readonly asker: Asker;
  readonly trigger: string | null;
  /** The form it opens in the place of saying something. */
  readonly form: string | null;
  /** The event of what it says; `direct` is where that person and the bot talk, `aside` where it was pressed, when elsewhere. */
  readonly told: (direct: string, aside: string | null) => Told;
  /** Not said where it was pressed: in the direct conversation. */
  readonly private: boolean;
  /** The modal it is in. */
  readonly modal: string | null;
  /** It is in App Home. */
  readonly home: boolean;
  /** Where it was pressed. */
  readonly channel: string | null;
}

/** Throws ZodError when it can't be read. Slack gives no id: the press has one, by its time. */
export function readPresses(body: unknown, { platform, workspaceOf }: Where): Press[] {
  const read = Pressed.parse(body);
  const { user, channel, message, container, view } = read;
  const where = channel?.id ?? container?.channel_id ?? null;
  const of = message?.ts ?? container?.message_ts ?? null;
  const thread = message?.thread_ts && message.thread_ts !== message.ts ? message.thread_ts : null;
  const asker = { platform, workspace: workspaceOf(teamOf(read)), userId: user.id };
  return read.actions.flatMap(({ action_id, value: whole, action_ts }): Press[] => {
    const [, own, kind] = /^(own-)?(choice-|form-)/u.exec(action_id) ?? [];
    if (kind === undefined || (own === undefined && where === null)) return [];
    const at = kind === OPENS ? whole.indexOf(' ') : -1;
    const value = whole.slice(at + 1);
    const name = `action/${where ?? view?.id ?? ''}/${of ?? ''}/${user.id}/${action_id}/${action_ts}`;
    const common = {
      id: name,
      platform,
      workspace: asker.workspace,
      at: millisecondsOf(action_ts),
      from: { userId: user.id, automatic: false },
    };
    return [
      {
        asker,
        trigger: read.trigger_id ?? null,
        form: at > 0 ? whole.slice(0, at) : null,
        private: own !== undefined,
        modal: view?.type === 'modal' ? view.id : null,
        home: view?.type === 'home',
        channel: where,
        told: (direct, aside) =>
          own === undefined
            ? { ...common, type: 'choice', place: placeOf(where!, null, thread), message: of, value }
            : {
                ...common,
                type: 'message',
                place: placeOf(direct, 'im', null),
                message: name,
                text: value,
                replyTo: null,
                files: [],
                aside,
              },
      },
    ];
  });
}
