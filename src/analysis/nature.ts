import type { Lang } from '../core/consultation/model.ts';
import type { Nature } from '../core/proposal/reading.ts';
import { withoutIdea } from './complaint.ts';
import { createPhrases, type Phrases } from './phrases.ts';
import { isSmallTalk } from './small-talk.ts';
import type { Piece } from './split.ts';
import type { Token } from './tokens.ts';

const phrases = (text: string): Phrases<true> =>
  createPhrases(
    text
      .trim()
      .split(/[|\n]/u)
      .map((phrase) => [phrase, true] as const),
  );

/** A question with one of these is a way to propose. */
const PROPOSING = phrases(`
pourquoi ne pas|pourquoi pas|et si|il faudrait|on pourrait|nous pourrions|ne pourrait-on pas|pourrait-on|ne pourrions-nous pas
pourrait-il|ne faudrait-il pas|faudrait-il|besoin|besoins|manque|je propose|nous proposons|on propose|ce serait bien|ne serait-il pas
why not|what if|how about|could we|we could|should we not|shouldn't we|need|needs|propose|suggest
waarom niet|waarom geen|zouden we|kunnen we niet|nodig`);

const ASKING = phrases(`
c'est quoi|qu'est-ce que|qu'est-ce qu|est-ce que|est-ce qu|qui est|qui êtes-vous|qui lit|qui va lire|quand|combien|où|comment ça|à quoi
jusqu'à quand|quel est|quelle est|quels sont|quelles sont|comment faire pour|comment on fait|what is|what's|who|when|where|how do|how long`);

const proposes = (tokens: readonly Token[]): boolean =>
  tokens.some((_, at) => PROPOSING.at(tokens, at) !== null);

/**
 * Whether a message holds ideas, is a question put to the bot, or holds none. `pieces` are its ideas as
 * `splitIdeas` found them.
 */
export function natureOf(tokens: readonly Token[], pieces: readonly Piece[], lang: Lang): Nature {
  const worded = tokens.some((token) => /\p{L}/u.test(token.form));
  if (!worded || pieces.length === 0 || isSmallTalk(tokens.slice(0, 40))) return 'other';
  if (pieces.every((piece) => piece.asks) && tokens.length <= 60 && !proposes(tokens)) return 'question';
  const unmarked = pieces.length === 1 && tokens.length <= 8 && ASKING.at(tokens, 0) !== null;
  if (unmarked && !proposes(tokens)) return 'question';
  return withoutIdea(tokens, lang) ?? 'ideas';
}
