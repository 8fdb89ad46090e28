/** Who is in the room, who has written, and who was not read yet: for the team's eyes. */
import { perform } from '../../app/perform.ts';
import { display } from '../../chat/display.ts';
import { mention } from '../../chat/mention.ts';
import type { PersonId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { answer, list, local, type Reply, refusal, type Talk } from '../talk.ts';
import type { Held } from './held.ts';

const MOST_NAMED = 40;

export async function onRoomAsked(talk: Talk, held: Held): Promise<Reply> {
  const { tx, consultation, say } = talk;
  const act = { verb: 'workshop.watch', subjectType: 'workshop', subjectId: held.workshop.id } as const;
  const seen = await perform(talk, act, async () => ({
    guests: (await tx.workshops.guests(held.workshop.id)).filter(({ leftAt }) => leftAt === null),
    partners: await tx.people.partners(consultation.id),
    rows: await tx.proposals.of(consultation.id, { roundId: held.workshop.roundId }),
    participations: await tx.participations.of(held.workshop.roundId),
  }));
  if (isRefusal(seen)) return refusal(talk, seen);
  const { guests, partners, rows, participations } = seen;
  const spoke = new Set(rows.map(({ partnerId }) => partnerId));
  const taking = new Set(
    participations
      .filter(({ state }) => state === 'started' || state === 'finished')
      .map((one) => one.partnerId),
  );
  const inRoom = new Set(guests.flatMap(({ person }) => person ?? []));
  const there = partners.filter(({ id, person }) => inRoom.has(person.id) || taking.has(id));
  const unknown = guests.filter(({ person }) => person === null).length;
  const people = (of: typeof there): Set<PersonId> => new Set(of.map(({ person }) => person.id));
  const colleges = consultation.content.colleges.flatMap(({ key, label }) => {
    const here = there.filter(({ college }) => college === key);
    if (here.length === 0) return [];
    const heard = here.filter(({ id }) => spoke.has(id));
    return [[say.workshop.roomCollege(local(talk, label), people(here).size, people(heard).size)]];
  });
  const heard = people(there.filter(({ id }) => spoke.has(id)));
  const silent = [
    ...new Map(
      there.filter(({ person }) => !heard.has(person.id)).map((one) => [one.person.id, one]),
    ).values(),
  ];
  const names = silent
    .slice(0, MOST_NAMED)
    .map((one) => `${mention(one.person)}, ${display(one.organisation)}`);
  return answer(
    say.workshop.room(people(there).size + unknown, unknown),
    ...(colleges.length > 0 ? [list(...colleges)] : []),
    ...(names.length > 0 ? [say.workshop.roomSilent(names.join(' ; '))] : []),
    ...(silent.length > MOST_NAMED ? [say.team.more(silent.length - MOST_NAMED)] : []),
  );
}
