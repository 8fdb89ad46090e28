/** Somebody who came by another person's link and said who they are: kept as one text, read back from it. */
import { readEmail } from './email.ts';
import type { Span } from './referred.ts';

export interface Visitor {
  readonly name: string;
  /** '' when not given. */
  readonly organisation: string;
  readonly email: string | null;
  /** What they wrote besides; '' when nothing. */
  readonly word: string;
}

const onOneLine = (text: string, also = ''): string =>
  [...text]
    .map((one) => (also.includes(one) ? ' ' : one))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();

/** `Name, Organisation`, then the e-mail, then their word: a line each. What names hold of a command's own signs is left out. */
export const visitorText = ({ name, organisation, email, word }: Visitor): string =>
  [
    [onOneLine(name, ',:@'), onOneLine(organisation, ':@')].filter(Boolean).join(', '),
    ...(email === null ? [] : [email]),
    ...(word.trim() === '' ? [] : [word.trim()]),
  ].join('\n');

/** Where each stands in such a text. */
export function visitorOf(text: string): {
  readonly [Field in 'name' | 'organisation' | 'email']: Span | null;
} {
  const [first = '', second = ''] = text.split('\n', 2);
  const comma = first.indexOf(', ');
  const from = first.length + 1;
  return {
    name: { start: 0, end: comma === -1 ? first.length : comma },
    organisation: comma === -1 ? null : { start: comma + 2, end: first.length },
    email: readEmail(second) === second ? { start: from, end: from + second.length } : null,
  };
}
