/** The bot whole, on its page: a consultation with an open round, and people with links. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConsultation } from '../../../src/app/consultation/load-consultation.ts';
import { enrolPeople, type Newcomer } from '../../../src/app/person/enrol-people.ts';
import { type Document, paragraph } from '../../../src/chat/outbound.ts';
import { type Bot, compose, newSalt } from '../../../src/compose.ts';
import type { MailSettings } from '../../../src/config.ts';
import { loadFolder } from '../../../src/content/load-folder.ts';
import type { Consultation } from '../../../src/core/consultation/model.ts';
import type { ConversationId, DeliveryId } from '../../../src/core/ids.ts';
import { createLog } from '../../../src/log.ts';
import type { Database } from '../../../src/store/database.ts';
import { Person } from './person.ts';

const FOLDER = 'prompts/mel-ess-2015-2020';

export interface Stage {
  readonly bot: Bot;
  readonly database: Database;
  /** What was logged. */
  readonly lines: readonly string[];
  readonly url: string;
  /** Moves the clock the bot reads, in milliseconds. */
  pass(ms: number): void;
  /** The address of a new personal link. */
  link(userId: string): Promise<string>;
  /** Somebody who is on their page already. */
  person(userId: string): Promise<Person>;
  /** The bot says that to them, of its own accord. */
  tell(userId: string, document: Document | string): Promise<void>;
  close(): Promise<void>;
}

export interface Around {
  readonly mail?: Partial<MailSettings> & Pick<MailSettings, 'url'>;
  /** False: the round is not open yet. */
  readonly open?: boolean;
  /** What differs from the folder. */
  readonly change?: (content: Consultation) => Consultation;
}

export async function openStage(
  database: Database,
  enrolled: readonly Newcomer[] | ((content: Consultation) => readonly Newcomer[]),
  around: Around = {},
): Promise<Stage> {
  const loaded = await loadFolder(FOLDER);
  if (!loaded.ok) throw new Error(`${FOLDER} can't be loaded`);
  const content = around.change?.(loaded.consultation) ?? loaded.consultation;
  const people = typeof enrolled === 'function' ? enrolled(content) : enrolled;
  const lines: string[] = [];
  let passed = 0;
  const clock = { now: () => Date.now() + passed };
  const dataDir = mkdtempSync(join(tmpdir(), 'tour-page-'));
  const bot = await compose(
    {
      databaseUrl: null,
      dataDir,
      consultation: FOLDER,
      lang: 'fr',
      logLevel: 'info',
      web: { host: '127.0.0.1', port: 0, publicUrl: null, secret: 'a secret of the tests, long enough' },
      ...(around.mail
        ? {
            mail: {
              from: 'consultation@example.org',
              replyTo: null,
              withoutTls: false,
              perMinute: 6_000,
              ...around.mail,
            },
          }
        : {}),
    },
    {
      database,
      clock,
      chats: [],
      reading: null,
      log: createLog({ destination: { write: (line) => void lines.push(line) } }),
    },
  );
  const { ids, store } = bot;
  const consultation = await store.transaction(async (tx) => {
    const made = await loadConsultation(tx, content, { ids, now: clock.now(), salt: newSalt() });
    await enrolPeople(tx, made, [...people, somebody('rachida', { roles: ['facilitator'], partner: null })], {
      ids,
      now: clock.now(),
    });
    return made;
  });
  await bot.start();
  const page = bot.page!;
  const link = async (userId: string) =>
    page.url + (await page.links.issue(consultation.content.key, userId));
  const person = async (userId: string) => {
    const one = new Person(page.url);
    await one.come((await link(userId)).slice(page.url.length));
    return one;
  };
  const stage: Stage = {
    bot,
    database,
    lines,
    get url() {
      return page.url;
    },
    pass: (ms) => {
      passed += ms;
    },
    link,
    person,
    async tell(userId, document) {
      await store.transaction(async (tx) => {
        const now = clock.now();
        const address = { platform: 'web', workspace: 'main', userId };
        const id = ids.next<ConversationId>();
        const [conversation] = await tx.conversations.directs([
          { ...address, id, consultationId: consultation.id, at: now },
        ]);
        await tx.outbox.add([
          {
            id: ids.next<DeliveryId>(),
            consultationId: consultation.id,
            conversationId: conversation!.id,
            kind: 'notice',
            document:
              typeof document === 'string'
                ? { lang: 'fr', blocks: [paragraph(document)], choices: [] }
                : document,
            inboundId: null,
            roundId: null,
            notBefore: null,
            createdAt: now,
          },
        ]);
      });
    },
    async close() {
      await bot.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  if (around.open !== false) await openRound(stage);
  return stage;
}

export async function openRound(stage: Stage): Promise<void> {
  const rachida = await stage.person('rachida');
  rachida.say('ouvrir plan-actions');
  await until(async () => (await rachida.read()).some(({ text }) => text.includes('On envoie')));
  rachida.say('oui');
  await until(async () => (await rachida.read()).some(({ text }) => text.includes('C’est ouvert')));
}

export const somebody = (userId: string, over: Partial<Newcomer> = {}): Newcomer => ({
  name: `${userId[0]!.toUpperCase()}${userId.slice(1)} Martin`,
  lang: 'fr',
  addresses: [{ platform: 'web', workspace: 'main', userId }],
  roles: [],
  partner: { organisation: `Structure de ${userId}`, college: 'partenaires' },
  ...over,
});

/** Asks again until it holds; fails after thirty seconds. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
