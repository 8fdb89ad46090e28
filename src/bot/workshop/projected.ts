/** A workshop on a screen: where we are, the counts, the groups, and the results once the dots are closed. */
import { resultsOf } from '../../app/workshop/place-dots.ts';
import type { Document } from '../../chat/outbound.ts';
import type { Lang } from '../../core/consultation/model.ts';
import { standing } from '../../core/workshop/groups.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { documentOf, line } from '../talk.ts';
import { board, figuresOf } from './board.ts';
import { groupsSeen, listGroups } from './groups-shown.ts';
import { type Edge, type Held, localIn, newestHeld } from './held.ts';
import { resultLines } from './results.ts';

/** A workshop that ended is shown for the rest of the day. */
const SHOWN_FOR = 12 * 3_600_000;

export interface Projected {
  readonly title: string;
  readonly document: Document;
  readonly endsAt: number | null;
}

export async function projected(edge: Edge, lang: Lang): Promise<Projected | null> {
  const held = await newestHeld(edge);
  if (held === null) return null;
  const { course, endedAt } = held.workshop;
  if (endedAt !== null && edge.now - endedAt > SHOWN_FOR) return null;
  const say = phrasesIn(lang, edge.consultation.content.languages);
  const [, ...shown] = board(held, await figuresOf(held), say, lang).blocks;
  const seen = await groupsSeen(held);
  const groups = standing(seen.grouped);
  const voted = dotsAreClosed(held);
  const below = voted
    ? [
        line(say.workshop.resultsTitle),
        ...(await resultLines(held, await resultsOf(held, held.workshop), say, lang)),
      ]
    : groups.length > 0
      ? listGroups(say, seen)
      : [];
  return {
    title: localIn(held, lang, held.content.title),
    // What a room is told of its threads is told there.
    document: documentOf({ blocks: [...shown.slice(0, -1), ...below] }, say.lang),
    endsAt: course.state === 'running' ? course.endsAt : null,
  };
}

function dotsAreClosed({ workshop: { course }, content }: Held): boolean {
  const at = (content.sequences ?? []).findIndex(({ does }) => does === 'dots');
  if (at < 0 || course.state === 'gathering') return false;
  return course.state === 'ended' || course.at > at;
}
