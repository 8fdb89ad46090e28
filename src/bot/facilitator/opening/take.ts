/** What an answer makes of a draft, or why it can't be taken as it is. */
import { display } from '../../../chat/display.ts';
import type { Lang } from '../../../core/consultation/model.ts';
import {
  type DraftPiece,
  type DraftPrompt,
  type DraftText,
  type RoundDraft,
  typedOn,
} from '../../../core/round/draft.ts';
import type { Step } from '../../../core/round/draft-steps.ts';
import { endOf } from '../../day.ts';
import { daySaid } from '../../day-said.ts';
import type { Talk } from '../../talk.ts';
import { bare } from '../../understand.ts';
import { keep } from '../round.ts';
import { audienceSaid } from './audience.ts';
import { lengthOf } from './suggestions.ts';

/** A sentence to say instead, which ends with a question. */
export type Complaint = string;
export const isComplaint = (taken: RoundDraft | Complaint): taken is Complaint => typeof taken === 'string';

/** Characters. */
export const LONGEST = { title: 120, open: 600, decided: 600, prompts: 400, background: 700 } as const;
/** Of one axis. */
export const MOST_PROMPTS = 6;
const MOST_DOCUMENTS = 6;
const NONE = /^(?:aucune?s?|aucun axe|sans axes?|rien|non|none|no axes?|nothing|no|0)$/u;
const ALL = /^(?:tou(?:s|t|tes)(?: les axes)?|all(?: axes)?|tout le monde|everybody|everyone)$/u;

/** The language somebody types in: theirs, where the consultation has it. */
export const typedIn = ({ lang, consultation }: Pick<Talk, 'lang' | 'consultation'>): Lang =>
  consultation.content.languages.find((one) => one === lang) ?? consultation.content.languages[0];

export async function take(talk: Talk, draft: RoundDraft, step: Step): Promise<RoundDraft | Complaint> {
  const text = display(talk.text).trim();
  const lang = step.lang ?? typedIn(talk);
  switch (step.field) {
    case 'title':
    case 'open':
    case 'decided': {
      const most = LONGEST[step.field];
      if (text.length > most) return talk.say.opening.tooLong(text.length, most);
      const whole = text.replace(/\s+/gu, ' ');
      return {
        ...draft,
        [step.field]: await withLang(talk, step.lang === null ? null : draft[step.field], lang, whole),
      };
    }
    case 'prompts':
      return prompts(talk, draft, step, text, lang);
    case 'background':
      return background(talk, draft, text, lang);
    case 'axes':
      return axes(talk, draft, text);
    case 'audience': {
      const said = ALL.test(bare(text)) ? null : await audienceSaid(talk, text);
      if (typeof said === 'string') return said;
      const everybody = talk.consultation.content.colleges.map(({ key }) => key);
      return { ...draft, ...(said ?? { audience: everybody, organisations: null }) };
    }
    case 'until':
      return until(talk, draft, text);
    case 'reminders':
      return reminders(talk, draft, text);
    case 'minutes': {
      const found = /^(\d{1,3})(?: ?(?:min|mn|minutes?))?$/u.exec(bare(text));
      const minutes = Number(found?.[1] ?? 0);
      return minutes > 0 && minutes <= 600 ? { ...draft, minutes } : talk.say.opening.badMinutes;
    }
  }
}

async function withLang(talk: Talk, before: DraftText | null, lang: Lang, text: string): Promise<DraftText> {
  const piece: DraftPiece = { words: await keep(talk, text) };
  return { ...before, [lang]: piece };
}

/** Lines, without the marks of a list. */
const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/u)
    .map((one) => one.replace(/^\s{0,20}(?:[-•*–—]|\d{1,2}[.)])\s{1,20}/u, '').trim())
    .filter((one) => one !== '');

async function prompts(
  talk: Talk,
  draft: RoundDraft,
  step: Step,
  text: string,
  lang: Lang,
): Promise<RoundDraft | Complaint> {
  const lines = linesOf(text);
  const longest = Math.max(...lines.map(({ length }) => length));
  const { opening: say } = talk.say;
  if (longest > LONGEST.prompts) return say.tooLong(longest, LONGEST.prompts);
  if (lines.length > MOST_PROMPTS) return say.tooMany(MOST_PROMPTS);
  const here = typedOn(draft, step.axis);
  if (step.lang !== null && lines.length !== here.length) return say.sameCount(here.length);
  const made: DraftPrompt[] = [];
  for (const [index, one] of lines.entries()) {
    const before = step.lang === null ? null : here[index]!;
    made.push({
      key: before?.key ?? null,
      axis: step.axis,
      text: await withLang(talk, before?.text ?? null, lang, one),
      hint: before?.hint ?? null,
    });
  }
  return { ...draft, prompts: [...draft.prompts.filter((one) => !here.includes(one)), ...made] };
}

const LINK = /^(?:(.{1,200}?)\s{0,5}[:–-]\s{0,5})?(https?:\/\/\S{3,500})$/iu;
const NOTE = /^([^:]{2,120}):\s{0,5}(.{2,600})$/u;

async function background(
  talk: Talk,
  draft: RoundDraft,
  text: string,
  lang: Lang,
): Promise<RoundDraft | Complaint> {
  if (NONE.test(bare(text))) return { ...draft, background: [] };
  const lines = linesOf(text);
  const { opening: say } = talk.say;
  if (lines.length > MOST_DOCUMENTS) return say.tooMany(MOST_DOCUMENTS);
  const long = lines.find(({ length }) => length > LONGEST.background);
  if (long) return say.tooLong(long.length, LONGEST.background);
  const made: NonNullable<RoundDraft['background']>[number][] = [];
  for (const one of lines) {
    const link = LINK.exec(one);
    const url = link ? safeUrl(link[2]!) : null;
    if (link && url === null) return say.badLink;
    const note = link ? null : NOTE.exec(one);
    const label = link ? (link[1]?.trim() ?? new URL(url!).hostname) : (note?.[1]?.trim() ?? one);
    const rest = note?.[2] ?? null;
    made.push({
      label: await withLang(talk, null, lang, label),
      url,
      text: rest === null ? null : await withLang(talk, null, lang, rest),
    });
  }
  return { ...draft, background: made };
}

/** Shown, never fetched. */
function safeUrl(text: string): string | null {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}

function axes(talk: Talk, draft: RoundDraft, text: string): RoundDraft | Complaint {
  const { axes: known } = talk.consultation.content;
  const said = bare(text);
  if (NONE.test(said)) return { ...draft, axes: [] };
  if (ALL.test(said)) return { ...draft, axes: known.map(({ key }) => key) };
  const wanted = said
    .replace(/\b(?:axes?|axis|les|l'|the)\s{0,5}/gu, '')
    .split(/(?:[,;+&\s]|\bet\b|\band\b)+/u)
    .filter((one) => one !== '');
  const named = known.filter(
    ({ key, label, short }) =>
      wanted.includes(key) ||
      [...Object.values(label), ...Object.values(short)].some((one) => bare(one) === said),
  );
  const all = wanted.every((one) => known.some(({ key }) => key === one)) || named.length === 1;
  if (named.length === 0 || !all) return talk.say.opening.ask.axes(known.map(({ key }) => key).join(', '));
  return { ...draft, axes: named.map(({ key }) => key) };
}

function until(talk: Talk, draft: RoundDraft, text: string): RoundDraft | Complaint {
  const { zone } = talk.consultation.content;
  const day = daySaid(text, talk.now, zone);
  if (day === null) return `${talk.say.team.noSuchDay} ${talk.say.opening.ask.until}`;
  const closesAt = endOf(day, zone);
  return closesAt <= talk.now + 86_400_000 / 2 ? talk.say.opening.pastDay : { ...draft, closesAt };
}

function reminders(talk: Talk, draft: RoundDraft, text: string): RoundDraft | Complaint {
  const { most } = talk.consultation.content.rules.reminders;
  const said = bare(text);
  if (NONE.test(said)) return { ...draft, afterDays: [] };
  const days = [...new Set([...said.matchAll(/\d{1,3}/gu)].map(([one]) => Number(one)))].sort(
    (a, b) => a - b,
  );
  const { opening: say } = talk.say;
  if (days.length === 0 || days.length > most || days[0] === 0) return say.badDays(most);
  const length = lengthOf(talk, draft);
  return days.at(-1)! >= length ? say.afterTheClose(length) : { ...draft, afterDays: days };
}
