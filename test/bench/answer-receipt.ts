/** How long people wait for the receipt of what they said. */
import type { MemoryPlatform } from '../../adapters/memory/platform.ts';

export interface Waits {
  readonly messages: number;
  /** ms from the moment the message was due to be said to the first message posted back. */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface Talk {
  readonly platform: MemoryPlatform;
  readonly people: readonly string[];
  /** ms between two messages of one person; people are spread evenly over it. */
  readonly every: number;
  readonly seconds: number;
  readonly text: (person: number, n: number) => string;
}

export async function steady(talk: Talk): Promise<Waits> {
  const { platform, people, every } = talk;
  const rounds = Math.max(1, Math.round((talk.seconds * 1_000) / every));
  const receipts = listen(platform);
  const start = performance.now();
  for (let n = 0; n < rounds; n += 1)
    for (const [index, person] of people.entries()) {
      const due = start + n * every + (index * every) / people.length;
      await until(due);
      receipts.expect(person, due);
      platform.say(person, talk.text(index, n));
    }
  return receipts.all();
}

export async function burst(talk: Pick<Talk, 'platform' | 'people' | 'text'>): Promise<Waits> {
  const receipts = listen(talk.platform);
  const now = performance.now();
  for (const [index, person] of talk.people.entries()) {
    receipts.expect(person, now);
    talk.platform.say(person, talk.text(index, 0));
  }
  return receipts.all();
}

function listen(platform: MemoryPlatform) {
  const expected = new Map<string, number[]>();
  const waits: number[] = [];
  let open = 0;
  let done = () => {};
  const unfollow = platform.follow((post) => {
    const since = expected.get(post.place)?.shift();
    if (since === undefined) return;
    waits.push(performance.now() - since);
    open -= 1;
    if (open === 0) done();
  });
  return {
    expect(person: string, since: number): void {
      const place = platform.direct('main', person);
      expected.set(place, [...(expected.get(place) ?? []), since]);
      open += 1;
    },
    async all(): Promise<Waits> {
      if (open > 0)
        await new Promise<void>((resolve, reject) => {
          const late = setTimeout(
            () => reject(new Error(`${open} messages without receipt after 60 s`)),
            60_000,
          );
          done = () => {
            clearTimeout(late);
            resolve();
          };
        });
      unfollow();
      waits.sort((a, b) => a - b);
      const at = (share: number) =>
        waits[Math.min(waits.length - 1, Math.ceil(share * waits.length) - 1)] ?? 0;
      return { messages: waits.length, p50: at(0.5), p95: at(0.95), max: at(1) };
    },
  };
}

const until = (due: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
