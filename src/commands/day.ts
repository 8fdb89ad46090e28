/** Days as people type them. */
import { type Context, Stop, say } from './context.ts';

type Knows = Pick<Context, 'calendar' | 'lang' | 'clock'>;

/** `YYYY-MM-DD`; stops on what is no day. */
export function dayGiven(context: Knows, option: string, given: string): string {
  const day = context.calendar.dayIn(given);
  if (day !== null) return day;
  throw new Stop(
    2,
    'no-such-day',
    say(
      context,
      `« ${given} » n’est pas un jour : ${option} attend 2026-12-20 ou 20/12/2026.`,
      `"${given}" is no day: ${option} wants 2026-12-20 or 20/12/2026.`,
    ),
  );
}

/** That day, or today there; stops on a day to come. */
export function pastDay(context: Knows, option: string, given: string | undefined, zone: string): string {
  const today = context.calendar.today(context.clock.now(), zone);
  if (given === undefined) return today;
  const day = dayGiven(context, option, given);
  if (day <= today) return day;
  throw new Stop(
    2,
    'day-to-come',
    say(
      context,
      `${day} est encore à venir : ${option} dit quand cela a été décidé.`,
      `${day} is still to come: ${option} says when it was decided.`,
    ),
  );
}
