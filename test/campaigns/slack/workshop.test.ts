/** The same workshop in a channel of Slack. In full, with 40 people: `npm run campaign -- --slack`. */
import { storyDatabases } from '../../databases.ts';
import { workshopOf, workshopPeople } from '../workshop.ts';
import { openHall } from './hall.ts';

const PEOPLE = workshopPeople(Number(process.env.SLACK_WORKSHOP ?? 10));
const [database] = storyDatabases();

for (const by of ['http', 'socket'] as const)
  workshopOf(`in Slack, by ${by}`, PEOPLE, async () => {
    const started = performance.now();
    const hall = await openHall(await database!.open(), { by, people: PEOPLE });
    return {
      ...hall,
      async close() {
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        console.log(`a workshop of ${PEOPLE.length} by ${by}: ${hall.summary()}; ${seconds} s`);
        await hall.close();
      },
    };
  });
