/** The page's HTTP doors as a stage of the demo's players: what they say is posted, what they hear is read there. */
import { randomUUID } from 'node:crypto';
import type { Inbound } from '../../../src/chat/inbound.ts';
import { type Heard, heard, type Stage } from '../../../src/demo/stage.ts';
import type { Line } from '../../adapters/web/person.ts';
import type { Stage as Site } from '../../adapters/web/stage.ts';
import { Visitor } from '../../adapters/web/visitor.ts';
import { watched } from '../consultation.ts';

/** Somebody on their page, by whatever means. */
export interface Caller {
  come(path: string): Promise<void>;
  readonly lines: readonly Line[];
  /** Reads the page whole, as a reload does. */
  look(): Promise<readonly Line[]>;
  watch(watcher: () => void): () => void;
  send(what: 'messages' | 'edit' | 'delete', fields: Readonly<Record<string, string>>): void;
  leave(): void;
}

const PATIENCE = 90_000;

export class Doors implements Stage {
  readonly name = 'web';
  readonly #site: Site;
  readonly #visitors = new Map<string, Caller>();
  readonly #said = new Map<string, Inbound[]>();

  constructor(site: Site) {
    this.#site = site;
  }

  /** Opens these people's personal links; those for whom `browser` gives one come with it. */
  async admit(
    userIds: readonly string[],
    browser: (userId: string) => Promise<Caller | null> = async () => null,
  ): Promise<void> {
    for (const userId of userIds) {
      const visitor = (await browser(userId)) ?? new Visitor(this.#site.url);
      await visitor.come((await this.#site.link(userId)).slice(this.#site.url.length));
      this.#visitors.set(userId, visitor);
      this.#said.set(userId, []);
    }
  }

  visitor(userId: string): Caller {
    const found = this.#visitors.get(userId);
    if (!found) throw new Error(`${userId} is not on their page`);
    return found;
  }

  say(userId: string, text: string): string {
    const id = randomUUID();
    this.#do(
      userId,
      'messages',
      { id, text },
      { type: 'message', message: id, text, replyTo: null, files: [] },
    );
    return id;
  }

  edit(userId: string, message: string, text: string): void {
    const fields = { id: message, edit: randomUUID(), text };
    this.#do(userId, 'edit', fields, { type: 'edit', message, text });
  }

  delete(userId: string, message: string): void {
    this.#do(userId, 'delete', { id: message, edit: randomUUID() }, { type: 'delete', message });
  }

  inbox(userId: string): readonly Heard[] {
    return this.visitor(userId)
      .lines.filter(({ side }) => side === 'bot')
      .map(({ ref, text, choices }) => ({
        key: ref,
        text,
        message: { lang: '', blocks: [], choices },
      }));
  }

  said(userId: string): readonly Inbound[] {
    return this.#said.get(userId) ?? [];
  }

  waitForCount(userId: string, count: number): Promise<unknown> {
    return this.waitFor(userId, () => heard(this, userId).length >= count);
  }

  waitFor(userId: string, matches: () => boolean): Promise<unknown> {
    const visitor = this.visitor(userId);
    return watched(
      (look) => visitor.watch(look),
      matches,
      PATIENCE,
      () => {
        const lines = visitor.lines.map(({ side, text }) => `${side}: ${text}`).slice(-6);
        return `${userId} waited in vain; last on the page:\n${lines.join('\n')}`;
      },
    );
  }

  close(): void {
    for (const visitor of this.#visitors.values()) visitor.leave();
  }

  #do(
    userId: string,
    what: 'messages' | 'edit' | 'delete',
    fields: Record<string, string>,
    event: Done,
  ): void {
    this.visitor(userId).send(what, fields);
    this.#said.get(userId)!.push({
      id: randomUUID(),
      at: Date.now(),
      platform: this.name,
      workspace: 'main',
      from: { userId, automatic: false },
      place: { kind: 'direct', ref: userId },
      ...event,
    } as Inbound);
  }
}

type Done =
  | Pick<Extract<Inbound, { type: 'message' }>, 'type' | 'message' | 'text' | 'replyTo' | 'files'>
  | Pick<Extract<Inbound, { type: 'edit' }>, 'type' | 'message' | 'text'>
  | Pick<Extract<Inbound, { type: 'delete' }>, 'type' | 'message'>;
