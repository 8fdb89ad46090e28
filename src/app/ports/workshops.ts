import type {
  ConsultationId,
  ConversationId,
  DeliveryId,
  InboundId,
  PersonId,
  ProposalId,
  RoundId,
  WordsId,
} from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Course } from '../../core/workshop/course.ts';
import type { Grouped } from '../../core/workshop/groups.ts';
import type { SignedMinutes } from '../../core/workshop/minutes.ts';
import type { Dots, Group, Guest, Member, Workshop } from '../../core/workshop/model.ts';
import type { Address } from './people.ts';

export interface WorkshopRoom {
  readonly conversation: ConversationId;
  /** The message that is kept up to date, and the counts it last told; null before it was posted. */
  readonly opening: DeliveryId | null;
  readonly shown: string | null;
}

/** What a message of the bot's in a room is about: what is written under it, or reacted to it, is about that. */
export interface WorkshopPost {
  readonly delivery: DeliveryId;
  readonly conversation: ConversationId;
  readonly about: string;
}

/** Words of somebody nobody knows yet. */
export interface Saying {
  readonly id: string;
  readonly guest: string;
  readonly inbound: InboundId;
  readonly messageRef: string;
  readonly promptKey: string | null;
  readonly words: WordsId;
  readonly at: Instant;
}

export interface WorkshopMinutes {
  readonly introduction: WordsId | null;
  readonly notes: readonly WordsId[];
  /** null until somebody signed. */
  readonly signed: { readonly by: PersonId; readonly at: Instant; readonly body: SignedMinutes } | null;
}

export interface Workshops {
  add(workshop: Workshop): Promise<void>;
  byId(id: string): Promise<Workshop | null>;
  byRound(roundId: RoundId): Promise<Workshop | null>;
  /** Newest first. */
  of(consultationId: ConsultationId): Promise<readonly Workshop[]>;
  /** Until the commit, nobody else changes it. */
  lock(id: string): Promise<Workshop | null>;
  setCourse(id: string, course: Course, at: Instant): Promise<void>;

  /** The newest workshop held in that room. */
  inRoom(conversationId: ConversationId): Promise<Workshop | null>;
  addRoom(workshop: Workshop, conversation: ConversationId): Promise<void>;
  rooms(id: string): Promise<readonly WorkshopRoom[]>;
  setShown(id: string, room: WorkshopRoom): Promise<void>;
  addPosts(workshop: Workshop, posts: readonly WorkshopPost[]): Promise<void>;
  posts(id: string): Promise<readonly WorkshopPost[]>;

  /** Somebody is there: found by their address, and by whom they are known to be now. */
  enter(
    workshop: Workshop,
    conversation: ConversationId,
    who: Address & { readonly person: PersonId | null; readonly at: Instant },
  ): Promise<Guest>;
  leave(id: string, conversation: ConversationId, userId: string, at: Instant): Promise<void>;
  setAsked(guest: string, at: Instant): Promise<void>;
  guests(id: string): Promise<readonly (Guest & Omit<Address, 'userId'>)[]>;
  keepSaying(workshop: Workshop, saying: Saying): Promise<void>;
  /** Not read yet, oldest first. */
  sayings(id: string): Promise<readonly Saying[]>;
  /** False when another process came first. */
  takeSaying(saying: string, at: Instant): Promise<boolean>;

  grouped(id: string): Promise<Grouped>;
  addGroups(workshop: Workshop, grouped: Grouped, at: Instant): Promise<void>;
  setMember(workshop: Workshop, member: Member): Promise<void>;
  removeMember(id: string, proposal: ProposalId): Promise<void>;
  setGroup(group: Group): Promise<void>;

  dots(id: string): Promise<readonly Dots[]>;
  setDots(workshop: Workshop, dots: Dots, at: Instant): Promise<void>;

  minutes(id: string): Promise<WorkshopMinutes>;
  setIntroduction(id: string, words: WordsId | null): Promise<void>;
  setNotes(id: string, notes: readonly WordsId[]): Promise<void>;
  /** False when they are signed already. */
  sign(id: string, by: PersonId, at: Instant, body: SignedMinutes): Promise<boolean>;
}
