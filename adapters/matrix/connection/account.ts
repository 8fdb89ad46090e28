/** Who the bot is on its homeserver: a session made once and kept, never a log-in a start. */
import { createClient, type MatrixClient, MatrixError } from 'matrix-js-sdk';
import type { MatrixPhrases } from '../locales.ts';
import type { Ledger, Session } from '../store/ledger.ts';
import { chatErrorOf, errcodeOf, MatrixRefusal } from './errors.ts';
import { silence } from './silence.ts';

export interface AccountSettings {
  /** Without a slash at its end. */
  readonly homeserver: string;
  /** `@tour:example.org` or `tour`; null where a token says it. */
  readonly user: string | null;
  readonly password: string | null;
  readonly token: string | null;
  /** Lets it register at the first start, where the homeserver asks for such a token. */
  readonly registrationToken: string | null;
}

/** By which the bot's devices are known, to people and to the bot that removes a lost one. */
export const DEVICE_NAME = 'Tour de table';
/** Milliseconds: how long any call but a sync may take. */
export const PATIENCE = 9_000;

export interface Opened {
  readonly session: Session;
  /** Of a device made now. */
  readonly fresh: boolean;
}

/** The session kept, or a new one, kept before it is used. Throws MatrixRefusal, or ChatError for an outage. */
export async function openSession(
  settings: AccountSettings,
  ledger: Ledger,
  say: MatrixPhrases,
): Promise<Opened> {
  const kept = ledger.session();
  if (kept !== null) {
    const known = await whoami(settings, kept.accessToken);
    if (known !== null) return { session: kept, fresh: false };
    // Its device is gone with it, and so are the keys that were of that device.
    if (settings.password === null && settings.token === null)
      throw new MatrixRefusal(say.refusals.loggedOut);
    if (settings.password === null && settings.token === kept.accessToken)
      throw new MatrixRefusal(say.refusals.loggedOut);
    ledger.forgetDevice();
  }
  const session = settings.token !== null ? await byToken(settings, say) : await byPassword(settings, say);
  ledger.setSession(session);
  return { session, fresh: true };
}

const anonymous = ({ homeserver }: AccountSettings, accessToken?: string): MatrixClient =>
  createClient({
    baseUrl: homeserver,
    localTimeoutMs: PATIENCE,
    logger: silence,
    ...(accessToken === undefined ? {} : { accessToken }),
  });

async function whoami(
  settings: AccountSettings,
  token: string,
): Promise<{ user_id: string; device_id?: string } | null> {
  try {
    return await anonymous(settings, token).whoami();
  } catch (error) {
    if (errcodeOf(error) === 'M_UNKNOWN_TOKEN') return null;
    throw chatErrorOf(error, 'whoami');
  }
}

async function byToken(settings: AccountSettings, say: MatrixPhrases): Promise<Session> {
  const { token, user } = settings;
  const known = await whoami(settings, token!);
  if (known === null) {
    if (settings.password !== null) return byPassword(settings, say);
    throw new MatrixRefusal(say.refusals.loggedOut);
  }
  const { user_id: userId, device_id: deviceId } = known;
  if (user !== null && user !== userId && !userId.startsWith(`@${user.replace(/^@/u, '')}:`))
    throw new MatrixRefusal(say.refusals.otherAccount(userId, user));
  // A device whose keys were published and are not here can never be used again: its one-time keys are taken.
  const client = anonymous(settings, token!);
  const keys = await client
    .downloadKeysForUsers([userId])
    .catch((error: unknown) => Promise.reject(chatErrorOf(error, 'keys/query')));
  if (deviceId === undefined || keys.device_keys[userId]?.[deviceId] !== undefined) {
    if (settings.password !== null) return byPassword(settings, say);
    throw new MatrixRefusal(say.refusals.tokenOfUsedDevice);
  }
  return { userId, deviceId, accessToken: token! };
}

async function byPassword(settings: AccountSettings, say: MatrixPhrases): Promise<Session> {
  const { user, password, registrationToken } = settings;
  if (user === null || password === null) throw new MatrixRefusal(say.refusals.noCredentials);
  const client = anonymous(settings);
  try {
    const { user_id, device_id, access_token } = await client.loginRequest({
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user },
      password,
      initial_device_display_name: DEVICE_NAME,
    });
    return { userId: user_id, deviceId: device_id, accessToken: access_token };
  } catch (error) {
    const why = errcodeOf(error);
    if (why !== 'M_FORBIDDEN') {
      const told = chatErrorOf(error, 'login');
      if (told.transient) throw told;
      throw new MatrixRefusal(say.refusals.loginRefused(why ?? told.message));
    }
    if (registrationToken === null) throw new MatrixRefusal(say.refusals.loginRefused(why));
  }
  return register(client, settings, say);
}

/** The account doesn't exist yet, or the password is wrong: then the name is in use, and that is said. */
async function register(
  client: MatrixClient,
  settings: AccountSettings,
  say: MatrixPhrases,
): Promise<Session> {
  const username = settings.user!.replace(/^@/u, '').split(':')[0]!;
  const asked = {
    username,
    password: settings.password!,
    initial_device_display_name: DEVICE_NAME,
  };
  let auth: Record<string, unknown> | undefined;
  // One stage at a time: the token, and a last empty one where the server wants it.
  for (let stage = 0; stage < 3; stage += 1)
    try {
      const made = await client.registerRequest({
        ...asked,
        ...(auth === undefined ? {} : { auth }),
      } as never);
      return { userId: made.user_id, deviceId: made.device_id!, accessToken: made.access_token! };
    } catch (error) {
      const flow = error instanceof MatrixError && error.httpStatus === 401 ? error.data : null;
      if (flow === null) throw refusedBy(error, say);
      const done = new Set((flow.completed as string[] | undefined) ?? []);
      const { session } = flow;
      if (!done.has('m.login.registration_token') && stage === 0)
        auth = { type: 'm.login.registration_token', token: settings.registrationToken, session };
      else if (done.has('m.login.registration_token')) auth = { type: 'm.login.dummy', session };
      else throw refusedBy(error, say);
    }
  throw new MatrixRefusal(say.refusals.loginRefused('register'));
}

function refusedBy(error: unknown, say: MatrixPhrases): Error {
  const told = chatErrorOf(error, 'register');
  return told.transient ? told : new MatrixRefusal(say.refusals.loginRefused(errcodeOf(error) ?? 'register'));
}

/** Removes the bot's other devices, by their name: lost ones, which partners would still encrypt for. */
export async function removeLostDevices(
  client: MatrixClient,
  session: Session,
  password: string | null,
): Promise<number> {
  const { devices } = await client.getDevices();
  const lost = devices
    .filter(({ device_id, display_name }) => device_id !== session.deviceId && display_name === DEVICE_NAME)
    .map(({ device_id }) => device_id);
  if (lost.length === 0) return 0;
  await withPassword(session.userId, password, (auth) => client.deleteMultipleDevices(lost, auth as never));
  return lost.length;
}

/** A call that may want the password again. */
export async function withPassword<T>(
  userId: string,
  password: string | null,
  call: (auth: Record<string, unknown> | null) => Promise<T>,
): Promise<T> {
  try {
    return await call(null);
  } catch (error) {
    const asks = error instanceof MatrixError && error.httpStatus === 401 && error.data.flows !== undefined;
    if (!asks || password === null) throw error;
    const identifier = { type: 'm.id.user', user: userId };
    const { session } = error.data;
    return call({ type: 'm.login.password', identifier, password, session });
  }
}
