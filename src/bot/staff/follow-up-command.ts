/** What is asked, by words, of what follows a synthesis: answers to many, corrections, what is owed, disputes. */

import type { Chosen } from '../../app/decision/decide-together.ts';
import { numberOf } from '../../core/ids.ts';
import { refsIn } from '../refs-said.ts';

/** Who says so and when, as written after the status. */
interface By {
  readonly body: string | null;
  readonly day: string | null;
}

export type FollowUpCommand =
  | ({
      readonly does: 'decide-together';
      readonly chosen: Chosen;
      readonly status: string;
      readonly except: readonly number[];
      readonly reason: string | null;
    } & By)
  | ({
      readonly does: 'correct-decision';
      readonly number: number;
      readonly status: string | null;
      readonly reason: string | null;
    } & By)
  | { readonly does: 'owed' | 'disputes' }
  | { readonly does: 'restitution-for'; readonly name: string }
  | { readonly does: 'dispute' | 'take-dispute'; readonly number: number }
  | {
      readonly does: 'answer-dispute';
      readonly number: number;
      readonly verdict: string;
      readonly reason: string | null;
    };

// Repetitions are counted: messages of any length come here. What follows the colon is free text.
const REF = 'p ?[-‐–]? ?\\d{1,9}';
const TOGETHER =
  /^\s{0,20}(?:d[ée]cider|decide) {1,3}(?:(?:le |la |the )?(?:th[èe]me|ligne|theme|line) {1,3}(\S{1,80})|(?:l['’])?(?:axe|axis) {1,3}(\S{1,80})|(?:tout )?(?:le |the )?rest(?:e)?) {1,3}([^:\n]{2,300})(?::\s{0,20}|$)/iu;
const CORRECT = new RegExp(
  `^\\s{0,20}(?:corriger|correct) {1,3}(?:la |the )?(?:d[ée]cision|r[ée]ponse|reply) {1,3}(${REF})(?: {1,3}([^:\\n]{2,200}))?(?::\\s{0,20}|$)`,
  'iu',
);
const ANSWER =
  /^\s{0,20}(?:r[ée]pondre|answer|reply) {1,3}(?:[àa] |to )?(?:la |the )?(?:contestation|dispute) {1,3}(?:n ?° ?)?(\d{1,6})[ \u00a0\u202f]{0,3}[:,] {0,3}([^:\n]{2,80})(?::\s{0,20}|$)/iu;
const BY = /^(.{2,200}?) (?:par|by) {1,3}([\w-]{1,60})(?: {1,3}(?:(?:le|on) )?(\d\S{1,20}))?$/iu;
const EXCEPT = / (?:sauf|except) /iu;

const SHORT: readonly (readonly [RegExp, (found: RegExpExecArray) => FollowUpCommand])[] = [
  [/^(?:dette|ce que (?:l['’])?on doit|debt|what (?:is|do we) owed?)(?: \?)?$/iu, () => ({ does: 'owed' })],
  [/^(?:contestations|disputes)$/iu, () => ({ does: 'disputes' })],
  [
    /^(?:voir |montrer |show )?(?:contestation|dispute) (?:n ?° ?)?(\d{1,6})$/iu,
    ([, number]) => ({ does: 'dispute', number: Number(number) }),
  ],
  [
    /^(?:prendre|take) (?:la |the )?(?:contestation|dispute) (?:n ?° ?)?(\d{1,6})$/iu,
    ([, number]) => ({ does: 'take-dispute', number: Number(number) }),
  ],
  [
    /^(?:restitution pour|give back (?:to|for)|restitution for) (\S.{1,200})$/iu,
    ([, name]) => ({ does: 'restitution-for', name: name!.trim() }),
  ],
];
const LONGEST = 260;

function said(head: string): { status: string; except: number[] } & By {
  const plain = head.trim().replace(/\s{1,20}/gu, ' ');
  const parts = plain.split(EXCEPT);
  // "retenue par comite sauf P-0042" and "retenue sauf P-0042 par comite" say the same.
  const tail = BY.exec(parts[1] ?? '');
  const lead = BY.exec(parts[0]!);
  const by = lead ?? tail;
  return {
    status: (lead?.[1] ?? parts[0]!).replace(/[\s,]{1,5}$/u, ''),
    except: refsIn(parts.slice(1).join(' ')),
    body: by?.[2] ?? null,
    day: by?.[3] ?? null,
  };
}

/** The text after what was found, or null when there is none. */
const rest = (text: string, found: RegExpExecArray): string | null =>
  text.slice(found[0].length).trim() || null;

/** null when the message is no such command. */
export function followUpCommand(text: string): FollowUpCommand | null {
  if (text.length <= LONGEST) {
    const plain = text.trim().replace(/\s{1,20}/gu, ' ');
    for (const [pattern, make] of SHORT) {
      const found = pattern.exec(plain);
      if (found) return make(found);
    }
  }
  const together = TOGETHER.exec(text);
  if (together) {
    const [, line, axis, head] = together;
    const chosen: Chosen = line ? { by: 'line', line } : axis ? { by: 'axis', axis } : { by: 'rest' };
    return { does: 'decide-together', chosen, ...said(head!), reason: rest(text, together) };
  }
  const correct = CORRECT.exec(text);
  if (correct) {
    const number = numberOf(correct[1]!)!;
    if (correct[2] === undefined)
      return { does: 'correct-decision', number, status: null, body: null, day: null, reason: null };
    const { except: _, ...by } = said(correct[2]);
    return { does: 'correct-decision', number, ...by, reason: rest(text, correct) };
  }
  const answer = ANSWER.exec(text);
  if (!answer) return null;
  const [, number, verdict] = answer;
  return {
    does: 'answer-dispute',
    number: Number(number),
    verdict: verdict!.trim(),
    reason: rest(text, answer),
  };
}
