/** Whom somebody names instead of themselves: "voyez Paul Martin, paul.martin@exemple.fr". */
import { readEmail } from './email.ts';

/** UTF-16 offsets in the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Referred {
  /** null when no name can be told. */
  readonly name: Span | null;
  readonly email: Span | null;
}

const MAIL = /[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"]{3,190}/u;
const WORD = "\\p{Lu}[\\p{L}'’-]{1,30}";
const NAME = new RegExp(
  `(?<![\\p{L}@.])${WORD}(?: (?:(?:de|du|de la|des|le|la|van|von|den|der|el|ben) )?${WORD}){1,2}`,
  'gu',
);
/** Begin a sentence, and are nobody's name. */
const NO_NAME =
  /^(?:Voyez|Voir|Ecrivez|Écrivez|Contactez|Appelez|Demandez|Adressez|Plut[oô]t|Bonjour|Merci|Madame|Monsieur|Mme|Mr|C['’]est|Il|Elle|Please|Write|Ask|Contact|Try|Hello|Thanks|Rather|Je|Notre|Our|My) /u;
/** Of one message. */
const LONGEST = 2_000;

export function referredIn(text: string): Referred {
  const said = text.slice(0, LONGEST);
  return { name: nameIn(said), email: emailIn(said) };
}

function emailIn(text: string): Span | null {
  const found = MAIL.exec(text);
  const mail = found?.[0].replace(/[.!?]+$/u, '');
  return found && mail !== undefined && readEmail(mail) !== null
    ? { start: found.index, end: found.index + mail.length }
    : null;
}

function nameIn(text: string): Span | null {
  for (const { 0: found, index } of text.matchAll(NAME)) {
    const head = NO_NAME.exec(`${found} `)?.[0].length ?? 0;
    if (found.slice(head).includes(' ')) return { start: index + head, end: index + found.length };
  }
  return null;
}
