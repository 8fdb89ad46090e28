import { type Acting, acting } from './acting.ts';
import { consultationNamed } from './consultation-named.ts';
import type { Context } from './context.ts';
import { Stop } from './context.ts';

export interface AsOptions {
  readonly consultation?: string;
  readonly as?: string;
}

/** One transaction of a command, in its consultation, as the person of `--as`; `verb` is what it is about to do. */
export const asSomebody = <T>(
  context: Context,
  options: AsOptions,
  verb: Parameters<typeof acting>[3]['verb'],
  act: (scene: Acting) => Promise<T>,
): Promise<T> =>
  context.store.transaction(async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    return act(await acting(context, tx, consultation, { as: options.as, verb }));
  });

/** With `dryRun`, does it all, then undoes it: what it would have done, checked as if it were done. */
export async function unlessDry<T>(
  context: Context,
  dryRun: boolean,
  body: Parameters<typeof context.store.transaction<T>>[0],
): Promise<T> {
  const done: T[] = [];
  const undone = new Stop(1, 'dry-run', 'dry run');
  try {
    await context.store.transaction(async (tx) => {
      done.push(await body(tx));
      if (dryRun) throw undone;
    });
  } catch (error) {
    if (error !== undone) throw error;
  }
  return done.at(-1)!;
}
