import { z } from 'zod';

const id = z.guid();

/** What each job carries: ids and numbers, never a text. */
export const PAYLOADS = {
  /** Send what waits in one conversation. */
  drain: z.strictObject({ conversationId: id }),
  /** Compare the business dates with the clock. */
  tick: z.strictObject({}),
  /** Send letters that are due. */
  mail: z.strictObject({}),
  /** Find conversations with something to send and nobody sending. */
  sweep: z.strictObject({}),
  /** Fetch the files of a message that waits for them, and handle it. */
  'fetch-files': z.strictObject({ inboundId: id }),
  'compile-synthesis': z.strictObject({
    consultationId: id,
    /** The draft to make: run again, the job finds it made. */
    synthesisId: id,
    /** Who asked, and where to tell them. */
    personId: id,
    conversationId: id,
  }),
  /** Take what was erased out of the files of an embedded database. */
  scrub: z.strictObject({}),
  /** Find what is alike among all that was said, and tell who asked. */
  'find-themes': z.strictObject({
    consultationId: id,
    personId: id,
    conversationId: id,
    /** The answer to send: run again, the job finds it made. */
    deliveryId: id,
  }),
  /** Suggest groups of what was said in a workshop. */
  'group-workshop': z.strictObject({ consultationId: id, workshopId: id }),
  /** Bring the counts that a workshop's rooms show up to date. */
  'show-workshop': z.strictObject({ consultationId: id, workshopId: id }),
  /** Bring the silence maps that people look at up to date. */
  'show-silence': z.strictObject({ consultationId: id }),
} as const;

export type JobName = keyof typeof PAYLOADS;
export type Payload<Name extends JobName> = z.infer<(typeof PAYLOADS)[Name]>;

export const JOB_NAMES = Object.keys(PAYLOADS) as readonly JobName[];

/** Where a job goes after its last attempt. */
export const DEAD_LETTER = 'dead-letter';

export interface QueueRules {
  readonly attempts: number;
  /** Seconds before the first new attempt; doubled each time, five minutes at most. */
  readonly retryDelay: number;
  /** Seconds after which an attempt counts as lost. */
  readonly expiresIn: number;
  /** How many run at once in one process. */
  readonly together: number;
  /** Cron expression in UTC, for jobs that nobody sends. */
  readonly every?: string;
}

export const RULES: Readonly<Record<JobName, QueueRules>> = {
  drain: { attempts: 8, retryDelay: 2, expiresIn: 120, together: 10 },
  tick: { attempts: 2, retryDelay: 5, expiresIn: 300, together: 1, every: '* * * * *' },
  sweep: { attempts: 2, retryDelay: 5, expiresIn: 120, together: 1, every: '* * * * *' },
  mail: { attempts: 2, retryDelay: 5, expiresIn: 300, together: 1, every: '* * * * *' },
  'group-workshop': { attempts: 4, retryDelay: 2, expiresIn: 300, together: 1 },
  'show-workshop': { attempts: 3, retryDelay: 2, expiresIn: 60, together: 4 },
  'show-silence': { attempts: 3, retryDelay: 5, expiresIn: 60, together: 1 },
  'fetch-files': { attempts: 8, retryDelay: 5, expiresIn: 120, together: 4 },
  scrub: { attempts: 8, retryDelay: 10, expiresIn: 300, together: 1 },
  'find-themes': { attempts: 4, retryDelay: 2, expiresIn: 900, together: 1 },
  'compile-synthesis': { attempts: 4, retryDelay: 5, expiresIn: 900, together: 1 },
};
