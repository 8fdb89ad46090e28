/** One delivery told on its platform, in the way its manner and the chat allow. */
import { degrade, type Way } from '../chat/degrade.ts';
import type { Message } from '../chat/outbound.ts';
import { ChatError, type ChatPort, type Place } from '../chat/port.ts';
import { type Calls, type Enclosed, type Once, sendFile, type Trace } from './tell-file.ts';

/** `ref` of the message it posted, changed or signed; null when nothing was posted. */
export interface Told {
  readonly ref: string | null;
}

/** Throws ChatError, and what `calls` and making the file throw. */
export async function tell(
  port: ChatPort,
  calls: Calls,
  place: Place,
  way: Way,
  trace: Trace,
  enclosed: Enclosed | null = null,
): Promise<Told> {
  const told = (ref: string | null): Told => ({ ref });
  const once: Once = async (call, patience) => {
    await calls.hold(patience);
    return calls.timed(call(), patience);
  };
  const looks = trace.doubtful;
  const withFile = (there: Place) => sendFile(port, once, there, enclosed, trace, looks);
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
      if (way.in !== null) {
        const ref = await aside(port, once, place, way, way.in, trace);
        await withFile(place);
        return told(ref);
      }
      const there = within(place, way.thread);
      for (const [index, part] of degrade(way.message, port).entries())
        await once(() => port.whisper!(there, way.to, part, `${trace.key}/${index}`));
      return told(null);
    }
    case 'direct': {
      const ref = await once(() => port.openDirect(place.workspace, way.to));
      const there = { workspace: place.workspace, ref };
      await post(port, once, there, way.message, trace);
      await withFile(there);
      return told(null);
    }
    case 'post': {
      const there = within(place, way.thread);
      const ref = await post(port, once, there, way.message, trace);
      await withFile(there);
      if (way.asked !== undefined) await pointFrom(port, place, way.asked, way.message);
      if (way.pin) await once(() => port.pin!(place, ref));
      return told(ref);
    }
  }
}

/** Where they asked; in their direct conversation when it can't be shown there. */
async function aside(
  port: ChatPort,
  once: Once,
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
    const ref = await post(port, once, direct, message, trace);
    await pointFrom(port, direct, asked, message);
    return ref;
  }
}

const pointFrom = async (
  port: ChatPort,
  { workspace }: Place,
  asked: string,
  { lang }: Message,
): Promise<void> => port.pointFrom?.({ workspace, ref: asked, aside: true }, lang);

const within = (place: Place, thread: string | null): Place =>
  thread === null ? place : { ...place, thread };

async function post(
  port: ChatPort,
  once: Once,
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
