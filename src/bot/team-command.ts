/** What facilitators and staff may ask by words. The rest of a message (a reason, a text) is given by where it begins. */
import { numberOf } from '../core/ids.ts';
import { HELP_TOPICS, type HelpTopic, helpTopic } from './help-topics.ts';
import { refsIn, refsSaid } from './refs-said.ts';

export type TeamCommand =
  | { readonly does: 'rounds' | 'status' | 'doubts' | 'proposals' }
  | { readonly does: 'help-team'; readonly topic: HelpTopic | 'all' | null }
  | { readonly does: 'open'; readonly key: string; readonly until: string | null }
  /** `key` null: the round that is open. */
  | { readonly does: 'close'; readonly key: string | null; readonly reason: string | null }
  | { readonly does: 'cancel'; readonly key: string }
  | { readonly does: 'retag'; readonly number: number; readonly axis: string; readonly other: string | null }
  | { readonly does: 'accept' | 'decline' | 'why'; readonly number: number }
  | { readonly does: 'merge'; readonly from: number; readonly into: number }
  | { readonly does: 'decide-next' }
  | { readonly does: 'decide-which'; readonly number: number }
  | { readonly does: 'compile' | 'show-synthesis' | 'preview-restitution' }
  /** `anyway`: though a round is still open. */
  | { readonly does: 'sign'; readonly anyway: boolean }
  | { readonly does: 'reword'; readonly line: string; readonly text: string }
  | { readonly does: 'introduce'; readonly axis: string | null; readonly text: string }
  | {
      readonly does: 'add-line';
      readonly axis: string;
      readonly disagreement: boolean;
      readonly text: string;
    }
  | { readonly does: 'remove-line'; readonly line: string }
  | { readonly does: 'order'; readonly axis: string; readonly lines: readonly string[] }
  | { readonly does: 'move-line'; readonly line: string; readonly beside: string; readonly after: boolean }
  /** `axes` null: wherever none was found. */
  | { readonly does: 'no-disagreement'; readonly axes: readonly string[] | null }
  | {
      readonly does: 'decide';
      readonly numbers: readonly number[];
      /** Those that nothing but a range names. */
      readonly ranged: readonly number[];
      readonly status: string;
      /** The first of the path when absent. */
      readonly body: string | null;
      readonly day: string | null;
      readonly reason: string | null;
    }
  | {
      readonly does: 'ratify';
      readonly body: string;
      /** Today when null. */
      readonly day: string | null;
      readonly except: readonly number[];
    };

const REF = 'p\\s{0,4}[-‐–]?\\s{0,4}\\d{1,9}';
const REFS = `${REF}(?:(?:\\s*[,;]\\s*|\\s+(?:et|and|à|to)\\s+|\\s+)${REF})*`;
const LINE = '\\S+\\.d?\\d+';
const rule = <T>(pattern: string, make: (found: (string | undefined)[]) => T) =>
  [new RegExp(`^\\s*${pattern}\\s*$`, 'isu'), make] as const;

const HELP_WORDS = Object.values(HELP_TOPICS).join('|');

const RULES: readonly (readonly [RegExp, (found: (string | undefined)[]) => TeamCommand])[] = [
  rule('(?:tours|rounds)', () => ({ does: 'rounds' })),
  rule(
    '(?:statut|status|(?:alors,? )?(?:où (?:en est-on|on en est|en sommes-nous|ça en est)|on en est où|ça avance|where are we|how far are we) ?\\??)',
    () => ({ does: 'status' }),
  ),
  rule('(?:doutes|doubts)', () => ({ does: 'doubts' })),
  rule('(?:propositions|proposals)', () => ({ does: 'proposals' })),
  rule('(?:aide [ée]quipe|team help)', () => ({ does: 'help-team', topic: null })),
  rule('(?:aide|help)(?: [ée]quipe)? (?:tout|all)|team help all', () => ({
    does: 'help-team',
    topic: 'all',
  })),
  rule(
    `(?:aide(?: [ée]quipe)?|(?:team )?help)(?: (?:sur|pour|with|on|about))? (?:les? |la |l['’]|the )?(${HELP_WORDS})`,
    ([word]) => ({ does: 'help-team', topic: helpTopic(word!) }),
  ),
  rule('(?:ouvrir|open)\\s+([\\w-]+)(?:\\s+(?:jusqu.(?:au)?|until)\\s*(\\S.{0,40}))?', ([key, until]) => ({
    does: 'open',
    key: key!,
    until: until ?? null,
  })),
  rule(
    '(?:clore|cl[ôo]turer|fermer|close)(?:\\s+(?:le|ce|the|this) (?:tour|round)|\\s+([\\w-]+))?(?:\\s*[:,]\\s*(.+))?',
    ([key, reason]) => ({
      does: 'close',
      key: key ?? null,
      reason: reason ?? null,
    }),
  ),
  rule('(?:annuler|cancel)\\s+([\\w-]+)', ([key]) => ({ does: 'cancel', key: key! })),
  rule(
    `(?:reclasser|move)\\s+(${REF})\\s*,?\\s*(?:en |dans |to )?(?:l.)?(?:axe|axis)\\s+([^\\s,]+?)(?:\\s*,?\\s*(?:et|puis|and|see also|,)\\s+(?:l.)?(?:(?:axe|axis)\\s+)?([^\\s,]+))?`,
    ([ref, axis, other]) => ({
      does: 'retag',
      number: numberOf(ref!)!,
      axis: axis!,
      other: other ?? null,
    }),
  ),
  rule(`(?:pourquoi|why)\\s+(${REF})\\s{0,3}\\??`, ([ref]) => ({ does: 'why', number: numberOf(ref!)! })),
  rule(`(?:accepter|accept)\\s+(${REF})`, ([ref]) => ({ does: 'accept', number: numberOf(ref!)! })),
  rule(`(?:[ée]carter|set aside)\\s+(${REF})`, ([ref]) => ({ does: 'decline', number: numberOf(ref!)! })),
  rule(`(?:r[ée]unir|merge)\\s+(${REF})\\s+(?:dans|à|avec|into|with)\\s+(${REF})`, ([from, into]) => ({
    does: 'merge',
    from: numberOf(from!)!,
    into: numberOf(into!)!,
  })),
  rule('(?:synth[èe]se|synthesis|compile)', () => ({ does: 'compile' })),
  rule('(?:montrer(?: la)? synth[èe]se|show synthesis)', () => ({ does: 'show-synthesis' })),
  rule('(?:signer|sign)(\\s+(?:quand m[êe]me|anyway))?', ([anyway]) => ({
    does: 'sign',
    anyway: anyway !== undefined,
  })),
  rule(`(?:reformuler|reword)\\s+(${LINE})\\s*:\\s*(.+)`, ([line, text]) => ({
    does: 'reword',
    line: line!,
    text: text!,
  })),
  rule('(?:introduire|introduce)(?:\\s+(?:axe |axis )?(\\S+?))?\\s*:\\s*(.+)', ([axis, text]) => ({
    does: 'introduce',
    axis: axis ?? null,
    text: text!,
  })),
  rule(
    '(?:ajouter|add)\\s+(d[ée]saccord |disagreement )?(?:axe |axis )?(\\S+?)\\s*:\\s*(.+)',
    ([kind, axis, text]) => ({
      does: 'add-line',
      disagreement: kind !== undefined,
      axis: axis!,
      text: text!,
    }),
  ),
  rule(`(?:enlever|drop)\\s+(${LINE})`, ([line]) => ({ does: 'remove-line', line: line! })),
  rule(
    `(?:ordonner|order)\\s+(?:axe |axis )?(\\S+)\\s*:\\s*(${LINE}(?:[\\s,]+${LINE})*)`,
    ([axis, lines]) => ({
      does: 'order',
      axis: axis!,
      lines: lines!.split(/[\s,]+/u),
    }),
  ),
  rule(
    `(?:(?:d[ée]placer|mettre|placer|remonter|descendre|move|put)\\s+)?(?:la |the )?(${LINE})\\s+(avant|apr[èe]s|before|after)\\s+(?:la |the )?(${LINE})`,
    ([line, where, beside]) => ({
      does: 'move-line',
      line: line!,
      beside: beside!,
      after: /^a[pf]/iu.test(where!),
    }),
  ),
  rule(
    '(?:sans d[ée]saccord|no disagreement)\\s+(?:(?:partout|everywhere)(?: ailleurs| else)?|(?:sur |on )?(?:tous les axes|all(?: the)? axes))',
    () => ({ does: 'no-disagreement', axes: null }),
  ),
  rule(
    '(?:sans d[ée]saccord|no disagreement)\\s+(?:sur |on )?(?:les |l.)?(?:ax[ei]s? )?(\\S{1,60}(?:(?:\\s*,\\s*|\\s+)\\S{1,60}){0,40})',
    ([axes]) => ({
      does: 'no-disagreement',
      axes: axes!.split(/[\s,]+/u).filter((axis) => !/^(?:et|and)$/iu.test(axis)),
    }),
  ),
  rule('(?:d[ée]cider|decide)', () => ({ does: 'decide-next' })),
  rule(`(?:d[ée]cider|decide)\\s+(${REF})`, ([name]) => ({ does: 'decide-which', number: numberOf(name!)! })),
  rule(
    `(?:d[ée]cider|decide)\\s+(${REFS})\\s*,?\\s+([^:]+?)(?:\\s+(?:par|by)\\s+([\\w-]+)(?:\\s+(?:(?:le|on)\\s+)?(\\d\\S*))?)?(?:\\s*:\\s*(.+))?`,
    ([refs, status, body, day, reason]) => ({
      does: 'decide',
      numbers: refsIn(refs!),
      ranged: refsSaid(refs!).flatMap(({ number, ranged }) => (ranged ? [number] : [])),
      status: status!,
      body: body ?? null,
      day: day ?? null,
      reason: reason ?? null,
    }),
  ),
  rule(
    `(?:ent[ée]riner|ratify)\\s+(?:(?:le|la|the)\\s+|l['’])?(\\S+)(?:\\s+(?:(?:le|du|on)\\s+)?(?!(?:sauf|except)\\s)(\\S{1,40}|\\d{1,2}(?:er|st|nd|rd|th)?\\s+\\p{L}{3,10}\\.?(?:\\s+\\d{4})?))?(?:\\s+(?:sauf|except)\\s+(${REFS}))?`,
    ([body, day, except]) => ({
      does: 'ratify',
      body: body!,
      day: day ?? null,
      except: except ? refsIn(except) : [],
    }),
  ),
  rule('(?:restitution|give back)', () => ({ does: 'preview-restitution' })),
];

/** null when the message is no command of the team. */
export function teamCommand(text: string): TeamCommand | null {
  for (const [pattern, make] of RULES) {
    const found = pattern.exec(text);
    if (found) return make(found.slice(1));
  }
  return null;
}
