/** What each job does. */
import type { AnalysisThread } from '../analysis/thread.ts';
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store } from '../app/ports/store.ts';
import type { ConversationId, InboundId } from '../core/ids.ts';
import type { Drain } from '../host/drain.ts';
import type { Post } from '../host/post.ts';
import type { Receive } from '../host/receive.ts';
import type { Handlers } from '../jobs/runner.ts';
import { backupWhenIdle } from '../store/backup.ts';
import type { Database } from '../store/database.ts';
import { scrub } from '../store/scrub.ts';
import { compile } from './compile.ts';
import { analysisOf, byAxis } from './core.ts';
import { findThemes } from './find-themes.ts';
import { showSilenceIn } from './silence.ts';
import { groupWorkshop, showWorkshop } from './workshops.ts';

export interface HandlerParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly database: Database;
  readonly thread: AnalysisThread;
  readonly drain: Drain;
  readonly post: Post | null;
  readonly receive: Receive;
  readonly tick: () => Promise<void>;
}

export const handlersOf = (parts: HandlerParts): Handlers => {
  const { store, clock, ids, database, thread, drain, post, receive, tick } = parts;
  return {
    drain: ({ conversationId }) => drain.drain(conversationId as ConversationId),
    sweep: () => drain.sweep(),
    // Not waited for: a fan-out at a server's pace outlives any job.
    mail: async () => post?.wake(),
    tick: async () => {
      await tick();
      if (database.kind === 'embedded')
        await backupWhenIdle(database, { now: clock.now(), idleSince: drain.idleSince });
    },
    scrub: async () => {
      if (database.kind === 'embedded') await scrub(database);
    },
    'fetch-files': ({ inboundId }) => receive.resume(inboundId as InboundId),
    'group-workshop': (data) => groupWorkshop(store, clock, ids, byAxis(thread), data),
    'show-workshop': (data) => showWorkshop(store, clock, ids, data),
    'find-themes': (data) => findThemes(store, clock, ids, byAxis(thread), data),
    'show-silence': ({ consultationId }) => showSilenceIn(store, clock, ids, consultationId),
    'compile-synthesis': (data) => compile(store, clock, ids, analysisOf(thread), data),
  };
};
