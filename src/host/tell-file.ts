/** A message's file, sent after it and once, or in its place the words that say why there is none. */
import { degrade, fileWay } from '../chat/degrade.ts';
import type { Enclosure, MadeFile, Unsent } from '../chat/enclosure.ts';
import { type Message, paragraph } from '../chat/outbound.ts';
import { ChatError, type ChatPort, type Place } from '../chat/port.ts';

export interface Calls {
  /** `patience` in milliseconds: longer than for a message. */
  timed<T>(call: Promise<T>, patience?: number): Promise<T>;
  /** Before each call: keeps the lane for as long. Throws when it is lost. */
  hold(patience?: number): Promise<void>;
}

export type Once = <T>(call: () => Promise<T>, patience?: number) => Promise<T>;

/** What is known of a delivery while it is told; true to it also when that fails. */
export interface Trace {
  readonly key: string;
  /** The platform may have some of it: an answer was lost, or not all of its parts were posted. */
  doubtful: boolean;
  /** Whether it is there already is being asked. */
  looking: boolean;
}

/** A file to be made for whoever it goes to. */
export interface Enclosed {
  readonly lang: string;
  readonly enclosure: Enclosure;
  /** The file, or a sentence that says why there is none. */
  make(): Promise<MadeFile | string>;
  unsent(why: Unsent): string;
}

/** Milliseconds. */
const PATIENCE = 45_000;

/** `looks`: it may be there already. Throws ChatError, and what making it throws. */
export async function sendFile(
  port: ChatPort,
  once: Once,
  place: Place,
  enclosed: Enclosed | null,
  trace: Trace,
  looks: boolean,
): Promise<void> {
  if (enclosed === null || fileWay(port) === 'shown') return;
  const key = `${trace.key}/file`;
  if (looks && port.reconcile !== undefined) {
    trace.looking = true;
    const found = await once(() => port.reconcile!(place, key));
    trace.looking = false;
    if (found !== null) return;
  }
  // Whatever fails from here on, the message is there.
  trace.doubtful = true;
  const words = await upload(port, once, place, enclosed, key);
  if (words === null) return;
  const [said] = degrade(sentence(words, enclosed.lang), port);
  await once(() => port.post(place, said!, key));
}

/** null once it is there. */
async function upload(
  port: ChatPort,
  once: Once,
  place: Place,
  enclosed: Enclosed,
  key: string,
): Promise<string | null> {
  const { enclosure } = enclosed;
  if (fileWay(port) === 'told') return enclosed.unsent({ why: 'no-files' });
  const made = await enclosed.make();
  if (typeof made === 'string') return made;
  const most = port.maxFile ?? 0;
  const bytes = made.data.length;
  if (bytes > most) return enclosed.unsent({ why: 'too-large', bytes, most });
  const { title } = enclosure;
  const alt = (typeof made === 'string' ? undefined : made.alt) ?? enclosure.alt;
  const file = { ...made, title, ...(alt === undefined ? {} : { alt }) };
  try {
    await once(() => port.upload!(place, file, key), PATIENCE);
    return null;
  } catch (error) {
    if (!(error instanceof ChatError) || error.transient || error.scope !== 'call') throw error;
    return enclosed.unsent({ why: 'not-taken' });
  }
}

const sentence = (text: string, lang: string): Message => ({
  lang,
  blocks: [paragraph(text)] as Message['blocks'],
  choices: [],
});
