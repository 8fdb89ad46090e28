/** Somebody on their page in a real Chromium, on a phone: taps the buttons that are offered, types the rest. */
import type { BrowserContext, Page } from 'playwright-core';
import { type Line, linesIn } from '../../adapters/web/person.ts';
import type { Caller } from './doors.ts';

export class Phone implements Caller {
  readonly #context: BrowserContext;
  readonly #site: string;
  readonly #watchers = new Set<() => void>();
  #page: Page | null = null;
  #lines: readonly Line[] = [];
  #doing: Promise<void> = Promise.resolve();

  constructor(context: BrowserContext, site: string) {
    this.#context = context;
    this.#site = site;
  }

  get page(): Page {
    if (!this.#page) throw new Error('not on the page yet');
    return this.#page;
  }

  get lines(): readonly Line[] {
    return this.#lines;
  }

  async come(path: string): Promise<void> {
    const page = await this.#context.newPage();
    page.setDefaultTimeout(30_000);
    this.#page = page;
    await page.exposeFunction('heard', (log: string) => {
      this.#lines = linesIn(log);
      for (const watcher of this.#watchers) watcher();
    });
    await page.goto(this.#site + path);
    await page
      .getByRole('button', { name: /c’est moi|that’s me/u })
      .first()
      .tap();
    await page.locator('#log').waitFor();
    await this.#listen();
  }

  async look(): Promise<readonly Line[]> {
    await this.page.reload();
    await this.#listen();
    return this.#lines;
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  send(what: string, fields: Readonly<Record<string, string>>): void {
    if (what !== 'messages') throw new Error('people on phones only speak here');
    this.#doing = this.#doing.then(() => this.#say(fields.text!));
  }

  leave(): void {
    // A browser that closes at the same moment takes its contexts with it.
    void this.#context.close().catch(() => {});
  }

  async #say(text: string): Promise<void> {
    const { page } = this;
    const label = BUTTONS[text];
    const button = page.locator('.choices').getByRole('button', { name: label ?? text, exact: true });
    if (label !== undefined && (await button.count()) > 0) return button.last().tap();
    await page.locator('#text').fill(text);
    await page.locator('.send').tap();
  }

  async #listen(): Promise<void> {
    await this.page.evaluate(`(() => {
      const log = document.getElementById('log');
      const tell = () => {
        const taken = log.cloneNode(true);
        for (const gone of taken.querySelectorAll('.pending, .choices[hidden]')) gone.remove();
        return window.heard(taken.innerHTML);
      };
      new MutationObserver(tell).observe(log, { childList: true, subtree: true, attributes: true });
      tell();
    })()`);
  }
}

/** What a person of the script would rather tap than type. */
const BUTTONS: Readonly<Record<string, string>> = { oui: 'Commencer', yes: 'Start' };
