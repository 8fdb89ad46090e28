/** A round put together in chat: what was chosen so far, and what it makes once it is complete. */
import type { Consultation, Lang, LocalText, Prompt, RoundContent } from '../consultation/model.ts';
import type { OrganisationId, WordsId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../time.ts';

/** The content's own text, or what somebody of the team typed. */
export type DraftPiece = { readonly text: string } | { readonly words: WordsId };
export type DraftText = Readonly<Record<Lang, DraftPiece>>;

export interface DraftPrompt {
  /** The content's; null for one that was typed. */
  readonly key: string | null;
  readonly axis: string | null;
  /** Key of the action of the plan it speaks of. */
  readonly action?: string;
  readonly text: DraftText;
  readonly hint: DraftText | null;
}

export interface DraftBackground {
  readonly label: DraftText;
  readonly url: string | null;
  readonly text: DraftText | null;
}

/** null where nothing was said yet. JSON: it is stored as it is. */
export interface RoundDraft {
  /** The content's round it is an adjustment of: it keeps its key. */
  readonly base: string | null;
  /** Absent: written. */
  readonly form?: 'validation';
  readonly title: DraftText | null;
  /** Empty: a round without axes. */
  readonly axes: readonly string[] | null;
  readonly open: DraftText | null;
  readonly decided: DraftText | null;
  readonly background: readonly DraftBackground[] | null;
  readonly prompts: readonly DraftPrompt[];
  /** College keys. */
  readonly audience: readonly string[] | null;
  /** Of those colleges, only these; null for all. */
  readonly organisations: readonly OrganisationId[] | null;
  readonly closesAt: Instant | null;
  /** Days after the invitation; null for the consultation's own. */
  readonly afterDays: readonly number[] | null;
  readonly minutes: number | null;
  /** Languages nobody wants to be asked for any more. */
  readonly mute: readonly Lang[];
}

export const NEW_DRAFT: RoundDraft = {
  base: null,
  title: null,
  axes: null,
  open: null,
  decided: null,
  background: null,
  prompts: [],
  audience: null,
  organisations: null,
  closesAt: null,
  afterDays: null,
  minutes: null,
  mute: [],
};

export const ownText = (text: LocalText): DraftText =>
  Object.fromEntries(Object.entries(text).map(([lang, one]) => [lang, { text: one }]));

export const ownPrompt = ({ key, axis, action, text, hint }: Prompt): DraftPrompt => ({
  key,
  axis,
  ...(action === undefined ? {} : { action }),
  text: ownText(text),
  hint: hint && ownText(hint),
});

export const ownBackground = ({ label, url, text }: RoundContent['background'][number]): DraftBackground => ({
  label: ownText(label),
  url: url ?? null,
  text: text ? ownText(text) : null,
});

/** The content's round, to be adjusted; its day is chosen when it opens. */
export const draftFrom = (round: RoundContent): RoundDraft => ({
  base: round.key,
  ...(round.form === 'validation' ? { form: round.form } : {}),
  title: ownText(round.title),
  axes: round.axes,
  open: ownText(round.open),
  decided: ownText(round.decided),
  background: round.background.map(ownBackground),
  prompts: round.prompts.map(ownPrompt),
  audience: round.audience,
  organisations: round.organisations ?? null,
  closesAt: null,
  afterDays: round.reminders?.afterDays ?? null,
  minutes: round.minutes,
  mute: [],
});

/** Ids of all that was typed for it. */
export function wordsOf(draft: RoundDraft): WordsId[] {
  const texts = [
    draft.title,
    draft.open,
    draft.decided,
    ...(draft.background ?? []).flatMap(({ label, text }) => [label, text]),
    ...draft.prompts.flatMap(({ text, hint }) => [text, hint]),
  ];
  const pieces = texts.flatMap((text) => (text ? Object.values(text) : []));
  return [...new Set(pieces.flatMap((piece) => ('words' in piece ? [piece.words] : [])))];
}

/** In a round without axes, a prompt that speaks of an action has the axis of the action. */
export const promptsOf = ({ axes, prompts }: RoundDraft): readonly DraftPrompt[] =>
  axes === null || axes.length === 0
    ? prompts.filter(({ axis, action }) => axis === null || action !== undefined)
    : axes.flatMap((axis) => prompts.filter((prompt) => prompt.axis === axis));

/** Those of an axis that can be typed anew together: what speaks of an action keeps it, and is changed by itself. */
export const typedOn = ({ prompts }: Pick<RoundDraft, 'prompts'>, axis: string | null): DraftPrompt[] =>
  prompts.filter((prompt) => prompt.axis === axis && prompt.action === undefined);

/** What it still lacks before anybody may be invited: C1 asks for what is open and what is decided. */
export function lacks(draft: RoundDraft): Refusal | null {
  const missing = (['title', 'open', 'decided'] as const).find((field) => draft[field] === null);
  if (missing) return refuse('draft-lacks', { field: missing });
  if (promptsOf(draft).length === 0) return refuse('draft-lacks', { field: 'prompts' });
  const bare = (draft.axes ?? []).find((axis) => !draft.prompts.some((prompt) => prompt.axis === axis));
  return bare === undefined ? null : refuse('axis-without-prompt', { axis: bare });
}

/** Languages of the consultation that part of its words is missing in, first ones first. */
export const untranslated = (draft: RoundDraft, languages: readonly Lang[]): Lang[] =>
  languages.filter((lang) =>
    [draft.title, draft.open, draft.decided, ...promptsOf(draft).map(({ text }) => text)].some(
      (text) => text !== null && !Object.hasOwn(text, lang),
    ),
  );

export type Texts = ReadonlyMap<WordsId, string | null>;

export const localOf = (text: DraftText, texts: Texts): LocalText =>
  Object.fromEntries(
    Object.entries(text).map(([lang, piece]) => [
      lang,
      'text' in piece ? piece.text : (texts.get(piece.words) ?? '…'),
    ]),
  );

/** As the rest of the program knows rounds; typed prompts are named after the round. Throws unless it is complete. */
export function contentOf(
  draft: RoundDraft,
  as: { readonly key: string; readonly phase: string; readonly opensAt: Instant },
  texts: Texts,
): RoundContent {
  const local = (text: DraftText) => localOf(text, texts);
  const { title, open, decided, axes } = draft;
  if (!title || !open || !decided) throw new Error('a draft that lacks something can’t be shown whole');
  return {
    key: as.key,
    form: draft.form ?? 'written',
    phase: as.phase,
    title: local(title),
    axes: axes ?? [],
    audience: draft.audience ?? [],
    opensAt: as.opensAt,
    closesAt: draft.closesAt ?? as.opensAt,
    open: local(open),
    decided: local(decided),
    background: (draft.background ?? []).map(({ label, url, text }) => ({
      label: local(label),
      ...(url === null ? {} : { url }),
      ...(text === null ? {} : { text: local(text) }),
    })),
    minutes: draft.minutes ?? 3,
    prompts: promptsOf(draft).map(({ key, axis, action, text, hint }, index) => ({
      key: key ?? `${as.key}-q${index + 1}`,
      axis,
      ...(action === undefined ? {} : { action }),
      text: local(text),
      hint: hint && local(hint),
    })),
    ...(draft.organisations === null ? {} : { organisations: draft.organisations }),
    ...(draft.afterDays === null ? {} : { reminders: { afterDays: draft.afterDays } }),
  };
}

const LONGEST_KEY = 40;

/** A key for a new round, from its title: `besoins-de-locaux`, `besoins-de-locaux-2`. */
export function keyFor(title: string, taken: readonly string[]): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST_KEY)
    .replace(/^-+|-+$/gu, '');
  const stem = slug === '' ? 'tour' : slug;
  for (let n = 1; ; n++) {
    const key = n === 1 ? stem : `${stem}-${n}`;
    if (!taken.includes(key)) return key;
  }
}

/** The phase that day is in, else the last one. */
export const phaseAt = ({ phases }: Pick<Consultation, 'phases'>, now: Instant): string =>
  (phases.find(({ startsAt, endsAt }) => startsAt <= now && now <= endsAt) ?? phases.at(-1))?.key ?? '';
