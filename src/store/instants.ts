import type { Instant } from '../core/time.ts';

export const toDate = (at: Instant): Date => new Date(at);
export const toDateOrNull = (at: Instant | null): Date | null => (at === null ? null : new Date(at));
export const toInstant = (date: Date): Instant => date.getTime();
export const toInstantOrNull = (date: Date | null): Instant | null => date?.getTime() ?? null;
