/** What is sent back, and the headers that all of it has. */
import type { ServerResponse } from 'node:http';
import type { Markup } from '../view/html.ts';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Of every answer; a personal page is in no cache, and no page tells another site where it came from. */
export const COMMON: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
};

export const page = (
  status: number,
  body: Markup,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: body.text,
});

export const json = (
  status: number,
  value: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

/** After a form: the browser asks for the page, and going back sends nothing again. */
export const seeOther = (location: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: 303,
  headers: { location, ...headers },
});

export function send(response: ServerResponse, answer: Answer, more: Readonly<Record<string, string>>): void {
  const body = answer.body ?? '';
  response.writeHead(answer.status, {
    ...COMMON,
    ...more,
    ...answer.headers,
    'content-length': String(Buffer.byteLength(body)),
  });
  response.end(body);
}
