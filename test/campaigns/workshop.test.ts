import { storyDatabases } from '../databases.ts';
import { LILLE, openStage } from '../journeys/stage.ts';
import { quiet } from '../journeys/story.ts';
import { plainly, roomOn } from '../journeys/workshop-room.ts';
import { type Hall, workshopOf, workshopPeople } from './workshop.ts';

for (const { name, open } of storyDatabases())
  workshopOf(`on ${name}`, workshopPeople(40), async (): Promise<Hall> => {
    const stage = await openStage(await open(), { world: LILLE, stories: 9 });
    const { platform } = stage;
    const room = roomOn(stage, 'grande-salle');
    const here = { room: room.ref };
    return {
      consultation: stage.consultation.id,
      absent: 'claire-9',
      enter: async (who) => void platform.enter(who, room.ref),
      say: (who, text, under) => room.say(who, text, under),
      ask: (who, text) => room.ask(who, text),
      tell: (who, text) => void platform.say(who, text),
      thumb: (who, on, removed) => room.react(who, on, '👍', removed),
      press: (who, _on, value) => void platform.choose(who, value, here),
      texts: () => room.texts(),
      async find(words) {
        const { text, pinned } = await room.find(words);
        return { text: plainly(text), pinned };
      },
      direct: (who) => platform.texts(who).map(plainly),
      signed: (message) => platform.signs(message).join() === '✅',
      settled: () => quiet(stage),
      async tick() {
        await stage.bot.tick();
        await quiet(stage);
      },
      read: (look) => stage.read(look),
      close: () => stage.close(),
    };
  });
