/** `journeys('consent', (at) => { test('…', () => at.story(`…`)) })`: the same stories on every database. */
import { afterAll, beforeAll, describe } from 'vitest';
import { databases } from '../databases.ts';
import { LILLE, type Opening, openStage, type Stage } from './stage.ts';
import { type Told, tell } from './story.ts';

export interface Journey {
  readonly stage: Stage;
  story(script: string, before?: Told): Promise<Told>;
}

export interface Setting extends Partial<Omit<Opening, 'platform'>> {
  /** False: the round is not open when the first story begins. */
  readonly open?: boolean;
}

const OPEN = { fr: ['ouvrir', 'oui'], en: ['open', 'yes'] } as const;

export function journeys(subject: string, setting: Setting, stories: (at: Journey) => void): void {
  describe.each(databases())(`${subject}, on $name`, (database) => {
    let stage: Stage | null = null;
    const at: Journey = {
      get stage() {
        return stage!;
      },
      story: (script, before) => tell(stage!, script, before),
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
