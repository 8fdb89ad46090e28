import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, Method } from 'matrix-js-sdk';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type MatrixChat, WORKSPACE } from '../../../adapters/matrix/chat.ts';
import type { MatrixSettings } from '../../../adapters/matrix/connection/client.ts';
import { silence } from '../../../adapters/matrix/connection/silence.ts';
import { newKeys } from '../../../adapters/matrix/desk.ts';
import { PHRASES } from '../../../adapters/matrix/locales.ts';
import { message, Received } from '../../contracts/chat/contract.ts';
import { botOf, settingsOf } from './bot.ts';
import { eventually, Partner, tokenOf } from './partner.ts';
import { hasPython } from './python.ts';
import { type SharedSynapse, sharedSynapse } from './shared.ts';
import type { Account } from './synapse.ts';

describe.skipIf(!hasPython)('the bot’s account in Matrix', () => {
  let synapse: SharedSynapse;
  let account: Account;
  let home: string;
  let claire: Partner;
  const bots: MatrixChat[] = [];

  beforeAll(async () => {
    synapse = await sharedSynapse();
  }, 10 * 60_000);
  beforeEach(async () => {
    account = await synapse.register();
    home = mkdtempSync(join(tmpdir(), 'tour-matrix-'));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    claire?.leave();
    await Promise.all(bots.splice(0).map((bot) => bot.stop()));
    rmSync(home, { recursive: true, force: true });
  });

  const bot = (others: Partial<MatrixSettings> = {}, dir = 'store', patience = 60_000) => {
    const made = botOf(settingsOf(synapse, account, others), join(home, dir), { patience });
    bots.push(made);
    return made;
  };
  const arrive = async () => {
    claire = await Partner.enter(synapse.url, await synapse.register(), account.userId);
  };
  const answer = (to: MatrixChat, text: string, key: string) =>
    to.post({ workspace: WORKSPACE, ref: claire.direct! }, message(text), key);
  const said = (received: Received) => received.events.flatMap((one) => ('text' in one ? [one.text] : []));
  /** The account as an administrator sees it. */
  const asAdministrator = async () => {
    const { access_token: accessToken, device_id: deviceId } = await tokenOf(synapse.url, account);
    const client = createClient({
      baseUrl: synapse.url,
      userId: account.userId,
      deviceId,
      accessToken,
      logger: silence,
    });
    const { devices } = await client.getDevices();
    const keys = await client.downloadKeysForUsers([account.userId]);
    const backup = await client.http.authedRequest<{ count: number }>(Method.Get, '/room_keys/version');
    await client.logout();
    return {
      backedUp: backup.count,
      devices: devices.filter(({ device_id }) => device_id !== deviceId).map(({ device_id }) => device_id),
      identity: Object.values(keys.master_keys?.[account.userId]?.keys ?? {})[0],
    };
  };

  test('is logged in to once; what was written while the bot was down is given once, and read', async () => {
    const first = bot();
    const before = new Received();
    await first.start(before.take);
    await arrive();
    await claire.say('avant');
    await before.next((event) => event.type === 'message');
    await answer(first, 'reçu', 'k/0');
    await first.stop();
    for (const text of ['pendant', 'toujours pendant']) await claire.say(text);
    const second = bot();
    const after = new Received();
    await second.start(after.take);
    await claire.say('après');
    await after.next((event) => event.type === 'message' && event.text === 'après');
    expect(said(after)).toEqual(['pendant', 'toujours pendant', 'après']);
    await answer(second, 'reçu aussi', 'k/1');
    expect((await claire.seen()).map(({ text, type }) => [text, type])).toEqual([
      ['reçu', 'm.room.encrypted'],
      ['reçu aussi', 'm.room.encrypted'],
    ]);
    expect((await asAdministrator()).devices).toHaveLength(1);
  });

  test('shows partners no red shield: its device is signed by the account', async () => {
    const first = bot();
    await first.start(new Received().take);
    await arrive();
    await claire.say('bonjour');
    await eventually(async () => {
      const [device] = (await asAdministrator()).devices;
      const found = await claire.client.getCrypto()!.getDeviceVerificationStatus(account.userId, device!);
      return found?.signedByOwner;
    }, 'the device is signed');
  });

  test('finds a lost store again: a new device restored by the recovery key, the lost one removed', async () => {
    // Keys are backed up at a moment drawn within ten seconds: the first.
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const first = bot();
    const before = new Received();
    await first.start(before.take);
    await arrive();
    await claire.say('avant');
    await before.next((event) => event.type === 'message');
    const then = await asAdministrator();
    await eventually(async () => (await asAdministrator()).backedUp > 0, 'the key is backed up');
    await first.stop();
    const second = bot({}, 'another');
    const after = new Received();
    await second.start(after.take);
    const now = await asAdministrator();
    expect(now.identity).toBe(then.identity);
    expect(now.devices).toHaveLength(1);
    expect(now.devices).not.toEqual(then.devices);
    await claire.say('après');
    await after.next((event) => event.type === 'message' && event.text === 'après');
    // Read by the keys of the backup, under the id it had: the inbox knows it.
    const known = before.events.find((event) => event.type === 'message')!;
    expect(after.events.find(({ id }) => id === known.id)).toMatchObject({ text: 'avant' });
    await answer(second, 'me revoilà', 'k/2');
    expect((await claire.seen()).at(-1)).toMatchObject({ text: 'me revoilà' });
  });

  test('is not touched where the recovery key doesn’t open its vault: the bot refuses to start, and says why', async () => {
    const first = bot();
    await first.start(new Received().take);
    const then = await asAdministrator();
    await first.stop();
    for (const recoveryKey of [newKeys().recoveryKey, null]) {
      const second = bot({ recoveryKey }, `another ${recoveryKey}`);
      await expect(second.start(new Received().take)).rejects.toThrow('MATRIX_RECOVERY_KEY');
      await second.stop();
    }
    expect((await asAdministrator()).identity).toBe(then.identity);
    await expect(bot({ recoveryKey: 'EsT3 4kza' }, 'third').start(new Received().take)).rejects.toThrow(
      PHRASES.fr.refusals.badRecoveryKey,
    );
  });

  test('is kept sealed: no token nor key in clear, and another MATRIX_STORE_KEY opens nothing', async () => {
    const first = bot();
    await first.start(new Received().take);
    await first.stop();
    const kept = readFileSync(join(home, 'store', 'matrix.sqlite'), 'latin1');
    for (const text of ['syt_', account.password, 'EsT3 4kza', 'EsT34kza']) expect(kept).not.toContain(text);
    const second = bot({ storeKey: 'another key of the tests, long enough too' });
    await expect(second.start(new Received().take)).rejects.toThrow('MATRIX_STORE_KEY');
  });

  test('is taken over by the process that waits, once the one that has it stops or loses its volume', async () => {
    const first = bot();
    const before = new Received();
    await first.start(before.take);
    const second = bot();
    const after = new Received();
    await second.start(after.take);
    expect([first.isAway, second.isAway]).toEqual([false, true]);
    await arrive();
    await claire.say('à l’un');
    await before.next((event) => event.type === 'message');
    await expect(answer(second, 'non', 'k/0')).rejects.toMatchObject({ transient: true, scope: 'platform' });
    const since = Date.now();
    await first.stop();
    await claire.say('à l’autre');
    await after.next((event) => event.type === 'message' && event.text === 'à l’autre');
    expect(said(after)).toEqual(['à l’autre']);
    expect(Date.now() - since).toBeLessThan(15_000);
    // The volume goes away under it: nothing more is said or heard.
    renameSync(join(home, 'store'), join(home, 'elsewhere'));
    await eventually(
      async () =>
        answer(second, 'encore', 'k/1').then(
          () => false,
          () => true,
        ),
      'the client is stopped',
    );
    await claire.say('à personne');
    expect(said(after)).toEqual(['à l’autre']);
    renameSync(join(home, 'elsewhere'), join(home, 'store'));
    await after.next((event) => event.type === 'message' && event.text === 'à personne');
  });

  test('asks again for what no key opens, after a while', async () => {
    const first = bot({}, 'store', 300);
    const received = new Received();
    await first.start(received.take);
    await arrive();
    const room = await claire.conversation();
    await claire.knows(room);
    // As from a client that never shared its key.
    const hidden = await claire.client.http.authedRequest<{ event_id: string }>(
      Method.Put,
      `/rooms/${encodeURIComponent(room)}/send/m.room.encrypted/x`,
      undefined,
      {
        algorithm: 'm.megolm.v1.aes-sha2',
        ciphertext: 'AwgAEnACgAkLmt6qF84IK++J7UDH2Za1YVchHyprqTqsg',
        device_id: 'NOBODY',
        sender_key: 'IlRMeOPX2e0MurIyfWEucYBRVOEEUMrOHqn/8mLqMjA',
        session_id: 'X3lUlvLELLYxeTx4yOVu6UDpasGEVO0Jbu+QFnm0cKQ',
      },
    );
    expect(hidden.event_id).toMatch(/^\$/u);
    const told = await eventually(async () => (await claire.seen()).at(-1), 'the sender is told');
    expect(told.text).toBe(PHRASES.fr.unreadable);
    await claire.say('à nouveau');
    await received.next((event) => event.type === 'message' && event.text === 'à nouveau');
    expect(await claire.seen()).toHaveLength(1);
  });

  test('registers by itself where the homeserver gave it a token for that', async () => {
    const admin = await synapse.register({ admin: true });
    const { access_token } = await tokenOf(synapse.url, admin);
    await fetch(`${synapse.url}/_synapse/admin/v1/registration_tokens/new`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}` },
      body: JSON.stringify({ token: 'bienvenue', uses_allowed: 1 }),
    });
    account = { userId: '@nouveau:tour.test', name: 'nouveau', password: 'un mot de passe bien long' };
    const first = bot({ registrationToken: 'bienvenue' });
    await first.start(new Received().take);
    expect((await asAdministrator()).devices).toHaveLength(1);
    await expect(
      bot({ password: 'faux', registrationToken: null }, 'another').start(new Received().take),
    ).rejects.toThrow('M_FORBIDDEN');
  });
});
