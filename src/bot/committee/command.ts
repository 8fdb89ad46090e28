/** "convoquer comite jusqu'au 13 mai", "d'accord A-3", "objection P-0042 : motif", "pouvoir à Claire", "séance", "clore la séance". */
import type { On } from '../../app/committee/speak.ts';
import type { Stand } from '../../core/committee/model.ts';
import { numberOf } from '../../core/ids.ts';
import { type ShortRules, shortCommand } from '../short-command.ts';

export type CommitteeCommand =
  | { readonly does: 'convene'; readonly body: string; readonly until: string | null }
  | { readonly does: 'session' | 'answers' | 'close' | 'cancel' | 'minutes' | 'take-back' }
  /** The reason is the message from `reasonAt` (UTF-16) on; null without one. */
  | {
      readonly does: 'stand';
      readonly stand: Stand;
      readonly on: On;
      readonly reasonAt: number | null;
    }
  | { readonly does: 'proxy'; readonly name: string }
  | { readonly does: 'integrate'; readonly number: number; readonly textAt: number }
  | { readonly does: 'override'; readonly on: On; readonly reasonAt: number | null };

// Repetitions are counted: messages of any length come here. What follows the colon is free text.
const A = 'a ?[-‐–] ?\\d{1,5}';
const P = 'p ?[-‐–]? ?\\d{1,9}';
const ON = `(${A}|${P}|(?:les |the )?(?:r[ée]ponses|answers)|(?:(?:sur|pour|to|on|with) )?(?:tout|all|everything))`;
const COLON = '[ \\u00a0\\u202f]{0,3}(?::\\s{0,20}(?=\\S)|$)';

const STANDS: readonly (readonly [Stand, RegExp])[] = (
  [
    ['agree', "(?:d['’]accord|consentement|je consens|pour|agree|consent|for)"],
    ['object', "(?:objection|je m[’']oppose|contre|object|against)"],
    ['abstain', "(?:abstention|je m[’']abstiens|abstain)"],
  ] as const
).map(([stand, words]) => [
  stand,
  new RegExp(`^\\s{0,20}${words}(?: (?:[àa]|au|aux|sur|pour|to|on|with))? {1,3}${ON}${COLON}`, 'iu'),
]);

const SHORT: ShortRules<CommitteeCommand> = [
  [
    /^(?:convoquer|convene) (?:le |la |the )?([\w-]{1,60})(?: (.{2,60}))?$/iu,
    ([, body, until]) => ({ does: 'convene', body: body!, until: until ?? null }),
  ],
  [/^(?:(?:la |the )?(?:s[ée]ance|session))$/iu, () => ({ does: 'session' })],
  [/^(?:clore|close) (?:la |the )?(?:s[ée]ance|session)$/iu, () => ({ does: 'close' })],
  [/^(?:annuler|cancel) (?:la |the )?(?:s[ée]ance|session)$/iu, () => ({ does: 'cancel' })],
  [
    /^(?:le |the )?(?:proc[èe]s[- ]verbal|pv|session minutes|minutes of the session)$/iu,
    () => ({ does: 'minutes' }),
  ],
  [/^(?:les |the )?(?:r[ée]ponses|answers)$/iu, () => ({ does: 'answers' })],
  [
    /^(?:reprendre (?:mon |ma )?(?:pouvoir|voix)|take back (?:my )?(?:proxy|voice))$/iu,
    () => ({ does: 'take-back' }),
  ],
  [
    /^(?:(?:donner )?(?:mon )?pouvoir [àa]|(?:give )?(?:my )?proxy to) (.{2,80})$/iu,
    ([, name]) => ({ does: 'proxy', name: name! }),
  ],
];
const LONGEST = 200;
const INTEGRATE =
  /^\s{0,20}(?:int[ée]grer|integrate) a ?[-‐–] ?(\d{1,5})[ \u00a0\u202f]{0,3}:\s{0,20}(?=\S)/iu;
const OVERRIDE = new RegExp(`^\\s{0,20}(?:passer outre|override)(?: (?:sur|on))? {1,3}${ON}${COLON}`, 'iu');

/** null when the message is no such command. */
export function committeeCommand(text: string): CommitteeCommand | null {
  const short = shortCommand(text, SHORT, LONGEST);
  if (short !== null) return short;
  const integrate = INTEGRATE.exec(text);
  if (integrate) return { does: 'integrate', number: Number(integrate[1]), textAt: integrate[0].length };
  const override = OVERRIDE.exec(text);
  if (override) return { does: 'override', on: onOf(override[1]!), reasonAt: restOf(text, override[0]) };
  for (const [stand, pattern] of STANDS) {
    const found = pattern.exec(text);
    if (found) return { does: 'stand', stand, on: onOf(found[1]!), reasonAt: restOf(text, found[0]) };
  }
  return null;
}

const restOf = (text: string, head: string): number | null =>
  text.slice(head.length).trim() === '' ? null : head.length;

function onOf(said: string): On {
  if (/(?:tout|all|everything)$/iu.test(said)) return { on: 'all' };
  if (/^a ?[-‐–]/iu.test(said)) return { on: 'adjustment', number: Number(/\d+/u.exec(said)![0]) };
  const number = numberOf(said);
  return number === null ? { on: 'answers' } : { on: 'answer', number };
}
