/** Matrix, for `tour check` without a folder: does the homeserver answer, and is the account ready? */
import { say } from './context.ts';
import type { Shell } from './shell.ts';

export interface MatrixReport {
  readonly ok: boolean;
  /** For people, with what to do. */
  readonly lines: readonly string[];
}

/** null where Matrix isn't set up. */
export async function matrixReport({
  matrix: open,
  lang,
}: Pick<Shell, 'matrix' | 'lang'>): Promise<MatrixReport | null> {
  if (!open) return null;
  const matrix = await open();
  const missing = [
    ...(matrix.missing.storeKey ? ['MATRIX_STORE_KEY'] : []),
    ...(matrix.missing.recoveryKey ? ['MATRIX_RECOVERY_KEY'] : []),
  ];
  if (missing.length > 0) {
    const names = missing.join(', ');
    const line = say(
      { lang },
      `Matrix : il manque ${names}. « npx tour matrix setup » en propose.`,
      `Matrix: missing ${names}. "npx tour matrix setup" proposes some.`,
    );
    return { ok: false, lines: [line] };
  }
  try {
    const { inUse } = await matrix.status();
    const line = inUse
      ? say(
          { lang },
          'Matrix : le serveur répond, le robot y est.',
          'Matrix: the homeserver answers, the bot is there.',
        )
      : say(
          { lang },
          'Matrix : le serveur répond. « npx tour matrix status » regarde le compte.',
          'Matrix: the homeserver answers. "npx tour matrix status" looks at the account.',
        );
    return { ok: true, lines: [line] };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const line = say(
      { lang },
      `Matrix : le serveur ne répond pas comme prévu (${why}). Vérifiez MATRIX_HOMESERVER.`,
      `Matrix: the homeserver does not answer as expected (${why}). Check MATRIX_HOMESERVER.`,
    );
    return { ok: false, lines: [line] };
  }
}
