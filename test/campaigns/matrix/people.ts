/** Partners who write to the bot, whatever becomes of it: each says something, and waits until something is answered. */
import { type MatrixEvent, RoomEvent } from 'matrix-js-sdk';
import type { NioPeople } from '../../adapters/matrix/nio.ts';
import { eventually, Partner } from '../../adapters/matrix/partner.ts';
import type { Account } from '../../adapters/matrix/synapse.ts';

export interface Writer {
  readonly userId: string;
  say(text: string): Promise<string>;
  /** How many messages of the bot came. */
  heard(): Promise<number>;
  /** Throws when one of the bot's messages can't be opened. */
  opensAll(): Promise<number>;
  leave(): void;
}

/** Milliseconds: the bot may be killed and started again several times meanwhile. */
const PATIENCE = 15 * 60_000;

export async function onSdk(url: string, account: Account, bot: string): Promise<Writer & Partner> {
  const partner = await Partner.enter(url, account, bot);
  let count = 0;
  partner.client.on(RoomEvent.Timeline, (event: MatrixEvent) => {
    if (event.getSender() === bot && event.getWireType() === 'm.room.encrypted') count += 1;
  });
  return Object.assign(partner, {
    heard: async () => count,
    opensAll: async () => (await partner.seen()).length,
  });
}

export async function onNio(nio: NioPeople, account: Account): Promise<Writer> {
  await nio.enter(account);
  const { userId } = account;
  const heard = async () => (await nio.seen(userId)).seen.length;
  return {
    userId,
    heard,
    say: (text) => nio.say(userId, text),
    async opensAll() {
      await eventually(async () => (await nio.seen(userId)).locked === 0, `${userId} opens all`);
      return heard();
    },
    leave: () => {},
  };
}

/** Says one thing after another from its invitation on, until `enough`; the messages' ids. */
export async function write(writer: Writer, enough: (said: number) => boolean): Promise<string[]> {
  const said: string[] = [];
  const answered = (before: number) =>
    eventually(
      async () => (await writer.heard()) > before,
      `${writer.userId} is answered (it said ${said.at(-1) ?? 'nothing'} and heard ${before})`,
      PATIENCE,
    ).catch(async (error: Error) => {
      // Rather that it was, by what can't be opened.
      await writer.opensAll();
      throw error;
    });
  await answered(0);
  while (!enough(said.length)) {
    const before = await writer.heard();
    const text = said.length === 0 ? 'oui' : `Une idée, la ${said.length}e de ${writer.userId.slice(1, 9)}.`;
    said.push(await writer.say(text));
    await answered(before);
  }
  return said;
}
