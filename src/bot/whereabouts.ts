/** Where somebody is, as it is typed: `slack:U0123`, or an e-mail. */
import type { Whereabouts } from '../app/round/add-to-round.ts';

/** For patterns: what `whereabouts` reads. */
export const WHEREABOUTS = '(\\p{L}[\\w-]{0,30}:[^\\s,]{1,200}|[^\\s,:@]{1,64}@[^\\s,]{3,200})';

export function whereabouts(typed: string): Whereabouts {
  const [, platform, userId] = /^(\p{L}[\p{L}\w-]*):(.+)$/su.exec(typed) ?? [];
  return platform === undefined || userId === undefined
    ? { email: typed.toLowerCase() }
    : { platform: platform.toLowerCase(), userId };
}
