/** What a chat shows of its own accord, before anybody said a word to the bot: read anew each time, never stored. */
import type { Filled, Form } from './form.ts';
import type { Message, Run } from './outbound.ts';
import type { Place } from './port.ts';

export interface Asker {
  readonly platform: string;
  readonly workspace: string;
  readonly userId: string;
}

/** The message a form begins with. */
export interface Given {
  readonly text: string;
  /** The user id of who wrote it; null for a program. */
  readonly author: string | null;
}

export interface Surfaces {
  /**
   * By its name, or by what it is alone (`merge`), in the consultation they last spoke of. null when it is not for them,
   * or no longer open: the words of the button say the same in the conversation.
   */
  form(asker: Asker, name: string, given?: Given): Promise<Form<Run> | null>;
  /** What they may do now, as buttons; null for somebody nobody knows. */
  menu(asker: Asker): Promise<Message | null>;
  /** What they find when they look at the bot rather than talk to it: one message a subject, never none. That they look is kept. */
  home(asker: Asker): Promise<readonly Message[]>;
  /** The user id of whoever looked at it, by the `ref` where they and the bot talk; null when nobody there did. */
  looker(place: { readonly platform: string } & Pick<Place, 'workspace' | 'ref'>): Promise<string | null>;
  /** Sentences, by field; none when it may be sent. What is found out later is said in the conversation. */
  faults(asker: Asker, name: string, filled: Filled): Promise<ReadonlyMap<string, string>>;
  /** In what language they are written to; null for somebody nobody knows. */
  lang(asker: Asker): Promise<string | null>;
}
