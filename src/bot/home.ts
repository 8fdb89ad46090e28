/** What somebody finds when they look at the bot rather than talk to it: what is open, what is theirs, what they run. */
import type { Choice } from '../chat/outbound.ts';
import { nextPrompt, takesPart } from '../core/participation/progress.ts';
import { allAtOnce } from './forms/all-at-once.ts';
import type { Asking } from './forms/shape.ts';
import { ownItems, ownRows } from './partner/mine.ts';
import { isOpen, type Place, placeOf } from './partner/place.ts';
import { answer, greeted, line, list, local, type Reply } from './talk.ts';

/** Of the newest ones. */
const MOST_PROPOSALS = 20;
const MOST_ROUNDS = 8;

type Part = Pick<Reply, 'blocks' | 'choices'>;

/** Never empty. */
export async function homeOf(asking: Asking): Promise<readonly Part[]> {
  const { home } = asking.say;
  const team = asking.actor.person.roles.some((role) => role === 'facilitator' || role === 'staff');
  const open = await openOf(asking);
  const mine = asking.actor.partners.length > 0 ? [await mineOf(asking)] : [];
  const run = team ? await runBy(asking) : [];
  const lead = answer(
    [
      asking.say.orientation.hello(greeted(asking.actor.person)),
      ...(open.length + run.length > 0 ? [] : [home.nothing]),
    ].join(' '),
  );
  return [lead, ...open, ...run, ...mine];
}

async function openOf(asking: Asking): Promise<Part[]> {
  const { tx, actor } = asking;
  const parts: Part[] = [];
  for (const partner of actor.partners)
    for (const { roundId } of await tx.participations.ofPartner(partner.id)) {
      const place = await placeOf(asking, { round: roundId, partner: partner.id });
      if (place && isOpen(asking, place) && place.participation.state !== 'declined')
        parts.push(partOf(asking, place));
    }
  return parts.slice(0, MOST_ROUNDS);
}

function partOf(asking: Asking, place: Place): Part {
  const { say, actor, consultation } = asking;
  const { home, menu } = say;
  const zone = actor.person.zone ?? consultation.content.zone;
  const until = say.date(place.round.closesAt, zone);
  const begun = takesPart(place.participation);
  const next = nextPrompt(place.content.prompts, place.participation);
  const title = { text: local(asking, place.content.title), strong: true } as const;
  const { prompts, minutes } = place.content;
  const where = !begun
    ? home.toBegin(prompts.length, minutes, until)
    : next
      ? home.at(next.position, next.total, until)
      : home.done(until);
  const choices: Choice[] = !begun
    ? [menu.begin]
    : next
      ? [menu.answer, ...allAtOnce(asking, place).map(({ spare: _, ...choice }) => choice)]
      : [];
  return { blocks: [line(title), line(where)], choices };
}

async function mineOf(asking: Asking): Promise<Part> {
  const { say } = asking;
  const rows = await ownRows(asking);
  const title = line({ text: say.home.yours, strong: true });
  if (rows.length === 0) return { blocks: [title, line(say.noneYet)] };
  const newest = rows.toSorted((a, b) => b.number - a.number).slice(0, MOST_PROPOSALS);
  const items = await ownItems(asking, rows);
  const more = rows.length - newest.length;
  return {
    blocks: [title, list(...items(newest)), ...(more > 0 ? [line(say.home.more(more))] : [])],
    choices: [say.menu.mine],
  };
}

/** Counts, and no name: the words behind the buttons say more, on record. */
async function runBy(asking: Asking): Promise<Part[]> {
  const { tx, consultation, say } = asking;
  const { zone, rounds: contents } = consultation.content;
  const rounds = (await tx.rounds.of(consultation.id)).filter(({ state }) => state !== 'cancelled');
  if (rounds.length === 0) return [{ blocks: [line(say.home.noRound)], choices: [say.menu.open] }];
  const items: string[][] = [];
  for (const round of rounds.slice(0, MOST_ROUNDS)) {
    const content = contents.find(({ key }) => key === round.key);
    const invited = await tx.participations.of(round.id);
    const heard = invited.filter(({ answered }) => answered.length > 0).length;
    const state = say.team.roundState(round.state, say.date(round.closesAt, zone));
    items.push([
      say.home.round(content ? local(asking, content.title) : round.key, state, heard, invited.length),
    ]);
  }
  const open = rounds.some(({ state }) => state === 'open');
  return [
    {
      blocks: [line({ text: say.home.run, strong: true }), list(...items)],
      choices: [...(open ? [say.menu.status, say.menu.silence] : [say.menu.open]), say.menu.doubts],
    },
  ];
}
