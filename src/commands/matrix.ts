/** `tour matrix setup`, `status` and `recover`: the bot's account, its device, its keys. */
import { result, Stop, say } from './context.ts';
import type { MatrixDesk, MatrixFound, Shell } from './shell.ts';
import type { ExitCode } from './terminal.ts';

interface Options {
  readonly json?: boolean;
}
type Surroundings = Pick<Shell, 'matrix' | 'out' | 'lang'>;

async function deskOf({ matrix, lang }: Surroundings): Promise<MatrixDesk> {
  if (matrix) return matrix();
  throw new Stop(
    1,
    'no-matrix',
    say(
      { lang },
      'Pas de Matrix : donnez MATRIX_HOMESERVER, MATRIX_USER et MATRIX_PASSWORD (.env.example les décrit).',
      'No Matrix: give MATRIX_HOMESERVER, MATRIX_USER and MATRIX_PASSWORD (.env.example describes them).',
    ),
  );
}

/** Makes the secrets that are missing and says where they go; with them, the account. */
export async function matrixSetup(shell: Surroundings, { json = false }: Options): Promise<ExitCode> {
  const { out, lang } = shell;
  const desk = await deskOf(shell);
  const { storeKey, recoveryKey } = desk.missing;
  if (storeKey || recoveryKey) {
    const made = desk.newKeys();
    const lines = {
      ...(storeKey ? { MATRIX_STORE_KEY: made.storeKey } : {}),
      ...(recoveryKey ? { MATRIX_RECOVERY_KEY: made.recoveryKey } : {}),
    };
    result({ out, json }, { made: lines }, () => [
      say(
        { lang },
        'Ajoutez ces lignes à .env, et gardez-en une copie ailleurs (un coffre de mots de passe) :',
        'Add these lines to .env, and keep a copy elsewhere (a password safe):',
      ),
      '',
      ...Object.entries(lines).map(([name, value]) => `${name}="${value}"`),
      '',
      ...(recoveryKey
        ? [
            say(
              { lang },
              'Si ce compte a déjà une clé de récupération (vous l’avez ouvert dans Element ou Tchap), indiquez plutôt celle-là.',
              'If this account has a recovery key already (you opened it in Element or Tchap), give that one instead.',
            ),
          ]
        : []),
      say({ lang }, 'Puis, à nouveau : npx tour matrix setup', 'Then, again: npx tour matrix setup'),
    ]);
    return 1;
  }
  return told(shell, await reached(shell, () => desk.setUp()), json);
}

/** The same as setup where all is there, and never makes anything of its own choosing. */
export async function matrixStatus(shell: Surroundings, { json = false }: Options): Promise<ExitCode> {
  const { out, lang } = shell;
  const desk = await deskOf(shell);
  const { inUse, versions } = await reached(shell, () => desk.status());
  const newest = versions.at(-1) ?? '?';
  result({ out, json }, { answers: true, newest, inUse, missing: desk.missing }, () => [
    say({ lang }, `Le serveur répond (Matrix ${newest}).`, `The homeserver answers (Matrix ${newest}).`),
    inUse
      ? say({ lang }, 'Le robot tourne, et tient le compte.', 'The bot runs, and has the account.')
      : say(
          { lang },
          'Le robot ne tourne pas. « npx tour matrix setup » vérifie l’appareil et ses clés.',
          'The bot does not run. "npx tour matrix setup" checks the device and its keys.',
        ),
  ]);
  return desk.missing.storeKey || desk.missing.recoveryKey ? 1 : 0;
}

/** Restores a lost device by the recovery key; `newIdentity` replaces an identity whose recovery key is lost. */
export async function matrixRecover(
  shell: Surroundings,
  { json = false, newIdentity = false }: Options & { readonly newIdentity?: boolean },
): Promise<ExitCode> {
  const desk = await deskOf(shell);
  return told(shell, await reached(shell, () => (newIdentity ? desk.renew() : desk.setUp())), json);
}

async function reached<T>({ lang }: Surroundings, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const sentence = why.startsWith('Matrix')
      ? why
      : say(
          { lang },
          `Matrix ne répond pas comme prévu : ${why}.`,
          `Matrix does not answer as expected: ${why}.`,
        );
    throw new Stop(1, 'matrix-refused', sentence);
  }
}

function told({ out, lang }: Surroundings, found: MatrixFound | null, json: boolean): ExitCode {
  if (found === null)
    throw new Stop(
      1,
      'matrix-in-use',
      say(
        { lang },
        'Le robot tourne, et tient le compte : arrêtez-le d’abord.',
        'The bot runs, and has the account: stop it first.',
      ),
    );
  const { userId, deviceId, signed, recoverable, rooms } = found;
  result({ out, json }, { ...found }, () => [
    say(
      { lang },
      `Relié en tant que ${userId}, appareil ${deviceId}, ${rooms} conversations.`,
      `Connected as ${userId}, device ${deviceId}, ${rooms} conversations.`,
    ),
    signed
      ? say(
          { lang },
          'L’appareil est signé par le compte : vos partenaires ne verront pas d’avertissement.',
          'The device is signed by the account: your partners will see no warning.',
        )
      : say(
          { lang },
          'L’appareil n’est pas signé par le compte : vos partenaires verraient un bouclier rouge.',
          'The device is not signed by the account: your partners would see a red shield.',
        ),
    recoverable
      ? say(
          { lang },
          'La clé de récupération ouvre le coffre : un appareil perdu se restaure.',
          'The recovery key opens the vault: a lost device can be restored.',
        )
      : say(
          { lang },
          'MATRIX_RECOVERY_KEY n’ouvre pas le coffre de ce compte : un appareil perdu ne pourrait être restauré. Indiquez la bonne.',
          'MATRIX_RECOVERY_KEY does not open the vault of this account: a lost device could not be restored. Give the right one.',
        ),
  ]);
  return signed && recoverable ? 0 : 1;
}
