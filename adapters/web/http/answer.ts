/** What is sent back, and the headers that all of it has. */
import type { ServerResponse } from 'node:http';
import type { Markup } from '../view/html.ts';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
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

/** A file somebody sent: never shown in the page, never acting as one. */
export const download = (name: string, mime: string, body: Uint8Array): Answer => ({
  status: 200,
  headers: {
    'content-type': mime,
    'content-disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodedName(name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
  },
  body,
});

/** No path, no control, nothing that turns the text around and hides how the name ends. */
const plainName = (name: string): string =>
  name
    .replace(/[\p{C}\u2028\u2029/\\:*?"<>|]/gu, '_')
    .replace(/^[.\s]+/u, '')
    .slice(-120) || 'file';
const asciiName = (name: string): string => plainName(name).replace(/[^\x20-\x7e]|[%']/gu, '_');
const encodedName = (name: string): string =>
  encodeURIComponent(plainName(name).toWellFormed()).replace(
    /['()*!]/gu,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );

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
