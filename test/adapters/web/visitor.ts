/** A person on their page, without the browser: hears what comes over the stream, as the page's script does. */
import { setTimeout as later } from 'node:timers/promises';
import { type Line, linesIn, Person } from './person.ts';

export class Visitor {
  readonly #site: string;
  readonly #person: Person;
  readonly #lines = new Map<string, Line>();
  readonly #watchers = new Set<() => void>();
  readonly #end = new AbortController();
  #last = 0;
  #sent = 0;

  constructor(site: string) {
    this.#site = site;
    this.#person = new Person(site);
  }

  /** Opens a personal link, says yes, and listens until it leaves. */
  async come(path: string): Promise<void> {
    await this.#person.come(path);
    await this.look();
    void this.#listen();
  }

  /** What is on the page, in the order it came. */
  get lines(): readonly Line[] {
    return [...this.#lines.values()];
  }

  /** Sent again until it is taken; one in three is sent twice at once, as when an answer is lost on its way back. */
  send(what: string, fields: Readonly<Record<string, string>>): void {
    this.#sent += 1;
    if (this.#sent % 3 === 0) void this.#person.request(what, fields).catch(() => {});
    this.#person.insist(what, fields);
  }

  /** Reads the page whole, as a reload does. */
  async look(): Promise<readonly Line[]> {
    const lines = linesIn(await this.#person.page());
    for (const line of lines) this.#take(line);
    return lines;
  }

  download(path: string): Promise<Uint8Array> {
    return this.#person.download(path);
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  leave(): void {
    this.#end.abort();
    this.#person.close();
  }

  #take(line: Line): void {
    this.#lines.set(line.ref, line);
    for (const watcher of this.#watchers) watcher();
  }

  async #listen(): Promise<void> {
    while (!this.#end.signal.aborted) {
      await this.#stream().catch(() => {});
      await later(20, null, { signal: this.#end.signal }).catch(() => {});
    }
  }

  async #stream(): Promise<void> {
    const { home, cookie } = this.#person;
    const response = await fetch(`${this.#site}${home}events?since=${this.#last}`, {
      headers: { cookie },
      signal: this.#end.signal,
    });
    let waiting = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const events = (waiting + chunk).split('\n\n');
      waiting = events.pop()!;
      for (const event of events) {
        const data = /^data: (.*)$/mu.exec(event)?.[1];
        if (data === undefined) continue;
        const { at, html } = JSON.parse(data) as { at: number; html: string };
        this.#last = Math.max(this.#last, at);
        for (const line of linesIn(html)) this.#take(line);
      }
    }
  }
}
