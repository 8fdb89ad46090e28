/** Statements signed by this program, in letters that fit a URL and a cookie. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export type Purpose = 'link' | 'session' | 'form' | 'stop';

export interface Statement {
  readonly consultation: string;
  readonly userId: string;
  readonly generation: number;
  /** Seconds since 1970. */
  readonly issued: number;
  readonly expires: number;
}

const MOST = 2_000;

export interface Seal {
  seal(purpose: Purpose, statement: Statement): string;
  /** null unless it was sealed here for that purpose. Whether it has expired is the caller's to say. */
  open(purpose: Purpose, token: string): Statement | null;
  /** A code that only this program could have made of that text. */
  mark(purpose: Purpose, text: string): string;
}

/** 128 bits; in hexadecimal, because mail programs leave a final "-" or "_" out of a link. */
const MARK = 16;

/** HMAC-SHA-256, with a key for each purpose: a link is no session. */
export function createSeal(secret: string): Seal {
  const keys = new Map<Purpose, Buffer>(
    (['link', 'session', 'form', 'stop'] as const).map((purpose) => [
      purpose,
      createHmac('sha256', secret).update(purpose).digest(),
    ]),
  );
  const sign = (purpose: Purpose, text: string): Buffer =>
    createHmac('sha256', keys.get(purpose)!).update(text).digest().subarray(0, MARK);
  return {
    seal(purpose, { consultation, userId, generation, issued, expires }) {
      const text = Buffer.from(JSON.stringify([consultation, userId, generation, issued, expires]));
      const payload = text.toString('base64url');
      return `${payload}.${sign(purpose, payload).toString('hex')}`;
    },
    open(purpose, token) {
      const [payload, signature, ...rest] = token.length > MOST ? [] : token.split('.');
      if (payload === undefined || signature === undefined || rest.length > 0) return null;
      if (!same(Buffer.from(signature), Buffer.from(sign(purpose, payload).toString('hex')))) return null;
      const [consultation, userId, generation, issued, expires] = JSON.parse(
        Buffer.from(payload, 'base64url').toString('utf8'),
      );
      return { consultation, userId, generation, issued, expires };
    },
    mark: (purpose, text) => sign(purpose, text).toString('hex'),
  };
}

export const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
