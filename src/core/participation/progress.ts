import type { Prompt } from '../consultation/model.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { type Participation, UNPROMPTED } from './model.ts';

const done = (participation: Participation): ReadonlySet<string> =>
  new Set([...participation.answered, ...participation.passed]);

/** The first prompt neither answered nor passed, with its place "2 of 5"; null when none is left. */
export function nextPrompt(
  prompts: readonly Prompt[],
  participation: Participation,
): { prompt: Prompt; position: number; total: number } | null {
  const seen = done(participation);
  const index = prompts.findIndex((prompt) => !seen.has(prompt.key));
  return index < 0 ? null : { prompt: prompts[index]!, position: index + 1, total: prompts.length };
}

/** The person agrees to take part; saying so again changes nothing. */
export function start(participation: Participation, now: Instant): Participation {
  return {
    ...participation,
    state: participation.state === 'finished' ? 'finished' : 'started',
    consentedAt: participation.consentedAt ?? now,
    reachedAt: participation.reachedAt ?? now,
    endedAt: participation.state === 'finished' ? participation.endedAt : null,
  };
}

export const decline = (participation: Participation, now: Instant): Participation => ({
  ...participation,
  state: 'declined',
  reachedAt: participation.reachedAt ?? now,
  endedAt: now,
});

/** A prompt got an answer, or a pass; the last one ends the participation. An answer takes the place of a pass. */
export function take(
  participation: Participation,
  prompts: readonly Prompt[],
  promptKey: string,
  how: 'answered' | 'passed',
  now: Instant,
): Participation {
  if (how === 'passed' && done(participation).has(promptKey)) return participation;
  const without = (keys: readonly string[]) => keys.filter((key) => key !== promptKey);
  const next: Participation = {
    ...participation,
    answered: [...without(participation.answered), ...(how === 'answered' ? [promptKey] : [])],
    passed: [...without(participation.passed), ...(how === 'passed' ? [promptKey] : [])],
  };
  const finished = nextPrompt(prompts, next) === null;
  return finished ? { ...next, state: 'finished', endedAt: next.endedAt ?? now } : next;
}

/** As if it had been neither answered nor passed: it is asked again. */
export function untake(participation: Participation, promptKey: string): Participation {
  const without = (keys: readonly string[]) => keys.filter((key) => key !== promptKey);
  return {
    ...participation,
    state: participation.state === 'finished' ? 'started' : participation.state,
    answered: without(participation.answered),
    passed: without(participation.passed),
    endedAt: participation.state === 'finished' ? null : participation.endedAt,
  };
}

/** Declined by mistake: invited as before. */
export const reinvited = (participation: Participation): Participation =>
  participation.state === 'declined' ? { ...participation, state: 'invited', endedAt: null } : participation;

/** Somebody was heard otherwise than in answer to a prompt; what they were doing goes on. */
export const heard = (participation: Participation, now: Instant): Participation => ({
  ...participation,
  answered: [...participation.answered.filter((key) => key !== UNPROMPTED), UNPROMPTED],
  reachedAt: participation.reachedAt ?? now,
});

/** Takes part: consented, and neither declined nor stopped since. */
export const takesPart = (participation: Participation): boolean =>
  participation.state === 'started' || participation.state === 'finished';

export function mayAnswer(participation: Participation | null): Refusal | null {
  if (participation === null) return refuse('not-invited');
  return takesPart(participation) ? null : refuse('not-started');
}
