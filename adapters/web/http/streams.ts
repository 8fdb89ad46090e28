/** Server-sent events: what happens in a person's conversation, to each of their open pages. */
import type { ServerResponse } from 'node:http';
import { COMMON } from './answer.ts';

export interface StreamEvent {
  readonly id: string;
  readonly at: number;
  readonly html: string;
}

export interface Stream<T> {
  /** How this page renders what is published. */
  readonly render: (published: T) => readonly StreamEvent[];
  /** Called regularly: what this page may have missed since `at`; null ends the stream. */
  readonly catchUp: (at: number) => Promise<readonly StreamEvent[] | null>;
}

export interface Streams<T> {
  /** Resolves when the stream has ended. `since`: the last time this page knows of. */
  open(place: string, response: ServerResponse, since: number, stream: Stream<T>): Promise<void>;
  publish(place: string, published: T): void;
  /** Ends the waiting of `next`. */
  wake(place: string): void;
  /** Resolves at the next `wake` of that place, or after `ms`. */
  next(place: string, ms: number): Promise<void>;
  close(): void;
}

const BEAT = 20_000;
/** What a page that doesn't read may leave waiting here, before it is asked to come again. */
const MOST_WAITING = 1_000_000;
const MOST_OF_ONE_PERSON = 8;
const MOST_IN_ALL = 5_000;

export function createStreams<T>(now: () => number): Streams<T> {
  interface Open {
    readonly send: (events: readonly StreamEvent[]) => void;
    readonly publish: (published: T) => void;
    readonly end: () => void;
  }
  const places = new Map<string, Set<Open>>();
  const waiting = new Map<string, Set<() => void>>();
  let count = 0;

  return {
    open(place, response, since, stream) {
      return new Promise<void>((resolve) => {
        const here = places.get(place) ?? new Set<Open>();
        if (here.size >= MOST_OF_ONE_PERSON) [...here][0]!.end();
        if (count >= MOST_IN_ALL) {
          response.writeHead(503, { ...COMMON, 'retry-after': '30' });
          response.end();
          resolve();
          return;
        }
        let last = since;
        const open: Open = {
          send(events) {
            for (const event of events) {
              last = Math.max(last, event.at);
              response.write(`id: ${last}\nevent: line\ndata: ${JSON.stringify(event)}\n\n`);
            }
            // A page that doesn't read is told by the cut that it is to come again: nothing is held for it meanwhile.
            if (response.writableLength > MOST_WAITING) {
              open.end();
              response.destroy();
            }
          },
          publish: (published) => open.send(stream.render(published)),
          end() {
            if (!here.delete(open)) return;
            count -= 1;
            clearInterval(beat);
            if (here.size === 0 && places.get(place) === here) places.delete(place);
            response.end();
            response.socket?.destroySoon();
            resolve();
          },
        };
        const beat = setInterval(() => {
          response.write(': still here\n\n');
          // Where several processes share the database, another one may have posted.
          const from = last;
          last = Math.max(last, now() - BEAT);
          stream.catchUp(from).then((missed) => (missed === null ? open.end() : open.send(missed)), open.end);
        }, BEAT);
        response.on('close', open.end);
        response.writeHead(200, {
          ...COMMON,
          'content-type': 'text/event-stream; charset=utf-8',
          'x-accel-buffering': 'no',
        });
        response.write('retry: 2000\n\n');
        here.add(open);
        places.set(place, here);
        count += 1;
        // Heard from now on, then what came before: in this order nothing falls between.
        stream.catchUp(since).then((missed) => (missed === null ? open.end() : open.send(missed)), open.end);
      });
    },
    publish(place, published) {
      for (const open of places.get(place) ?? []) open.publish(published);
    },
    wake(place) {
      for (const wake of waiting.get(place) ?? []) wake();
    },
    next(place, ms) {
      return new Promise((resolve) => {
        const here = waiting.get(place) ?? new Set();
        waiting.set(place, here);
        const done = () => {
          clearTimeout(timer);
          here.delete(done);
          if (here.size === 0) waiting.delete(place);
          resolve();
        };
        const timer = setTimeout(done, ms);
        here.add(done);
      });
    },
    close() {
      for (const here of [...places.values()]) for (const open of [...here]) open.end();
    },
  };
}
