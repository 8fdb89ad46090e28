/** A bot on a database of its own with its memory chat, a consultation with an open round, and people to play. */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryChat } from '../../adapters/memory/chat.ts';
import { MemoryPlatform } from '../../adapters/memory/platform.ts';
import { loadConsultation } from '../../src/app/consultation/load-consultation.ts';
import { enrolPeople, type Newcomer } from '../../src/app/person/enrol-people.ts';
import type { LoadedConsultation } from '../../src/app/ports/consultations.ts';
import type { Transaction } from '../../src/app/ports/store.ts';
import { type Bot, compose, newSalt } from '../../src/compose.ts';
import { loadFolder } from '../../src/content/load-folder.ts';
import { format } from '../../src/content/problem.ts';
import type { Consultation } from '../../src/core/consultation/model.ts';
import { type StoryClock, storyClock } from '../../src/demo/story-clock.ts';
import { createLog, type Log } from '../../src/log.ts';
import type { Database } from '../../src/store/database.ts';

export interface World {
  readonly folder: string;
  readonly round: string;
  /** Partners of each language, by first name; every story has each of them anew. */
  readonly cast: Readonly<Record<string, readonly string[]>>;
  /** What differs from the folder, for stories about a rule. */
  readonly change?: (content: Consultation) => Consultation;
  readonly team: {
    readonly lang: string;
    readonly facilitator: string;
    readonly staff: readonly string[];
  };
}

export const LILLE: World = {
  folder: 'prompts/mel-ess-2015-2020',
  round: 'plan-actions',
  cast: { fr: ['Claire', 'Omar', 'Lucie'], en: ['Kate', 'Tom'] },
  team: { lang: 'fr', facilitator: 'Rachida', staff: ['Solène', 'Étienne'] },
};

/** Lille, were it to show close ideas of others while a round is open. */
export const LILLE_SHOWN: World = {
  ...LILLE,
  change: (content) => ({ ...content, rules: { ...content.rules, othersWords: 'shown' } }),
};

export const WINDHAVEN: World = {
  folder: 'test/fixtures/consultations/windhaven',
  round: 'maatregelen',
  cast: { nl: ['Anouk', 'Bram'], en: ['Joy', 'Ravi'] },
  team: { lang: 'en', facilitator: 'Rosa', staff: ['Simon', 'Elena'] },
};

export interface Opening {
  readonly world: World;
  /** How many stories can be told with each name. */
  readonly stories?: number;
  readonly buttons?: boolean;
  /** Where erasures are recorded. */
  readonly dataDir?: string;
  readonly log?: Log;
  /** ms. How long people take to read a question; null: no time at all, as the other stories do. */
  readonly reading?: number | null;
  /** Several bots may share one, one after the other or side by side. */
  readonly platform?: MemoryPlatform;
}

export interface Stage {
  readonly world: World;
  readonly bot: Bot;
  readonly platform: MemoryPlatform;
  readonly clock: StoryClock;
  readonly content: Consultation;
  readonly consultation: LoadedConsultation;
  /** The user id of the next person of that name whom no story knows yet; a member of the team is always the same. */
  summon(name: string): string;
  /** Enrols somebody after the others. */
  enrol(newcomers: readonly Newcomer[]): Promise<void>;
  read<T>(look: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openStage(database: Database, opening: Opening): Promise<Stage> {
  const { world, stories = 12, dataDir, log } = opening;
  const reading = opening.reading ?? null;
  const kept = { ...(dataDir === undefined ? {} : { dataDir }), ...(log === undefined ? {} : { log }) };
  const content = await contentOf(world);
  const round = content.rounds.find(({ key }) => key === world.round)!;
  const clock = storyClock(round.opensAt + 9 * 3_600_000);
  const platform = opening.platform ?? new MemoryPlatform({ now: () => clock.now() });
  const bot = await botOn(database, {
    world,
    platform,
    clock,
    buttons: opening.buttons ?? true,
    reading,
    ...kept,
  });
  const { ids } = bot;
  const consultation = await enter(bot, content, everybody(world, content, platform, stories));
  await bot.start();
  const played = new Map<string, number>();
  return {
    world,
    bot,
    platform,
    clock,
    content,
    consultation,
    summon(name) {
      if (isTeam(world, name)) return userId(name);
      const count = (played.get(name) ?? 0) + 1;
      if (count > stories) throw new Error(`no ${name} is left: ${stories} stories were planned`);
      played.set(name, count);
      return userId(name, count);
    },
    enrol: (newcomers) =>
      bot.store.transaction((tx) => enrolPeople(tx, consultation, newcomers, { ids, now: clock.now() })),
    read: (look) => bot.store.transaction(look),
    close: () => bot.stop(),
  };
}

export async function contentOf(world: Pick<World, 'folder' | 'change'>): Promise<Consultation> {
  const loaded = await loadFolder(world.folder);
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => format(problem)).join('\n'));
  return world.change?.(loaded.consultation) ?? loaded.consultation;
}

/** Loads a consultation into a bot's database, with its people. */
export const enter = (
  { store, ids, clock }: Bot,
  content: Consultation,
  people: readonly Newcomer[],
): Promise<LoadedConsultation> =>
  store.transaction(async (tx) => {
    const now = clock.now();
    const made = await loadConsultation(tx, content, { ids, now, salt: newSalt() });
    await enrolPeople(tx, made, people, { ids, now });
    return made;
  });

/** A bot alone, for a second one on the same database, or after a crash. */
export const botOn = (
  database: Database,
  parts: {
    readonly world: World;
    readonly platform: MemoryPlatform;
    readonly clock: StoryClock;
    readonly buttons: boolean;
    readonly dataDir?: string;
    readonly log?: Log;
    readonly reading?: number | null;
  },
): Promise<Bot> =>
  compose(
    {
      databaseUrl: null,
      dataDir: parts.dataDir ?? nowhere(),
      consultation: parts.world.folder,
      lang: 'fr',
      logLevel: 'silent',
    },
    {
      database,
      clock: parts.clock,
      chats: [memoryChat(parts.platform, parts.buttons ? { maxButtons: 5 } : {})],
      reading: parts.reading ?? null,
      log: parts.log ?? createLog({ level: (process.env.JOURNEY_LOG ?? 'silent') as 'silent' }),
    },
  );

/** A folder nobody has made: it appears when something has to be kept outside the database. */
const nowhere = (): string => join(tmpdir(), `tour-journey-${randomUUID()}`);

export const isTeam = ({ team }: World, name: string): boolean =>
  team.facilitator === name || team.staff.includes(name);

export const userId = (name: string, count?: number): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase() + (count === undefined ? '' : `-${count}`);

function everybody(
  world: World,
  content: Consultation,
  platform: MemoryPlatform,
  stories: number,
): Newcomer[] {
  const address = (user: string) => [{ platform: platform.name, workspace: 'main', userId: user }];
  const partners = Object.entries(world.cast).flatMap(([lang, names]) =>
    names.flatMap((name) =>
      Array.from(
        { length: stories },
        (_, index): Newcomer => ({
          name: `${name} ${index + 1}`,
          lang,
          addresses: address(userId(name, index + 1)),
          roles: [],
          partner: {
            organisation: `Organisation ${name} ${index + 1}`,
            college: content.colleges[index % content.colleges.length]!.key,
          },
        }),
      ),
    ),
  );
  const team = [
    { name: world.team.facilitator, role: 'facilitator' as const },
    ...world.team.staff.map((name) => ({ name, role: 'staff' as const })),
  ].map(
    ({ name, role }): Newcomer => ({
      name,
      lang: world.team.lang,
      addresses: address(userId(name)),
      roles: [role],
      partner: null,
    }),
  );
  return [...partners, ...team];
}
