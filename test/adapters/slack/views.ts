/** Views as Slack keeps them: a trigger opens one within three seconds, once; what is filled in is sent back. */
import { randomBytes } from 'node:crypto';
import type { Asked } from './gateway.ts';

export interface View {
  readonly type: 'modal' | 'home';
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly title?: { readonly text: string };
  /** Nothing can be sent without it. */
  readonly submit?: { readonly text: string };
  readonly blocks: readonly ViewBlock[];
}
export interface ViewBlock {
  readonly type: string;
  readonly block_id?: string;
  readonly label?: { readonly text: string };
  readonly optional?: boolean;
  readonly elements?: readonly unknown[];
  readonly element?: Element;
}
interface Option {
  readonly text: { readonly text: string };
  readonly value: string;
}
interface Element {
  readonly type: string;
  readonly action_id: string;
  readonly initial_value?: string;
  readonly initial_date?: string;
  readonly initial_option?: Option;
  readonly initial_options?: readonly Option[];
  readonly options?: readonly Option[];
  readonly option_groups?: readonly { readonly options: readonly Option[] }[];
}

export interface Kept {
  readonly id: string;
  readonly userId: string;
  readonly view: View;
}

/** Milliseconds a trigger holds. */
const HOLDS = 3_000;

export class Views {
  readonly #triggers = new Map<string, { userId: string; at: number }>();
  readonly #modals = new Map<string, Kept>();
  readonly #homes = new Map<string, Kept & { hash: string; times: number }>();

  trigger(userId: string): string {
    const id = `${Date.now()}.${randomBytes(8).toString('hex')}`;
    this.#triggers.set(id, { userId, at: Date.now() });
    return id;
  }

  /** The modal somebody looks at. */
  modal(userId: string): Kept | null {
    return this.#modals.get(userId) ?? null;
  }

  close(userId: string): void {
    this.#modals.delete(userId);
  }

  home(userId: string): (Kept & { readonly times: number }) | null {
    return this.#homes.get(userId) ?? null;
  }

  /** Slack's answer; null for another method. */
  answer({ method, body }: Asked): Readonly<Record<string, unknown>> | null {
    if (method === 'views.open' || method === 'views.push') return this.#open(body);
    if (method === 'views.update') return this.#update(body);
    return method === 'views.publish' ? this.#publish(body) : null;
  }

  #open({ trigger_id, view }: Readonly<Record<string, unknown>>) {
    const trigger = this.#triggers.get(String(trigger_id));
    if (trigger === undefined) return { ok: false, error: 'invalid_trigger_id' };
    this.#triggers.delete(String(trigger_id));
    if (Date.now() - trigger.at > HOLDS) return { ok: false, error: 'expired_trigger_id' };
    const kept = { id: `V${randomBytes(6).toString('hex')}`, userId: trigger.userId, view: view as View };
    this.#modals.set(trigger.userId, kept);
    return { ok: true, view: { id: kept.id, ...(view as object) } };
  }

  #update({ view_id, view }: Readonly<Record<string, unknown>>) {
    const found = [...this.#modals.values()].find(({ id }) => id === view_id);
    if (found === undefined) return { ok: false, error: 'not_found' };
    this.#modals.set(found.userId, { ...found, view: view as View });
    return { ok: true, view: { id: found.id, ...(view as object) } };
  }

  #publish({ user_id, view, hash }: Readonly<Record<string, unknown>>) {
    const before = this.#homes.get(String(user_id));
    if (hash !== undefined && before !== undefined && hash !== before.hash)
      return { ok: false, error: 'hash_conflict' };
    const kept = {
      id: before?.id ?? `V${randomBytes(6).toString('hex')}`,
      userId: String(user_id),
      view: view as View,
      hash: randomBytes(6).toString('hex'),
      times: (before?.times ?? 0) + 1,
    };
    this.#homes.set(kept.userId, kept);
    return { ok: true, view: { id: kept.id, hash: kept.hash, ...(view as object) } };
  }
}

/** What Slack sends of a view whose fields, by their label, were filled in; others stay as they were. */
export function stateOf({ blocks }: View, answers: Readonly<Record<string, string | readonly string[]>>) {
  const wanted = new Map(Object.entries(answers));
  const values: Record<string, Record<string, unknown>> = {};
  for (const { block_id, label, element } of blocks) {
    if (element === undefined || block_id === undefined) continue;
    const shown = label!.text.replace(/[\u00a0\u202f]/gu, ' ');
    const given = wanted.get(shown);
    wanted.delete(shown);
    values[block_id] = { [element.action_id]: answerOf(element, given) };
  }
  if (wanted.size > 0) throw new Error(`no such field: ${[...wanted.keys()].join(', ')}`);
  return { values };
}

function answerOf(element: Element, given: string | readonly string[] | undefined) {
  const options = [
    ...(element.options ?? []),
    ...(element.option_groups ?? []).flatMap((group) => group.options),
  ];
  const named = (label: string): Option => {
    const found = options.find(({ text, value }) => text.text === label || value === label);
    if (found === undefined) throw new Error(`no option ${label}`);
    return found;
  };
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
      return { type, value: given ?? element.initial_value ?? null };
    case 'datepicker':
      return { type, selected_date: given ?? element.initial_date ?? null };
    case 'radio_buttons':
    case 'static_select':
      return {
        type,
        selected_option: typeof given === 'string' ? named(given) : (element.initial_option ?? null),
      };
    default:
      return {
        type,
        selected_options: Array.isArray(given) ? given.map(named) : (element.initial_options ?? []),
      };
  }
}
