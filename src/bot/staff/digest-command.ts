/** "digest", "quoi de neuf ?", "digest axe 2", "digest chaque lundi 9h": what is new, now or of its own accord. */
import type { DigestAsked } from '../../app/synthesis/digest.ts';
import type { DigestSchedule } from '../../core/synthesis/digest-schedule.ts';
import { dayIn } from '../day.ts';
import { bare } from '../understand.ts';

export type DigestCommand =
  | { readonly does: 'read'; readonly asked: DigestAsked }
  /** `schedule.minute` null: at the beginning of the working day. */
  | {
      readonly does: 'schedule';
      readonly schedule: Pick<DigestSchedule, 'weekday'> & { readonly minute: number | null };
      readonly always: boolean;
    }
  | { readonly does: 'unschedule' | 'when' | 'which-hour' };

const WEEKDAYS = [
  ['lundi', 'monday'],
  ['mardi', 'tuesday'],
  ['mercredi', 'wednesday'],
  ['jeudi', 'thursday'],
  ['vendredi', 'friday'],
  ['samedi', 'saturday'],
  ['dimanche', 'sunday'],
];
const NEWS = /^(?:digest|quoi de neuf|quelles nouvelles|what's new|what is new|any news)$/u;
const DAYS =
  /^(?:digest|quoi de neuf)(?: depuis| for| over)?(?: les| the last| the past)? (\d{1,3}) (?:derniers )?(?:jours?|days?)$/u;
const SINCE = /^(?:digest|quoi de neuf|what's new)(?: depuis| since)(?: le)? (\d[\d/-]{5,9})$/u;
const AXIS =
  /^(?:digest|details?|detail of|quoi de neuf)(?: (?:de |sur |on )?(?:l')?)?(?:axe|axis) (\S{1,60})$/u;
const EVERY =
  /^digest (?:chaque |tous les |toutes les |every |each |le |on )?(jours?|day|matins?|morning|[a-z]{4,9}?)s?(?: (?:a |at |vers )?(\d{1,2}) ?(?:h|:|heures? ?)? ?(\d{2})?(?: ?(am|pm|h))?)?( (?:toujours|meme (?:vide|sans nouveaute)|always|even if empty))?$/u;
const STOP = /^(?:digest (?:stop|arret|arreter|off)|(?:arreter|stop|plus de) (?:le |the )?digest)$/u;
const WHEN = /^digest (?:quand|when)$/u;
const LONGEST = 120;

/** null when the message is no such command. */
export function digestCommand(text: string): DigestCommand | null {
  if (text.length > LONGEST) return null;
  const plain = bare(text).replace(/ ?\?$/u, '');
  if (NEWS.test(plain)) return { does: 'read', asked: { of: 'unread' } };
  if (STOP.test(plain)) return { does: 'unschedule' };
  if (WHEN.test(plain)) return { does: 'when' };
  const days = DAYS.exec(plain);
  if (days) return { does: 'read', asked: { of: 'days', days: Number(days[1]) } };
  const since = SINCE.exec(plain);
  const day = since && dayIn(since[1]!);
  if (day) return { does: 'read', asked: { of: 'day', day } };
  const axis = AXIS.exec(plain);
  if (axis) return { does: 'read', asked: { of: 'axis', axis: axis[1]! } };
  const every = EVERY.exec(plain);
  return every ? scheduled(every) : null;
}

function scheduled([, word, hour, minutes, half, always]: RegExpExecArray): DigestCommand | null {
  const daily = /^(?:jours?|day|matins?|morning)$/u.test(word!);
  const weekday = WEEKDAYS.findIndex((names) => names.includes(word!)) + 1;
  if (!daily && weekday === 0) return null;
  const clock = hour === undefined ? null : Number(hour);
  const hours =
    clock === null
      ? null
      : half === 'pm' && clock < 12
        ? clock + 12
        : half === 'am' && clock === 12
          ? 0
          : clock;
  const minute = hours === null ? null : hours * 60 + Number(minutes ?? 0);
  if (minute !== null && (minute >= 24 * 60 || Number(minutes ?? 0) > 59)) return { does: 'which-hour' };
  return {
    does: 'schedule',
    schedule: { weekday: daily ? null : weekday, minute },
    always: always !== undefined,
  };
}
