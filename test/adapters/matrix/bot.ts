/** The bot's side of Matrix, as the tests set it up. */
import { type MatrixChat, type MatrixChatParts, matrixChat } from '../../../adapters/matrix/chat.ts';
import type { MatrixSettings } from '../../../adapters/matrix/connection/client.ts';
import { PHRASES } from '../../../adapters/matrix/locales.ts';
import type { SharedSynapse } from './shared.ts';
import type { Account } from './synapse.ts';

/** 32 times the byte 7, and 32 times the byte 8. */
export const RECOVERY_KEY = 'EsT3 4kza y1Xs efFA tKyi HVwT kdEP 4UEk rvNr dFvy 8nGq AkqP';
export const STORE_KEY = 'a key of the tests, long enough to be one';

export const settingsOf = (
  synapse: Pick<SharedSynapse, 'url'>,
  account: Account,
  others: Partial<MatrixSettings> = {},
): MatrixSettings => ({
  homeserver: synapse.url,
  user: account.userId,
  password: account.password,
  token: null,
  registrationToken: null,
  storeKey: STORE_KEY,
  recoveryKey: RECOVERY_KEY,
  ...others,
});

export const botOf = (
  settings: MatrixSettings,
  dir: string,
  parts: Partial<MatrixChatParts> = {},
): MatrixChat =>
  matrixChat({
    settings,
    dir,
    phrases: PHRASES.fr,
    mayInvite: async () => true,
    now: Date.now,
    report: process.env.REPORT ? console.error : () => {},
    ...parts,
  });
