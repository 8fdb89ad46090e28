/** A form of the bot's: what it asks of somebody now, and what is done with what they filled in. */

import type { LoadedConsultation } from '../../app/ports/consultations.ts';
import type { Filled, Form } from '../../chat/form.ts';
import type { Given } from '../../chat/surface.ts';
import type { Reply, Talk } from '../talk.ts';

/** Who looks at a form, before anything was said. */
export type Asking = Pick<
  Talk,
  'tx' | 'consultation' | 'actor' | 'conversation' | 'now' | 'ids' | 'lang' | 'say'
>;

export type Sketch = Pick<Form, 'title' | 'send' | 'intro' | 'fields'>;

export interface BotForm {
  /** null when it is not theirs to fill in, or there is nothing left to. */
  open(asking: Asking, about: readonly string[], given: Given | null): Promise<Sketch | null>;
  /** Sentences by field, beyond what every form is looked at for. */
  faults?(asking: Asking, about: readonly string[], filled: Filled): Promise<ReadonlyMap<string, string>>;
  /** As if it had been said: in the event's transaction, rights looked at anew. */
  take(talk: Talk, about: readonly string[], filled: Filled): Promise<Reply>;
}

/** `decide/plan/P-0042`. */
export const formName = (
  kind: string,
  { content }: Pick<LoadedConsultation, 'content'>,
  ...about: readonly string[]
): string => [kind, content.key, ...about].join('/');

export function readName(name: string): { kind: string; consultation: string; about: readonly string[] } {
  const [kind = '', consultation = '', ...about] = name.split('/');
  return { kind, consultation, about };
}

/** What was written in a field, as a message of its own: whatever reads messages can read it. */
export const saying = (talk: Talk, field: string, text: string): Talk => {
  const { event } = talk;
  return {
    ...talk,
    text,
    wordsId: talk.fieldWords.get(field) ?? null,
    event: {
      ...event,
      type: 'message',
      message: `${event.type === 'form' ? event.message : event.id}/${field}`,
      text,
      replyTo: null,
      onScreen: null,
      files: [],
      addressed: false,
    },
  };
};
