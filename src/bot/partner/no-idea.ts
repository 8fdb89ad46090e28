import type { Reading } from '../../core/proposal/reading.ts';
import { leaveDoubt, type Talk } from '../talk.ts';

/** What to say to words that hold no idea, which the team has from now on; null for anything else. */
export async function onNoIdea(talk: Talk, { nature }: Pick<Reading, 'nature'>): Promise<string | null> {
  if (nature !== 'complaint' && nature !== 'unclear') return null;
  await leaveDoubt(talk, 'not-understood');
  return nature === 'complaint' ? talk.say.smallTalk.rude : talk.say.unclear;
}
