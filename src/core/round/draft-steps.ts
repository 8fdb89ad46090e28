/** In which order a round is put together: one question at a time. */
import type { Consultation, Lang } from '../consultation/model.ts';
import { type DraftText, type RoundDraft, typedOn } from './draft.ts';

export const FIELDS = [
  'title',
  'axes',
  'open',
  'decided',
  'background',
  'prompts',
  'audience',
  'until',
  'reminders',
  'minutes',
] as const;
export type Field = (typeof FIELDS)[number];

/** `axis` for prompts: the one they are asked on, null in a round without axes. `lang`: the same in another language. */
export interface Step {
  readonly field: Field;
  readonly axis: string | null;
  readonly lang: Lang | null;
}

export const stepAt = (field: Field, axis: string | null = null): Step => ({ field, axis, lang: null });

/** The questions of a field, without those in other languages. */
function ofField(field: Field, draft: RoundDraft, { axes }: Pick<Consultation, 'axes'>): Step[] {
  if (field === 'axes') return axes.length > 0 ? [stepAt('axes')] : [];
  if (field !== 'prompts' || draft.axes === null || draft.axes.length === 0) return [stepAt(field)];
  return draft.axes.map((axis) => stepAt('prompts', axis));
}

const textsOf = (draft: RoundDraft, { field, axis }: Step): readonly DraftText[] => {
  if (field === 'title' || field === 'open' || field === 'decided') return draft[field] ? [draft[field]] : [];
  return field === 'prompts' ? typedOn(draft, axis).map(({ text }) => text) : [];
};

/** The first of `read` (languages people read) that what was said at this step is missing in; null when none is. */
export const missingLang = (draft: RoundDraft, step: Step, read: readonly Lang[]): Lang | null =>
  read.find(
    (lang) => !draft.mute.includes(lang) && textsOf(draft, step).some((text) => !Object.hasOwn(text, lang)),
  ) ?? null;

/** What is asked next; null when nothing is left. `only`: no further than this step's own field. */
export function nextStep(
  draft: RoundDraft,
  step: Step,
  given: {
    readonly content: Pick<Consultation, 'axes'>;
    readonly skip: readonly Lang[];
    readonly read: readonly Lang[];
  },
  only = false,
): Step | null {
  const lang = missingLang(
    draft,
    step,
    given.read.filter((one) => !given.skip.includes(one)),
  );
  if (lang !== null) return { ...step, lang };
  const fields = only ? [step.field] : FIELDS.slice(FIELDS.indexOf(step.field));
  const steps = fields.flatMap((field) => ofField(field, draft, given.content));
  return steps[steps.findIndex((one) => same(one, step)) + 1] ?? null;
}

/** What was asked before; null at the first one. */
export function stepBefore(draft: RoundDraft, step: Step, content: Pick<Consultation, 'axes'>): Step | null {
  if (step.lang !== null) return { ...step, lang: null };
  const steps = FIELDS.flatMap((field) => ofField(field, draft, content));
  return steps[steps.findIndex((one) => same(one, step)) - 1] ?? null;
}

export const firstStep = (field: Field, draft: RoundDraft, content: Pick<Consultation, 'axes'>): Step =>
  ofField(field, draft, content)[0] ?? stepAt(field);

const same = (a: Step, b: Step): boolean => a.field === b.field && a.axis === b.axis;
