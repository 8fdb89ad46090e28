/** Letters: to whom, from whom, with which headers. */
import type { SendMailOptions } from 'nodemailer';
import { display } from '../../../src/chat/display.ts';
import type { Guest, Guests } from '../../../src/chat/guest.ts';
import { type Letter, MailError, type Mailer } from '../../../src/chat/letter.ts';
import { htmlOf, type Sheet, textOf } from './bodies.ts';
import { isAddress, type Sender } from './from.ts';
import type { About, Phrases } from './locales/fr.ts';
import { phrasesIn } from './locales/phrases.ts';
import type { Transport } from './transport.ts';

export interface MailerParts {
  readonly transport: Transport;
  readonly from: Sender;
  /** Where answers to letters are read; null where nobody reads them. */
  readonly replyTo: string | null;
  readonly guests: Pick<Guests, 'find'>;
  /** Paths of a personal link, and of the page that says "stop". */
  readonly linkOf: (guest: Guest) => string;
  readonly stopOf: (guest: Guest) => string;
  /** `https://…` without a path. */
  readonly origin: () => string;
  readonly newId: () => string;
}

/**
 * One line, without controls: what a title or a name may hold must not begin another header. Nor is it decoded by those who
 * read it: RFC 2047 begins what is to be decoded with `=?`.
 */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim();

export function createMailer(parts: MailerParts): Mailer {
  const { transport, from, replyTo, origin } = parts;
  const domain = from.address.slice(from.address.indexOf('@') + 1);

  function envelope(
    key: string,
    email: string,
    asker: string,
    name: string | null,
  ): SendMailOptions & { headers: Record<string, string> } {
    if (!isAddress(email)) throw new MailError('address', { transient: false, scope: 'letter' });
    return {
      envelope: { from: from.address, to: [email] },
      from: { name: oneLine(from.name ?? asker), address: from.address },
      to: name === null ? email : { name: oneLine(name), address: email },
      ...(replyTo === null ? {} : { replyTo }),
      messageId: `<${key}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    };
  }

  return {
    async send(letter) {
      const guest = await parts.guests.find(letter.consultation, letter.userId);
      if (guest === null) throw new MailError('nobody', { transient: false, scope: 'letter' });
      const sheet = sheetOf(letter, guest);
      const { headers, ...to } = envelope(letter.key, letter.email, guest.asker, sheet.name);
      return transport.send({
        ...to,
        subject: sheet.subject,
        text: textOf(sheet),
        html: htmlOf(sheet),
        headers: {
          ...headers,
          'Content-Language': letter.message.lang,
          'List-Unsubscribe': `<${sheet.stop}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      });
    },
    async test(email, lang) {
      const say = phrasesIn(lang);
      const { headers, ...to } = envelope(parts.newId(), email, say.product, null);
      return transport.send({
        ...to,
        subject: say.subject('test', null),
        text: say.test,
        headers: { ...headers, 'Content-Language': say.lang },
      });
    },
    close: () => transport.close(),
  };

  function sheetOf(letter: Letter, guest: Guest): Sheet {
    const say = phrasesIn(letter.message.lang);
    const name = oneLine(display(guest.name));
    const subject = oneLine(say.subject(letter.kind, aboutOf(letter, say)));
    return {
      say,
      kind: letter.kind,
      subject: letter.shared ? say.subjectFor(name, subject) : subject,
      asker: guest.asker,
      title: letter.round?.title ?? guest.title,
      name,
      message: letter.message,
      link: origin() + parts.linkOf(guest),
      stop: origin() + parts.stopOf(guest),
      repliesRead: replyTo !== null,
    };
  }
}

function aboutOf({ round }: Letter, say: Phrases): About | null {
  if (round === null) return null;
  const { zone: timeZone } = round;
  const until = new Intl.DateTimeFormat(say.locale, { day: 'numeric', month: 'long', timeZone })
    .format(round.until)
    .replace(/^1 (?=\p{L})/u, say.lang === 'fr' ? '1er ' : '1 ');
  return { round: round.title, until };
}
