/** What a room, and those who follow from elsewhere, are told when a workshop moves on. */

import { resultsOf } from '../../app/workshop/place-dots.ts';
import { type Moved, type Step, stepWorkshop } from '../../app/workshop/run-workshop.ts';
import type { Lang, Sequence } from '../../core/consultation/model.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Instant } from '../../core/time.ts';
import { type Course, minutesLeft } from '../../core/workshop/course.ts';
import type { Phrases } from '../locales/fr.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, line, type Reply, type Talk } from '../talk.ts';
import { showSoon } from './board.ts';
import { postDots, postGroups } from './groups-shown.ts';
import { deliver, type Held, localIn, type Places, placesOf, roomLang, roomSay } from './held.ts';
import { draftToOpener } from './minutes.ts';
import { resultLines } from './results.ts';
import { openThreads } from './threads.ts';

/** A step by somebody of the team, and everybody told; what they are told, in the language of whoever asked. */
export async function steer(talk: Talk, held: Held, step: Step): Promise<Reply | Refusal> {
  const places = await placesOf(held, held.workshop);
  const moved = await stepWorkshop(talk, held.workshop, step);
  if (isRefusal(moved)) return moved;
  const now = { ...held, workshop: moved.workshop };
  await announce(now, places, moved.before);
  return answer(...said(now, moved.before, talk.say, talk.lang, true, await lastDay(now)));
}

/** The same, by the clock. */
export const announceOnTime = (held: Held, places: Places, moved: Moved): Promise<void> =>
  announce({ ...held, workshop: moved.workshop }, places, moved.before);

async function announce(held: Held, places: Places, before: Course): Promise<void> {
  const lang = roomLang(held);
  const say = roomSay(held);
  const { content, workshop } = held;
  const begun = beginning(held, before);
  const { course } = workshop;
  const until = await lastDay(held);
  if (leftDots(held, before)) await postResults(held, places);
  await deliver(held, [
    ...places.rooms.map(({ conversation }) => ({
      conversation,
      lang,
      reply: answer(...said(held, before, say, lang, false, until)),
    })),
    ...places.followers.map(({ person, conversation }) => {
      const theirs = phrasesIn(person.lang, held.consultation.content.languages);
      const how = begun?.does === 'ideas' ? [theirs.workshop.howHere] : [];
      return {
        conversation: conversation.id,
        lang: theirs.lang,
        reply: answer(...said(held, before, theirs, person.lang, true, until), ...how),
      };
    }),
  ]);
  if (begun?.does === 'ideas') await openThreads(held);
  if (begun?.does === 'grouping' && (await held.tx.workshops.grouped(workshop.id)).groups.length > 0)
    await postGroups(held, places.followers);
  if (begun?.does === 'dots') await postDots(held, places.followers);
  if (course.state === 'ended') await draftToOpener(held, content);
  await showSoon(held);
}

/** The sequence that has just begun; null when the same one goes on, or none does. */
function beginning({ workshop: { course }, content }: Held, before: Course): Sequence | null {
  if (course.state !== 'running') return null;
  const same = (before.state === 'running' || before.state === 'paused') && before.at === course.at;
  return same ? null : (content.sequences?.[course.at] ?? null);
}

function leftDots({ workshop: { course }, content }: Held, before: Course): boolean {
  if (before.state !== 'running' && before.state !== 'paused') return false;
  const left = content.sequences?.[before.at]?.does === 'dots';
  return left && (course.state === 'ended' || (course.state !== 'gathering' && course.at !== before.at));
}

/** Until when it can be added to. */
async function lastDay({ tx, workshop, now }: Held): Promise<Instant> {
  return (await tx.rounds.byId(workshop.roundId))?.closesAt ?? now;
}

/** `apart`: read in a direct conversation. */
function said(
  held: Held,
  before: Course,
  say: Phrases,
  lang: Lang,
  apart: boolean,
  lastAt: Instant,
): string[] {
  const { content, consultation, now } = held;
  const { course } = held.workshop;
  const { workshop: words } = say;
  const { zone } = consultation.content;
  const sequences = content.sequences ?? [];
  if (course.state === 'gathering') return [];
  const title = localIn(held, lang, sequences[course.at]?.title ?? content.title);
  if (course.state === 'ended') {
    const until = say.date(lastAt, zone);
    return [apart ? words.endedHere(until) : words.ended(until)];
  }
  const left = minutesLeft(course, now) ?? 0;
  if (course.state === 'paused') return [words.pauses(title, left)];
  const until = words.hour(course.endsAt, zone);
  const begun = beginning(held, before);
  if (begun !== null) {
    const place = `${course.at + 1}/${sequences.length}`;
    return [words.begins(place, title, until), localIn(held, lang, begun.text)];
  }
  if (before.state === 'paused') return [words.goesOn(title, until)];
  if (course.warned && before.state === 'running' && !before.warned) return [words.soon(title, left)];
  return [words.moreTime(title, until)];
}

async function postResults(held: Held, { rooms, followers }: Places): Promise<void> {
  const results = await resultsOf(held, held.workshop);
  const lang = roomLang(held);
  const lines = async (say: Phrases, as: Lang) => ({
    blocks: [line(say.workshop.resultsTitle), ...(await resultLines(held, results, say, as))],
  });
  const forRoom = await lines(roomSay(held), lang);
  const told = rooms.map(({ conversation }) => ({ conversation, lang, reply: forRoom }));
  for (const { person, conversation } of followers) {
    const say = phrasesIn(person.lang, held.consultation.content.languages);
    told.push({ conversation: conversation.id, lang: say.lang, reply: await lines(say, person.lang) });
  }
  await deliver(held, told);
}
