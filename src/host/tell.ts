/** One delivery told on its platform, in the way its manner and the chat allow. */
import { degrade, type Way } from '../chat/degrade.ts';
import type { Message } from '../chat/outbound.ts';
import { ChatError, type ChatPort, type Place } from '../chat/port.ts';

/** `ref` of the message it posted, changed or signed; null when nothing was posted. `place`: the conversation's. */
export interface Told {
  readonly ref: string | null;
  readonly place: string;
}

export interface Calls {
  timed<T>(call: Promise<T>): Promise<T>;
  /** Before each call: keeps the lane. Throws when it is lost. */
  hold(): Promise<void>;
}

/** What is known of a delivery while it is told; true to it also when that fails. */
export interface Trace {
  readonly key: string;
  /** The platform may have some of it: an answer was lost, or not all of its parts were posted. */
  doubtful: boolean;
  /** Whether it is there already is being asked. */
  looking: boolean;
}

/** Throws ChatError, and what `calls` throws. */
export async function tell(
  port: ChatPort,
  calls: Calls,
  place: Place,
  way: Way,
  trace: Trace,
): Promise<Told> {
  const told = (ref: string | null): Told => ({ ref, place: place.ref });
  const once = async <T>(call: () => Promise<T>): Promise<T> => {
    await calls.hold();
    return calls.timed(call());
  };
  switch (way.does) {
    case 'nothing':
      return told(null);
    case 'sign':
      await once(() => port.react!(place, way.on, way.emoji));
      return told(null);
    case 'edit': {
      const last = degrade(way.message, port).at(-1)!;
      await once(() => port.edit!(place, way.of, last));
      return told(way.of);
    }
    case 'whisper': {
      if (way.in !== null) return told(await aside(port, once, place, way, way.in, trace));
      const there = within(place, way.thread);
      for (const [index, part] of degrade(way.message, port).entries())
        await once(() => port.whisper!(there, way.to, part, `${trace.key}/${index}`));
      return told(null);
    }
    case 'direct': {
      const ref = await once(() => port.openDirect(place.workspace, way.to));
      await post(port, once, { workspace: place.workspace, ref }, way.message, trace);
      return told(null);
    }
    case 'post': {
      const ref = await post(port, once, within(place, way.thread), way.message, trace);
      if (way.pin) await once(() => port.pin!(place, ref));
      return told(ref);
    }
  }
}

/** Where they asked; in their direct conversation when it can't be shown there. */
async function aside(
  port: ChatPort,
  once: <T>(call: () => Promise<T>) => Promise<T>,
  direct: Place,
  { to, message }: Extract<Way, { does: 'whisper' }>,
  asked: string,
  trace: Trace,
): Promise<string | null> {
  const there: Place = { workspace: direct.workspace, ref: asked, aside: true };
  try {
    for (const [index, part] of degrade(message, port).entries())
      await once(() => port.whisper!(there, to, part, `${trace.key}/${index}`));
    return null;
  } catch (error) {
    if (!(error instanceof ChatError) || error.transient) throw error;
    return post(port, once, direct, message, trace);
  }
}

const within = (place: Place, thread: string | null): Place =>
  thread === null ? place : { ...place, thread };

async function post(
  port: ChatPort,
  once: <T>(call: () => Promise<T>) => Promise<T>,
  place: Place,
  message: Message,
  trace: Trace,
): Promise<string> {
  let ref = '';
  // Parts are posted in order: after one that isn't there, none is.
  let looks = trace.doubtful && port.reconcile !== undefined;
  for (const [index, part] of degrade(message, port).entries()) {
    const name = `${trace.key}/${index}`;
    if (looks) {
      trace.looking = true;
      const found = await once(() => port.reconcile!(place, name));
      trace.looking = false;
      looks = found !== null;
      if (found !== null) {
        ref = found;
        continue;
      }
    }
    try {
      ref = await once(() => port.post(place, part, name));
      trace.doubtful = true;
    } catch (error) {
      trace.doubtful = index > 0 || !(error instanceof ChatError && error.untaken);
      throw error;
    }
  }
  return ref;
}
