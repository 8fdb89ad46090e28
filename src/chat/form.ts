/** Several things asked at once, where the chat can show a form; elsewhere the same is asked question by question. */
import type { Block, Inline, Run } from './outbound.ts';

export interface Option {
  /** A key or an id: comes back as it is. */
  readonly value: string;
  /** May be a person's text. */
  readonly label: string;
  /** Under which heading it is listed, where there are many. */
  readonly group?: string;
}

interface Asked {
  /** Names the answer; unique in its form. */
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  /** Compulsory when absent. */
  readonly optional?: true;
}

export type Field = Asked &
  (
    | {
        readonly type: 'text';
        readonly lines: 'one' | 'many';
        /** Characters (UTF-16), at most `LONGEST_TEXT`. */
        readonly most: number;
        readonly initial?: string;
      }
    | { readonly type: 'one'; readonly options: readonly Option[]; readonly initial?: string }
    | { readonly type: 'several'; readonly options: readonly Option[]; readonly initial?: readonly string[] }
    /** A local day, `YYYY-MM-DD`. */
    | { readonly type: 'day'; readonly initial?: string }
  );

export interface Form<I = Inline> {
  /** Comes back with what was filled in: what the form is, and what it is about, `decide/plan/P-0042`. */
  readonly name: string;
  readonly lang: string;
  readonly title: string;
  /** On the button that sends it; null for something to read only. */
  readonly send: string | null;
  /** On the button that leaves it. */
  readonly leave: string;
  readonly intro: readonly Block<I>[];
  readonly fields: readonly Field[];
}

/** Slack's own figures, the tightest there are: whoever makes a form keeps within them. */
export const LONGEST_TEXT = 3_000;
export const MOST_FIELDS = 60;
export const MOST_OPTIONS = 2_000;

/** What a name and a chosen value look like: never somebody's sentence. */
export const FORM_NAME = /^[\w.:/-]{1,200}$/u;

/** What somebody filled in; a field left empty is missing, or empty. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

export type Fault = 'missing' | 'too-long' | 'not-offered' | 'no-day';

export const textIn = (filled: Filled, key: string): string => {
  const given = filled[key];
  return typeof given === 'string' ? given.trim() : '';
};

export const chosenIn = (filled: Filled, key: string): readonly string[] => {
  const given = filled[key];
  return typeof given === 'string' ? [given] : (given ?? []);
};

/** What can't be taken as it is, by field. */
export function faultsIn({ fields }: Pick<Form<Inline | Run>, 'fields'>, filled: Filled): Map<string, Fault> {
  const faults = new Map<string, Fault>();
  for (const field of fields) {
    const fault = faultOf(field, filled);
    if (fault !== null) faults.set(field.key, fault);
  }
  return faults;
}

function faultOf(field: Field, filled: Filled): Fault | null {
  if (field.type === 'text') {
    const text = textIn(filled, field.key);
    if (text === '') return field.optional ? null : 'missing';
    return text.length > field.most ? 'too-long' : null;
  }
  const chosen = chosenIn(filled, field.key);
  if (chosen.length === 0) return field.optional ? null : 'missing';
  if (field.type === 'day') return chosen.length === 1 && isDay(chosen[0]!) ? null : 'no-day';
  if (field.type === 'one' && chosen.length > 1) return 'not-offered';
  const offered = new Set(field.options.map(({ value }) => value));
  return chosen.every((value) => offered.has(value)) ? null : 'not-offered';
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) &&
  new Date(Date.parse(`${text}T00:00:00Z`) || 0).toISOString().startsWith(text);
