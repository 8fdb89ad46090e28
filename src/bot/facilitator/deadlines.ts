/** What is due when, counted down: the close (C3), then the restitution and the decision (C5). */
import { localDaysBetween } from '../../core/consultation/working-hours.ts';
import type { Round } from '../../core/round/model.ts';
import { SHORT_ROUND_DAYS } from '../../core/round/open.ts';
import type { Instant } from '../../core/time.ts';
import { monthsAfter } from '../day.ts';
import type { Talk } from '../talk.ts';

/** Months after the close, then after that (C5). */
const RESTITUTION = 2;
const DECISION = 3;

export async function deadlines(talk: Talk, round: Round): Promise<string[]> {
  const { facilitation: say } = talk.say;
  const { zone } = talk.consultation.content;
  const until = (at: Instant) => say.countdown(localDaysBetween(talk.now, at, zone));
  if (round.state === 'cancelled') return [];
  if (round.state === 'open' && talk.now < round.closesAt) {
    const short = localDaysBetween(round.openedAt, round.closesAt, zone) < SHORT_ROUND_DAYS;
    return [say.closesIn(until(round.closesAt), short)];
  }
  const sent = (await talk.tx.restitutions.of(talk.consultation.id)).find((one) => one.roundId === round.id);
  if (sent) return [say.restitutionDone(talk.say.date(sent.sentAt ?? sent.createdAt, zone))];
  const closed = Math.min(round.closedAt ?? round.closesAt, round.closesAt);
  const restitution = monthsAfter(closed, RESTITUTION, zone);
  const decision = monthsAfter(closed, RESTITUTION + DECISION, zone);
  return [
    say.restitutionDue(talk.say.date(restitution, zone), until(restitution)),
    say.decisionDue(talk.say.date(decision, zone), until(decision)),
  ];
}
