/** Who takes part in the demo and what they will say, written beforehand. Everyone is made up, and so are the answers. */
import type { Attribution, DecisionStatus } from '../../core/consultation/model.ts';

/** Put after the name of every organisation of the demo, so that no document can be taken for a real one. */
export const FICTITIOUS = '(nom fictif)';

/** What the staff will answer to one idea. */
export interface Expected {
  readonly status: DecisionStatus;
  readonly reason: string;
}

export type Move =
  /** Sent once the bot has replied to the last move; `ideas` in the order they are written. */
  | {
      readonly say: string;
      readonly ideas?: readonly Expected[];
      readonly key?: string;
      /** Said when the bot hesitates between two axes; "A" when absent. */
      readonly axis?: string;
      /** Answers "C'est bien ça ?" and nothing else: left out when the bot asked another question. */
      readonly confirms?: true;
    }
  /** Edits the message said under that key; `ideas` are those of the new text. */
  | { readonly edit: string; readonly to: string; readonly ideas: readonly Expected[] }
  /** Deletes the message said under that key. */
  | { readonly remove: string };

export interface Character {
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  readonly college: string;
  readonly lang: 'fr' | 'en';
  readonly attribution: Attribution;
  /** Empty for somebody who never answers. */
  readonly moves: readonly Move[];
  /** Said after the close. */
  readonly late?: readonly Move[];
}

/** Somebody of the team that runs the consultation. */
export interface Host {
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: 'facilitator' | 'staff';
  readonly lang: 'fr' | 'en';
}
