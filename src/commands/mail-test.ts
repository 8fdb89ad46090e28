/** `tour mail test ADDRESS`: an operator's own letter, to see whether and how letters leave. */
import { result, Stop, say } from './context.ts';
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
  const { code, response } = error as Partial<MailTrouble>;
  if (typeof code !== 'string' || response === undefined) return error;
  const answer = response === '' ? code : onOneLine(`${code}, ${response}`, MOST);
  return new Stop(
    1,
    'mail-refused',
    say(
      context,
      `Rien n’est parti : ${answer}. ${HINTS.fr[hintOf(code)]}`,
      `Nothing was sent: ${answer}. ${HINTS.en[hintOf(code)]}`,
    ),
    { mail: code },
  );
}

type Hint = 'address' | 'reach' | 'login' | 'tls' | 'other';

const hintOf = (code: string): Hint => {
  if (code === 'address') return 'address';
  if (/AUTH|:53[0-5]/u.test(code)) return 'login';
  if (/TLS|CERT|SSL/u.test(code)) return 'tls';
  return /REFUSED|NOTFOUND|DNS|UNREACH|TIMEDOUT|AGAIN|CONNECTION|SOCKET/u.test(code) ? 'reach' : 'other';
};

const HINTS: Readonly<Record<'fr' | 'en', Readonly<Record<Hint, string>>>> = {
  fr: {
    address: 'Vérifiez cette adresse.',
    reach: 'Vérifiez le nom et le port dans SMTP_URL, et le pare-feu.',
    login: 'Vérifiez le nom et le mot de passe dans SMTP_URL (caractères spéciaux en %40…).',
    tls: 'Ce serveur ne chiffre pas comme attendu : smtps:// pour le port 465, smtp:// pour les autres ; SMTP_WITHOUT_TLS=yes en dernier recours.',
    other: 'C’est le serveur qui refuse : son administrateur sait pourquoi.',
  },
  en: {
    address: 'Check that address.',
    reach: 'Check the name and the port in SMTP_URL, and the firewall.',
    login: 'Check the user and the password in SMTP_URL (special characters as %40…).',
    tls: 'That server does not encrypt as expected: smtps:// for port 465, smtp:// for others; SMTP_WITHOUT_TLS=yes as a last resort.',
    other: 'It is the server that refuses: its administrator knows why.',
  },
};
