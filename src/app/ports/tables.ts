import type {
  ConsultationId,
  OrganisationId,
  PartnerId,
  PersonId,
  ProposalId,
  WordsId,
} from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';

/** Who sat at a table: a known partner, an organisation, or so many people of a type of actor. */
export type Attendee =
  | { readonly partner: PartnerId }
  | { readonly organisation: OrganisationId }
  | { readonly college: string; readonly people: number };

export interface Table {
  readonly id: string;
  readonly consultationId: ConsultationId;
  /** "atelier du 12 mars, table 3", as the team wrote it. */
  readonly label: WordsId;
  readonly createdAt: Instant;
  readonly attendees: readonly Attendee[];
}

export interface Tables {
  add(row: Omit<Table, 'attendees'>): Promise<void>;
  /** Oldest first. */
  of(consultationId: ConsultationId): Promise<readonly Table[]>;
  /** Those who sit there already are left out; a number of a type of actor takes the place of the one before. */
  seat(table: Pick<Table, 'id' | 'consultationId'>, attendees: readonly Attendee[]): Promise<void>;
  /** The message it was entered in, which holds names. */
  addEntry(row: {
    readonly table: Pick<Table, 'id' | 'consultationId'>;
    readonly words: WordsId;
    readonly by: PersonId;
    readonly at: Instant;
  }): Promise<void>;
  /** The partner read what was noted, and it is right. */
  confirm(tableId: string, partnerId: PartnerId, at: Instant): Promise<void>;
  /** What is noted changed: nobody has read it yet. */
  unconfirm(tableId: string): Promise<void>;
  proposals(tableId: string): Promise<readonly ProposalId[]>;
}
