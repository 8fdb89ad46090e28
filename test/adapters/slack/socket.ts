/** Slack's side of Socket Mode: a WebSocket to which the bot connects; what is not answered is sent again. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Courier, Taken } from './courier.ts';
import { onTheWay } from './on-the-way.ts';

/** As over HTTP: a minute is a tenth of a second. */
const AGAIN = [0, 100, 500] as const;
/** Milliseconds: as Slack waits for an answer, and, in the place of its minutes, for a connection. */
const PATIENCE = { answer: 3_000, connection: 15_000 } as const;

export interface SocketSide extends Courier {
  /** What `apps.connections.open` answers. */
  readonly url: string;
  /** How many connections there were. */
  readonly connections: number;
  /** Asks the bot to connect anew, as Slack does every few hours. */
  refresh(): void;
  /** Sends that as it is, to whoever is connected. */
  raw(text: string): void;
  /** Sends that once, whatever it holds; whether it was answered in three seconds. */
  answered(type: string, payload: unknown): Promise<boolean>;
  end(): Promise<void>;
}

interface Waiting {
  readonly settle: (payload: unknown) => void;
  readonly fail: () => void;
}

export async function openSocketSide(): Promise<SocketSide> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const { taken, watch, settled } = onTheWay();
  const waiting = new Map<string, Waiting>();
  const arrivals: (() => void)[] = [];
  let current: WebSocket | null = null;
  let connections = 0;
  let closed = false;

  server.on('connection', (socket) => {
    connections += 1;
    current = socket;
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: unknown };
      waiting.get(envelope_id)?.settle(payload);
    });
    socket.on('close', () => {
      if (current === socket) current = null;
      // What was sent here is not answered any more.
      for (const one of [...waiting.values()]) one.fail();
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    for (const arrived of arrivals.splice(0)) arrived();
  });

  /** Somebody is connected, or is not coming. */
  async function connected(): Promise<void> {
    if (current !== null || closed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PATIENCE.connection);
      arrivals.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** null when nobody answered. */
  function attempt(envelope: Readonly<Record<string, unknown>>): Promise<{ payload: unknown } | null> {
    const socket = current;
    if (socket === null) return Promise.resolve(null);
    const id = randomUUID();
    return new Promise((resolve) => {
      const done = (answer: { payload: unknown } | null) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(answer);
      };
      const timer = setTimeout(() => done(null), PATIENCE.answer);
      waiting.set(id, { settle: (payload) => done({ payload }), fail: () => done(null) });
      socket.send(JSON.stringify({ ...envelope, envelope_id: id }));
    });
  }

  async function insist(
    id: string,
    envelope: Readonly<Record<string, unknown>>,
    retries: boolean,
  ): Promise<Taken> {
    const begun = performance.now();
    let answer = await attempt(envelope);
    let attempts = 1;
    for (const delay of retries ? AGAIN : []) {
      if (answer !== null || closed) break;
      await pause(delay);
      await connected();
      answer = await attempt({ ...envelope, retry_attempt: attempts, retry_reason: 'timeout' });
      attempts += 1;
    }
    const said = answer?.payload as Readonly<Record<string, unknown>> | undefined;
    const alone = said === undefined || Object.keys(said).join() === 'text';
    const text = alone ? String(said?.text ?? '') : JSON.stringify(said);
    const took = performance.now() - begun;
    return { id, status: answer === null ? 0 : 200, body: text, attempts, took };
  }

  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    get connections() {
      return connections;
    },
    taken,
    event: (payload) =>
      watch(insist(payload.event_id, { type: 'events_api', payload, accepts_response_payload: false }, true)),
    once: ({ payload, ...fields }) => {
      const pressed = payload !== undefined;
      const envelope = {
        type: pressed ? 'interactive' : 'slash_commands',
        payload: pressed ? (JSON.parse(payload) as unknown) : fields,
        accepts_response_payload: true,
      };
      return watch(insist(fields.trigger_id ?? '', envelope, false));
    },
    settled,
    sever: () => current?.terminate(),
    close: () => {
      closed = true;
      for (const gone of arrivals.splice(0)) gone();
    },
    refresh: () => current?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
    raw: (text) => current?.send(text),
    answered: async (type, payload) =>
      (await attempt({ type, payload, accepts_response_payload: true })) !== null,
    end: () =>
      new Promise((resolve) => {
        for (const client of server.clients) client.terminate();
        server.close(() => resolve());
      }),
  };
}
