import type { Item, Member, Outcome, Override, Position, Session } from '../../core/committee/model.ts';
import type { ConsultationId, PersonId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';

export interface CommitteeSessions {
  /** Its number is given here, under the consultation's lock. */
  convene(
    row: Pick<Session, 'id' | 'body' | 'rules' | 'closesAt' | 'convenedBy' | 'convenedAt'> & {
      readonly members: readonly Pick<Member, 'person' | 'group'>[];
      readonly items: readonly Omit<Item, 'outcome'>[];
    },
    consultationId: ConsultationId,
  ): Promise<Session>;
  /** Of the consultation, in number order. */
  of(consultationId: ConsultationId): Promise<readonly Session[]>;
  /** The one that is convened; null when there is none. */
  current(consultationId: ConsultationId): Promise<Session | null>;
  position(row: Position, session: Pick<Session, 'id'>, consultationId: ConsultationId): Promise<void>;
  override(row: Override, session: Pick<Session, 'id'>, consultationId: ConsultationId): Promise<void>;
  setProxy(session: Pick<Session, 'id'>, member: PersonId, proxy: PersonId | null): Promise<void>;
  /** The item asks about a later text of its adjustment. */
  reword(item: Pick<Item, 'id'>, version: number): Promise<void>;
  /** False, and nothing changed, when another process reminded first. */
  remind(session: Pick<Session, 'id'>, member: PersonId, at: Instant): Promise<boolean>;
  /** False, and nothing changed, when it is convened no more. */
  close(
    session: Pick<Session, 'id'>,
    as: {
      readonly state: Exclude<Session['state'], 'convened'>;
      readonly at: Instant;
      readonly outcomes: ReadonlyMap<Item['id'], Outcome>;
    },
  ): Promise<boolean>;
}
