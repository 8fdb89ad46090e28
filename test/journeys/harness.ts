/** `journeys('consent', (at) => { test('…', () => at.story(`…`)) })`: stories about people, each file with a bot of its own. */
import { afterAll, beforeAll, describe } from 'vitest';
import { databases, storyDatabases } from '../databases.ts';
import { LILLE, type Opening, openStage, type Stage } from './stage.ts';
import { type Told, tell } from './story.ts';

export interface Journey {
  readonly stage: Stage;
  story(script: string, before?: Told): Promise<Told>;
  /** The same, with what `go` told so far. */
  go(script: string): Promise<void>;
  /** By all that `go` told. */
  readonly told: Told;
  /** Withdraws what was proposed so far: the machine forgets what people said of it, and doubts as at first. */
  untaught(): Promise<void>;
}

export interface Setting extends Partial<Omit<Opening, 'platform'>> {
  /** False: the round is not open when the first story begins. */
  readonly open?: boolean;
  /** True: on the embedded database as well as on PostgreSQL, always. */
  readonly everyDatabase?: boolean;
}

const OPEN = { fr: ['ouvrir', 'oui'], en: ['open', 'yes'] } as const;

export function journeys(subject: string, setting: Setting, stories: (at: Journey) => void): void {
  const kinds = setting.everyDatabase ? databases() : storyDatabases();
  describe.each(kinds)(`${subject}, on $name`, (database) => {
    let stage: Stage | null = null;
    let told: Told | undefined;
    const at: Journey = {
      get stage() {
        return stage!;
      },
      story: (script, before) => tell(stage!, script, before),
      async go(script) {
        told = await tell(stage!, script, told);
      },
      get told() {
        if (told === undefined) throw new Error('nothing was told yet');
        return told;
      },
      untaught: () => untaught(stage!),
    };
    beforeAll(async () => {
      const world = setting.world ?? LILLE;
      stage = await openStage(await database.open(), { ...setting, world });
      if (setting.open === false) return;
      const { facilitator, lang } = world.team;
      const [open, yes] = lang === 'fr' ? OPEN.fr : OPEN.en;
      await at.story(`
        ${facilitator}: ${open} ${world.round}
        Bot: ${world.round === 'plan-actions' ? 'On envoie ?' : 'Shall I send it?'}
        ${facilitator}: ${yes}
        Bot: invitations
      `);
    });
    afterAll(() => stage?.close());
    stories(at);
  });
}

const untaught = ({ bot, consultation }: Stage): Promise<void> =>
  bot.store.transaction(async (tx) => {
    const rows = await tx.proposals.of(consultation.id);
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    for (const { id } of rows) await tx.proposals.setState(id, 'withdrawn', null, revision);
  });
