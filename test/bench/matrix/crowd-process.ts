// The partners of `crowd.ts`.
import { EventType, MsgType } from 'matrix-js-sdk';
import { eventually, MEGOLM, Partner } from '../../adapters/matrix/partner.ts';
import type { Account } from '../../adapters/matrix/synapse.ts';
import type { Asked } from './crowd.ts';
import { steady } from './steady.ts';

/** Milliseconds: as long as it takes. */
const LONG = 30 * 60_000;
const people: Partner[] = [];
let bot = '';

async function alone(seconds: number, every: number) {
  const pairs = [];
  for (let n = 0; n + 1 < people.length; n += 2) {
    const [one, other] = [people[n]!, people[n + 1]!];
    const { room_id: room } = await one.client.createRoom({
      invite: [other.userId],
      initial_state: [MEGOLM],
    });
    for (const each of [one, other])
      await eventually(
        async () => {
          const known = each.client.getRoom(room);
          return known?.hasEncryptionStateEvent() && known.getJoinedMemberCount() === 2;
        },
        'they are there',
        LONG,
      );
    const saying = (from: Partner) => (body: string) =>
      from.client.sendEvent(room, EventType.RoomMessage, { msgtype: MsgType.Text, body });
    pairs.push(
      { from: one, say: saying(one), room, to: other, by: null },
      { from: other, say: saying(other), room, to: one, by: null },
    );
  }
  return steady(pairs, seconds, every);
}

const deeds: Readonly<Record<string, (...how: never[]) => Promise<unknown>>> = {
  async enter(url: string, accounts: readonly Account[], to: string) {
    bot = to;
    for (const account of accounts) people.push(await Partner.enter(url, account, bot));
  },
  async invited() {
    for (const person of people)
      await eventually(async () => (await person.seen()).length > 0, 'the invitation is read', LONG);
  },
  alone,
  async begin() {
    for (const person of people) await person.say('oui');
    for (const person of people)
      await eventually(
        async () => (await person.seen()).at(-1)?.text.includes('1/6'),
        'the first question',
        LONG,
      );
  },
  talk: (seconds: number, every: number) =>
    steady(
      people.map((person) => ({
        from: person,
        say: (text: string) => person.say(text),
        room: person.direct!,
        to: person,
        by: bot,
      })),
      seconds,
      every,
    ),
  async flood(each: number) {
    await Promise.all(
      people.map(async (person, index) => {
        for (let n = 0; n < each; n += 1) await person.say(`Pendant l’arrêt, ${index}-${n}.`);
      }),
    );
  },
};

process.on('message', ({ what, how }: Asked) => {
  deeds[what]!(...(how as never[])).then(
    (value) => process.send!({ value }),
    (error: Error) => process.send!({ error: error.message }),
  );
});
