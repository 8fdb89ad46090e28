/** The only room that names concrete parts: from settings and chats to a bot that runs. */

import { join } from 'node:path';
import type { MatrixChat } from '../adapters/matrix/chat.ts';
import type { SlackChat } from '../adapters/slack/chat.ts';
import { type WebChat, type WebChatParts, webChat } from '../adapters/web/chat.ts';
import { keptSecret } from '../adapters/web/secret.ts';
import { PLATFORM as PAGE, WORKSPACE as PAGE_WORKSPACE } from '../adapters/web/workspace.ts';
import { type AnalysisThread, createThread } from './analysis/thread.ts';
import { knowProfile } from './app/person/know-profile.ts';
import { recogniseByEmail } from './app/person/recognise.ts';
import type { Clock, Ids } from './app/ports/edge.ts';
import type { Store } from './app/ports/store.ts';
import { createFileShelf } from './bot/file-shelf.ts';
import { type Halted, tellHalted } from './bot/halted.ts';
import { recap, stopByLetter } from './bot/letters.ts';
import { phrasesIn } from './bot/locales/phrases.ts';
import { apology, createBot } from './bot/router.ts';
import { keepVisitor } from './bot/visitor.ts';
import type { ChatPort } from './chat/port.ts';
import { type CommandSocket, serveCommands } from './commands/socket/serve.ts';
import { createBoards } from './compose/boards.ts';
import { createClockwork } from './compose/clockwork.ts';
import { coreOf, ledgerIn, uuids } from './compose/core.ts';
import { desks } from './compose/desks.ts';
import { createEnclosures, createOpener } from './compose/enclosures.ts';
import { handlersOf } from './compose/handlers.ts';
import { linkReader, linksOf } from './compose/links.ts';
import { roundOf } from './compose/mail.ts';
import { createSurfaces } from './compose/surfaces.ts';
import type { Settings } from './config.ts';
import { inLang } from './core/consultation/text.ts';
import { createAcquaint } from './host/acquaint.ts';
import { createDrain, type Drain, type Sending } from './host/drain.ts';
import { createGuests } from './host/guests.ts';
import { createHistory } from './host/history.ts';
import { createIntake } from './host/intake.ts';
import { withDrain } from './host/outgoing.ts';
import { createPost, type Post } from './host/post.ts';
import { createReceive, type Receive } from './host/receive.ts';
import { createJobs } from './jobs/runner.ts';
import { code, createLog, type Log } from './log.ts';
import type { Database } from './store/database.ts';
import { maintenanceOf, openDatabase } from './store/maintenance.ts';
import { createStore } from './store/store.ts';

export interface Parts {
  readonly chats: readonly ChatPort[];
  readonly clock?: Clock;
  readonly log?: Log;
  /** An open database instead of the settings' own. */
  readonly database?: Database;
  /** Instead of a thread of its own for what takes long. */
  readonly thread?: AnalysisThread;
  /** ms people need to read a question before they answer it; null for those who need none. */
  readonly reading?: number | null;
}

export interface Bot {
  /** Its transactions see to it that what they queue is sent. */
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly drain: Drain;
  /** Letters; null when the settings have no mail server. */
  readonly post: Post | null;
  /** The page; null when the settings have none. */
  readonly page: WebChat | null;
  readonly slack: SlackChat | null;
  readonly matrix: MatrixChat | null;
  /** Gives one platform's event to the bot; resolves when it is stored. */
  readonly receive: Receive;
  /** Compares the business dates with the clock; jobs do so every minute. */
  tick(): Promise<void>;
  /** Begins to listen, to send and to run jobs. */
  start(): Promise<void>;
  /** Listens no more, sends what it was sending, at most 10 s, and closes the database. */
  stop(): Promise<void>;
}

/** ms. Nobody reads a question and writes an idea sooner. */
const READING = 3_000;
/** ms. Letters that are on their way when the program is stopped. */
const MAIL_GRACE = 8_000;
const PAGE_HOME = { platform: PAGE, workspace: PAGE_WORKSPACE };
const systemClock: Clock = { now: () => Date.now() };

export { newSalt } from './compose/core.ts';
export { documentFiles, reportFiles } from './compose/documents.ts';
export { proposalsXlsx } from './report/proposals-xlsx.ts';

export { lockDirectory } from './store/lock.ts';

export async function compose(settings: Settings, parts: Parts): Promise<Bot> {
  const clock = parts.clock ?? systemClock;
  const ids = uuids;
  const log = parts.log ?? createLog({ level: settings.logLevel });
  const database = parts.database ?? (await openDatabase(settings));
  const jobs = await createJobs(database, {
    report: ({ error, ...failure }) =>
      log.warn('job.failed', { ...failure, id: code(failure.id), error: code(error) }),
  });
  const plain = createStore(database, (tx) => jobs.sender(tx));
  const erasedText = (lang: string) => phrasesIn(lang, []).erased;
  const enclosures = createEnclosures({
    store: plain,
    clock,
    ids,
    report: (error) => log.error('document.failed', error),
  });
  const page = settings.web
    ? webChat({
        ...settings.web,
        secret: settings.web.secret ?? keptSecret(join(settings.dataDir, 'web-secret')),
        guests: createGuests({ store: plain, platform: PAGE, workspace: PAGE_WORKSPACE, local: inLang }),
        files: {
          ...createFileShelf({ store: plain, clock, ids, ...PAGE_HOME }),
          enclosed: createOpener(plain, enclosures, PAGE_HOME),
        },
        boards: createBoards({ store: plain, clock, ids, erasedText }),
        history: createHistory({ store: plain, platform: PAGE, clock, erasedText }),
        now: () => clock.now(),
        stop: (key, userId) => stopFor(key, userId),
        visited: (key, userId, given) => visitorBy(key, userId, given),
        mail: settings.mail ?? null,
        report: (error) => log.error('page.failed', error),
      })
    : null;
  const surfaces = createSurfaces({
    store: plain,
    clock,
    ids,
    erasedText,
    defaultLang: settings.lang,
  });
  // Each SDK takes most of a second to load.
  const slack = settings.slack
    ? (await import('./compose/slack.ts')).slackOf(
        settings.slack,
        settings.lang,
        surfaces,
        (error) => log.error('slack.failed', error),
        (workspace) => void alert({ platform: 'slack', workspace }),
      )
    : null;
  const matrix = settings.matrix
    ? (await import('./compose/matrix.ts')).matrixOf(settings.matrix, settings, plain, {
        // What was queued while another process had the account, or none could reach it.
        taken: () => void drain.sweep(),
        report: (error) => log.error('matrix.failed', error),
      })
    : null;
  const chats = [...parts.chats, ...[page, slack, matrix].filter((chat) => chat !== null)];
  const ports = new Map(chats.map((chat) => [chat.platform, chat]));
  const drain = createDrain({
    store: plain,
    ports,
    clock,
    ids,
    log,
    erasedText,
    enclosures,
    alone: database.kind === 'embedded',
    halted: (home) => void alert(home),
  });
  const mailer = page?.mailer ?? null;
  const post =
    mailer === null
      ? null
      : createPost({
          store: plain,
          mailer,
          clock,
          log,
          erasedText,
          compose: (tx, mail) => recap(tx, mail, clock.now()),
          roundOf,
          perMinute: settings.mail?.perMinute ?? 60,
          alone: database.kind === 'embedded',
        });
  /** What is queued on the page may be queued for a mailbox too. */
  const sending: Sending = {
    alone: drain.alone,
    drain(id) {
      post?.wake();
      return drain.drain(id);
    },
    sweep() {
      post?.wake();
      return drain.sweep();
    },
  };
  const store = withDrain(plain, sending, clock);
  /** Whoever runs a consultation hears of it where the bot still gets in. */
  async function alert({ platform, workspace }: Pick<Halted, 'platform' | 'workspace'>): Promise<void> {
    const name = platform === slack?.platform ? slack.nameOf(workspace) : null;
    try {
      for (const consultation of await plain.transaction((tx) => tx.consultations.all()))
        await store.transaction((tx) =>
          tellHalted(tx, consultation, { ids, now: clock.now() }, { platform, workspace, name }),
        );
    } catch (error) {
      log.error('workspace.untold', error);
    }
  }
  const stopFor = (key: string, userId: string): Promise<void> =>
    store.transaction(async (tx) => {
      const consultation = await tx.consultations.byKey(key);
      const address = { platform: PAGE, workspace: PAGE_WORKSPACE, userId };
      if (consultation !== null) await stopByLetter(tx, consultation, address, { ids, now: clock.now() });
    });
  const visitorBy: WebChatParts['visited'] = (key, userId, given) =>
    store.transaction(async (tx) => {
      const consultation = await tx.consultations.byKey(key);
      const address = { platform: PAGE, workspace: PAGE_WORKSPACE, userId };
      if (consultation !== null)
        await keepVisitor(tx, consultation, address, given, { ids, now: clock.now() });
    });
  const thread = parts.thread ?? createThread();
  const deskOf = desks(thread, (error) => log.error('learning.failed', error));
  const acquaint = createAcquaint({
    store: plain,
    ports,
    clock,
    log,
    learn: (tx, address, said) => knowProfile(tx, address, said, clock.now()),
    recognise: async (tx, address, said) => {
      await recogniseByEmail(tx, address, said, { ids, now: clock.now(), wrote: false });
    },
  });
  const receive = createReceive({
    store: plain,
    handle: createBot({
      ids,
      deskOf,
      ledger: ledgerIn(settings.dataDir),
      defaultLang: settings.lang,
      page: page && { platform: PAGE, workspace: PAGE_WORKSPACE },
      readLink: page && linkReader(page.links),
      reading: parts.reading === undefined ? READING : parts.reading,
    }),
    apology: () => apology(settings.lang),
    clock,
    ids,
    log,
    drain: sending,
    intake: createIntake({ store: plain, ports, clock, log }),
    acquaint,
  });
  const clockwork = createClockwork({ store, plain, clock, ids, log, deskOf, post });
  const tick = async () => {
    // Not waited for: it goes at the pace of the chats.
    void acquaint.refresh();
    await clockwork();
  };
  const handlers = handlersOf({ store, clock, ids, database, thread, drain, post, receive, tick });
  let commands: CommandSocket | null = null;
  return {
    store,
    clock,
    ids,
    drain,
    post,
    page,
    slack,
    matrix,
    receive,
    tick,
    async start() {
      if (page !== null) await plain.transaction((tx) => tx.mails.setSent(post !== null));
      await jobs.start(handlers);
      // An embedded database is one process's: commands go through the bot that has it.
      if (database.kind === 'embedded' && database.dir !== null)
        commands = await serveCommands(database.dir, {
          clock,
          database: { databaseUrl: null, dataDir: database.dir },
          maintenance: async () => maintenanceOf(database),
          open: async () => ({
            ...coreOf(store, thread, settings.dataDir, () => page && linksOf(page.links, page.url, settings)),
            close: async () => {},
          }),
        }).catch((error: unknown) => {
          log.error('commands.unserved', error);
          return null;
        });
      for (const chat of chats) await chat.start(receive);
      void acquaint.refresh();
      void drain.sweep();
      void post?.sweep();
    },
    async stop() {
      await commands?.close(3_000);
      await Promise.all(chats.map((chat) => chat.stop()));
      await receive.settled();
      await Promise.all([drain.stop(10_000), post?.stop(MAIL_GRACE), acquaint.stop()]);
      await jobs.stop();
      await thread.close();
      await store.close();
    },
  };
}
