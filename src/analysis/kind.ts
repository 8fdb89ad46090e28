import type { Kind, Lang } from '../core/consultation/model.ts';
import { cuesOf } from './cues.ts';
import { startOf } from './starts.ts';
import type { Token } from './tokens.ts';

export interface KindFound {
  readonly kind: Kind;
  readonly confidence: number;
}

const FALLBACK: KindFound = { kind: 'new-action', confidence: 0.35 };
/** "Il ne faut pas oublier les villages" asks for something; it refuses nothing. */
const SOFTENING = new Set(
  'oublier oublions negliger hesiter sous hesitez oubliez forget overlook hesitate'.split(' '),
);

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
  const objection = has('objection');
  if (objection !== undefined) {
    const next = tokens[objection.at + objection.length];
    if (next === undefined || !SOFTENING.has(next.folded)) return { kind: 'objection', confidence: 0.75 };
  }
  if (asks && !has('need') && !has('new-action') && !has('change'))
    return { kind: 'question', confidence: 0.8 };
  if (has('project')) return { kind: 'project', confidence: 0.7 };
  const first = cues.find((cue) => cue.kind === 'need' || cue.kind === 'change' || cue.kind === 'new-action');
  if (first?.kind === 'need') return { kind: 'need', confidence: 0.7 };
  const { start } = startOf(tokens, lang);
  const change = has('change');
  const made = cues.find((cue) => cue.kind === 'new-action' && tokens[cue.at]?.folded.startsWith('cre'));
  if (change && !made && change.at <= 6) return { kind: 'change', confidence: 0.6 };
  if (start === 'infinitive') return { kind: 'new-action', confidence: 0.6 };
  if (expected === 'need' && (first === undefined || start === 'noun-phrase'))
    return { kind: 'need', confidence: 0.5 };
  if (first?.kind === 'new-action') return { kind: 'new-action', confidence: 0.6 };
  if (has('need')) return { kind: 'need', confidence: 0.5 };
  if (change) return { kind: 'change', confidence: 0.5 };
  return FALLBACK;
}

/** What a prompt's own wording calls for: a need when it asks what is missing; else nothing particular. */
export function kindAsked(prompt: readonly Token[], lang: Lang): Kind | null {
  return findCues(prompt, lang).some((cue) => cue.kind === 'need') ? 'need' : null;
}
