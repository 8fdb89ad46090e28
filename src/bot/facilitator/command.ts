/** What facilitators ask, by words, of a round under way and of its people. */
import { numberOf } from '../../core/ids.ts';

export type FacilitatorCommand =
  | { readonly does: 'silence'; readonly college: string | null }
  | { readonly does: 'remind'; readonly key: string | null }
  | {
      readonly does: 'add';
      readonly name: string;
      readonly organisation: string;
      readonly college: string;
      readonly platform: string;
      readonly userId: string;
      readonly lang: string | null;
    }
  /** The text is the message from `textAt` (UTF-16) on. */
  | { readonly does: 'behalf'; readonly name: string; readonly source: string; readonly textAt: number }
  | { readonly does: 'moderate' | 'reinstate'; readonly number: number; readonly reason: string | null }
  | { readonly does: 'moderation-log' }
  | { readonly does: 'extend'; readonly key: string; readonly until: string };

const rule = <T>(pattern: string, make: (found: (string | undefined)[]) => T) =>
  [new RegExp(`^\\s*${pattern}\\s*$`, 'isu'), make] as const;

const RULES: readonly (readonly [RegExp, (found: (string | undefined)[]) => FacilitatorCommand])[] = [
  rule('(?:silences?|carte des silences|silence map)(?:\\s+(\\S.*?))?', ([college]) => ({
    does: 'silence',
    college: college ?? null,
  })),
  rule(
    '(mod[ée]rer|moderate|publier|publish)\\s+(p\\s*[-‐–]?\\s*\\d{1,9})(?:\\s*[:,]\\s*(.+))?',
    ([verb, ref, reason]) => ({
      does: verb!.toLowerCase().startsWith('m') ? 'moderate' : 'reinstate',
      number: numberOf(ref!)!,
      reason: reason ?? null,
    }),
  ),
  rule('(?:journal de (?:la )?mod[ée]ration|moderation log)', () => ({ does: 'moderation-log' })),
  // What organisations are called may hold a comma.
  rule(
    '(?:ajouter|inviter|add|invite)\\s+([^,:]+?)\\s*,\\s*(.+?)\\s*,\\s*([^,]+?)\\s*,\\s*(\\p{L}[\\w-]*):([^\\s,]+)(?:\\s*,\\s*([a-z]{2}))?',
    ([name, organisation, college, platform, userId, lang]) => ({
      does: 'add',
      name: name!,
      organisation: organisation!,
      college: college!,
      platform: platform!.toLowerCase(),
      userId: userId!,
      lang: lang?.toLowerCase() ?? null,
    }),
  ),
  rule('(?:relancer|relance|remind)(?:\\s+([\\w-]+))?', ([key]) => ({ does: 'remind', key: key ?? null })),
  rule('(?:prolonger|extend)\\s+([\\w-]+)\\s+(?:jusqu.(?:au)?|until|to)\\s*(\\S+?)\\.?', ([key, until]) => ({
    does: 'extend',
    key: key!,
    until: until!,
  })),
];

const BEHALF =
  /^\s*(?:pour|de la part de|for|on behalf of)\s+([^:\n(]{2,120}?)\s*(?:\((\p{L}+)\)\s*)?:\s*(?=\S)/iu;
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

/** null when the message is no such command. */
export function facilitatorCommand(text: string): FacilitatorCommand | null {
  for (const [pattern, make] of RULES) {
    const found = pattern.exec(text);
    if (found) return make(found.slice(1));
  }
  const behalf = BEHALF.exec(text);
  if (!behalf) return null;
  const source = SOURCES[behalf[2]?.toLowerCase() ?? ''] ?? 'unsaid';
  return { does: 'behalf', name: behalf[1]!, source, textAt: behalf[0].length };
}
