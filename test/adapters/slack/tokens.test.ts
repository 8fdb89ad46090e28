/** What lets the bot into a workspace lies in its settings, and nowhere else. */
import { expect, test } from 'vitest';
import { tablesHolding } from '../../at-rest.ts';
import { storyDatabases } from '../../databases.ts';
import { openStage } from './stage.ts';

const [kind] = storyDatabases();

test.each(['http', 'socket'] as const)(
  'by %s, no token is in the database or the log once a round was opened and answered',
  async (by) => {
    const database = await kind!.open();
    const at = await openStage(database, { by, partners: 1 });
    try {
      const [claire] = at.partners;
      await at.slack.command(at.facilitator, 'ouvrir plan-actions');
      await at.next(at.facilitator, 'On envoie ?');
      await at.ask(at.facilitator, 'oui', 'invitation');
      await at.next(claire!, 'On commence');
      await at.ask(claire!, 'oui', '1/6');
      await at.ask(claire!, 'De la trésorerie.', /P-\d{4}/u);
      const secrets = [at.slack.botToken, at.slack.secret];
      expect(secrets.every((secret) => secret.length > 5)).toBe(true);
      expect(await tablesHolding(database, secrets)).toEqual([]);
      const logged = at.lines.join('');
      expect(secrets.filter((secret) => logged.includes(secret))).toEqual([]);
      // The search itself finds what is there.
      expect(await tablesHolding(database, ['plan-actions'])).not.toEqual([]);
    } finally {
      await at.close();
    }
  },
);
