/** Personal links: signed, expiring, revocable. */
import type { Guest, Guests } from '../../src/chat/guest.ts';
import type { Purpose, Seal, Statement } from './seal.ts';

const DAY = 86_400;
/** Days: a link lives as long as a round and its restitution, a session as long as a round. */
const LIFE = { link: 180, session: 30, stop: 730 } as const;

/** Days. */
export const LINK_LIFE = LIFE.link;

export type Checked =
  | { readonly guest: Guest; readonly statement: Statement }
  | { readonly guest: null; readonly why: 'wrong' | 'expired' | 'revoked' | 'gone' };

type Signed = Pick<Guest, 'consultation' | 'userId' | 'generation'>;

export interface Links {
  /** The path of a new link for somebody who is enrolled; null for anybody else. */
  issue(consultation: string, userId: string): Promise<string | null>;
  check(token: string): Promise<Checked>;
  /** What a link says, signed here, in a text that holds one; `wrong` when it wasn't, or isn't whole; null without one. */
  read(text: string): Statement | 'wrong' | null;
  /** Voids every link and session of that person. */
  revoke(consultation: string, userId: string): Promise<void>;
  /** As `issue`, for somebody found already. */
  linkOf(guest: Signed): string;
  /** The path where one click means "stop": it opens nothing, and holds even when links were voided. */
  stopOf(guest: Guest): string;
  checkStop(token: string): Promise<Checked>;
}

export interface Sessions {
  /** The value of a cookie, and how many seconds it lives. */
  begin(guest: Guest): { readonly value: string; readonly seconds: number };
  check(value: string): Promise<Checked>;
}

export interface Access {
  readonly links: Links;
  readonly sessions: Sessions;
}

/** `now` in milliseconds. */
export function createAccess(parts: { seal: Seal; guests: Guests; now: () => number }): Access {
  const { seal, guests, now } = parts;
  const seconds = () => Math.floor(now() / 1000);
  const sealed = (purpose: 'link' | 'session' | 'stop', { consultation, userId, generation }: Signed) => {
    const issued = seconds();
    const expires = issued + LIFE[purpose] * DAY;
    return seal.seal(purpose, { consultation, userId, generation, issued, expires });
  };
  const check = async (purpose: Purpose, token: string): Promise<Checked> => {
    const statement = seal.open(purpose, token);
    // A clock set back by more than a minute voids nothing, but what comes from the future was not issued here.
    if (statement === null || statement.issued > seconds() + 60) return { guest: null, why: 'wrong' };
    if (statement.expires <= seconds()) return { guest: null, why: 'expired' };
    const guest = await guests.find(statement.consultation, statement.userId);
    if (guest === null) return { guest: null, why: 'gone' };
    if (purpose !== 'stop' && guest.generation !== statement.generation)
      return { guest: null, why: 'revoked' };
    return { guest, statement };
  };
  return {
    links: {
      async issue(consultation, userId) {
        const guest = await guests.find(consultation, userId);
        return guest === null ? null : `/t/${sealed('link', guest)}`;
      },
      linkOf: (guest) => `/t/${sealed('link', guest)}`,
      stopOf: (guest) => `/u/${sealed('stop', guest)}`,
      check: (token) => check('link', token),
      read(text) {
        const [, token] = /\/t\/([\w.-]{1,2000})/u.exec(text) ?? [];
        return token === undefined ? null : (seal.open('link', token) ?? 'wrong');
      },
      checkStop: (token) => check('stop', token),
      revoke: (consultation, userId) => guests.revoke(consultation, userId),
    },
    sessions: {
      begin: (guest) => ({ value: sealed('session', guest), seconds: LIFE.session * DAY }),
      check: (value) => check('session', value),
    },
  };
}
