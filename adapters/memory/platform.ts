/**
 * The other side of the memory chat: its people and what they see. It answers as a platform does: messages have
 * unique references, an event is owed to the bot until the bot took it, and a journal outlives the bot.
 */
import type { Inbound } from '../../src/chat/inbound.ts';
import type { Message } from '../../src/chat/outbound.ts';
import { plain } from '../../src/chat/plain.ts';
import type { Place } from '../../src/chat/port.ts';
import { Faults } from './faults.ts';
import { forgetful, type Journal, openJournal, type Posted } from './journal.ts';
import { Watch } from './watch.ts';

export interface Seen extends Posted {
  readonly text: string;
  readonly reactions: readonly string[];
  readonly pinned: boolean;
}

interface Where {
  readonly workspace?: string;
  /** A room's reference; the person's direct conversation when absent. */
  readonly room?: string;
  /** The message whose thread is meant; for what is seen: null is the top of the room, everything when absent. */
  readonly thread?: string | null;
  /** The platform's time; its clock's present when absent. */
  readonly at?: number;
}

type NewEvent = Inbound extends infer E
  ? E extends Inbound
    ? Omit<E, 'id' | 'at' | 'platform'>
    : never
  : never;

export class MemoryPlatform {
  readonly name: string;
  readonly faults = new Faults();
  readonly #now: () => number;
  readonly #journal: Journal;
  readonly #watch = new Watch<Seen>();
  readonly #directs = new Map<string, { userId: string; ref: string }>();
  readonly #posts: Posted[] = [];
  readonly #byPlace = new Map<string, Posted[]>();
  readonly #followers = new Set<(post: Posted) => void>();
  readonly #byKey = new Map<string, Posted>();
  readonly #sights = new Map<Posted, Seen>();
  readonly #reactions = new Map<string, string[]>();
  readonly #pins = new Set<string>();
  readonly #events: Inbound[] = [];
  readonly #owed = new Map<string, Inbound>();
  readonly #contents = new Map<string, Uint8Array>();
  #listener: ((event: Inbound) => void) | null = null;
  #swapped: Inbound | null = null;
  #count = 0;

  constructor(options: { name?: string; now?: () => number; journal?: string } = {}) {
    this.name = options.name ?? 'memory';
    this.#now = options.now ?? Date.now;
    this.#journal = options.journal === undefined ? forgetful() : openJournal(options.journal);
    for (const fact of this.#journal.facts) {
      // Something said is an event and a message: counted once, a number would be given again after a kill.
      this.#count += fact.fact === 'event' ? 2 : 1;
      if (fact.fact === 'direct')
        this.#directs.set(`${fact.workspace}\n${fact.userId}`, { userId: fact.userId, ref: fact.ref });
      else if (fact.fact === 'event') {
        this.#events.push(fact.event);
        this.#owed.set(`${fact.event.workspace}\n${fact.event.id}`, fact.event);
      } else if (fact.fact === 'acknowledged') this.#owed.delete(`${fact.workspace}\n${fact.id}`);
      else if (fact.fact === 'file')
        this.#contents.set(`${fact.workspace}\n${fact.ref}`, Buffer.from(fact.content, 'base64'));
      else if (fact.fact === 'posted') this.#keep(fact);
      else if (fact.fact === 'edited') this.#replace(fact.workspace, fact.ref, fact.message);
      else if (fact.fact === 'pinned') this.#pins.add(`${fact.workspace}\n${fact.ref}`);
      else this.#reactTo(fact.workspace, fact.ref, fact.emoji);
    }
  }

  /** Says something to the bot; the message's reference. `automatic` for a bot or an integration. */
  say(
    userId: string,
    text: string,
    where: Where & {
      automatic?: boolean;
      addressed?: boolean;
      files?: Extract<Inbound, { type: 'message' }>['files'];
      replyTo?: string;
      onScreen?: string;
    } = {},
  ): string {
    const message = this.#next('u');
    const {
      files = [],
      automatic = false,
      addressed = false,
      replyTo = null,
      onScreen = null,
      ...rest
    } = where;
    this.#happen(rest, {
      type: 'message',
      message,
      text,
      replyTo,
      onScreen,
      files,
      addressed,
      ...this.#who(userId, rest, automatic),
    });
    return message;
  }

  /** Says something with files; `claimed` is the size the platform gives for each, its own when absent. */
  send(
    userId: string,
    text: string,
    files: readonly {
      readonly name: string;
      readonly content: Uint8Array | string;
      readonly type?: string;
      readonly claimed?: number;
    }[],
    where: Where = {},
  ): string {
    const { workspace } = this.#who(userId, where);
    const told = files.map(({ name, content, type = 'application/octet-stream', claimed }) => {
      const ref = this.#next('f');
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      this.#contents.set(`${workspace}\n${ref}`, bytes);
      this.#journal.write({
        fact: 'file',
        workspace,
        ref,
        content: Buffer.from(bytes).toString('base64'),
      });
      return { ref, name, type, bytes: claimed ?? bytes.length };
    });
    return this.say(userId, text, { ...where, files: told });
  }

  edit(userId: string, message: string, text: string, where: Where = {}): void {
    this.#happen(where, { type: 'edit', message, text, ...this.#who(userId, where) });
  }

  delete(userId: string, message: string, where: Where = {}): void {
    this.#happen(where, { type: 'delete', message, ...this.#who(userId, where) });
  }

  react(userId: string, message: string, emoji: string, where: Where & { removed?: boolean } = {}): void {
    const { removed = false, ...rest } = where;
    this.#happen(rest, { type: 'reaction', message, emoji, removed, ...this.#who(userId, rest) });
  }

  /** Enters a room; the bot entering one is told of those who are there already. */
  enter(userId: string, room: string, where: Pick<Where, 'workspace' | 'at'> = {}): void {
    this.#happen(where, { type: 'presence', here: true, ...this.#who(userId, { ...where, room }) });
  }

  leave(userId: string, room: string, where: Pick<Where, 'workspace' | 'at'> = {}): void {
    this.#happen(where, { type: 'presence', here: false, ...this.#who(userId, { ...where, room }) });
  }

  /** Presses the newest button with that value or label, of the message `of` when given; throws when none was offered. */
  choose(userId: string, choice: string, where: Where & { of?: string } = {}): void {
    for (const seen of this.inbox(userId, where).toReversed()) {
      if (where.of !== undefined && seen.ref !== where.of) continue;
      const found = seen.message.choices.find(({ value, label }) => value === choice || label === choice);
      if (found === undefined) continue;
      const who = this.#who(userId, where);
      this.#happen(where, { type: 'choice', message: seen.ref, value: found.value, ...who });
      return;
    }
    throw new Error(`no button ${choice} was offered to ${userId}`);
  }

  /** Any event at all, malformed ones included: delivered as it is, owed to nobody. */
  inject(event: unknown): void {
    this.#listener?.(event as Inbound);
  }

  /** What the bot posted that this person sees in that place, oldest first. */
  inbox(userId: string, where: Where = {}): Seen[] {
    const { workspace, place } = this.#who(userId, where);
    return (this.#byPlace.get(`${workspace}\n${place.ref}`) ?? [])
      .filter((post) => post.to === null || post.to === userId)
      .filter((post) => where.thread === undefined || post.thread === where.thread)
      .map((post) => this.#seen(post));
  }

  /** What the bot put on a message, anybody's. */
  signs(message: string, { workspace = 'main' }: Pick<Where, 'workspace'> = {}): readonly string[] {
    return this.#reactions.get(`${workspace}\n${message}`) ?? [];
  }

  texts(userId: string, where: Where = {}): string[] {
    return this.inbox(userId, where).map((seen) => seen.text);
  }

  /** What this person said and did there, oldest first. */
  said(userId: string, where: Where = {}): Inbound[] {
    const { workspace, place } = this.#who(userId, where);
    return this.#events.filter(
      (event) =>
        event.workspace === workspace && event.place.ref === place.ref && event.from.userId === userId,
    );
  }

  /** When the last thing happened on either side; null when nothing did. */
  get lastAt(): number | null {
    const times = [this.#events.at(-1)?.at, this.#posts.at(-1)?.at].filter((at) => at !== undefined);
    return times.length > 0 ? Math.max(...times) : null;
  }

  /** The first message this person sees there (from the `from`-th on) that matches; rejects after `within` ms. */
  waitFor(
    userId: string,
    matches: (seen: Seen) => boolean = () => true,
    options: Where & { from?: number; within?: number } = {},
  ): Promise<Seen> {
    const look = () =>
      this.inbox(userId, options)
        .slice(options.from ?? 0)
        .find(matches);
    return this.#watch.until(
      look,
      options.within ?? 30_000,
      () => `${userId} waited in vain, and saw:\n${this.texts(userId, options).join('\n---\n') || 'nothing'}`,
    );
  }

  /** Resolves when this person sees at least that many messages there. */
  waitForCount(userId: string, count: number, options: Where & { within?: number } = {}): Promise<true> {
    const { workspace, place } = this.#who(userId, options);
    const there = () => this.#byPlace.get(`${workspace}\n${place.ref}`)?.length ?? 0;
    return this.#watch.until(
      () => (there() >= count && this.inbox(userId, options).length >= count ? true : undefined),
      options.within ?? 30_000,
      () => `${userId} waited in vain for ${count} messages, and saw ${this.inbox(userId, options).length}`,
    );
  }

  /** Hears of every message as it is posted; the returned function ends it. */
  follow(listener: (post: Posted) => void): () => void {
    this.#followers.add(listener);
    return () => this.#followers.delete(listener);
  }

  /** Every message posted, of all places, in order. */
  get posted(): readonly Posted[] {
    return this.#posts;
  }

  /** Events the bot has not taken yet, oldest first. */
  get owed(): readonly Inbound[] {
    return [...this.#owed.values()];
  }

  /** Resolves when the bot took everything. */
  settled(within = 30_000): Promise<true> {
    return this.#watch.until(
      () => (this.#owed.size === 0 ? true : undefined),
      within,
      () => `${this.#owed.size} events still owed`,
    );
  }

  close(): void {
    this.#journal.close();
  }

  // What the bot's side calls.

  listen(listener: ((event: Inbound) => void) | null): void {
    this.#listener = listener;
  }

  acknowledge(event: Inbound): void {
    // What a test injected need not be an event at all.
    if (!this.#owed.delete(`${event?.workspace}\n${event?.id}`)) return;
    this.#journal.write({ fact: 'acknowledged', workspace: event.workspace, id: event.id });
    this.#watch.changed();
  }

  direct(workspace: string, userId: string): string {
    const key = `${workspace}\n${userId}`;
    const known = this.#directs.get(key);
    if (known !== undefined) return known.ref;
    const ref = `D${this.#directs.size + 1}-${userId}`;
    this.#journal.write({ fact: 'direct', workspace, userId, ref });
    this.#directs.set(key, { userId, ref });
    return ref;
  }

  content(workspace: string, file: string): Uint8Array | null {
    return this.#contents.get(`${workspace}\n${file}`) ?? null;
  }

  find(workspace: string, place: string, key: string): Posted | null {
    return this.#byKey.get(`${workspace}\n${place}\n${key}`) ?? null;
  }

  /** Takes a message of the bot; tells people, and the bot itself as platforms do. */
  take(at: Place, what: Pick<Posted, 'message' | 'key' | 'to' | 'file'>): string {
    const { workspace, ref: place, thread = null } = at;
    const post: Posted = { workspace, place, ref: this.#next('b'), thread, at: this.#now(), ...what };
    this.#journal.write({ fact: 'posted', ...post });
    this.#keep(post);
    for (const follower of this.#followers) follower(post);
    this.#watch.changed();
    const direct = [...this.#directs.values()].some(({ ref }) => ref === place);
    this.#listener?.({
      type: 'message',
      id: `e-${post.ref}`,
      at: post.at,
      platform: this.name,
      workspace,
      from: { userId: 'bot', automatic: true },
      place: { kind: direct ? 'direct' : 'room', ref: place, thread },
      message: post.ref,
      text: plain(post.message),
      replyTo: null,
      onScreen: null,
      files: [],
      addressed: false,
    });
    return post.ref;
  }

  change(workspace: string, ref: string, message: Message): void {
    this.#journal.write({ fact: 'edited', workspace, ref, message });
    this.#replace(workspace, ref, message);
    this.#watch.changed();
  }

  emote(workspace: string, ref: string, emoji: string): void {
    this.#journal.write({ fact: 'reacted', workspace, ref, emoji });
    this.#reactTo(workspace, ref, emoji);
    this.#watch.changed();
  }

  fasten(workspace: string, ref: string): void {
    this.#journal.write({ fact: 'pinned', workspace, ref });
    this.#pins.add(`${workspace}\n${ref}`);
    this.#sights.clear();
    this.#watch.changed();
  }

  #next(letter: string): string {
    this.#count += 1;
    return `${letter}${this.#count}`;
  }

  #who(userId: string, where: Where, automatic = false) {
    const workspace = where.workspace ?? 'main';
    const place =
      where.room === undefined
        ? { kind: 'direct' as const, ref: this.direct(workspace, userId), thread: null }
        : { kind: 'room' as const, ref: where.room, thread: where.thread ?? null };
    return { workspace, from: { userId, automatic }, place };
  }

  #happen(where: Where, what: NewEvent): void {
    const event: Inbound = { ...what, id: this.#next('e'), at: where.at ?? this.#now(), platform: this.name };
    this.#journal.write({ fact: 'event', event });
    this.#events.push(event);
    this.#owed.set(`${event.workspace}\n${event.id}`, event);
    if (this.faults.swapNext && this.#swapped === null) {
      this.#swapped = event;
      return;
    }
    const copies = this.faults.copies;
    this.faults.copies = 1;
    for (let copy = 0; copy < copies; copy += 1) this.#listener?.(event);
    if (this.#swapped !== null) {
      const first = this.#swapped;
      this.#swapped = null;
      this.faults.swapNext = false;
      this.#listener?.(first);
    }
  }

  #keep(post: Posted): void {
    this.#posts.push(post);
    const place = `${post.workspace}\n${post.place}`;
    const there = this.#byPlace.get(place) ?? [];
    this.#byPlace.set(place, there);
    there.push(post);
    this.#byKey.set(`${post.workspace}\n${post.place}\n${post.key}`, post);
  }

  #replace(workspace: string, ref: string, message: Message): void {
    const index = this.#posts.findIndex((post) => post.workspace === workspace && post.ref === ref);
    const found = this.#posts[index];
    if (found === undefined) return;
    this.#sights.delete(found);
    const changed = { ...found, message };
    this.#posts[index] = changed;
    const there = this.#byPlace.get(`${workspace}\n${found.place}`)!;
    there[there.indexOf(found)] = changed;
  }

  #reactTo(workspace: string, ref: string, emoji: string): void {
    const key = `${workspace}\n${ref}`;
    const there = this.#reactions.get(key) ?? [];
    if (there.includes(emoji)) return;
    this.#reactions.set(key, [...there, emoji]);
    this.#sights.clear();
  }

  /** Made once a message: those who wait look at whole inboxes again and again. */
  #seen(post: Posted): Seen {
    const known = this.#sights.get(post);
    if (known !== undefined) return known;
    const reactions = this.#reactions.get(`${post.workspace}\n${post.ref}`) ?? [];
    const pinned = this.#pins.has(`${post.workspace}\n${post.ref}`);
    const seen: Seen = { ...post, text: plain(post.message), reactions, pinned };
    this.#sights.set(post, seen);
    return seen;
  }
}
