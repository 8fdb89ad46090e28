/** What a mail server's trouble means for whoever sets it up, and what to do about it. */
import { say } from './context.ts';
import type { MailTrouble } from './shell.ts';
import { onOneLine } from './terminal.ts';

const MOST = 300;

/** A sentence or two; null when the error is no mail server's. */
export function mailAdvice(context: { readonly lang: 'fr' | 'en' }, error: unknown): string | null {
  const { code, response } = error as Partial<MailTrouble>;
  if (typeof code !== 'string' || response === undefined) return null;
  const answer = response === '' ? code : onOneLine(`${code}, ${response}`, MOST);
  const hint = hintOf(code);
  return say(context, `${answer}. ${HINTS.fr[hint]}`, `${answer}. ${HINTS.en[hint]}`);
}

type Hint = 'address' | 'reach' | 'login' | 'trust' | 'tls' | 'other';

const hintOf = (code: string): Hint => {
  if (code === 'address') return 'address';
  if (/AUTH|:53[0-5]/u.test(code)) return 'login';
  if (/CERT|SELF_SIGNED|UNABLE_TO_/u.test(code)) return 'trust';
  if (/TLS|SSL/u.test(code)) return 'tls';
  return /REFUSED|NOTFOUND|DNS|UNREACH|TIMEDOUT|AGAIN|CONNECTION|SOCKET/u.test(code) ? 'reach' : 'other';
};

const HINTS: Readonly<Record<'fr' | 'en', Readonly<Record<Hint, string>>>> = {
  fr: {
    address: 'Vérifiez cette adresse.',
    reach: 'Vérifiez le nom et le port dans SMTP_URL, et le pare-feu.',
    login: 'Vérifiez le nom et le mot de passe dans SMTP_URL (caractères spéciaux en %40…).',
    trust:
      'Le certificat de ce serveur n’est pas reconnu : vérifiez son nom et sa date ; si une autorité interne l’a signé, donnez-la dans NODE_EXTRA_CA_CERTS.',
    tls: 'Ce serveur ne chiffre pas comme attendu : smtps:// pour le port 465, smtp:// pour les autres ; SMTP_WITHOUT_TLS=yes en dernier recours.',
    other: 'C’est le serveur qui refuse : son administrateur sait pourquoi.',
  },
  en: {
    address: 'Check that address.',
    reach: 'Check the name and the port in SMTP_URL, and the firewall.',
    login: 'Check the user and the password in SMTP_URL (special characters as %40…).',
    trust:
      'The certificate of that server is not trusted: check its name and its date; if an authority of your own signed it, give it in NODE_EXTRA_CA_CERTS.',
    tls: 'That server does not encrypt as expected: smtps:// for port 465, smtp:// for others; SMTP_WITHOUT_TLS=yes as a last resort.',
    other: 'It is the server that refuses: its administrator knows why.',
  },
};
