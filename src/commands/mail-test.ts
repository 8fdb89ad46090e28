/** `tour mail test ADDRESS`: an operator's own letter, to see whether and how letters leave. */
import { result, Stop, say } from './context.ts';
import { mailAdvice } from './mail-advice.ts';
import type { MailTrouble, Shell } from './shell.ts';
import { type ExitCode, onOneLine } from './terminal.ts';

const MOST = 300;

export async function mailTest(
  { tryMail, out, lang }: Shell,
  email: string,
  { json = false }: { readonly json?: boolean },
): Promise<ExitCode> {
  if (!tryMail)
    throw new Stop(
      1,
      'no-mail',
      say(
        { lang },
        'Aucun serveur d’envoi : donnez SMTP_URL et MAIL_FROM (.env.example les décrit).',
        'No mail server: give SMTP_URL and MAIL_FROM (.env.example describes them).',
      ),
    );
  const said = await tryMail(email).catch((error: unknown) => {
    throw refused({ lang }, error);
  });
  const answer = onOneLine(said, MOST);
  return result({ out, json }, { response: answer }, () => [
    say({ lang }, `Parti. Le serveur a répondu : ${answer}`, `Sent. The server answered: ${answer}`),
    say(
      { lang },
      'S’il n’arrive pas, regardez parmi les indésirables, et si le domaine de MAIL_FROM autorise ce serveur (SPF, DKIM).',
      'Should it not arrive, look among the unwanted, and whether the domain of MAIL_FROM allows that server (SPF, DKIM).',
    ),
  ]);
}

function refused(context: { readonly lang: 'fr' | 'en' }, error: unknown): unknown {
  const advice = mailAdvice(context, error);
  if (advice === null) return error;
  const { code } = error as MailTrouble;
  return new Stop(
    1,
    'mail-refused',
    say(context, `Rien n’est parti : ${advice}`, `Nothing was sent: ${advice}`),
    { mail: code },
  );
}
