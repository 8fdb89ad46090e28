/** "ajuster thème 2.1", "modifier A-3 : …", "décider A-3 retenue : motif", "adopter le plan par conseil le 16/10/2015". */
import type { Source } from '../../app/adjustment/draft-adjustment.ts';
import { numberOf } from '../../core/ids.ts';
import { type ShortRules, shortCommand } from '../short-command.ts';

export type AdjustCommand =
  | { readonly does: 'adjust'; readonly source: Source }
  | { readonly does: 'adjustments' | 'coverage' }
  | { readonly does: 'show' | 'withdraw'; readonly number: number }
  /** The new text is the message from `textAt` (UTF-16) on. */
  | { readonly does: 'edit'; readonly number: number; readonly textAt: number }
  | { readonly does: 'cite' | 'uncite'; readonly number: number; readonly proposals: readonly number[] }
  | {
      readonly does: 'decide';
      readonly numbers: readonly number[];
      readonly status: string;
      readonly body: string | null;
      readonly day: string | null;
      readonly reason: string | null;
    }
  | {
      readonly does: 'ratify' | 'adopt';
      readonly body: string;
      readonly day: string | null;
      readonly except: readonly number[];
    };

// Repetitions are counted: messages of any length come here. What follows the colon is free text.
const A = 'a ?[-‐–] ?(\\d{1,5})';
const MANY = 'a ?[-‐–] ?\\d{1,5}(?:(?: ?, ?| et | and )a ?[-‐–] ?\\d{1,5}){0,60}';
const P = 'p ?[-‐–]? ?\\d{1,9}';
const MANY_P = `${P}(?:(?: ?, ?| et | and | )${P}){0,60}`;
const DAY = '(?: (?:le |on )?(\\S{6,20}))?';

const SHORT: ShortRules<AdjustCommand> = [
  [
    /^(?:ajuster|adjust) (?:le |la |the )?(?:th[èe]me|ligne|theme|line) (\S{1,80})$/iu,
    ([, line]) => ({ does: 'adjust', source: { from: 'line', line: line! } }),
  ],
  [
    new RegExp(`^(?:ajuster|adjust) (${MANY_P})$`, 'iu'),
    ([, refs]) => ({ does: 'adjust', source: { from: 'proposals', numbers: proposalsIn(refs!) } }),
  ],
  [
    /^(?:ajuster|adjust) (?:l['’])?(?:the )?(?:action |plan )?([a-z0-9]+(?:[-_][a-z0-9]+)*)$/iu,
    ([, action]) => ({ does: 'adjust', source: { from: 'action', action: action!.toLowerCase() } }),
  ],
  [/^(?:(?:les )?ajustements|(?:the )?adjustments)$/iu, () => ({ does: 'adjustments' })],
  [/^(?:couverture|coverage)$/iu, () => ({ does: 'coverage' })],
  [
    new RegExp(`^(?:(?:voir|montrer|show) )?(?:(?:l['’])?ajustement |adjustment )?${A}$`, 'iu'),
    ([, number]) => ({ does: 'show', number: Number(number) }),
  ],
  [
    new RegExp(`^(?:retirer|withdraw) (?:l['’]ajustement )?${A}$`, 'iu'),
    ([, number]) => ({ does: 'withdraw', number: Number(number) }),
  ],
  [
    new RegExp(`^(?:citer|cite) ${A} ?: ?(${MANY_P})$`, 'iu'),
    ([, number, refs]) => ({ does: 'cite', number: Number(number), proposals: proposalsIn(refs!) }),
  ],
  [
    new RegExp(`^(?:ne plus citer|uncite) ${A} ?: ?(${MANY_P})$`, 'iu'),
    ([, number, refs]) => ({ does: 'uncite', number: Number(number), proposals: proposalsIn(refs!) }),
  ],
  [
    new RegExp(
      `^(?:ent[ée]riner (?:les )?ajustements|ratify (?:the )?adjustments) (?:par |by )?([\\w-]{1,60})${DAY}(?: (?:sauf|except) (${MANY}))?$`,
      'iu',
    ),
    ([, body, day, except]) => ({ does: 'ratify', body: body!, day: day ?? null, except: numbersIn(except) }),
  ],
  [
    new RegExp(
      `^(?:adopter (?:le )?plan|adopt (?:the )?plan) (?:par |by )?([\\w-]{1,60})${DAY}(?: (?:sauf|except) (${MANY}))?$`,
      'iu',
    ),
    ([, body, day, except]) => ({ does: 'adopt', body: body!, day: day ?? null, except: numbersIn(except) }),
  ],
];
const LONGEST = 600;
const EDIT = new RegExp(
  `^\\s{0,20}(?:modifier|edit|change) (?:l['’]ajustement )?${A}[ \\u00a0\\u202f]{0,3}:\\s{0,20}(?=\\S)`,
  'iu',
);
const DECIDE = new RegExp(
  `^\\s{0,20}(?:d[ée]cider|decide) {1,3}(${MANY}) {1,3}([^:\\n]{2,200})(?::\\s{0,20}|$)`,
  'iu',
);
const BY = /^(.{2,160}?) (?:par|by) ([\w-]{1,60})(?: (?:(?:le|on) )?(\d\S{1,20}))?$/iu;

const numbersIn = (text: string | undefined): number[] =>
  [...(text ?? '').matchAll(/a ?[-‐–] ?(\d{1,5})/giu)].map(([, number]) => Number(number));
const proposalsIn = (text: string): number[] =>
  [...text.matchAll(new RegExp(P, 'giu'))].map(([found]) => numberOf(found)!);

/** null when the message is no such command. */
export function adjustCommand(text: string): AdjustCommand | null {
  const short = shortCommand(text, SHORT, LONGEST);
  if (short !== null) return short;
  const edit = EDIT.exec(text);
  if (edit) return { does: 'edit', number: Number(edit[1]), textAt: edit[0].length };
  const decide = DECIDE.exec(text);
  if (!decide) return null;
  const head = decide[2]!.trim().replace(/\s{1,20}/gu, ' ');
  const by = BY.exec(head);
  return {
    does: 'decide',
    numbers: numbersIn(decide[1]),
    status: (by?.[1] ?? head).trim(),
    body: by?.[2] ?? null,
    day: by?.[3] ?? null,
    reason: text.slice(decide[0].length).trim() || null,
  };
}
