/** Slack's requests over HTTP, as a receiver of Bolt's. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import { httpServer } from '../../http/server.ts';
import { deliver, type Failed } from './deliver.ts';
import { isSlacks } from './signature.ts';

export interface HttpParts {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly signingSecret: string;
  readonly now: () => number;
  readonly failed: Failed;
}

export interface HttpReceiver extends Receiver {
  /** `http://127.0.0.1:8081`; known once it was started. */
  readonly url: string;
}

export const PATH = '/slack/events';
/** Slack's largest payloads, views with their state, are well below. */
const MOST_BYTES = 1_000_000;
const PATIENCE = 30_000;

export function httpReceiver(parts: HttpParts): HttpReceiver {
  let app: App | null = null;

  async function answered(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0];
    if (path !== PATH) return end(response, 404);
    if (request.method !== 'POST') return end(response, 405, undefined, { allow: 'POST' });
    const sent = await whole(request);
    // What was not read must not be taken for the next request.
    if (sent === null) return end(response, 413, undefined, { connection: 'close' });
    if (!isSlacks(parts.signingSecret, sent, request.headers, parts.now())) return end(response, 401);
    const body = read(sent, request.headers['content-type'] ?? '');
    if (body === undefined) return end(response, 400);
    const { type, challenge } = (body ?? {}) as { readonly type?: unknown; readonly challenge?: unknown };
    if (type === 'url_verification') return end(response, 200, { challenge });
    if (app === null) return end(response, 503);
    const { stored, answer } = await deliver(app, body, parts.failed);
    end(response, stored ? 200 : 503, answer);
  }

  const server = httpServer({
    host: parts.host,
    port: parts.port,
    setting: 'SLACK_PORT',
    patience: PATIENCE,
    answered,
    failed: (response) => end(response, 503),
  });

  return {
    get url() {
      return `http://${server.host}:${server.port}`;
    },
    init(given) {
      app = given;
    },
    start: () => server.start(),
    stop: () => server.stop(),
  };
}

function end(
  response: ServerResponse,
  status: number,
  content?: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const [type, body] =
    content === undefined || content === ''
      ? [null, '']
      : typeof content === 'string'
        ? ['text/plain; charset=utf-8', content]
        : ['application/json', JSON.stringify(content)];
  response.writeHead(status, { ...headers, ...(type === null ? {} : { 'content-type': type }) });
  response.end(body);
}

/** null when it is too long. */
async function whole(request: IncomingMessage): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Events are JSON; commands are forms; buttons and views are JSON in a form. undefined when it can't be read. */
function read(sent: Buffer, type: string): unknown {
  const text = sent.toString('utf8');
  try {
    if (!type.startsWith('application/x-www-form-urlencoded')) return JSON.parse(text) as unknown;
    const fields = new URLSearchParams(text);
    const payload = fields.get('payload');
    return payload === null ? Object.fromEntries(fields) : (JSON.parse(payload) as unknown);
  } catch {
    return undefined;
  }
}
