/** "indicateurs", "mesure ACTION INDICATEUR 12,5 le 3 mai 2016 : note", "annuler mesure", "annoncer l'avancement ACTION". */
import { type ShortRules, shortCommand } from '../short-command.ts';

export type MeasureCommand =
  | { readonly does: 'indicators' }
  | {
      readonly does: 'measure';
      readonly action: string;
      readonly indicator: string | null;
      /** As it was written; null where no number was. */
      readonly value: string | null;
      /** As it was said; null for today. */
      readonly day: string | null;
      readonly note: string | null;
    }
  | { readonly does: 'take-back'; readonly action: string | null; readonly indicator: string | null }
  /** `action` is '' when none is named. */
  | { readonly does: 'tell'; readonly action: string };

// Repetitions are counted: messages of any length come here.
const NUMBER =
  '[-−+]?\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3}){1,4}(?:[.,]\\d{1,6})?|[-−+]?\\d{1,15}(?:[.,]\\d{1,6})?';
const DAY = '(?: (?:le|au|du|on|at|as of) (\\S.{2,38})| (\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4}))?';
const KEY = '([a-z0-9]+(?:[-_][a-z0-9]+){0,20})';
/** What is no number: a key, or the title of an indicator. */
const INDICATOR = '(?=\\S{0,60}\\p{L})(\\S.{0,100}?)';
const VALUED = new RegExp(
  `^${KEY}(?:,? ${INDICATOR})?(?: ?[:=] ?| )(${NUMBER})(?: ?(?:%|(?!le |au |du |on |at |as )\\p{L}[\\p{L}€²³/.-]{0,29}|€))?${DAY}$`,
  'iu',
);
const BARE = new RegExp(`^${KEY}(?: (\\S.{0,100}))?$`, 'iu');
const HEAD = /^\s{0,20}(?:mesure|mesurer|measure)[ \u00a0]{1,3}(?=\S)/iu;
const SHORT: ShortRules<MeasureCommand> = [
  [
    /^(?:(?:voir |montrer |show )?(?:les |the )?(?:indicateurs|indicators)|(?:les |the )?mesures|measures|mesure|measure)$/iu,
    () => ({ does: 'indicators' }),
  ],
  [
    new RegExp(
      `^(?:annuler|retirer|undo|cancel|take back) (?:la |ma |the |my )?(?:derni[èe]re |last )?(?:mesure|measure)(?: (?:de |of )?${KEY}(?: (\\S.{0,100}))?)?$`,
      'iu',
    ),
    ([, action, indicator]) => ({ does: 'take-back', action: action ?? null, indicator: indicator ?? null }),
  ],
  [
    new RegExp(
      `^(?:annoncer|announce) (?:l['’]|the )?(?:avancement|progress)(?: (?:de |of )?(?:l['’]action |the action |action )?${KEY})?$`,
      'iu',
    ),
    ([, action]) => ({ does: 'tell', action: action ?? '' }),
  ],
];
const LONGEST = 300;
const LONGEST_NOTED = 1_500;

/** null when the message is no such command. */
export function measureCommand(text: string): MeasureCommand | null {
  const short = shortCommand(text, SHORT, LONGEST);
  if (short !== null) return short;
  const head = text.length > LONGEST_NOTED ? null : HEAD.exec(text);
  if (!head) return null;
  const said = text.slice(head[0].length);
  for (const { index } of [...said.matchAll(/:/gu)].slice(0, MOST_COLONS)) {
    const valued = valuedIn(said.slice(0, index));
    if (valued) return { ...valued, note: said.slice(index + 1).trim() || null };
  }
  const valued = valuedIn(said);
  if (valued) return { ...valued, note: null };
  const bare = BARE.exec(onOneLine(said));
  if (!bare) return null;
  return {
    does: 'measure',
    action: bare[1]!,
    indicator: bare[2] ?? null,
    value: null,
    day: null,
    note: null,
  };
}

/** What comes after a colon is a note where what comes before says a figure: "mesure ACTION : 12" has none. */
const MOST_COLONS = 3;

const onOneLine = (text: string): string =>
  text
    .trim()
    .replace(/\s{1,20}/gu, ' ')
    .replace(/ ?[.!]$/u, '');

function valuedIn(text: string): Omit<Extract<MeasureCommand, { does: 'measure' }>, 'note'> | null {
  const found = text.length > LONGEST ? null : VALUED.exec(onOneLine(text));
  if (!found) return null;
  const [, action, indicator, value, day, exact] = found;
  return {
    does: 'measure',
    action: action!,
    indicator: indicator ?? null,
    value: value!,
    day: day ?? exact ?? null,
  };
}
