/** E-mail, for `tour check` without a folder: does the server answer, encrypted and as it should, and let the bot in? */
import { say } from './context.ts';
import { mailAdvice } from './mail-advice.ts';
import type { Shell } from './shell.ts';

export interface MailReport {
  readonly ok: boolean;
  /** For people, with what to do. */
  readonly lines: readonly string[];
}

/** null where no server is set up. */
export async function mailReport({
  checkMail,
  lang,
}: Pick<Shell, 'checkMail' | 'lang'>): Promise<MailReport | null> {
  if (!checkMail) return null;
  try {
    await checkMail();
    const line = say({ lang }, 'E-mail : le serveur d’envoi répond.', 'E-mail: the mail server answers.');
    return { ok: true, lines: [line] };
  } catch (error) {
    const advice = mailAdvice({ lang }, error);
    if (advice === null) throw error;
    return { ok: false, lines: [say({ lang }, `E-mail : ${advice}`, `E-mail: ${advice}`)] };
  }
}
