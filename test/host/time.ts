import type { Clock } from '../../src/app/ports/edge.ts';
import type { Timer } from '../../src/host/timer.ts';

/** Time that passes only when a test says so. */
export class ManualTime implements Clock, Timer {
  #now: number;
  #due: { at: number; run: () => void }[] = [];

  constructor(start = Date.UTC(2015, 2, 2, 9)) {
    this.#now = start;
  }

  now = (): number => this.#now;

  after(ms: number, run: () => void): () => void {
    const entry = { at: this.#now + ms, run };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((one) => one !== entry);
    };
  }

  /** What waits, in ms from now, soonest first. */
  get waits(): number[] {
    return this.#due.map(({ at }) => at - this.#now).sort((a, b) => a - b);
  }

  advance(ms: number): void {
    this.#now += ms;
    const ready = this.#due.filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at);
    this.#due = this.#due.filter(({ at }) => at > this.#now);
    for (const { run } of ready) run();
  }
}
