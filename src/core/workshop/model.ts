import type {
  ConsultationId,
  ConversationId,
  PartnerId,
  PersonId,
  ProposalId,
  RoundId,
  WordsId,
} from '../ids.ts';
import type { Extract } from '../proposal/model.ts';
import type { Instant } from '../time.ts';
import type { Course } from './course.ts';

/** A round held live, in a room and from people's own pages. */
export interface Workshop {
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly roundId: RoundId;
  readonly course: Course;
  readonly openedAt: Instant;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
}

/** `G3`: ideas put together; its number is never reused in its workshop. */
export interface Group {
  readonly id: string;
  readonly number: number;
  /** null in a round without axes. */
  readonly axis: string | null;
  /** What somebody called it; until then it goes by its most central idea. */
  readonly title: WordsId | null;
  readonly mergedInto: string | null;
}

/** A proposal in a group; `by` is null where the machine put it. */
export interface Member {
  readonly proposal: ProposalId;
  readonly group: string;
  readonly by: PersonId | null;
  /** 0 for the most central one. */
  readonly place: number;
}

/** Somebody in a room; `person` is null while nobody knows who it is. */
export interface Guest {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly userId: string;
  readonly person: PersonId | null;
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
  /** When they were asked who they are. */
  readonly askedAt: Instant | null;
}

/** Dots of one person on a group. */
export interface Dots {
  readonly group: string;
  readonly person: PersonId;
  readonly partner: PartnerId;
  readonly points: number;
}

/** What is cited of a proposal in the room. */
export interface Cited {
  readonly proposal: ProposalId;
  readonly number: number;
  /** null when its author is never quoted. */
  readonly quote: Extract | null;
}

export const groupName = (number: number): string => `G${number}`;
