/** What a room sees at a glance, kept up to date in one message: where we are, and the counts. */
import type { WorkshopRoom } from '../../app/ports/workshops.ts';
import type { Lang } from '../../core/consultation/model.ts';
import type { DeliveryId } from '../../core/ids.ts';
import { sequenceOf } from '../../core/workshop/course.ts';
import { spent } from '../../core/workshop/dots.ts';
import type { Phrases } from '../locales/fr.ts';
import { line, list, type Reply } from '../talk.ts';
import { deliver, type Edge, type Held, heldOf, localIn, roomLang, roomSay, roomsOf } from './held.ts';
import { threadsOf } from './threads.ts';

export interface Figures {
  readonly ideas: number;
  readonly people: number;
  /** Of each thread, by its key. */
  readonly threads: Readonly<Record<string, number>>;
  readonly points: number;
  readonly voters: number;
}

export async function figuresOf({ tx, consultation, workshop, content }: Held): Promise<Figures> {
  const { roundId } = workshop;
  const rows = await tx.proposals.of(consultation.id, { roundId, states: ['submitted'] });
  const counted = rows.filter(({ lateness }) => lateness === 'in-time' || lateness === 'accepted');
  const prompts = new Map(content.prompts.map(({ key, axis }) => [key, axis ?? key]));
  const threads: Record<string, number> = {};
  for (const { promptKey } of counted) {
    const key = promptKey === null ? undefined : prompts.get(promptKey);
    if (key !== undefined) threads[key] = (threads[key] ?? 0) + 1;
  }
  const there = new Set(
    (await tx.workshops.guests(workshop.id))
      .filter(({ leftAt }) => leftAt === null)
      .map(({ id, person }) => person ?? id),
  );
  const partners = await tx.people.partners(consultation.id);
  for (const { partnerId } of counted) {
    const author = partners.find(({ id }) => id === partnerId);
    if (author) there.add(author.person.id);
  }
  const dots = await tx.workshops.dots(workshop.id);
  return {
    ideas: counted.length,
    people: there.size,
    threads,
    points: spent(dots),
    voters: new Set(dots.map(({ person }) => person)).size,
  };
}

/** "1/4 · Les idées, jusqu'à 10 h 30", or what stands in its place. */
export function whereWeAre(held: Held, say: Phrases, lang: Lang): string {
  const { course } = held.workshop;
  const sequences = held.content.sequences ?? [];
  const { workshop } = say;
  const sequence = sequenceOf(course, sequences);
  if (sequence === null || course.state === 'gathering' || course.state === 'ended')
    return course.state === 'ended'
      ? workshop.over
      : workshop.gathering(
          sequences
            .map(({ title, minutes }) => workshop.planned(localIn(held, lang, title), minutes))
            .join(', '),
        );
  const place = `${course.at + 1}/${sequences.length}`;
  const title = localIn(held, lang, sequence.title);
  return course.state === 'paused'
    ? workshop.paused(place, title)
    : workshop.underWay(place, title, workshop.hour(course.endsAt, held.consultation.content.zone));
}

export function board(held: Held, figures: Figures, say: Phrases, lang: Lang): Pick<Reply, 'blocks'> {
  const { content } = held;
  const threads = threadsOf(held, say, lang);
  return {
    blocks: [
      line({ text: localIn(held, lang, content.title), strong: true }),
      line(whereWeAre(held, say, lang)),
      line(say.workshop.counts(figures.ideas, figures.people)),
      ...(threads.length > 1
        ? [list(...threads.map(({ key, name }) => [say.workshop.onThread(name, figures.threads[key] ?? 0)]))]
        : []),
      ...(figures.points > 0 ? [line(say.workshop.dotsPlaced(figures.points, figures.voters))] : []),
      line({ text: say.invitation.open, strong: true }, ` ${localIn(held, lang, content.open)}`),
      line({ text: say.invitation.decided, strong: true }, ` ${localIn(held, lang, content.decided)}`),
      ...(held.workshop.course.state === 'ended'
        ? []
        : [line(content.axes.length > 0 ? say.workshop.howRoom : say.workshop.howRoomPlain)]),
    ],
  };
}

/** What it tells, for knowing whether that changed. */
const told = (held: Held, figures: Figures): string =>
  JSON.stringify([figures, whereWeAre(held, roomSay(held), roomLang(held))]);

/** In a room that has none yet; it stays pinned. */
export async function postBoard(held: Held, room: WorkshopRoom): Promise<void> {
  const figures = await figuresOf(held);
  const lang = roomLang(held);
  const [opening] = await deliver(held, [
    {
      conversation: room.conversation,
      lang,
      reply: board(held, figures, roomSay(held), lang),
      manner: { as: 'post', pin: true },
    },
  ]);
  await held.tx.workshops.setShown(held.workshop.id, {
    ...room,
    opening: opening as DeliveryId,
    shown: told(held, figures),
  });
}

/** Soon after this, once for all that happens meanwhile. */
export const SHOWN_AFTER = 2_000;

export const showSoon = ({ tx, consultation, workshop, now }: Held): Promise<void> =>
  tx.jobs.send(
    'show-workshop',
    { consultationId: consultation.id, workshopId: workshop.id },
    { key: workshop.id, startAfter: now + SHOWN_AFTER },
  );

/** The message in each room says what is so now; nothing is sent where that did not change. */
export async function showNow(edge: Edge, id: string): Promise<void> {
  const { tx } = edge;
  await roomsOf(edge, id);
  const workshop = await tx.workshops.lock(id);
  const held = workshop && (await heldOf(edge, workshop));
  if (!held) return;
  const figures = await figuresOf(held);
  const shown = told(held, figures);
  const lang = roomLang(held);
  for (const room of await tx.workshops.rooms(id)) {
    if (room.opening === null || room.shown === shown) continue;
    await deliver(held, [
      {
        conversation: room.conversation,
        lang,
        reply: board(held, figures, roomSay(held), lang),
        manner: { as: 'edit', of: room.opening },
      },
    ]);
    await tx.workshops.setShown(id, { ...room, shown });
  }
}
