/** Questions that a later "yes" must not answer by mistake: what they set off reaches many people, or stays. */

import { SILENCE_MAP } from './facilitator/silence.ts';
import type { Focus } from './focus.ts';
import type { Reply, Talk } from './talk.ts';

const GRAVE: ReadonlySet<Focus['waits']> = new Set([
  'sign-while-open',
  'send-restitution',
  'cancel-round',
  'remind',
  'review-start',
  'session-close',
  'tell-progress',
]);

/** Buttons that ask nothing: they say what they say at any time. */
const STANDING: ReadonlySet<string> = new Set(['menu', SILENCE_MAP]);

/** Whether it waits for an answer. */
export const asks = ({ focus, kind, choices = [] }: Reply): boolean =>
  focus !== undefined || (choices.length > 0 && !STANDING.has(kind));

/** Once something else was said and answered, "yes" is about that; the buttons of the question still answer it. */
export const passes = ({ focus, event }: Pick<Talk, 'focus' | 'event'>, reply: Reply | null): boolean =>
  GRAVE.has(focus.waits) && event.type === 'message' && reply !== null && !asks(reply);
