/** What a chat shows of its own accord, before anybody said a word to the bot: read anew each time, stored nowhere. */
import type { Filled, Form } from './form.ts';
import type { Run } from './outbound.ts';

export interface Asker {
  readonly platform: string;
  readonly workspace: string;
  readonly userId: string;
}

export interface Surfaces {
  /** null when it is not for them, or no longer open: the words of the button say the same in the conversation. */
  form(asker: Asker, name: string): Promise<Form<Run> | null>;
  /** Sentences, by field; none when it may be sent. What is found out later is said in the conversation. */
  faults(asker: Asker, name: string, filled: Filled): Promise<ReadonlyMap<string, string>>;
}
