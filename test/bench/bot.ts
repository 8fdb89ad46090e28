/** The whole bot on the embedded database, with people who were invited and agreed to answer. */
import { join } from 'node:path';
import { memoryChat } from '../../adapters/memory/chat.ts';
import { MemoryPlatform } from '../../adapters/memory/platform.ts';
import type { AnalysisThread } from '../../src/analysis/thread.ts';
import { loadConsultation } from '../../src/app/consultation/load-consultation.ts';
import { enrolPeople } from '../../src/app/person/enrol-people.ts';
import type { LoadedConsultation } from '../../src/app/ports/consultations.ts';
import { type Bot, compose, newSalt } from '../../src/compose.ts';
import { loadFolder } from '../../src/content/load-folder.ts';
import { createLog } from '../../src/log.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { burst } from './answer-receipt.ts';

const CONSULTATION = 'prompts/mel-ess-2015-2020';
/** User id of somebody who is facilitator and staff. */
export const TEAM = 'animatrice';

const loaded = await loadFolder(CONSULTATION);
if (!loaded.ok) throw new Error(`${CONSULTATION} has errors: see npx tour check`);
export const content = loaded.consultation;

export interface Benched {
  readonly bot: Bot;
  readonly consultation: LoadedConsultation;
  readonly platform: MemoryPlatform;
  readonly people: readonly string[];
}

export interface Wanted {
  readonly dir: string;
  readonly people: number;
  readonly memory: boolean;
  readonly thread?: AnalysisThread;
}

export async function openBot({ dir, people: count, memory, thread }: Wanted): Promise<Benched> {
  const round = content.rounds.find(({ form }) => form === 'written')!;
  const started = Date.now();
  const clock = { now: () => round.opensAt + 9 * 3_600_000 + Date.now() - started };
  const platform = new MemoryPlatform({ now: clock.now });
  const bot = await compose(
    { databaseUrl: null, dataDir: dir, consultation: CONSULTATION, lang: 'fr', logLevel: 'silent' },
    {
      chats: [memoryChat(platform, { maxButtons: 5 })],
      clock,
      log: createLog({ level: 'silent' }),
      reading: null,
      database: await openEmbedded(memory ? null : join(dir, 'data')),
      ...(thread ? { thread } : {}),
    },
  );
  const people = Array.from({ length: count }, (_, index) => `personne-${index + 1}`);
  const address = (userId: string) => [{ platform: platform.name, workspace: 'main', userId }];
  const consultation = await bot.store.transaction(async (tx) => {
    const made = await loadConsultation(tx, content, { ids: bot.ids, now: clock.now(), salt: newSalt() });
    const newcomers = [
      ...people.map((userId, index) => ({
        name: `Personne fictive ${index + 1}`,
        lang: 'fr',
        addresses: address(userId),
        roles: [],
        partner: {
          organisation: `Association fictive ${index + 1}`,
          college: round.audience[index % round.audience.length]!,
        },
      })),
      {
        name: 'Animatrice fictive',
        lang: 'fr',
        addresses: address(TEAM),
        roles: ['facilitator' as const, 'staff' as const],
        partner: null,
      },
    ];
    await enrolPeople(tx, made, newcomers, { ids: bot.ids, now: clock.now() });
    return made;
  });
  await bot.start();
  platform.say(TEAM, `ouvrir ${round.key}`);
  await platform.waitFor(TEAM);
  platform.say(TEAM, 'oui');
  await Promise.all(people.map((person) => platform.waitFor(person, undefined, { within: 30_000 })));
  await burst({ platform, people, text: () => 'oui' });
  return { bot, consultation, platform, people };
}
