import type { ConsultationId, DeliveryId, PersonId } from '../../core/ids.ts';
import type { ReviewAnswer } from '../../core/participation/understood.ts';
import type { Instant } from '../../core/time.ts';

/** A message nobody asked for, until it may leave. One a person and subject. */
export interface NoticeRow {
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly personId: PersonId;
  /** `review`: how their words were read. `changed`: what they support was rewritten. */
  readonly kind: 'review' | 'changed';
  /** The id of one asking, or of the proposal. */
  readonly subjectId: string;
  readonly state: 'waiting' | 'queued' | 'dropped';
  readonly dueAt: Instant;
  readonly deliveryId: DeliveryId | null;
  readonly createdAt: Instant;
}

export interface Notices {
  /** Those whose person has one on that subject already are left out; how many were added. */
  add(rows: readonly NoticeRow[]): Promise<number>;
  /** All on one subject, oldest first. */
  on(kind: NoticeRow['kind'], subjectId: string): Promise<readonly NoticeRow[]>;
  /** Waiting and due, of one consultation, the first ones first. */
  due(consultationId: ConsultationId, now: Instant, limit: number): Promise<readonly NoticeRow[]>;
  /** False when it does not wait any more: another process came first. */
  queue(id: string, deliveryId: DeliveryId): Promise<boolean>;
  postpone(id: string, dueAt: Instant): Promise<void>;
  drop(id: string): Promise<void>;
  /** Adds what the person answered to it; what they said before stays. */
  answer(row: ReviewAnswer & { readonly id: string; readonly noticeId: string }): Promise<void>;
  /** Takes one answer back, by its id. */
  retract(id: string): Promise<void>;
  /** What was answered to these, oldest first. */
  answers(ids: readonly string[]): Promise<ReadonlyMap<string, readonly ReviewAnswer[]>>;
}
