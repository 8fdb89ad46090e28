/** The bot's side of the memory chat: a compliant port. */
import type { Inbound } from '../../src/chat/inbound.ts';
import type { Message } from '../../src/chat/outbound.ts';
import { plain } from '../../src/chat/plain.ts';
import { ChatError, type ChatPort, type Place } from '../../src/chat/port.ts';
import { errorOf } from './faults.ts';
import type { MemoryPlatform } from './platform.ts';

export interface MemoryChatOptions {
  readonly maxText?: number;
  /** Most buttons of one message; none when absent. */
  readonly maxButtons?: number;
  /** Largest file of `upload`, in bytes; 10 MB when absent. */
  readonly maxFile?: number;
  /** True: a post under a key it has already is the same post (Matrix). False: a second message (Slack). */
  readonly deduplicates?: boolean;
  /** False: without threads, edit, react, whisper, upload, pin, fetchFile and reconcile. */
  readonly optionals?: boolean;
}

const REDELIVERY = { first: 5, most: 1000 };

/** A chat on that platform; events it could not hand over are given again, later or to the next chat started. */
export function memoryChat(platform: MemoryPlatform, options: MemoryChatOptions = {}): ChatPort {
  const deduplicates = options.deduplicates ?? true;
  const maxText = options.maxText ?? 4000;
  const maxFile = options.maxFile ?? 10_000_000;
  const busy = new Set<Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  let receive: ((event: unknown) => Promise<void>) | null = null;

  function deliver(event: Inbound, attempt = 0): void {
    if (receive === null) return;
    const handed = receive(event).then(
      () => platform.acknowledge(event),
      () => {
        const delay = Math.min(REDELIVERY.first * 2 ** attempt, REDELIVERY.most);
        const timer = setTimeout(() => {
          timers.delete(timer);
          deliver(event, attempt + 1);
        }, delay);
        timers.add(timer);
      },
    );
    const tracked: Promise<void> = handed.finally(() => busy.delete(tracked));
    busy.add(tracked);
  }

  /** What the platform does with a call, with the fault that was asked for. */
  async function call<T>(place: string, accept: () => T, only: 'here' | 'anywhere' = 'anywhere'): Promise<T> {
    await platform.faults.pass();
    const fault = platform.faults.take(place, only);
    if (fault === null) return accept();
    if (fault.accepted) accept();
    if (fault.hangs) return new Promise<never>(() => {});
    throw errorOf(fault);
  }

  function post(place: Place, message: Message, key: string, to: string | null): Promise<string> {
    const length = plain(message).length;
    if (length > maxText)
      throw new ChatError(`memory: ${length} characters, ${maxText} allowed`, { transient: false });
    if (message.choices.length > (options.maxButtons ?? 0))
      throw new ChatError(`memory: ${message.choices.length} buttons, ${options.maxButtons ?? 0} allowed`, {
        transient: false,
      });
    return call(place.ref, () => {
      const known = deduplicates ? platform.find(place.workspace, place.ref, key) : null;
      return known?.ref ?? platform.take(place, { message, key, to });
    });
  }

  const base: ChatPort = {
    platform: platform.name,
    maxText,
    ...(options.maxButtons === undefined ? {} : { maxButtons: options.maxButtons }),
    start: async (to) => {
      receive = to;
      platform.listen((event) => deliver(event));
      for (const event of platform.owed) deliver(event);
    },
    stop: async () => {
      receive = null;
      platform.listen(null);
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      while (busy.size > 0) await Promise.all(busy);
    },
    openDirect: (workspace, userId) => call(userId, () => platform.direct(workspace, userId), 'here'),
    post: async (place, message, key) => post(place, message, key, null),
  };
  if (options.optionals === false) return base;
  return {
    ...base,
    threads: true,
    edit: (place, message, by) => call(place.ref, () => platform.change(place.workspace, message, by)),
    react: (place, message, emoji) => call(place.ref, () => platform.emote(place.workspace, message, emoji)),
    whisper: async (place, userId, message, key) => {
      await post(place, message, key, userId);
    },
    maxFile,
    async upload(place, file, key) {
      const { name, mime, title, alt, data } = file;
      if (data.length > maxFile)
        throw new ChatError(`memory: ${data.length} bytes, ${maxFile} allowed`, { transient: false });
      const content = Buffer.from(data).toString('base64');
      const sent = { name, mime, title, content, ...(alt === undefined ? {} : { alt }) };
      const message: Message = {
        lang: 'fr',
        blocks: [{ type: 'paragraph', content: [{ text: title }] }],
        choices: [],
      };
      await call(place.ref, () => {
        const known = deduplicates ? platform.find(place.workspace, place.ref, key) : null;
        return known ?? platform.take(place, { message, key, to: null, file: sent });
      });
    },
    pin: (place, message) => call(place.ref, () => platform.fasten(place.workspace, message)),
    fetchFile: async (place, file) => {
      const fault = platform.faults.takeFetch();
      if (fault === 'late') await platform.faults.comes();
      const content = platform.content(place.workspace, file);
      if (fault === 'gone' || content === null)
        throw new ChatError('memory: no such file', { transient: false });
      if (fault === 'unavailable') throw new ChatError('memory: could not fetch', { transient: true });
      return pieces(content, fault === 'torn');
    },
    reconcile: async (place, key) => platform.find(place.workspace, place.ref, key)?.ref ?? null,
  };
}

const PIECE = 64_000;

async function* pieces(content: Uint8Array, torn: boolean): AsyncGenerator<Uint8Array> {
  const end = torn ? content.length / 2 : content.length;
  for (let at = 0; at < end; at += PIECE) yield content.subarray(at, Math.min(at + PIECE, end));
  if (torn) throw new ChatError('memory: the connection broke', { transient: true });
}
