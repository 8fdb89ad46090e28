/** A clock that is a day off, and clocks that are put forward and back: what has a day happens once, on that day. */
import { expect, test } from 'vitest';
import { closeDueRounds } from '../../src/app/round/close-round.ts';
import { remind } from '../../src/bot/reminders.ts';
import { sendDigests } from '../../src/bot/staff/digest.ts';
import { endOfDay } from '../../src/core/consultation/local-day.ts';
import type { RoundId } from '../../src/core/ids.ts';
import { journeys } from './harness.ts';
import { quiet } from './story.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

journeys('a clock that is wrong', { stories: 2 }, (at) => {
  const edge = (now: number) => ({ ids: at.stage.bot.ids, now });
  const closeAt = (now: number) => at.stage.read((tx) => closeDueRounds(tx, edge(now)));
  const roundNow = async () =>
    (await at.stage.read((tx) => tx.rounds.byKey(at.stage.consultation.id, 'plan-actions')))!;
  const closings = async () =>
    (await at.stage.read((tx) => tx.acts.done(at.stage.consultation.id, ['round.close']))).length;
  const queued = async (kind: string, state = 'all') =>
    (
      await at.stage.read((tx) =>
        tx.outbox.of(at.stage.consultation.id, ['queued', 'sending', 'sent', 'dropped'], 500),
      )
    ).filter((one) => one.kind === kind && (state === 'all' || one.state === state));

  test('a day ahead, then set right: a reminder and a digest leave once', async () => {
    await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: des locaux moins chers à Roubaix
      Bot: {a}
      Solène: digest chaque lundi 9h
      Bot: lundi
    `);
    const { consultation, read } = at.stage;
    const remindAt = (now: number) => read((tx) => remind(tx, consultation, edge(now)));
    const digestAt = (now: number) => read((tx) => sendDigests(tx, consultation, edge(now)));
    const { closesAt } = await roundNow();
    const first = Date.parse('2015-03-03T10:00:00+01:00');
    // A working hour of every day, looked at by a clock that is right, by one a day ahead, and by the first again.
    for (let day = first; day + DAY < closesAt; day += DAY)
      for (const now of [day, day + DAY, day]) {
        while (await remindAt(now));
        if (now < first + 8 * DAY) while (await digestAt(now));
      }
    const reminders = Map.groupBy(await queued('reminder'), ({ conversationId }) => conversationId);
    expect(reminders.size).toBeGreaterThan(0);
    for (const [, all] of reminders) expect(all.length).toBeLessThanOrEqual(2);
    expect(await queued('digest')).toHaveLength(1);
    await quiet(at.stage);
  });

  test('a day behind, a day ahead, then set right: the round closes once, and stays closed', async () => {
    const { closesAt } = await roundNow();
    expect(await closeAt(closesAt - DAY + HOUR)).toEqual([]);
    expect(await closeAt(closesAt - 1)).toEqual([]);
    expect(await closeAt(closesAt + DAY)).toHaveLength(1);
    for (const now of [closesAt - DAY, closesAt, closesAt + DAY]) expect(await closeAt(now)).toEqual([]);
    expect((await roundNow()).state).toBe('closed');
    expect(await closings()).toBe(1);
  });

  test.each([
    ['the hour that is left out', '2015-03-29', '2015-03-29T21:59:59.000Z'],
    ['the hour that comes twice', '2015-10-25', '2015-10-25T22:59:59.000Z'],
  ])('on the day of %s, a round closes once, at the end of that day', async (_, day, end) => {
    const closesAt = endOfDay(day, at.stage.content.zone);
    expect(new Date(closesAt).toISOString()).toBe(end);
    const id = at.stage.bot.ids.next<RoundId>();
    await at.stage.read(async (tx) => {
      const { id: consultationId, contentId } = at.stage.consultation;
      const rachida = (await tx.people.find(consultationId, 'Rachida'))!;
      const openedAt = closesAt - 30 * DAY;
      const round = {
        id,
        consultationId,
        contentId,
        key: 'premieres-idees',
        state: 'open' as const,
        openedAt,
        closesAt,
      };
      await tx.rounds.add({
        ...round,
        attempt: Number(day.slice(5, 7)),
        openedBy: rachida.id,
        closedAt: null,
      });
    });
    const closed: number[] = [];
    for (let now = closesAt - 30 * HOUR; now < closesAt + 6 * HOUR; now += 20 * MINUTE)
      if ((await closeAt(now)).some((one) => one.id === id)) closed.push(now);
    // Twenty minutes apart: one of them is at that very instant.
    expect(closed).toEqual([closesAt]);
    const acts = await at.stage.read((tx) => tx.acts.of(at.stage.consultation.id, id));
    expect(acts.map(({ verb }) => verb)).toEqual(['round.close']);
  });
});
