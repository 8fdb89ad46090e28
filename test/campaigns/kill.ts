/** A program is killed at random moments and started again until it is done; then the two memories are compared. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readJournal } from '../../adapters/memory/journal.ts';
import type { Document } from '../../src/chat/outbound.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { seeded } from './seeded.ts';
import { saidTwice } from './twice.ts';

export interface KillCampaign {
  /** Arguments of node: a program that goes on from what `dir` holds, and ends with code 0 when all is said. */
  readonly program: readonly string[];
  /** Its data directory, with the platform's journal in `chat.jsonl`. */
  readonly dir: string;
  readonly kills: number;
  readonly seed: number;
  /** ms after its start, between which it is killed. */
  readonly between: readonly [number, number];
}

export interface KillReport {
  readonly kills: number;
  /** Starts in all, the last one left alone. */
  readonly starts: number;
  readonly acknowledged: number;
  readonly posted: number;
  /** Empty when nothing was lost, left undone or said twice. */
  readonly wrongs: readonly string[];
}

export async function killCampaign(campaign: KillCampaign): Promise<KillReport> {
  const random = seeded(campaign.seed);
  const [least, most] = campaign.between;
  let kills = 0;
  let starts = 0;
  for (;;) {
    const alone = kills >= campaign.kills;
    starts += 1;
    const ended = await run(campaign.program, alone ? null : least + random() * (most - least));
    if (ended === 'killed') kills += 1;
    else break;
  }
  return { kills, starts, ...(await compare(campaign.dir)) };
}

function run(program: readonly string[], killAfter: number | null): Promise<'killed' | 'done'> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program, { stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors = (errors + chunk).slice(-4_000);
    });
    const timer = killAfter === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('error', reject);
    child.on('close', (exit, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL') resolve('killed');
      else if (exit === 0) resolve('done');
      else reject(new Error(`${program.join(' ')} ended with ${exit ?? signal}:\n${errors}`));
    });
  });
}

/** What the platform remembers against what the database holds. */
async function compare(dir: string): Promise<Omit<KillReport, 'kills' | 'starts'>> {
  const { facts } = readJournal(join(dir, 'chat.jsonl'));
  const database = await openEmbedded(dir);
  try {
    const inbound = await database.prisma.inbound.findMany();
    // The page keeps nothing: what it shows is the database.
    const onPage = await database.prisma.conversation.findMany({ where: { platform: 'web' } });
    const deliveries = await database.prisma.delivery.findMany({
      where: { conversationId: { notIn: onPage.map(({ id }) => id) } },
    });
    const stored = new Map(inbound.map((row) => [row.eventId, row]));
    const answered = new Set(deliveries.map((row) => row.inboundId));
    const wrongs: string[] = [];
    const said = facts.filter((fact) => fact.fact === 'event');
    const acknowledged = new Set(facts.filter((fact) => fact.fact === 'acknowledged').map(({ id }) => id));
    for (const { event } of said) {
      const row = stored.get(event.id);
      if (!acknowledged.has(event.id)) wrongs.push(`event ${event.id} was never acknowledged`);
      else if (row === undefined) wrongs.push(`event ${event.id} was acknowledged and isn't stored`);
      else if (row.state !== 'handled' && row.state !== 'ignored')
        wrongs.push(`event ${event.id} is ${row.state}`);
      else if (event.type === 'message' && row.state === 'handled' && !answered.has(row.id))
        wrongs.push(`message ${event.id} has no answer`);
    }
    wrongs.push(...saidTwice(deliveries));
    const posts = new Map<string, number>();
    for (const fact of facts) if (fact.fact === 'posted') posts.set(fact.key, (posts.get(fact.key) ?? 0) + 1);
    for (const [key, times] of posts) if (times > 1) wrongs.push(`${key} was posted ${times} times`);
    for (const { id, state, kind, document } of deliveries) {
      if (state !== 'sent' && state !== 'dropped') wrongs.push(`${kind} ${id} is ${state}`);
      // What changes a message where it stands is no post of its own.
      const changes = (document as Partial<Pick<Document, 'manner'>> | null)?.manner?.as === 'edit';
      if (state === 'sent' && !changes && !posts.has(`${id}/0`))
        wrongs.push(`${kind} ${id} was never posted`);
    }
    return { acknowledged: acknowledged.size, posted: posts.size, wrongs };
  } finally {
    await database.close();
  }
}
