/** Slack's requests over a WebSocket that we open (Socket Mode), as a receiver of Bolt's: no public address is needed. */
import { setTimeout as pause } from 'node:timers/promises';
import type { App, Receiver } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { type Api, clientOptions } from '../web/calls.ts';
import { silence } from '../web/silence.ts';
import { deliver, type Failed } from './deliver.ts';

export interface SocketParts {
  /** `xapp-…` */
  readonly appToken: string;
  readonly api: Api;
  readonly failed: Failed;
  readonly report: (error: unknown) => void;
}

/** Milliseconds: how long to wait before connecting again; the n-th time in a row. */
const LONGEST = 60_000;
const again = (failures: number): number =>
  failures === 0 ? 0 : Math.min(LONGEST, 500 * 2 ** (failures - 1));
/** What lasted less was no connection. */
const LASTED = 5_000;

interface Envelope {
  readonly id: string;
  readonly body: unknown;
  readonly answer: (content: unknown) => void;
}

/**
 * The SDK's client reads an event's own type as the name of one of its own (`error`, `close`) and breaks on what isn't
 * there; its reconnection rejects into nowhere. Only its connection is used.
 */
class Socket extends SocketModeClient {
  heard: (envelope: Envelope) => void = () => {};

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    if (typeof data !== 'string') return;
    const told = objectIn(data);
    if (told?.type === 'hello' || told?.type === 'disconnect')
      return super.onWebSocketMessage(data, isBinary);
    const id = told?.envelope_id;
    if (typeof id !== 'string' || id === '') return;
    const answer = (content: unknown) => {
      const payload = typeof content === 'string' ? { text: content } : content;
      this.websocket?.send(JSON.stringify({ envelope_id: id, ...(payload ? { payload } : {}) }), () => {});
    };
    this.heard({ id, body: told?.payload, answer });
  }
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

export function socketReceiver(parts: SocketParts): Receiver {
  const busy = new Set<Promise<void>>();
  let app: App | null = null;
  let running: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null;

  function connection(taking: () => boolean): Socket {
    const socket = new Socket({
      appToken: parts.appToken,
      autoReconnectEnabled: false,
      logger: silence,
      clientOptions: clientOptions(parts.api),
    });
    socket.heard = ({ body, answer }) => {
      // What is not answered is delivered again.
      if (app === null || !taking()) return;
      const handled = deliver(app, body, parts.failed).then((outcome) => {
        if (outcome.stored) answer(outcome.answer);
      });
      const tracked: Promise<void> = handled.catch(parts.report).finally(() => busy.delete(tracked));
      busy.add(tracked);
    };
    return socket;
  }

  /** Connects again and again; `tried` is called once the first attempt ended, well or not. */
  async function keep(signal: AbortSignal, tried: () => void): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      const socket = connection(() => !signal.aborted);
      const lost = new Promise<void>((resolve) => socket.once('disconnected', () => resolve()));
      const leave = () => void socket.disconnect().catch(parts.report);
      let since = Date.now();
      try {
        await socket.start();
        since = Date.now();
        tried();
        const left = new Promise<void>((resolve) => {
          if (signal.aborted) resolve();
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
        await Promise.race([lost, left]);
        if (signal.aborted) {
          // Those that are stored are still told so.
          while (busy.size > 0) await Promise.all(busy);
          leave();
          await lost;
        }
      } catch (error) {
        if (!signal.aborted) parts.report(error);
        leave();
        tried();
      }
      failures = Date.now() - since >= LASTED ? 0 : failures + 1;
      await pause(again(failures - 1), undefined, { signal }).catch(() => {});
    }
  }

  return {
    init(given) {
      app = given;
    },
    start() {
      const stop = new AbortController();
      return new Promise((resolve) => {
        running = { stop, ended: keep(stop.signal, () => resolve(undefined)) };
      });
    },
    async stop() {
      const stopped = running;
      running = null;
      stopped?.stop.abort();
      await stopped?.ended;
    },
  };
}
