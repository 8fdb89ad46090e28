/** Something that goes on live, as a page shows it: for a screen in a room, or for somebody who follows from elsewhere. */
import type { Guest } from './guest.ts';
import type { Message } from './outbound.ts';

export interface Board {
  readonly title: string;
  /** What everybody may see. */
  readonly message: Message;
  /** When the time that runs is over, in milliseconds since 1970; null while none runs. */
  readonly endsAt: number | null;
}

export interface Boards {
  /** null while nothing goes on. */
  of(guest: Pick<Guest, 'consultation' | 'lang'>): Promise<Board | null>;
}
