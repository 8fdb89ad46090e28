/** Before the emulated Slack: refuses what Slack would refuse, fails as asked, and remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { slowly } from '../../slowly.ts';
import { faultsOfMessage, faultsOfView } from './block-kit.ts';
import { type Call, type Fault, Faults } from './faults.ts';

export interface Asked extends Call {
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: number;
  /** Of whoever asks. */
  readonly token: string | null;
}

/** Slack's answer to a call that it did. */
export type Answered = Asked & { readonly answer: Readonly<Record<string, unknown>> };

export interface Gateway {
  /** Ends in a slash. */
  readonly url: string;
  readonly faults: Faults;
  readonly asked: readonly Asked[];
  /** Messages and views that Slack would have refused. */
  readonly refused: readonly string[];
  /** Where the emulated Slack is; calls before that wait for none. */
  aim(url: string): void;
  close(): Promise<void>;
}

export interface GatewaySettings {
  readonly done: (call: Answered) => void;
  /** Answers a call in Slack's place; null when Slack itself is to. */
  readonly instead?: (call: Asked) => Readonly<Record<string, unknown>> | null;
  /** What Slack adds to what the emulated one answers. */
  readonly enrich?: (call: Asked, answer: Record<string, unknown>) => Record<string, unknown>;
  /** What one person is shown through the address that came with what they did. */
  readonly responded?: (
    at: { readonly channel: string; readonly user: string },
    body: Record<string, unknown>,
  ) => void;
  readonly scopes: () => readonly string[];
  /** The token by which Slack's state knows whoever brings that one. */
  readonly known?: (token: string) => string;
}

export async function openGateway(settings: GatewaySettings): Promise<Gateway> {
  const faults = new Faults();
  const asked: Asked[] = [];
  const refused: string[] = [];
  let target = '';

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await whole(request);
    await slowly();
    const [, name] = /^\/api\/([\w.]+)/u.exec(request.url ?? '') ?? [];
    const [, channel, user] = /^\/response\/(\w+)\/(\w+)$/u.exec(request.url ?? '') ?? [];
    if (channel !== undefined && user !== undefined) return respond({ channel, user }, sent, response);
    if (name === undefined) return forward(request, sent, response);
    const body = parsed(request, sent);
    const call: Asked = {
      method: name,
      channel: typeof body.channel === 'string' ? body.channel : null,
      body,
      at: Date.now(),
      token: request.headers.authorization?.replace(/^Bearer /u, '') ?? null,
    };
    asked.push(call);
    const fault = faults.take(call);
    const accepted = fault !== null && 'accepted' in fault && fault.accepted;
    if (fault !== null && !accepted) return fail(fault, response);
    const wrong = wrongs(call);
    if (wrong.length > 0) {
      refused.push(`${call.method}: ${wrong.join('; ')}`);
      const error = name.startsWith('views.') ? 'invalid_arguments' : 'invalid_blocks';
      return answer(response, { ok: false, error });
    }
    const instead = settings.instead?.(call) ?? null;
    const real =
      instead ?? ((await (await ask(request, asEmulated(name, sent))).json()) as Record<string, unknown>);
    const full = settings.enrich?.(call, { ...real }) ?? real;
    if (full.ok === true) settings.done({ ...call, answer: full });
    if (fault?.kind === 'held') await fault.until;
    else if (fault !== null) return fail(fault, response);
    answer(response, full);
  }

  function respond(
    at: { readonly channel: string; readonly user: string },
    sent: Buffer,
    response: ServerResponse,
  ): void {
    const body = JSON.parse(sent.toString('utf8')) as Record<string, unknown>;
    const fault = faults.take({ method: 'response', channel: at.channel });
    if (fault !== null) {
      fail(fault, response);
      return;
    }
    const wrong = faultsOfMessage(body);
    if (wrong.length > 0) refused.push(`response: ${wrong.join('; ')}`);
    settings.responded?.(at, body);
    response.writeHead(200).end('ok');
  }

  const answer = (response: ServerResponse, content: unknown): void => {
    const scopes = settings.scopes().join(',');
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': scopes });
    response.end(JSON.stringify(content));
  };

  function fail(fault: Fault, response: ServerResponse): void {
    switch (fault.kind) {
      case 'limited':
        response.writeHead(429, fault.retryAfter === null ? {} : { 'retry-after': fault.retryAfter });
        response.end();
        return;
      case 'status':
        response.writeHead(fault.status).end('upstream connect error');
        return;
      case 'dropped':
        response.destroy();
        return;
      case 'hung':
      case 'held':
        return;
      case 'refused':
        answer(response, { ok: false, error: fault.error });
    }
  }

  const ask = (request: IncomingMessage, sent: Buffer): Promise<Response> => {
    const headers: Record<string, string> = {};
    for (const name of ['authorization', 'content-type'])
      if (typeof request.headers[name] === 'string') headers[name] = request.headers[name];
    const token = headers.authorization?.replace(/^Bearer /u, '');
    if (token !== undefined) headers.authorization = `Bearer ${settings.known?.(token) ?? token}`;
    const method = request.method ?? 'GET';
    const body = method === 'GET' ? {} : { body: new Uint8Array(sent) };
    return fetch(new URL(request.url ?? '/', target), { method, headers, ...body });
  };

  async function forward(request: IncomingMessage, sent: Buffer, response: ServerResponse): Promise<void> {
    const from = await ask(request, sent);
    const type = from.headers.get('content-type') ?? 'text/plain';
    response.writeHead(from.status, { 'content-type': type });
    response.end(Buffer.from(await from.arrayBuffer()));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    faults,
    asked,
    refused,
    aim: (url) => {
      target = url;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Slack's own name for what a picture shows is `alt_txt`; the emulated one reads what Slack's library calls it. */
const asEmulated = (method: string, sent: Buffer): Buffer =>
  method === 'files.getUploadURLExternal'
    ? Buffer.from(sent.toString('latin1').replace(/(^|&)alt_txt=/u, '$1alt_text='), 'latin1')
    : sent;

function wrongs({ method, body }: Asked): string[] {
  if (/^chat\.(?:postMessage|postEphemeral|update)$/u.test(method)) return faultsOfMessage(body);
  return /^views\.(?:open|update|push|publish)$/u.test(method) ? faultsOfView(body.view) : [];
}

export async function whole(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Fields of a form; those that hold JSON, read. */
function parsed(request: IncomingMessage, sent: Buffer): Record<string, unknown> {
  const text = sent.toString('utf8');
  if (request.headers['content-type']?.includes('json')) return JSON.parse(text) as Record<string, unknown>;
  const fields = new URLSearchParams(
    request.method === 'GET' ? new URL(request.url!, 'http://x').search : text,
  );
  return Object.fromEntries(
    [...fields].map(([key, value]) => [key, /^[[{]/u.test(value) ? JSON.parse(value) : value]),
  );
}
