/** People who say something, each at a moment of their own, and how long it takes until it is read. */
import { type MatrixEvent, RoomEvent } from 'matrix-js-sdk';
import type { Partner } from '../../adapters/matrix/partner.ts';

export interface Waits {
  readonly messages: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

const IDEAS = ['une halle pour les producteurs', 'des vélos prêtés', 'un poste de comptable', 'une crèche'];

/** Each says something every `every` ms. From when each message is said until the next one of `by` there, or that message itself, reaches `to`. */
export async function steady(
  pairs: readonly {
    readonly from: Partner;
    readonly say: (text: string) => Promise<unknown>;
    readonly room: string;
    readonly to: Partner;
    readonly by: string | null;
  }[],
  seconds: number,
  every: number,
): Promise<Waits> {
  const waits: number[] = [];
  const start = performance.now();
  const rounds = Math.max(1, Math.round((seconds * 1_000) / every));
  const one = async (index: number): Promise<void> => {
    const { from, say, room, to, by } = pairs[index]!;
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
      await say(`${IDEAS[(index + n) % IDEAS.length]} n° ${index}-${n}`);
      await heard;
      waits.push(performance.now() - said);
    }
  };
  await Promise.all(pairs.map((_, index) => one(index)));
  waits.sort((a, b) => a - b);
  const at = (part: number) => waits[Math.min(waits.length - 1, Math.floor(part * waits.length))]!;
  return { messages: waits.length, p50: at(0.5), p95: at(0.95), max: waits.at(-1)! };
}
