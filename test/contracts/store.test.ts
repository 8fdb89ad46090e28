import { afterAll, beforeAll, describe } from 'vitest';
import { createJobs, type JobRunner } from '../../src/jobs/runner.ts';
import type { Database } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { createStore } from '../../src/store/store.ts';
import { databases } from '../databases.ts';
import { adjustmentStories } from './store/adjustments.ts';
import { alertStories } from './store/alerts.ts';
import { answerStories } from './store/answers.ts';
import { besideStories } from './store/beside.ts';
import { committeeStories } from './store/committee.ts';
import { consultationStories } from './store/consultations.ts';
import { conversationStories } from './store/conversations.ts';
import { decisionStories } from './store/decisions.ts';
import { digestStories } from './store/digests.ts';
import { draftStories } from './store/drafts.ts';
import { gateStories } from './store/gates.ts';
import { inboxStories } from './store/inbox.ts';
import { mailStories } from './store/mails.ts';
import { measureStories } from './store/measures.ts';
import { outboxStories } from './store/outbox.ts';
import { peopleStories } from './store/people.ts';
import { planStories } from './store/plans.ts';
import { proofreadingStories } from './store/proofreading.ts';
import { proposalStories } from './store/proposals.ts';
import { ratingStories } from './store/ratings.ts';
import { reactionStories } from './store/reactions.ts';
import { reminderStories } from './store/reminders.ts';
import { roundStories } from './store/rounds.ts';
import type { Subject } from './store/scene.ts';
import { transactionStories } from './store/transactions.ts';
import { transcriptStories } from './store/transcripts.ts';
import { wordsStories } from './store/words.ts';
import { workshopStories } from './store/workshops.ts';

describe.each(databases())('the store on $name', ({ open }) => {
  let database: Database;
  let second: Database;
  let jobs: JobRunner;
  let subject: Subject;
  beforeAll(async () => {
    database = await open();
    second = database.kind === 'postgres' ? await openPostgres(database.url) : database;
    jobs = await createJobs(database, { report: () => {}, supervise: false });
    subject = {
      store: createStore(database, jobs.sender),
      second: createStore(second, jobs.sender),
      database,
      untilBlocked: () => untilBlocked(database),
    };
  });
  afterAll(async () => {
    await jobs.stop();
    if (second !== database) await second.close();
    await database.close();
  });

  for (const stories of [
    transactionStories,
    committeeStories,
    consultationStories,
    peopleStories,
    conversationStories,
    inboxStories,
    wordsStories,
    roundStories,
    mailStories,
    draftStories,
    reminderStories,
    answerStories,
    proposalStories,
    besideStories,
    planStories,
    adjustmentStories,
    measureStories,
    gateStories,
    ratingStories,
    reactionStories,
    alertStories,
    decisionStories,
    digestStories,
    proofreadingStories,
    outboxStories,
    transcriptStories,
    workshopStories,
  ])
    stories(() => subject);
});

async function untilBlocked(database: Database): Promise<void> {
  if (database.kind === 'embedded') return;
  for (;;) {
    const { rows } = await database.pool.query(
      'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0',
    );
    if (rows.length > 0) return;
  }
}
