/** Letters: what a try and a check of the mail server need, and the round a letter is about. */
import { mailerOf } from '../../adapters/web/chat.ts';
import { transportOf } from '../../adapters/web/mail/folder.ts';
import type { MailMatter } from '../app/ports/mails.ts';
import type { Transaction } from '../app/ports/store.ts';
import { roundTitle } from '../bot/letters.ts';
import type { MailSettings } from '../config.ts';

const NO_LINKS = { linkOf: () => '', stopOf: () => '' };

/** Sends a letter about nothing; what the server said. Throws MailError. */
export async function tryMail(mail: MailSettings, lang: string, email: string): Promise<string> {
  const nobody = { find: async () => null };
  const mailer = mailerOf(mail, { guests: nobody, links: NO_LINKS, origin: () => '' });
  try {
    return await mailer.test(email, lang);
  } finally {
    mailer.close();
  }
}

/** Reaches the mail server and is let in, sending nothing. Throws MailError. */
export async function checkMail({ url, withoutTls }: MailSettings): Promise<void> {
  const transport = transportOf({ url, withoutTls });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

export const roundOf = async (tx: Transaction, { consultationId, round, lang }: MailMatter) => {
  const consultation = await tx.consultations.byId(consultationId);
  const title = consultation && round && roundTitle(consultation, round.key, lang);
  return title ? { title, zone: consultation.content.zone } : null;
};
