/** What the host hands to the bot, and what it wants back. */
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Ids } from '../app/ports/edge.ts';
import type { Arrived, Outcome } from '../app/ports/handling.ts';
import type { ErasureLedger } from '../app/ports/personal.ts';
import type { Desk } from '../app/proposal/read-message.ts';
import type { Inbound } from '../chat/inbound.ts';
import type { Document } from '../chat/outbound.ts';
import type { Instant } from '../core/time.ts';
import type { Page } from './talk.ts';

export type Received = Arrived<Inbound>;
export type Handled = Outcome<Document>;

export interface BotParts {
  readonly ids: Ids;
  /** The warm reader of a consultation, in this process. */
  readonly deskOf: (consultation: LoadedConsultation) => Desk;
  readonly ledger: ErasureLedger;
  /** The page's place among chats; null where the settings have none. */
  /** ms. See `TalkInput`. */
  readonly reading: number | null;
  readonly page: Page | null;
  /** The personal link in a text: `wrong` when it was not signed here, or not whole; null in a text without one. Absent without a page. */
  readonly readLink: ((text: string) => PersonalLink | 'wrong' | null) | null;
  /** Language of people nobody knows yet. */
  readonly defaultLang: string;
}

export interface PersonalLink {
  /** Its key. */
  readonly consultation: string;
  /** On the page. */
  readonly userId: string;
  /** An older one than that of the address is void. */
  readonly generation: number;
  readonly expires: Instant;
}

export const IGNORED: Handled = { state: 'ignored', consultationId: null, personId: null, replies: [] };
