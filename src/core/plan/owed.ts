import type { Rules } from '../consultation/model.ts';
import { answerOf } from '../decision/answer.ts';
import type { Instant } from '../time.ts';
import { type Adjustment, type AdjustmentStep, adjustmentRef, latest, stepsOf } from './adjustment.ts';

/** What a body has still to speak on, in number order. */
export interface AdjustmentsOwed {
  readonly body: string;
  readonly refs: readonly string[];
  /** When the oldest of these texts was written. */
  readonly since: Instant;
}

/** Who owes a word on which adjustments, bodies in the order of the path; `open` are in no version of the plan yet. */
export function adjustmentsOwed(
  open: readonly Adjustment[],
  steps: readonly AdjustmentStep[],
  { decisions }: Rules,
): AdjustmentsOwed[] {
  const owed = open.flatMap((one) => {
    const answer = answerOf(stepsOf(one, steps), { decisions });
    if (answer.state === 'decided') return [];
    return [{ one, body: answer.state === 'undecided' ? decisions.path[0]! : answer.body }];
  });
  const order = decisions.bodies.map(({ key }) => key);
  return [...Map.groupBy(owed, ({ body }) => body)]
    .map(([body, waiting]) => ({
      body,
      refs: waiting.map(({ one }) => adjustmentRef(one.number)),
      since: Math.min(...waiting.map(({ one }) => latest(one).at)),
    }))
    .sort((a, b) => order.indexOf(a.body) - order.indexOf(b.body));
}
