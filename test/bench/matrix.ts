/**
 * `npm run bench -- --matrix [--people 50] [--seconds 60] [--rooms 150]`: through a real Synapse, encrypted, the bot in a
 * process of its own. Start-up with rooms it knows; from a partner's message to the first answer, beside what Synapse
 * alone takes between two people in the same rhythm; memory. Targets: start-up under 5 s, p95 under 1 s, 400 MB.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MatrixEvent, RoomEvent } from 'matrix-js-sdk';
import { startBot } from '../adapters/matrix/bot-process.ts';
import { eventually, Partner } from '../adapters/matrix/partner.ts';
import type { ProcessSettings } from '../adapters/matrix/process.ts';
import { register, startSynapse } from '../adapters/matrix/synapse.ts';

/** Milliseconds: as long as it takes. */
const LONG = 30 * 60_000;
interface Waits {
  readonly messages: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

const IDEAS = ['une halle pour les producteurs', 'des vélos prêtés', 'un poste de comptable', 'une crèche'];

/** From when each message is said until the next one of `by` there, or that message itself, reaches `to`. */
async function steady(
  pairs: readonly {
    readonly from: Partner;
    readonly room: string;
    readonly to: Partner;
    readonly by: string | null;
  }[],
  seconds: number,
): Promise<Waits> {
  const waits: number[] = [];
  const every = 2_000;
  const start = performance.now();
  const rounds = Math.max(1, Math.round((seconds * 1_000) / every));
  const one = async (index: number): Promise<void> => {
    const { from, room, to, by } = pairs[index]!;
    for (let n = 0; n < rounds; n += 1) {
      const due = start + n * every + (index * every) / pairs.length;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      const heard = new Promise<void>((resolve) => {
        const look = (event: MatrixEvent, where: { roomId: string } | undefined) => {
          if (where?.roomId !== room || event.getSender() !== (by ?? from.userId)) return;
          if (event.getWireType() !== 'm.room.encrypted') return;
          to.client.off(RoomEvent.Timeline, look);
          resolve();
        };
        to.client.on(RoomEvent.Timeline, look);
      });
      const said = performance.now();
      await from.say(`${IDEAS[(index + n) % IDEAS.length]} n° ${index}-${n}`, { room });
      await heard;
      waits.push(performance.now() - said);
    }
  };
  await Promise.all(pairs.map((_, index) => one(index)));
  waits.sort((a, b) => a - b);
  const at = (part: number) => waits[Math.min(waits.length - 1, Math.floor(part * waits.length))]!;
  return { messages: waits.length, p50: at(0.5), p95: at(0.95), max: waits.at(-1)! };
}

const show = (name: string, { messages, p50, p95, max }: Waits) =>
  console.log(
    `${name}: ${messages} messages, p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, max ${max.toFixed(0)} ms`,
  );

export async function benchMatrix(how: { people: number; seconds: number; rooms: number }): Promise<void> {
  const synapse = await startSynapse();
  const home = mkdtempSync(join(tmpdir(), 'tour-bench-matrix-'));
  try {
    const account = await register(synapse.url, 'tour', false);
    const enter = async (name: string) =>
      Partner.enter(synapse.url, await register(synapse.url, name, false), account.userId);
    const facilitator = await enter('rachida');
    const people: Partner[] = [];
    for (let n = 0; n < how.people; n += 1) people.push(await enter(`claire-${n}`));
    const absent: string[] = [];
    for (let n = how.people; n < how.rooms; n += 1)
      absent.push((await register(synapse.url, `absent-${n}`, false)).userId);
    const settings: ProcessSettings = {
      url: synapse.url,
      account,
      home,
      facilitator: facilitator.userId,
      partners: [...people.map(({ userId }) => userId), ...absent],
      since: Date.now(),
      matrix: true,
    };

    const first = startBot(settings);
    const firstReady = await first.ready;
    await facilitator.say('ouvrir plan-actions');
    await eventually(async () => (await facilitator.seen()).at(-1)?.text.includes('On envoie'), 'a preview');
    await facilitator.say('oui');
    const sent = performance.now();
    const invited = async () => people.every(({ direct }) => direct !== null);
    await eventually(invited, 'all are invited', LONG);
    for (const person of people)
      await eventually(async () => (await person.seen()).length > 0, 'the invitation is read', LONG);
    console.log(
      `${how.rooms} invitations, each in a new encrypted room: read by ${how.people} after ${((performance.now() - sent) / 1_000).toFixed(0)} s`,
    );
    const pairs = Array.from({ length: Math.floor(people.length / 2) }, (_, n) => [
      people[2 * n]!,
      people[2 * n + 1]!,
    ]);
    const alone = [];
    for (const [from, to] of pairs) {
      const room = await from!.room('À deux', [to!.userId]);
      await eventually(async () => to!.client.getRoom(room)?.getMyMembership() === 'join', 'they are there');
      alone.push({ from: from!, room, to: to!, by: null });
      alone.push({ from: to!, room, to: from!, by: null });
    }
    show(
      `Synapse alone, ${people.length} people, one message every 2 s, read by another`,
      await steady(alone, how.seconds),
    );
    for (const person of people) await person.say('oui');
    for (const person of people)
      await eventually(
        async () => (await person.seen()).at(-1)?.text.includes('1/6'),
        'the first question',
        LONG,
      );
    const talk = people.map((person) => ({
      from: person,
      room: person.direct!,
      to: person,
      by: account.userId,
    }));
    show(
      `the bot, ${people.length} people, one message every 2 s (target: p95 under 1000 ms)`,
      await steady(talk, how.seconds),
    );
    console.log(`memory of the bot: ${await first.memory()} MB (target: under 400)`);
    await first.stop();

    for (const matrix of [false, true]) {
      const again = startBot({ ...settings, partners: [], matrix });
      const ready = await again.ready;
      const memory = await again.memory();
      await again.stop();
      console.log(
        matrix
          ? `started again with ${how.rooms} encrypted rooms: ready after ${ready} ms (target: under 5000; the first start: ${firstReady} ms), ${memory} MB (target: under 400)`
          : `started again without Matrix, as a baseline: ready after ${ready} ms, ${memory} MB`,
      );
    }
    for (const person of [facilitator, ...people]) person.leave();
  } finally {
    await synapse.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
