import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../core/time.ts';

/** `2026-12-20` from itself or from `20/12/2026`; null when it is no day. */
export function dayIn(text: string): string | null {
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text);
  const iso = french ? `${french[3]}-${french[2]!.padStart(2, '0')}-${french[1]!.padStart(2, '0')}` : text;
  try {
    return /^\d{4}-\d{2}-\d{2}$/u.test(iso) ? Temporal.PlainDate.from(iso).toString() : null;
  } catch {
    return null;
  }
}

/** The last second of a local day. */
export const endOf = (day: string, zone: string): Instant =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1000;

/** The local day of an instant. */
export const today = (now: Instant, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString();

/** So many months later where the zone is, at the same hour; the last day of a shorter month. */
export const monthsAfter = (at: Instant, months: number, zone: string): Instant =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).add({ months }).epochMilliseconds;
