import { setTimeout as pause } from 'node:timers/promises';
import type { Jobs } from '../app/ports/edge.ts';
import { type Store, type Transaction, TransientError } from '../app/ports/store.ts';
import type { Database } from './database.ts';
import { type Trouble, troubleOf } from './errors.ts';
import type { Client } from './insert.ts';
import { acts } from './repositories/acts.ts';
import { adjustments } from './repositories/adjustments.ts';
import { alerts } from './repositories/alerts.ts';
import { answers } from './repositories/answers.ts';
import { attachments } from './repositories/attachments.ts';
import { committee } from './repositories/committee.ts';
import { type Contents, consultations } from './repositories/consultations.ts';
import { conversations } from './repositories/conversations.ts';
import { decisions } from './repositories/decisions.ts';
import { digests } from './repositories/digests.ts';
import { disputes } from './repositories/disputes.ts';
import { doubts } from './repositories/doubts.ts';
import { drafts } from './repositories/drafts.ts';
import { gates } from './repositories/gates.ts';
import { inbox } from './repositories/inbox.ts';
import { links } from './repositories/links.ts';
import { mails } from './repositories/mails.ts';
import { measures } from './repositories/measures.ts';
import { notices } from './repositories/notices.ts';
import { outbox } from './repositories/outbox.ts';
import { participations } from './repositories/participations.ts';
import { people } from './repositories/people.ts';
import { personal } from './repositories/personal.ts';
import { plans } from './repositories/plans.ts';
import { profiles } from './repositories/profiles.ts';
import { proofreadings, synthesisEdits } from './repositories/proofreading.ts';
import { proposals } from './repositories/proposals.ts';
import { ratings } from './repositories/ratings.ts';
import { reactions } from './repositories/reactions.ts';
import { reminders } from './repositories/reminders.ts';
import { restitutions } from './repositories/restitutions.ts';
import { rounds } from './repositories/rounds.ts';
import { syntheses } from './repositories/syntheses.ts';
import { tables } from './repositories/tables.ts';
import { themes } from './repositories/themes.ts';
import { transcripts } from './repositories/transcripts.ts';
import { words } from './repositories/words.ts';
import { workshops } from './repositories/workshops.ts';

/** How often a body is run in all. */
const ATTEMPTS: Readonly<Record<Trouble, number>> = { race: 6, duplicate: 2, outage: 1, none: 1 };

/**
 * The store of a database; `sender` gives the jobs that commit with a transaction. A body that lost a race to another
 * transaction is run again, so it must be free of other effects. Closing the store closes the database.
 */
export function createStore(
  database: Pick<Database, 'prisma' | 'close'>,
  sender: (tx: Client) => Jobs,
): Store {
  const contents: Contents = new Map();
  return {
    async transaction(body) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await database.prisma.$transaction((tx) => body(bind(tx, sender(tx), contents)));
        } catch (error) {
          const trouble = troubleOf(error);
          if (attempt >= ATTEMPTS[trouble]) throw explain(trouble, error);
          // Apart from each other, or the same two meet again.
          await pause(Math.random() * 10 * 2 ** attempt);
        }
      }
    },
    close: () => database.close(),
  };
}

function explain(trouble: Trouble, cause: unknown): unknown {
  if (trouble === 'outage')
    return new TransientError('The database could not be reached, or did not answer in time.', { cause });
  if (trouble === 'race')
    return new TransientError('The database was busy: other transactions came first each time.', { cause });
  return cause;
}

const bind = (tx: Client, jobs: Jobs, contents: Contents): Transaction => ({
  consultations: consultations(tx, contents),
  people: people(tx),
  profiles: profiles(tx),
  conversations: conversations(tx),
  transcripts: transcripts(tx),
  inbox: inbox(tx),
  words: words(tx),
  rounds: rounds(tx),
  drafts: drafts(tx),
  participations: participations(tx),
  reminders: reminders(tx),
  answers: answers(tx),
  attachments: attachments(tx),
  proposals: proposals(tx),
  doubts: doubts(tx),
  links: links(tx),
  notices: notices(tx),
  tables: tables(tx),
  workshops: workshops(tx),
  syntheses: syntheses(tx, 'synthesis'),
  reports: syntheses(tx, 'report'),
  themes: themes(tx),
  synthesisEdits: synthesisEdits(tx),
  proofreadings: proofreadings(tx),
  plans: plans(tx),
  adjustments: adjustments(tx),
  measures: measures(tx),
  alerts: alerts(tx),
  gates: gates(tx),
  ratings: ratings(tx),
  reactions: reactions(tx),
  committee: committee(tx),
  decisions: decisions(tx),
  restitutions: restitutions(tx),
  disputes: disputes(tx),
  digests: digests(tx),
  outbox: outbox(tx),
  mails: mails(tx),
  acts: acts(tx),
  personal: personal(tx),
  jobs,
});
