/** A request as handlers see it, and what is wrong with one. */
import type { IncomingMessage } from 'node:http';

/** Refused for what the request is; `key` names the sentence that says so. */
export class BadRequest extends Error {
  readonly status: number;
  readonly key: string;
  readonly retryAfter: number | null;
  constructor(status: number, key: string, retryAfter: number | null = null) {
    super(`${status} ${key}`);
    this.status = status;
    this.key = key;
    this.retryAfter = retryAfter;
  }
}

export interface Visit {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
  /** Where it comes from, for limits. */
  readonly address: string;
  cookie(name: string): string | null;
  header(name: string): string | null;
  /** The fields of a form, or the strings of a JSON object. Throws BadRequest. */
  fields(): Promise<ReadonlyMap<string, string>>;
  /** Whether a script asks: it is answered in JSON. */
  readonly script: boolean;
  /** Whether it is a form that may bring files. */
  readonly multipart: boolean;
}

/** Of the whole body: the longest text with every character escaped still fits. */
const MOST_BYTES = 400_000;
const MOST_FIELDS = 20;
/** ms for a whole form without files: who sends it a byte at a time is told to try again. */
const PATIENCE = 60_000;

/** `proxied`: a web server of this machine says in X-Forwarded-For for whom it asks. */
export function visitOf(
  request: IncomingMessage,
  options: { readonly proxied: boolean; readonly patience?: number },
): Visit {
  const url = URL.parse(request.url ?? '/', 'http://page.invalid');
  if (url === null) throw new BadRequest(400, 'unreadable');
  const header = (name: string): string | null => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : null;
  };
  const type = (header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    request,
    address: addressOf(request, options.proxied),
    header,
    cookie: (name) => {
      const found = (header('cookie') ?? '').split(/;\s*/u).find((one) => one.startsWith(`${name}=`));
      return found === undefined ? null : found.slice(name.length + 1);
    },
    script: type === 'application/json' || header('accept') === 'application/json',
    multipart: type === 'multipart/form-data',
    async fields() {
      const body = await inTime(read(request), options.patience ?? PATIENCE);
      if (type === 'application/json') return fromJson(body);
      if (type === 'application/x-www-form-urlencoded') return fromForm(body);
      throw new BadRequest(415, 'unreadable');
    },
  };
}

function addressOf(request: IncomingMessage, proxied: boolean): string {
  const from = request.socket.remoteAddress ?? 'unknown';
  const forwarded = request.headers['x-forwarded-for'];
  const local = from === '127.0.0.1' || from === '::1' || from === '::ffff:127.0.0.1';
  if (!proxied || !local || typeof forwarded !== 'string') return from;
  return forwarded.split(',').at(-1)!.trim().slice(0, 64) || from;
}

function inTime<T>(reading: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BadRequest(408, 'tooSlow')), ms);
  });
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}

async function read(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw new BadRequest(413, 'tooLong');
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Left undestroyed, so that the answer can still be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new BadRequest(413, 'tooLong');
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks));
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadRequest(400, 'unreadable');
  }
}

function fromJson(body: string): ReadonlyMap<string, string> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new BadRequest(400, 'unreadable');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadRequest(400, 'unreadable');
  const fields = Object.entries(value);
  if (fields.length > MOST_FIELDS || fields.some(([, one]) => typeof one !== 'string'))
    throw new BadRequest(400, 'unreadable');
  return new Map(fields as [string, string][]);
}

/** URLSearchParams reads broken UTF-8 as U+FFFD; a form that isn't what its author wrote is refused. */
function fromForm(body: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const pair of body === '' ? [] : body.split('&')) {
    if (fields.size >= MOST_FIELDS) throw new BadRequest(400, 'unreadable');
    const [name = '', value = ''] = pair.split(/=(.*)/su);
    try {
      // Browsers send line ends as CR LF.
      const text = decodeURIComponent(value.replaceAll('+', ' ')).replaceAll('\r\n', '\n');
      fields.set(decodeURIComponent(name.replaceAll('+', ' ')), text);
    } catch {
      throw new BadRequest(400, 'unreadable');
    }
  }
  return fields;
}
