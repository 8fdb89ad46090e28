import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import { type JobName, PAYLOADS, RULES } from './names.ts';

/** A failed attempt, or trouble with the queue itself; no text of people, nor of an error that may quote them. */
export interface Failure {
  readonly job: JobName | 'queue';
  readonly id?: string;
  /** 1 for the first. */
  readonly attempt?: number;
  /** True when there will be no other attempt. */
  readonly last?: boolean;
  /** Class of the error, and its code when it has one: `TypeError`, `PrismaClientKnownRequestError:P2002`. */
  readonly error: string;
}

type Handler = (data: never, context: { signal: AbortSignal }) => Promise<unknown>;

export async function work(
  boss: PgBoss,
  name: JobName,
  handler: Handler,
  options: { readonly report: (failure: Failure) => void; readonly pollSeconds: number },
): Promise<void> {
  await boss.work(
    name,
    {
      batchSize: RULES[name].together,
      pollingIntervalSeconds: options.pollSeconds,
      burstWhenBatchFull: true,
      perJobResults: true,
      includeMetadata: true,
    },
    (jobs: JobWithMetadata[]) => Promise.all(jobs.map((job) => attempt(name, job, handler, options.report))),
  );
}

async function attempt(
  name: JobName,
  job: JobWithMetadata,
  handler: Handler,
  report: (failure: Failure) => void,
): Promise<JobResult> {
  const payload = PAYLOADS[name].safeParse(job.data ?? {});
  if (!payload.success) {
    report({ job: name, id: job.id, attempt: job.retryCount + 1, last: true, error: 'payload' });
    return { id: job.id, status: 'deadletter', output: { error: 'payload' } };
  }
  try {
    await handler(payload.data as never, { signal: job.signal });
    return { id: job.id, status: 'completed' };
  } catch (thrown) {
    const error = labelOf(thrown);
    const last = job.retryCount >= job.retryLimit;
    report({ job: name, id: job.id, attempt: job.retryCount + 1, last, error });
    return { id: job.id, status: 'failed', output: { error } };
  }
}

/** pg-boss would store the whole error, and an error of Prisma quotes the row it was about. */
function labelOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const { code } = thrown as { code?: unknown };
  return typeof code === 'string' && /^[\w.-]{1,40}$/.test(code) ? `${thrown.name}:${code}` : thrown.name;
}
