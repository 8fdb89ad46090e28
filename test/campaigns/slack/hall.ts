/** A channel of Slack where a workshop is held. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/store/database.ts';
import { openHouse, somebody } from '../../adapters/slack/house.ts';
import { roomsOf } from '../../adapters/slack/rooms.ts';
import { plainly } from '../../journeys/workshop-room.ts';
import type { Hall } from '../workshop.ts';
import { choicesOf, hearing, type Post } from './heard.ts';

const PATIENCE = 60_000;
const ABSENT = 'claire-99';

export async function openHall(
  database: Database,
  { by, people }: { readonly by: 'http' | 'socket'; readonly people: readonly string[] },
): Promise<Hall & { readonly summary: () => string }> {
  const users = new Map<string, string>();
  const house = await openHouse(database, {
    by,
    people: [people.length + 3],
    enrolled: (content, [slack]) =>
      ['rachida', ...people, ABSENT].map((name, index) => {
        const userId = slack!.newcomer();
        users.set(name, userId);
        const lang = /^[kt]/u.test(name) ? 'en' : 'fr';
        if (lang === 'en') slack!.profiles.set(userId, { locale: 'en-GB' });
        const called = name[0]!.toUpperCase() + name.slice(1).replace('-', ' ');
        return index === 0
          ? somebody(called, slack!, userId, { roles: ['facilitator'] })
          : somebody(called, slack!, userId, {
              lang,
              partner: {
                organisation: `Organisation de ${called}`,
                college: content.colleges[index % content.colleges.length]!.key,
              },
            });
      }),
  });
  const { bot, slack } = house;
  const heard = hearing(slack);
  const rooms = roomsOf(slack);
  const channel = await rooms.open(true);
  const directs = new Map<string, string>();
  for (const [name, userId] of users) directs.set(name, await slack.direct(userId));
  const idOf = (name: string) => users.get(name)!;
  const seen = () => heard.in(channel).filter(({ only }) => only === null);
  const withWords = (words: string): Post => {
    const found = seen().findLast(({ text }) => plainly(text).includes(words));
    if (found === undefined)
      throw new Error(
        `nothing with « ${words} » in the channel:\n${seen()
          .map(({ text }) => text)
          .join('\n---\n')}`,
      );
    return found;
  };
  const messages = new Map<string, string>();
  const failures: unknown[] = [];
  const busy = new Set<Promise<unknown>>();
  let done = 0;
  const track = (work: Promise<unknown>) => {
    done += 1;
    const noted = work
      .catch((error: unknown) => void failures.push(error))
      .then(() => void busy.delete(noted));
    busy.add(noted);
  };
  const settled = async () => {
    while (busy.size > 0) await Promise.all(busy);
    await slack.courier.settled();
    await bot.drain.sweep();
    while (bot.drain.idleSince === null) await new Promise<void>((next) => setImmediate(next));
    if (failures.length > 0) throw failures[0];
  };

  return {
    consultation: house.consultation.id,
    absent: ABSENT,
    enter: (who) => rooms.enter(idOf(who), channel),
    say(who, text, under) {
      const name = randomUUID();
      const where = under === undefined ? { channel } : { channel, under: withWords(under).ts };
      track(slack.say(idOf(who), text, where).then((ts) => messages.set(name, ts)));
      return name;
    },
    async ask(who, text) {
      track(slack.say(idOf(who), text, { channel, addressed: true }));
      await settled();
    },
    tell: (who, text) => track(slack.say(idOf(who), text)),
    thumb: (who, on, removed = false) =>
      track(slack.react(idOf(who), withWords(on).ts, '+1', { channel, removed })),
    press(who, on, value) {
      const { ts, message } = withWords(on);
      const { label } = choicesOf(message).find((one) => one.value === value)!;
      track(slack.press(idOf(who), ts, label, { channel, message }));
    },
    texts: () => seen().map(({ text }) => plainly(text)),
    find: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = seen().findLast(({ text }) => plainly(text).includes(words));
          if (found === undefined) return;
          clearTimeout(timer);
          stop();
          resolve({ text: plainly(found.text), pinned: found.pinned });
        };
        const stop = heard.watch(look);
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`« ${words} » was waited for in vain in the channel`));
        }, PATIENCE);
        look();
      }),
    direct: (who) => heard.in(directs.get(who)!).map(({ text }) => plainly(text)),
    signed: (message) => heard.signs.has(`${channel} ${messages.get(message)} white_check_mark`),
    settled,
    async tick() {
      await bot.tick();
      await settled();
    },
    read: (look) => bot.store.transaction(look),
    close: () => house.close(),
    summary: () =>
      `${done} things done by people, ${heard.posts.length} posts of the bot, ${heard.posts.filter(({ only }) => only !== null).length} of them for one person's eyes`,
  };
}
