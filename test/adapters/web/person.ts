/** A person with a browser, without the browser: opens a link, says things again until they are taken, reads the page. */
import { randomUUID } from 'node:crypto';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
};
const AGAIN = 10;

export interface Line {
  readonly ref: string;
  readonly side: string;
  /** A line of text a paragraph or item. */
  readonly text: string;
  /** What its buttons send, while it has some. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** What its link downloads, from the person's own page. */
  readonly encloses?: string;
}

export class Person {
  #site: string;
  #home = '';
  #cookie = '';
  #form = '';
  #abort = new AbortController();
  #closed = false;
  /** What is not acknowledged yet, by the id it is sent under. */
  readonly owed = new Set<string>();

  constructor(site: string) {
    this.#site = site;
  }

  /** Opens a personal link and says yes. */
  async come(path: string): Promise<void> {
    const entered = await asked(() =>
      fetch(this.#site + path, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ answer: 'yes' }),
      }),
    );
    if (entered.status !== 303) throw new Error(`the link was not taken: ${entered.status}`);
    this.#home = entered.headers.get('location')!;
    this.#cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
    this.#form = /data-form="([^"]+)"/u.exec(await this.page())![1]!;
  }

  get home(): string {
    return this.#home;
  }

  get cookie(): string {
    return this.#cookie;
  }

  get form(): string {
    return this.#form;
  }

  /** The same page, served from another address from now on. What was on its way is lost there. */
  moveTo(site: string): void {
    this.#site = site;
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  close(): void {
    this.#closed = true;
    this.#abort.abort();
  }

  request(what: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(this.#site + this.#home + what, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.#cookie },
      body: JSON.stringify({ form: this.#form, ...fields }),
      signal: this.#abort.signal,
    });
  }

  /** As the page does: sent again under the same id until it is taken. Nobody waits for it. */
  insist(what: string, fields: Readonly<Record<string, string>>): void {
    const key = `${what} ${fields.edit ?? fields.message ?? fields.id}`;
    this.owed.add(key);
    void (async () => {
      while (!this.#closed) {
        const taken = await this.request(what, fields).then(
          async (response) => {
            await response.body?.cancel();
            return response.ok;
          },
          () => false,
        );
        if (taken && this.owed.delete(key)) return;
        await new Promise((resolve) => setTimeout(resolve, AGAIN));
      }
    })();
  }

  say(text: string): string {
    const id = randomUUID();
    this.insist('messages', { id, text });
    return id;
  }

  async page(query = ''): Promise<string> {
    return (await this.#get(query)).text();
  }

  async download(path: string): Promise<Uint8Array> {
    const response = await this.#get(path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  #get(path: string): Promise<Response> {
    return asked(() => fetch(this.#site + this.#home + path, { headers: { cookie: this.#cookie } }));
  }

  async read(): Promise<Line[]> {
    return linesIn(await this.page());
  }
}

/** Browsers ask a second time when a connection they had kept turns out to be closed. */
const asked = (ask: () => Promise<Response>): Promise<Response> => ask().catch(ask);

/** The lines of a page, as text. */
export function linesIn(page: string): Line[] {
  return page
    .split('<div class="line ')
    .slice(1)
    .map((line) => {
      const [, side] = /^(\w+)/u.exec(line)!;
      const [, ref] = /data-id="([^"]*)"/u.exec(line)!;
      const inner = line.slice(line.indexOf('<div class="text"')).replace(/^<[^>]*>/u, '');
      const text = inner
        .slice(0, inner.indexOf('</div>'))
        .replace(/<\/(?:p|li)>(?=.)/gsu, '\n')
        .replace(/<[^>]*>/gu, '');
      const choices = [...line.matchAll(/<button name="value" value="([^"]*)">([^<]*)</gu)].map(
        ([, value, label]) => ({ value: decode(value!), label: decode(label!) }),
      );
      const encloses = /<p class="enclosed"><a href="([^"]*)"/u.exec(line)?.[1];
      return {
        ref: decode(ref!),
        side: side!,
        text: decode(text),
        choices,
        ...(encloses === undefined ? {} : { encloses: decode(encloses) }),
      };
    });
}

const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/gu, (_, name: string) => ENTITIES[name]!);
