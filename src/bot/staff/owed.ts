/** What is still owed, and how long there is. */

import { type AllDebts, type Debts, whatIsOwed } from '../../app/decision/owed.ts';
import { mention } from '../../chat/mention.ts';
import type { Inline } from '../../chat/outbound.ts';
import { daysBetween, localDay } from '../../core/consultation/local-day.ts';
import { inRanges, sizeOf } from '../../core/proposal/ranges.ts';
import { isRefusal } from '../../core/refusal.ts';
import { answer, list, type Reply, refusal, type Talk } from '../talk.ts';
import { labelOfBody } from './decision.ts';

/** References, or ranges of them, named in one line; the rest is counted. */
const NAMED = 12;

export async function onOwed(talk: Talk): Promise<Reply> {
  const debts = await whatIsOwed(talk);
  if (isRefusal(debts)) return refusal(talk, debts);
  const { followUp: say } = talk.say;
  const total = debts.owed.reduce((sum, { proposals }) => sum + proposals.length, 0);
  const items = [...owedItems(talk, debts), ...(await disputeItems(talk, debts))];
  return answer(
    total === 0 ? say.nothingOwed : say.owed(total, debts.oldest),
    ...(items.length > 0 ? [list(...items)] : []),
    ...(debts.adjustments.length > 0
      ? [
          say.adjustmentsOwed(debts.adjustments.reduce((sum, { refs }) => sum + refs.length, 0)),
          list(...adjustmentItems(talk, debts)),
        ]
      : []),
    ...countdownLines(talk, debts),
  );
}

export const adjustmentItems = (
  talk: Talk,
  { adjustments }: Pick<AllDebts, 'adjustments'>,
): (string | Inline)[][] =>
  adjustments.map(({ body, refs }) => [
    talk.say.followUp.owedBy(
      labelOfBody(talk, body),
      refs.length,
      refs.slice(0, NAMED).join(', '),
      Math.max(0, refs.length - NAMED),
    ),
  ]);

export const owedItems = (talk: Talk, { owed }: Pick<Debts, 'owed'>): (string | Inline)[][] =>
  owed.map(({ body, proposals }) => {
    const ranges = inRanges(
      proposals.map(({ ref }) => ref),
      talk.say.to,
    ).slice(0, NAMED);
    return [
      talk.say.followUp.owedBy(
        labelOfBody(talk, body),
        proposals.length,
        ranges.join(', '),
        proposals.length - ranges.reduce((sum, range) => sum + sizeOf(range), 0),
      ),
    ];
  });

/** One line a dispute: when it is due, and who reads it. */
export async function disputeItems(talk: Talk, { disputes }: Pick<Debts, 'disputes'>): Promise<string[][]> {
  const { zone } = talk.consultation.content;
  const today = localDay(talk.now, zone);
  const items: string[][] = [];
  for (const { number, dueAt, readerId } of disputes) {
    const reader = readerId === null ? null : await talk.tx.people.byId(readerId);
    const left = daysBetween(today, localDay(dueAt, zone));
    items.push([
      talk.say.followUp.disputeOwed(
        number,
        reader?.name ? mention(reader) : null,
        talk.say.date(dueAt, zone),
        left,
      ),
    ]);
  }
  return items;
}

/** C5, while there is something to give back. */
export function countdownLines(talk: Talk, { countdown, untold, owed }: Debts): string[] {
  if (countdown === null || (!untold && owed.length === 0)) return [];
  const { followUp: say, day } = talk.say;
  const { closed, restitution, decisions } = countdown;
  return [
    say.closedOn(day(closed)),
    ...(untold ? [say.restitutionDue(day(restitution.due), restitution.days)] : []),
    ...(owed.length > 0 ? [say.decisionsDue(day(decisions.due), decisions.days)] : []),
  ];
}
