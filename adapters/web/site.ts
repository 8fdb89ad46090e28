/** Which address does what: personal links, and each person's page with what its forms send. */
import type { ServerResponse } from 'node:http';
import type { Boards } from '../../src/chat/board.ts';
import type { Files } from '../../src/chat/file.ts';
import type { Guest, Passer } from '../../src/chat/guest.ts';
import type { ChatPort, Place } from '../../src/chat/port.ts';
import type { Entry, History, Position } from '../../src/chat/transcript.ts';
import type { AssetFiles } from './assets.ts';
import { type Deeds, type Done, deedNamed } from './deeds.ts';
import { type Answer, download, page, seeOther } from './http/answer.ts';
import { answered, failed } from './http/failed.ts';
import { createLimit } from './http/limits.ts';
import { readUpload, type UploadedForm } from './http/multipart.ts';
import type { Stream, Streams } from './http/streams.ts';
import { createTurns } from './http/turns.ts';
import { BadRequest, type Visit } from './http/visit.ts';
import type { Access } from './links.ts';
import type { Phrases } from './locales/fr.ts';
import { phrasesFor, phrasesIn } from './locales/phrases.ts';
import { NOBODY, passerFrom } from './passer.ts';
import { type Seal, same } from './seal.ts';
import { boardPage } from './view/board.ts';
import {
  closedPage,
  errorPage,
  type Context as GateContext,
  gatePage,
  knownPage,
  leftPage,
  notMePage,
  stopPage,
  stoppedPage,
  unmadePage,
} from './view/gate.ts';
import { editable, linesOf, shown } from './view/lines.ts';
import { chatPage, editPage, type PageContext } from './view/page.ts';

export interface SiteParts {
  readonly chat: Pick<ChatPort, 'maxText' | 'maxButtons'>;
  readonly workspace: string;
  readonly access: Access;
  readonly history: History;
  readonly seal: Seal;
  readonly streams: Streams<readonly Entry[]>;
  readonly deeds: Deeds;
  /** "Receive no more messages", clicked in a letter. Resolves when it is noted. */
  readonly stop: (guest: Guest) => Promise<void>;
  /** Somebody else came by that link, and says who they are. Resolves when it is kept. */
  readonly visited: (guest: Guest, passer: Passer) => Promise<void>;
  readonly files: Files;
  readonly boards: Boards;
  readonly assets: AssetFiles;
  readonly now: () => number;
  readonly newId: () => string;
  readonly report: (error: unknown) => void;
  /** `https://…` without a path. */
  readonly origin: () => string;
}

const PAGE = 60;
const MOST_UPLOADS = 4;
const CATCH_UP = 200;
/** Events of a person are stored in the order they come, which may take a moment under their lock. */
const OVERLAP = 60_000;
/** How long a form sent without a script waits for the bot's answer, so that it is on the page that follows. */
const PATIENCE = 1_500;

/** What to answer; null when the response is taken care of. */
export type Site = (visit: Visit, response: ServerResponse) => Promise<Answer | null>;

export function createSite(parts: SiteParts): Site {
  const { access, seal, history, assets, streams, now, newId } = parts;
  // People of one town hall have one address, and a meeting opens its links at once: only those not known yet are counted by it.
  const ofAddress = createLimit({ burst: 600, perMinute: 600 }, now);
  const ofWrongLinks = createLimit({ burst: 20, perMinute: 20 }, now);
  const readingOf = createLimit({ burst: 300, perMinute: 600 }, now);
  const sendingOf = createLimit({ burst: 20, perMinute: 30 }, now);
  // Whoever holds a forwarded link says once who they are.
  const passingBy = createLimit({ burst: 5, perMinute: 0.1 }, now);
  const passingAt = createLimit({ burst: 10, perMinute: 1 }, now);
  const allow = (wait: number) => {
    if (wait > 0) throw new BadRequest(429, 'tooMany', wait);
  };

  /** The part of the address that is one person's: their cookie is sent there only, so that several people may use one browser. */
  const corner = (guest: Guest): string =>
    `/c/${seal.mark('session', `${guest.consultation}\n${guest.userId}`).slice(0, 16)}/`;
  const secure = () => parts.origin().startsWith('https:');
  const cookieName = () => (secure() ? '__Secure-tour' : 'tour');
  const cookie = (value: string, path: string, seconds: number): Record<string, string> => ({
    'set-cookie': `${cookieName()}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure() ? '; Secure' : ''}`,
  });
  const placeOf = (guest: Guest): Place => ({ workspace: parts.workspace, ref: guest.userId });

  async function byLink(visit: Visit, token: string): Promise<Answer> {
    allow(ofAddress(visit.address));
    const checked = await access.links.check(token);
    if (checked.guest === null) {
      allow(ofWrongLinks(visit.address));
      const status = checked.why === 'wrong' ? 404 : 410;
      return page(
        status,
        closedPage({ say: phrasesFor(visit.header('accept-language')), assets }, checked.why),
      );
    }
    const { guest } = checked;
    const context = { say: phrasesIn(guest.lang), assets };
    const home = corner(guest);
    if (visit.method === 'GET') return page(200, gatePage(context, guest));
    fromThisSite(visit, parts.origin());
    const fields = await visit.fields();
    if (fields.get('answer') === 'who') return byPasser(context, guest, fields, visit.address);
    if (fields.get('answer') !== 'yes')
      return page(200, notMePage(context, guest, { ...NOBODY, id: newId() }));
    const session = access.sessions.begin(guest);
    return seeOther(home, cookie(session.value, home, session.seconds));
  }

  /** Kept for the team; a form without a name is shown again with what was written. */
  async function byPasser(
    context: GateContext,
    guest: Guest,
    fields: ReadonlyMap<string, string>,
    address: string,
  ): Promise<Answer> {
    const passer = passerFrom(fields);
    if (passer === null) throw new BadRequest(400, 'unreadable');
    if (passer.name.trim() === '') return page(422, notMePage(context, guest, passer, true));
    allow(passingAt(address));
    allow(passingBy(`${guest.consultation}\n${guest.userId}`));
    await parts.visited(guest, passer);
    return page(200, knownPage(context, guest));
  }

  /** What a letter's "stop" leads to. Mail programs send the form by themselves, without ever opening the page. */
  async function byStop(visit: Visit, token: string): Promise<Answer> {
    allow(ofAddress(visit.address));
    const checked = await access.links.checkStop(token);
    if (checked.guest === null) {
      allow(ofWrongLinks(visit.address));
      const context = { say: phrasesFor(visit.header('accept-language')), assets };
      return page(checked.why === 'wrong' ? 404 : 410, closedPage(context, checked.why));
    }
    const context = { say: phrasesIn(checked.guest.lang), assets };
    if (visit.method === 'GET') return page(200, stopPage(context, checked.guest));
    await parts.stop(checked.guest);
    return page(200, stoppedPage(context, checked.guest));
  }

  async function inCorner(
    visit: Visit,
    response: ServerResponse,
    home: string,
    what: string,
  ): Promise<Answer | null> {
    const value = visit.cookie(cookieName());
    const checked = value === null ? null : await access.sessions.check(value);
    if (value === null || !checked?.guest || corner(checked.guest) !== home) {
      allow(value === null ? ofAddress(visit.address) : ofWrongLinks(visit.address));
      const why = checked?.guest === null && checked.why !== 'wrong' ? checked.why : 'session';
      if (visit.script || what === 'events') return answered(401, 'session');
      return page(401, closedPage({ say: phrasesFor(visit.header('accept-language')), assets }, why));
    }
    const { guest } = checked;
    const say = phrasesIn(guest.lang);
    const context: PageContext = {
      say,
      assets,
      guest,
      formToken: seal.mark('form', value),
      newId,
      files: parts.files.limits,
    };
    try {
      if (visit.method === 'GET') allow(readingOf(home));
      return visit.method === 'GET'
        ? await shows(visit, response, what, context, value)
        : await takes(visit, what, context, home);
    } catch (error) {
      return failed(error, visit, (key) => errorPage(context, key, home));
    }
  }

  async function shows(
    visit: Visit,
    response: ServerResponse,
    what: string,
    context: PageContext,
    session: string,
  ): Promise<Answer | null> {
    const { guest } = context;
    const place = placeOf(guest);
    if (what === 'events') {
      const since = Number(visit.header('last-event-id') ?? visit.query.get('since') ?? now());
      if (!Number.isSafeInteger(since) || since < 0) throw new BadRequest(400, 'unreadable');
      await streams.open(guest.userId, response, since, streamFor(context, place, session));
      return null;
    }
    if (what === 'edit') {
      const said = await history.said(place, visit.query.get('id') ?? '');
      if (said?.side !== 'person' || !editable(said)) throw new BadRequest(404, 'missing');
      return page(200, editPage(context, { id: said.id, text: said.text ?? '' }));
    }
    if (what === 'board') return page(200, boardPage(context, await parts.boards.of(guest), now()));
    const [, file] = /^files\/(.+)$/u.exec(what) ?? [];
    if (file !== undefined) {
      const found = await parts.files.open(guest, file);
      if (found === null) throw new BadRequest(404, 'missing');
      return download(found.name, found.mime, found.data);
    }
    const [, message] = /^made\/(.+)$/u.exec(what) ?? [];
    if (message !== undefined) return enclosed(context, message);
    if (what !== '') throw new BadRequest(404, 'missing');
    const before = positionFrom(visit.query.get('before'));
    const readAt = now();
    const found = await history.page(place, PAGE + 1, before ?? undefined);
    const entries = found.slice(-PAGE);
    const first = found.length > PAGE ? entries[0]! : null;
    const shelf = {
      lines: linesOf(entries, parts.chat),
      earlier: first === null ? null : `${first.at}.${first.row}`,
      past: before !== null,
      readAt,
    };
    return page(200, chatPage(context, shelf));
  }

  /** Made anew each time it is opened. */
  async function enclosed(context: PageContext, message: string): Promise<Answer> {
    const found = await parts.files.enclosed(context.guest, message);
    if (found === null) throw new BadRequest(404, 'missing');
    if (typeof found === 'string') return page(409, unmadePage(context, found, corner(context.guest)));
    return download(found.name, found.mime, found.data);
  }

  const streamFor = (context: PageContext, place: Place, session: string): Stream<readonly Entry[]> => {
    const lineContext = { ...context, zone: context.guest.zone };
    const render = (entries: readonly Entry[]) =>
      linesOf(entries, parts.chat).map((line) => shown(line, lineContext));
    return {
      // What is published is in lines already.
      render: (entries) => entries.map((line) => shown(line, lineContext)),
      async catchUp(at) {
        if ((await access.sessions.check(session)).guest === null) return null;
        return render(await history.since(place, Math.max(0, at - OVERLAP), CATCH_UP));
      },
    };
  };

  /** Each of them may hold a message's worth of files in memory. */
  const uploading = createTurns(MOST_UPLOADS);

  async function takes(visit: Visit, what: string, context: PageContext, home: string): Promise<Answer> {
    const { guest, formToken } = context;
    fromThisSite(visit, parts.origin());
    allow(sendingOf(home));
    const ofThisPage = (fields: ReadonlyMap<string, string>) => {
      if (!same(Buffer.from(fields.get('form') ?? ''), Buffer.from(formToken)))
        throw new BadRequest(403, 'elsewhere');
    };
    const { fields, files }: UploadedForm =
      visit.multipart && what === 'messages'
        ? await uploading(home, () => readUpload(visit.request, parts.files.limits, ofThisPage))
        : { fields: await visit.fields(), files: [] };
    ofThisPage(fields);
    if (what === 'leave') return page(200, leftPage(context), cookie('', home, 0));
    const deed = deedNamed(parts.deeds, what);
    const place = placeOf(guest);
    const heard = visit.script ? null : streams.next(guest.userId, PATIENCE);
    const done: Done = await deed(place, fields, now(), files).catch((error: unknown) => {
      if (error instanceof BadRequest) throw error;
      if ((error as { transient?: unknown }).transient !== true) parts.report(error);
      throw new BadRequest(503, 'away', 2);
    });
    if (done.said !== null) streams.publish(guest.userId, [done.said]);
    if (visit.script)
      return answered(
        200,
        null,
        done.said === null ? [] : [shown(done.said, { ...context, zone: guest.zone })],
      );
    if (done.said !== null) await heard;
    return seeOther(home);
  }

  return async (visit, response) => {
    const say: Phrases = phrasesFor(visit.header('accept-language'));
    try {
      const asset = visit.method === 'GET' ? assets.serve(visit.path) : null;
      if (asset !== null) return asset;
      if (visit.method !== 'GET' && visit.method !== 'POST') throw new BadRequest(405, 'method');
      const [, token] = /^\/t\/([^/]+)$/u.exec(visit.path) ?? [];
      if (token !== undefined) return await byLink(visit, token);
      const [, stop] = /^\/u\/([^/]+)$/u.exec(visit.path) ?? [];
      if (stop !== undefined) return await byStop(visit, stop);
      const [, home, what] = /^(\/c\/[\w-]{16}\/)(\w*|(?:files|made)\/[\w-]{36})$/u.exec(visit.path) ?? [];
      if (home !== undefined) return await inCorner(visit, response, home, what ?? '');
      if (visit.path === '/' && visit.method === 'GET')
        return page(200, closedPage({ say, assets }, 'session'));
      throw new BadRequest(404, 'missing');
    } catch (error) {
      return failed(error, visit, (key) => errorPage({ say, assets }, key, null));
    }
  };
}

/** Browsers say where a request comes from; a form's own token says it where they don't. */
function fromThisSite(visit: Visit, origin: string): void {
  const site = visit.header('sec-fetch-site');
  const from = visit.header('origin');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw new BadRequest(403, 'elsewhere');
  // Under Referrer-Policy: no-referrer a form of the page itself says "null".
  if (from !== null && from !== 'null' && from !== origin && site === null)
    throw new BadRequest(403, 'elsewhere');
}

function positionFrom(given: string | null): Position | null {
  if (given === null) return null;
  const [, at, row] = /^(\d{1,15})\.([\w-]{1,64})$/u.exec(given) ?? [];
  if (at === undefined || row === undefined) throw new BadRequest(400, 'unreadable');
  return { at: Number(at), row };
}
