/** The log of moderation as the public may read it: what was done and why; nobody named, nothing moderated quoted. */
import type { Lang } from '../consultation/model.ts';
import type { PartnerId, Ref } from '../ids.ts';
import type { Figure } from '../synthesis/model.ts';
import type { Instant } from '../time.ts';

export interface Moderation {
  readonly at: Instant;
  readonly did: 'moderate' | 'reinstate';
  readonly proposal: Ref;
  readonly author: PartnerId | null;
  /** null once it can't be read. */
  readonly reason: string | null;
  /** The words it is about; null once erased. */
  readonly words: string | null;
}

export interface ModerationDocument {
  readonly lang: Lang;
  readonly consultation: {
    readonly key: string;
    readonly title: string;
    readonly asker: string;
    /** IANA zone of the dates shown. */
    readonly zone: string;
  };
  readonly at: Instant;
  readonly smallestFigure: number;
  /** People whose words were kept from publication at least once. */
  readonly authors: Figure;
  /** Proposals that are not published at present. */
  readonly unpublished: number;
  /** Oldest first. */
  readonly entries: readonly {
    readonly at: Instant;
    readonly did: 'moderate' | 'reinstate';
    readonly proposal: Ref;
    /** null when it names somebody or repeats what it is about. */
    readonly reason: string | null;
  }[];
}

export interface Named {
  readonly people: readonly string[];
  readonly organisations: readonly string[];
}

/** `known` are all who are known here: an organisation of one speaker names them. */
export function moderationDocument(
  given: Pick<ModerationDocument, 'lang' | 'consultation' | 'at' | 'smallestFigure'>,
  moderations: readonly Moderation[],
  known: Named,
): ModerationDocument {
  const authors = new Set(moderations.filter(({ did }) => did === 'moderate').map(({ author }) => author));
  authors.delete(null);
  const latest = new Map(moderations.map(({ proposal, did }) => [proposal, did]));
  const small = authors.size > 0 && authors.size < given.smallestFigure;
  return {
    ...given,
    authors: small ? null : authors.size,
    unpublished: [...latest.values()].filter((did) => did === 'moderate').length,
    entries: moderations.map(({ at, did, proposal, reason, words }) => ({
      at,
      did,
      proposal,
      reason: reason !== null && tellsNothing(reason, known, words) ? reason : null,
    })),
  };
}

/** So many words in a row are a quotation. */
const QUOTED = 4;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function tellsNothing(reason: string, known: Named, words: string | null): boolean {
  const said = ` ${wordsOf(reason).join(' ')} `;
  const whole = (named: readonly string[]) => named.length > 0 && said.includes(` ${named.join(' ')} `);
  // A surname alone names somebody; a first name alone is too common a word.
  if (known.people.map(wordsOf).some((named) => whole(named) || longSurname(named, said))) return false;
  if (known.organisations.map(wordsOf).some(whole)) return false;
  const about = wordsOf(words ?? '');
  for (let at = 0; at + QUOTED <= about.length; at++)
    if (said.includes(` ${about.slice(at, at + QUOTED).join(' ')} `)) return false;
  return true;
}

const longSurname = (named: readonly string[], said: string): boolean =>
  named.length > 1 && named.at(-1)!.length > 3 && said.includes(` ${named.at(-1)} `);
