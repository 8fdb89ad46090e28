import type { Kind, Lang } from '../core/consultation/model.ts';
import { cuesOf } from './cues.ts';
import { startOf } from './starts.ts';
import type { Token } from './tokens.ts';

/** A turn of phrase: `length` tokens from `at`. */
interface Turn {
  readonly at: number;
  readonly length: number;
}

export interface KindFound {
  readonly kind: Kind;
  readonly confidence: number;
  /** What told it; null where no words did: a question mark, the prompt, or nothing. */
  readonly by: Turn | null;
}

const FALLBACK: KindFound = { kind: 'new-action', confidence: 0.35, by: null };
/** "Il ne faut pas oublier les villages" asks for something; it refuses nothing. */
const SOFTENING = new Set(
  'oublier oublions negliger hesiter sous hesitez oubliez forget overlook hesitate'.split(' '),
);

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));
/** "Par contre", "lutter contre cette pollution", "et non à l'échelle du pays" object to nothing: what precedes tells. */
const NOT_AFTER = new Map<string, ReadonlySet<string>>(
  Object.entries({
    contre: words(
      'par lutter lutte luttes luttons agir action mesure mesures proteger protection prevention assurance voter vote',
    ),
    non: words('et ou mais plutot pour que qui ainsi voire ni'),
    objection: words('sans aucune d pas nulle'),
    opposition: words('en par l'),
    avis: words('son leur un des l quel'),
  }),
);
/** Disagreement that is told of, not voiced: "quand on n'est pas d'accord", "le droit de n'être pas d'accord". */
const TOLD = words(
  'quand si lorsque que qu qui ceux celles droit etre peut peuvent chacun produits citoyens',
);
const VOICED = new Set(['pas', 'en', 'desaccord']);
/** How far back a word still governs the turn of phrase. */
const REACH = 6;
/** "Il est inacceptable que notre argent serve à…" denounces a state of things, no proposal. */
const DENOUNCING = words('que qu de d');

/** Whether a turn of phrase found is an objection where it stands. */
function objects(tokens: readonly Token[], at: number, length: number): boolean {
  const first = tokens[at]!.folded;
  const next = tokens[at + length]?.folded ?? '';
  if (SOFTENING.has(next)) return false;
  if (NOT_AFTER.get(first)?.has(tokens[at - 1]?.folded ?? '')) return false;
  if (first === 'inacceptable' && DENOUNCING.has(next)) return false;
  const before = tokens.slice(Math.max(0, at - REACH), at);
  const disagrees =
    VOICED.has(first) && /^(?:accord|desaccord|avec|sur)$/u.test(tokens[at + length - 1]!.folded);
  return !(disagrees && before.some(({ folded }) => TOLD.has(folded)));
}

/** Every turn of phrase found, in order, with the index of its first token. */
export function findCues(tokens: readonly Token[], lang: Lang): { kind: Kind; at: number; length: number }[] {
  const phrases = cuesOf(lang);
  const found: { kind: Kind; at: number; length: number }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const match = phrases.at(tokens, at);
    if (match === null) continue;
    found.push({ kind: match.value, at, length: match.length });
    at += match.length - 1;
  }
  return found;
}

/**
 * What kind of thing an idea says. `asks` is true when it ends with a question mark; `expected` is what the prompt
 * calls for, and wins only where the text itself says nothing.
 */
export function kindOfIdea(
  tokens: readonly Token[],
  lang: Lang,
  asks: boolean,
  expected: Kind | null = null,
): KindFound {
  const cues = findCues(tokens, lang);
  const has = (kind: Kind) => cues.find((cue) => cue.kind === kind);
  const objecting = cues.find(({ kind, at, length }) => kind === 'objection' && objects(tokens, at, length));
  if (objecting) return { kind: 'objection', confidence: 0.75, by: objecting };
  const [need, project] = [has('need'), has('project')];
  if (asks && !need && !has('new-action') && !has('change'))
    return { kind: 'question', confidence: 0.8, by: has('question') ?? null };
  if (project) return { kind: 'project', confidence: 0.7, by: project };
  const first = cues.find((cue) => cue.kind === 'need' || cue.kind === 'change' || cue.kind === 'new-action');
  if (first?.kind === 'need') return { kind: 'need', confidence: 0.7, by: first };
  const { start, length } = startOf(tokens, lang);
  const change = has('change');
  const made = cues.find((cue) => cue.kind === 'new-action' && tokens[cue.at]?.folded.startsWith('cre'));
  if (change && !made && change.at <= 6) return { kind: 'change', confidence: 0.6, by: change };
  if (start === 'infinitive') return { kind: 'new-action', confidence: 0.6, by: { at: 0, length } };
  if (expected === 'need' && (first === undefined || start === 'noun-phrase'))
    return { kind: 'need', confidence: 0.5, by: null };
  if (first?.kind === 'new-action') return { kind: 'new-action', confidence: 0.6, by: first };
  if (need) return { kind: 'need', confidence: 0.5, by: need };
  if (change) return { kind: 'change', confidence: 0.5, by: change };
  return FALLBACK;
}

/** What a prompt's own wording calls for: a need when it asks what is missing; else nothing particular. */
export function kindAsked(prompt: readonly Token[], lang: Lang): Kind | null {
  return findCues(prompt, lang).some((cue) => cue.kind === 'need') ? 'need' : null;
}
