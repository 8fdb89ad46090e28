/** What facilitators ask, by words, of a round under way and of its people. */
import type { Whereabouts } from '../../app/round/add-to-round.ts';
import { numberOf } from '../../core/ids.ts';
import { whereabouts } from '../whereabouts.ts';

export type FacilitatorCommand =
  | { readonly does: 'silence'; readonly college: string | null }
  | { readonly does: 'remind'; readonly key: string | null }
  | {
      readonly does: 'add';
      readonly name: string;
      readonly organisation: string;
      readonly college: string;
      readonly at: Whereabouts;
      readonly lang: string | null;
    }
  /** The text is the message from `textAt` (UTF-16) on. */
  | { readonly does: 'behalf'; readonly name: string; readonly source: string; readonly textAt: number }
  | { readonly does: 'moderate' | 'reinstate'; readonly number: number; readonly reason: string | null }
  | { readonly does: 'moderation-log' | 'record-how' }
  | { readonly does: 'reopen'; readonly key: string }
  /** `key` null: the round that is open. `until` null: the day was not said. */
  | { readonly does: 'extend'; readonly key: string | null; readonly until: string | null }
  | { readonly does: 'look'; readonly number: number };

const rule = <T>(pattern: string, make: (found: (string | undefined)[]) => T) =>
  [new RegExp(`^\\s*${pattern}\\s*$`, 'isu'), make] as const;

const RULES: readonly (readonly [RegExp, (found: (string | undefined)[]) => FacilitatorCommand])[] = [
  rule('(?:silences?|carte des silences|silence map)(?:\\s+(\\S.*?))?', ([college]) => ({
    does: 'silence',
    college: college ?? null,
  })),
  rule('(?:rouvrir|r[ée]ouvrir|reopen)\\s+([\\w-]+)', ([key]) => ({ does: 'reopen', key: key! })),
  rule('(?:journal de (?:la )?mod[ée]ration|moderation log)', () => ({ does: 'moderation-log' })),
  rule('(?:saisir|record)', () => ({ does: 'record-how' })),
  // What organisations are called may hold a comma.
  rule(
    '(?:ajouter|inviter|add|invite)\\s+([^,:]+?)\\s*,\\s*(.+?)\\s*,\\s*([^,]+?)\\s*,\\s*(\\p{L}[\\p{L}\\w-]*:[^\\s,]+|[^\\s,:]+@[^\\s,]+)(?:\\s*,\\s*([a-z]{2}))?',
    ([name, organisation, college, at, lang]) => ({
      does: 'add',
      name: name!,
      organisation: organisation!,
      college: college!,
      at: whereabouts(at!),
      lang: lang?.toLowerCase() ?? null,
    }),
  ),
  rule('(?:relancer|relance|remind)(?:\\s+([\\w-]+))?', ([key]) => ({ does: 'remind', key: key ?? null })),
  rule(
    '(?:prolonger|repousser|extend)(?:\\s+(?:le|ce|the|this) (?:tour|round)|\\s+(?!jusqu|au |until |to )([\\w-]+))?(?:\\s+(?:jusqu.(?:au)?|au|until|to)\\s*(\\S.{0,40}?))?\\.?',
    ([key, until]) => ({
      does: 'extend',
      key: key ?? null,
      until: until ?? null,
    }),
  ),
  rule('(?:(?:voir|montrer|show)\\s+)?(p\\s{0,4}[-‐–]?\\s{0,4}\\d{1,9})', ([ref]) => ({
    does: 'look',
    number: numberOf(ref!)!,
  })),
];

/** Repetitions are counted: these read messages of any length, whose text after the colon is free. */
const BEHALF =
  /^\s{0,20}(?:pour|de la part de|for|on behalf of) {1,3}([^:\n(]{2,120})(?:\((\p{L}{1,20})\)[ \u00a0\u202f]{0,3})?:\s{0,20}(?=\S)/iu;
const MODERATE =
  /^\s{0,20}(mod[ée]rer|moderate|publier|publish) {1,3}(p ?[-‐–]? ?\d{1,9})[ \u00a0\u202f]{0,3}(?:$|[:,]\s{0,20}(?=\S|$))/iu;
const SOURCES: Readonly<Record<string, string>> = {
  papier: 'paper',
  courrier: 'letter',
  lettre: 'letter',
  téléphone: 'phone',
  telephone: 'phone',
  réunion: 'meeting',
  reunion: 'meeting',
  paper: 'paper',
  letter: 'letter',
  phone: 'phone',
  meeting: 'meeting',
};

/** Commands without a free text are short; longer messages are none of them. */
const LONGEST = 400;

/** null when the message is no such command. */
export function facilitatorCommand(text: string): FacilitatorCommand | null {
  if (text.length <= LONGEST)
    for (const [pattern, make] of RULES) {
      const found = pattern.exec(text);
      if (found) return make(found.slice(1));
    }
  const moderated = MODERATE.exec(text);
  if (moderated) {
    const reason = text.slice(moderated[0].length).trim();
    return {
      does: moderated[1]!.toLowerCase().startsWith('m') ? 'moderate' : 'reinstate',
      number: numberOf(moderated[2]!)!,
      reason: reason === '' ? null : reason,
    };
  }
  const behalf = BEHALF.exec(text);
  if (!behalf) return null;
  const source = SOURCES[behalf[2]?.toLowerCase() ?? ''] ?? 'unsaid';
  return { does: 'behalf', name: behalf[1]!.trim(), source, textAt: behalf[0].length };
}
