/** Matrix, from the settings. */
import { join } from 'node:path';
import {
  type MatrixChat,
  type MatrixChatParts,
  matrixChat,
  PLATFORM,
  WORKSPACE,
} from '../../adapters/matrix/chat.ts';
import { type Found, newKeys, setUp, standing } from '../../adapters/matrix/desk.ts';
import { allowedBy } from '../../adapters/matrix/inviters.ts';
import { PHRASES } from '../../adapters/matrix/locales.ts';
import type { Store } from '../app/ports/store.ts';
import type { MatrixDesk } from '../commands/shell.ts';
import type { MatrixSettings, Settings } from '../config.ts';

const dirOf = (dataDir: string) => join(dataDir, 'matrix');

const MISSING = {
  fr: 'Matrix : MATRIX_STORE_KEY manque. « npx tour matrix setup » en fait une.',
  en: 'Matrix: MATRIX_STORE_KEY is missing. "npx tour matrix setup" makes one.',
} as const;

const complete = (settings: MatrixSettings, lang: 'fr' | 'en') => {
  const { storeKey } = settings;
  if (storeKey === null) throw new Error(MISSING[lang]);
  return { ...settings, storeKey };
};

/** Throws an Error that says what to do where the settings aren't complete. */
export function matrixOf(
  settings: MatrixSettings,
  { lang, dataDir }: Pick<Settings, 'lang' | 'dataDir'>,
  store: Store,
  { taken, report }: Pick<MatrixChatParts, 'taken' | 'report'>,
): MatrixChat {
  const inviters = allowedBy(settings.inviters);
  return matrixChat({
    settings: complete(settings, lang),
    dir: dirOf(dataDir),
    phrases: PHRASES[lang],
    async mayInvite(userId) {
      if (inviters(userId)) return true;
      const address = { platform: PLATFORM, workspace: WORKSPACE, userId };
      return (await store.transaction((tx) => tx.people.byAddress(address))).length > 0;
    },
    now: Date.now,
    ...(taken === undefined ? {} : { taken }),
    report,
  });
}

/** What the command line does about the account. */
export function matrixDesk(
  settings: MatrixSettings,
  { lang, dataDir }: Pick<Settings, 'lang' | 'dataDir'>,
): MatrixDesk {
  const dir = dirOf(dataDir);
  const say = PHRASES[lang];
  const setUpWith = (anew: boolean): Promise<Found | null> =>
    setUp({ settings: complete(settings, lang), dir, say, anew });
  return {
    missing: {
      storeKey: settings.storeKey === null,
      recoveryKey: settings.recoveryKey === null,
    },
    newKeys,
    setUp: () => setUpWith(false),
    renew: () => setUpWith(true),
    status: () => standing(settings, dir, say),
  };
}
