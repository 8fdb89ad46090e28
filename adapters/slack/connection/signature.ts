/** Is a request Slack's own, and of now? */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds. Bolt's own check refuses what is older, and lets pass what comes from the future. */
const MARGIN = 300;

/** `now` in milliseconds; headers as Node gives them. */
export function isSlacks(
  secret: string,
  body: Buffer,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  now: number,
): boolean {
  const { 'x-slack-request-timestamp': stamp, 'x-slack-signature': signature } = headers;
  if (typeof stamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/u.test(stamp)) return false;
  if (Math.abs(now / 1000 - Number(stamp)) > MARGIN) return false;
  const own = createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex');
  const [expected, given] = [Buffer.from(`v0=${own}`), Buffer.from(signature)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
