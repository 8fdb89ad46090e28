import { type Context, Stop, say } from './context.ts';
import { onOneLine } from './terminal.ts';

/** Stops on a key that none of them has. */
export function known(
  context: Pick<Context, 'lang'>,
  option: string,
  given: string | undefined,
  of: readonly { readonly key: string }[],
): void {
  if (given === undefined || of.some(({ key }) => key === given)) return;
  const keys = of.map(({ key }) => key).join(', ');
  throw new Stop(
    2,
    'no-such-key',
    say(
      context,
      `${option} ne connaît pas « ${onOneLine(given, 40)} ». Au choix : ${keys}.`,
      `${option} doesn't know "${onOneLine(given, 40)}". There is: ${keys}.`,
    ),
  );
}
