/** "c'est deux idées", "it's one idea": how many ideas were really said, and which. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { agreeToMerge } from '../../app/proposal/merge-proposals.ts';
import { type ProposalId, ref, type WordsId } from '../../core/ids.ts';
import { current, type Extract } from '../../core/proposal/model.ts';
import { cutInTwo, partsWritten } from '../../core/proposal/split.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { FocusOf } from '../focus.ts';
import { inItsWords, splitByAuthor, splitInto } from '../split-parts.ts';
import { answer, leaveDoubt, list, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees, option, said, wordless } from '../understand.ts';
import { quoted, refs } from './describe.ts';
import { inQuestion } from './in-question.ts';
import { askOneOf } from './one-of.ts';
import { at, goOn, type Place } from './place.ts';

const LEAD =
  '(?:(?:ah|euh|hum|non|oui|no|yes|ok|en fait|enfin|mais|but|well|actually|attention|attendez)[ ,.!:…]{1,3}){0,3}';
const IS =
  "(?:(?:c['’]est|c['’][ée]tait|c|cela fait|ça fait|ca fait|ce sont|il y a|il y avait|j['’]ai dit|j['’]y vois|it['’]?s|it is|that['’]?s|that is|those are|these are|there are|there['’]s|i said|make it) )?";
const ADVERB =
  '(?:(?:bien|plut[oô]t|en fait|en r[ée]alit[ée]|really|actually|rather|quand m[eê]me|que) ){0,2}';
const THINGS = '(?:id[ée]es?|propositions?|choses?|points?|sujets?|ideas?|proposals?|things?|topics?)';
const KIND =
  '(?: (?:diff[ée]rente?s?|distincte?s?|s[ée]par[ée]e?s?|bien distinctes|different|separate|distinct)){0,2}';
const TAIL =
  '(?: (?:en fait|plut[oô]t|actually|really|in fact|je pense|i think|quand m[eê]me|pas une(?: seule)?|not one))?';
const REST = '(?:\\s{0,10}[.!]{0,3}\\s{0,10}$|[ \\u00a0\\u202f]{0,3}[:–—-]\\s{1,20}(?=\\S))';
const ABOUT =
  '(?:(?:pour |la |le |the )?(p ?[-‐–]? ?\\d{1,9}|premi[eè]re|deuxi[eè]me|seconde|troisi[eè]me|first|second|third)(?: id[ée]e| one| idea)?[ ,:]{1,3})?';
const SEVERAL = new RegExp(
  `^\\s{0,10}${LEAD}${ABOUT}${IS}${ADVERB}(deux|trois|quatre|plusieurs|2|3|4|two|three|four|several) ${THINGS}${KIND}${TAIL}${REST}`,
  'iu',
);
const ONE = new RegExp(
  `^\\s{0,10}${LEAD}(?:(?:c['’]est|c['’][ée]tait|c|ce n['’]est qu['’]|it['’]?s|it is|that['’]?s|it was) ?)${ADVERB}(?:(?:une seule|une(?= id)|la m[eê]me|all one|one|a single|the same|only one|just one) ?(?:et m[eê]me )?(?:id[ée]e|proposition|chose|idea|proposal|thing)?|tout un|pareil)${TAIL}\\s{0,10}[.!]{0,3}\\s{0,10}$`,
  'iu',
);
const HOW_MANY: Readonly<Record<string, number>> = {
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
};

/** null when the message says no such thing, or nothing was said yet that it could be about. */
export async function onCounted(talk: Talk, place: Place, prompt: string | null): Promise<Reply | null> {
  if (talk.event.type !== 'message' && talk.event.type !== 'choice') return null;
  const one = ONE.test(talk.text);
  const several = one ? null : SEVERAL.exec(talk.text);
  if (!one && !several) return null;
  const rows = await inQuestion(talk);
  if (rows.length === 0) return null;
  if (one)
    return rows.length > 1
      ? together(talk, place, rows)
      : goOn(talk, place, talk.say.undo.asRead(refs(talk, rows)));
  const [whole, about, counted] = several!;
  const textAt = whole.length < talk.text.length ? whole.length : null;
  const word = counted!.toLowerCase();
  const count = HOW_MANY[word] ?? (Number(word) || null);
  const row = about === undefined ? (rows.length === 1 ? rows[0]! : null) : named(about, rows);
  if (row) return apart(talk, place, prompt, row, textAt);
  if (textAt === null && count === rows.length)
    return goOn(talk, place, talk.say.undo.asRead(refs(talk, rows)));
  return askOneOf(talk, (refs) => talk.say.undo.whichTwo(refs, ref(rows[0]!.number)), rows, {
    does: 'split',
  });
}

const named = (about: string, rows: readonly ProposalRow[]): ProposalRow | null => {
  const number = Number(/\d+/u.exec(about)?.[0] ?? Number.NaN);
  return rows.find((row) => row.number === number) ?? rows[option(about, rows.length) ?? -1] ?? null;
};

async function together(talk: Talk, place: Place, rows: readonly ProposalRow[]): Promise<Reply> {
  const [into, ...rest] = rows;
  const author = talk.actor.partners.find(({ id }) => id === into!.partnerId);
  if (!author) return goOn(talk, place);
  for (const from of rest) {
    const done = await agreeToMerge(talk, { from, into: into! }, author);
    if (isRefusal(done)) return refusal(talk, done);
  }
  return goOn(talk, place, talk.say.undo.oneOnly(ref(into!.number), refs(talk, rest), rest.length > 1));
}

/** Split as they write it, or where it plainly falls in two once they agree; asked in their words otherwise. */
async function apart(
  talk: Talk,
  place: Place,
  prompt: string | null,
  row: ProposalRow,
  textAt: number | null,
): Promise<Reply> {
  const written = textAt === null ? [] : partsWritten(talk.text, textAt, true);
  if (written.length > 1) return thenOn(talk, place, await splitByAuthor(talk, row, written));
  const focus = { waits: 'parts' as const, ...at(place, prompt), proposal: row.id };
  const suggested = await suggestion(talk, row);
  if (suggested.length === 0)
    return { ...answer(talk.say.undo.whereTo(ref(row.number))), focus: { ...focus, suggested: [] } };
  return {
    ...answer(
      talk.say.undo.likeThis(ref(row.number)),
      list(...suggested.map((one) => quoted(talk.say, one, 300))),
    ),
    choices: talk.say.undo.likeThisChoices.map((label, index) => ({ value: String(index + 1), label })),
    focus: { ...focus, suggested: [...suggested] },
  };
}

async function suggestion(talk: Talk, row: ProposalRow): Promise<readonly Extract[]> {
  const { words, start, end } = current(row);
  const text = (await talk.tx.words.texts([words])).get(words);
  const parts = typeof text === 'string' ? cutInTwo(text.slice(start, end)) : null;
  return parts?.map((part) => ({ words, start: start + part.start, end: start + part.end })) ?? [];
}

/** After "séparée ainsi ?" or "Quelles sont les idées ?". */
export async function onParts(talk: Talk, focus: FocusOf<'parts'>, place: Place): Promise<Reply> {
  const row = await talk.tx.proposals.byId(focus.proposal as ProposalId);
  if (row?.state !== 'submitted') return goOn(talk, place);
  const { undo: say } = talk.say;
  const wanted = agrees(talk.text);
  if (focus.suggested.length > 0 && wanted !== null) {
    if (!wanted) return { ...answer(say.whereTo(ref(row.number))), focus: { ...focus, suggested: [] } };
    const extracts = focus.suggested.map((part) => ({ ...part, words: part.words as WordsId }));
    return thenOn(talk, place, await splitInto(talk, row, extracts));
  }
  if (said(talk.text) !== null || wordless(talk.text) || talk.event.type !== 'message')
    return goOn(talk, place, talk.say.split.keptWhole(ref(row.number)));
  const written = partsWritten(talk.text, 0, true);
  if (written.length > 1) return thenOn(talk, place, await splitByAuthor(talk, row, written));
  const where = await inItsWords(talk, row, [talk.text.trim()]);
  const parts = where?.[0] ? await aroundOf(talk, row, where[0]) : [];
  if (parts.length > 1) return thenOn(talk, place, await splitInto(talk, row, parts));
  await leaveDoubt(talk, 'correction');
  return goOn(talk, place, talk.say.correctionKept);
}

/** They named one part of it: the rest is the other. */
async function aroundOf(talk: Talk, row: ProposalRow, part: Extract): Promise<readonly Extract[]> {
  const { words, start, end } = current(row);
  const text = (await talk.tx.words.texts([words])).get(words);
  if (typeof text !== 'string') return [];
  const trimmed = (from: number, to: number): Extract | null => {
    const piece = text.slice(from, to);
    const head = /^[\s,;:.–—-]*(?:(?:et|and|puis|ou|or|aussi|also)\s)?\s*/iu.exec(piece)![0].length;
    const tail = piece.replace(/(?:\s(?:et|and|puis|ou|or|aussi|also))?[\s,;:.–—-]{0,20}$/iu, '').length;
    return tail > head && !wordless(piece.slice(head, tail))
      ? { words, start: from + head, end: from + tail }
      : null;
  };
  return [trimmed(start, part.start), part, trimmed(part.end, end)].filter((one) => one !== null);
}

/** What was done, then the question the person is at. */
function thenOn(talk: Talk, place: Place, done: Reply): Reply {
  const next = goOn(talk, place);
  return { ...next, blocks: [...done.blocks, ...next.blocks] };
}
