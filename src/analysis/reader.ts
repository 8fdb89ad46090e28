import type { Consultation, Kind, Lang } from '../core/consultation/model.ts';
import type { ProposalId } from '../core/ids.ts';
import type { Tag } from '../core/proposal/model.ts';
import type { Idea, Reader, ReadingContext } from '../core/proposal/reading.ts';
import { createSimilarityIndex } from './duplicates/index-of-texts.ts';
import { echoesOf } from './echoes.ts';
import { createGazetteer } from './gazetteer.ts';
import { kindAsked, kindOfIdea } from './kind.ts';
import { languageOf } from './language.ts';
import type { Learning } from './learning/knowledge.ts';
import { natureOf } from './nature.ts';
import { sharedWords } from './shared-words.ts';
import { type Span, trim, within } from './spans.ts';
import { type Piece, splitIdeas } from './split.ts';
import { createTagger, machineTag, type Tagger } from './tag.ts';
import { MOST_WORDS } from './terms.ts';
import { type Token, tokenize } from './tokens.ts';

/** Cosine from which two proposals may say the same; chosen on sentence pairs that people had rated. */
export const NEAR = 0.45;
const MOST_NEAR = 3;
const MOST_SHARED = 4;
/** An idea is read on at most this many words. */
const MOST_IDEA_WORDS = 400;

/**
 * The reader of one consultation: splits, tags and compares messages in its languages. Keeps what it knows in
 * memory.
 */
export function createReader(consultation: Consultation, learning?: Learning): Reader {
  const { languages, taxonomy, rounds } = consultation;
  const taggers = new Map<Lang, Tagger>(
    languages.map((lang) => [lang, createTagger(consultation, lang, learning)]),
  );
  const fallback = taggers.get(languages[0])!;
  const gazetteer = createGazetteer(taxonomy.territories);
  const known = createSimilarityIndex<ProposalId>();
  const asked = new Map<string, Kind | null>();
  for (const { key, text } of rounds.flatMap((round) => round.prompts)) {
    const lang = languages.find((candidate) => text[candidate] !== undefined) ?? languages[0];
    asked.set(key, kindAsked(tokenize(text[lang] ?? ''), lang));
  }

  const kindTag = (
    tokens: readonly Token[],
    lang: Lang,
    piece: Piece,
    prompt: ReadingContext['prompt'],
  ): Tag[] => {
    const expected = prompt === null ? null : (asked.get(prompt.key) ?? null);
    const { kind, confidence } = kindOfIdea(tokens, lang, piece.asks, expected);
    return taxonomy.kinds.some(({ key }) => key === kind) ? [machineTag('kind', kind, confidence)] : [];
  };

  const territoryTags = (text: string, tokens: readonly Token[]): Tag[] =>
    gazetteer
      .find(text, tokens)
      .map(({ territory, plain }) => machineTag('territory', territory, plain ? 0.95 : 0.8));

  const ideaOf = (
    text: string,
    own: readonly Token[],
    piece: Piece,
    lang: Lang,
    prompt: ReadingContext['prompt'],
  ): Idea & { readonly stems: readonly string[] } => {
    const tagger = taggers.get(lang) ?? fallback;
    const stems = tagger.lexicon.terms(own).map((term) => term.stem);
    const { tags, axisDoubt } = tagger.tag(own, prompt?.axis ?? null);
    return {
      start: piece.start,
      end: piece.end,
      tags: [
        ...tags,
        ...territoryTags(text, own),
        // Of emoji and numbers alone nothing is said.
        ...(own.some(({ form }) => /\p{L}/u.test(form)) ? kindTag(own, lang, piece, prompt) : []),
      ],
      axisDoubt,
      near: [],
      stems,
    };
  };

  return {
    read(text, { lang: usual, prompt }) {
      const tokens = tokenize(text, MOST_WORDS);
      const lang = languageOf(tokens, languages, usual);
      const pieces = splitIdeas(text, tokens, lang);
      const nature = natureOf(tokens, pieces, lang);
      if (nature !== 'ideas') return { nature, ideas: [] };
      const ideas = pieces.map((piece): Idea => {
        const own = within(tokens, piece).slice(0, MOST_IDEA_WORDS);
        const { stems, ...idea } = ideaOf(text, own, piece, lang, prompt);
        const near = known
          .near(stems, NEAR, MOST_NEAR)
          .map(({ id, cosine }) => ({ proposal: id, similarity: cosine }));
        return { ...idea, near };
      });
      return { nature, ideas };
    },
    readWhole(text, { lang: usual, prompt }) {
      const tokens = tokenize(text, MOST_IDEA_WORDS);
      const lang = languageOf(tokens, languages, usual);
      // What was not read is not cut either.
      const read = tokens.length < MOST_IDEA_WORDS ? text : text.slice(0, tokens.at(-1)!.end);
      const pieces = splitIdeas(read, tokens, lang);
      const span = trim(text, { start: 0, end: text.length }) ?? { start: 0, end: text.length };
      const asks = pieces.length > 0 && pieces.every((piece) => piece.asks);
      const { stems: _, ...idea } = ideaOf(text, tokens, { ...span, asks }, lang, prompt);
      return idea;
    },
    reasons(text, usual, dimension, value) {
      const tokens = tokenize(text, MOST_IDEA_WORDS);
      if (dimension === 'territory')
        return gazetteer
          .find(text, tokens)
          .filter(({ territory }) => territory === value)
          .map(({ span }) => span);
      const inLang = (lang: Lang): Span[] => {
        if (dimension !== 'kind') return (taggers.get(lang) ?? fallback).reasons(tokens, dimension, value);
        const asks = splitIdeas(text, tokens, lang).every((piece) => piece.asks);
        const { kind, by } = kindOfIdea(tokens, lang, asks);
        if (kind !== value || by === null) return [];
        return [{ start: tokens[by.at]!.start, end: tokens[by.at + by.length - 1]!.end }];
      };
      // A short one may have been read in the language of who wrote it.
      const likely = languageOf(tokens, languages, usual);
      for (const lang of new Set([likely, ...languages])) {
        const spans = inLang(lang);
        if (spans.length > 0) return spans;
      }
      return [];
    },
    shared: (texts, lang) => sharedWords(texts, (taggers.get(lang) ?? fallback).lexicon, MOST_SHARED),
    echoes: (proposals, actions, lang) => echoesOf(proposals, actions, lang),
    know(proposals) {
      for (const { id, text, said } of proposals) {
        const tokens = tokenize(text, MOST_IDEA_WORDS);
        const tagger = taggers.get(languageOf(tokens, languages, languages[0])) ?? fallback;
        // Its words may have been of another language before.
        for (const other of taggers.values()) other.forget(id);
        known.add(
          id,
          tagger.lexicon.terms(tokens).map((term) => term.stem),
        );
        tagger.learn(id, tokens, said);
      }
    },
    forget(ids) {
      for (const id of ids) {
        known.remove(id);
        for (const tagger of taggers.values()) tagger.forget(id);
      }
    },
    async settled() {
      await Promise.all([...taggers.values()].map((tagger) => tagger.settled()));
    },
  };
}
