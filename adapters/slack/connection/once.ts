/** What may be sent again while it is being taken, or after it was. */

/** So many are remembered. */
const MOST = 1_000;

interface Known<T> {
  readonly result: Promise<T>;
  isDone: boolean;
}

/**
 * What was `done` under a name gives what it gave. While it is under way it is begun anew, since what holds it up may
 * never end, and whichever is done first counts; a refusal then may only mean that the other one is done.
 */
export function onceOf<T>(
  done: (result: T) => boolean,
): (name: string, work: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Known<T>>();

  const either = async (before: Promise<T>, now: Promise<T>): Promise<T> => {
    const other = before.then((result) => (done(result) ? result : now));
    const mine = now.then(
      (result) => (done(result) ? result : before.catch(() => result)),
      (error: unknown) =>
        before.catch(() => {
          throw error;
        }),
    );
    return Promise.any([other, mine]).catch(() => now);
  };

  return (name, work) => {
    const before = known.get(name);
    if (before?.isDone) return before.result;
    const result = before === undefined ? work() : either(before.result, work());
    const one: Known<T> = { result, isDone: false };
    known.set(name, one);
    const forget = () => {
      if (known.get(name) === one) known.delete(name);
    };
    result.then((given) => {
      one.isDone = done(given);
      if (!one.isDone) forget();
    }, forget);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return result;
  };
}
