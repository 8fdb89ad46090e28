import type { Consultation, Described, Lang } from '../core/consultation/model.ts';
import type { Dimension, Tag } from '../core/proposal/model.ts';
import { createClassifier, type Score } from './classify.ts';
import type { Learning } from './learning/knowledge.ts';
import { createRecogniser } from './recogniser.ts';
import type { Span } from './spans.ts';
import { createLexicon, type Lexicon } from './terms.ts';
import { type Token, tokenize } from './tokens.ts';

/** With examples, a second axis is worth asking about from this share. */
const SECOND_SHARE = 0.25;
/** How likely someone who answers a question on an axis is to speak of that axis. */
const PROMPT_SHARE = 0.5;
/** The machine is never surer than this. */
const SUREST = 0.95;
/** A theme or subject needs this share of its list, and a keyword or two plain words. */
const THEME_SHARE = 0.35;
const SUBJECT_COSINE = 0.12;
/** A second axis is cross-referenced when it is this close to the first, by words of its own. */
const CROSS_RATIO = 0.7;
const CROSS_COSINE = 0.12;
const MOST_REASONS = 4;

export interface Tagged {
  readonly tags: readonly Tag[];
  readonly axisDoubt: readonly [string, string] | null;
}

/** What people said that one proposal is about; null where they said nothing. */
export interface Said {
  readonly axis: string | null;
  readonly theme: string | null;
}

/** What the words of the content and of people carry. */
export type Told = Extract<Dimension, 'axis' | 'theme' | 'subject'>;

/** Recognises axis, theme and subject of one idea in one language, from its words, and learns from what people say. */
export interface Tagger {
  readonly lexicon: Lexicon;
  tag(tokens: readonly Token[], promptAxis: string | null): Tagged;
  /** Where the words lie that carried an axis, a theme or a subject, strongest first. */
  reasons(tokens: readonly Token[], dimension: Told, value: string): Span[];
  /** The same id again replaces what was said. */
  learn(id: string, tokens: readonly Token[], said: Said): void;
  forget(id: string): void;
  /** Resolves when all that was said is learnt. Rejects as `Learning.study` does. */
  settled(): Promise<void>;
}

/** A tag given by the machine. */
export const machineTag = (dimension: Dimension, value: string, confidence: number, main = true): Tag => ({
  dimension,
  value,
  source: 'machine',
  confidence: Math.round(Math.min(SUREST, confidence) * 1000) / 1000,
  main,
});

function wordsOf(all: readonly Described[], lang: Lang): string[] {
  return all
    .flatMap(({ label, description, keywords }) => [
      label[lang],
      description[lang],
      ...(keywords[lang] ?? []),
    ])
    .flatMap((text) => (text === undefined ? [] : tokenize(text).map((token) => token.form)));
}

const sources = (all: readonly Described[]) => all.map((described) => ({ described, parts: [] }));
const recognised = (score: Score): boolean => score.keywords >= 1 || score.words >= 2;

export function createTagger(consultation: Consultation, lang: Lang, learning?: Learning): Tagger {
  const { axes, taxonomy } = consultation;
  const lexicon = createLexicon(
    lang,
    wordsOf([...axes, ...axes.flatMap((axis) => axis.themes), ...taxonomy.subjects], lang),
  );
  const byAxis = createRecogniser(
    axes.map((axis) => ({ described: axis, parts: axis.themes })),
    lexicon,
    learning,
  );
  const themes = new Map(
    axes.map((axis) => [axis.key, createRecogniser(sources(axis.themes), lexicon, learning)]),
  );
  const axisOfTheme = new Map(axes.flatMap((axis) => axis.themes.map((theme) => [theme.key, axis.key])));
  const subjects = createClassifier(sources(taxonomy.subjects), lexicon);

  const axisTags = (
    stems: readonly string[],
    tokens: readonly Token[],
    promptAxis: string | null,
  ): Tagged => {
    const prompted = axes.some((axis) => axis.key === promptAxis);
    const rest = (1 - PROMPT_SHARE) / Math.max(1, axes.length - 1);
    const prior = axes.map((axis) =>
      prompted && axes.length > 1 ? (axis.key === promptAxis ? PROMPT_SHARE : rest) : 1 / axes.length,
    );
    const ranked = byAxis.rank(stems, tokens, prior);
    const best = ranked[0];
    const taught = byAxis.learner.examples > 0;
    if (best === undefined || (!prompted && !taught && best.score.words === 0))
      return { tags: [], axisDoubt: null };
    const tags = [machineTag('axis', best.score.key, best.share)];
    // An axis nothing speaks for is no alternative to offer to anyone.
    const second = ranked
      .slice(1)
      .find(
        ({ score, share }) =>
          recognised(score) || score.key === promptAxis || (taught && share >= SECOND_SHARE),
      );
    if (second === undefined) return { tags, axisDoubt: null };
    if (best.share < consultation.rules.doubtBelow) {
      return { tags, axisDoubt: [best.score.key, second.score.key] };
    }
    if (crosses(best.score, second.score))
      tags.push(machineTag('axis', second.score.key, second.share, false));
    return { tags, axisDoubt: null };
  };

  const themeTags = (stems: readonly string[], tokens: readonly Token[], axis: string | undefined): Tag[] => {
    const best = axis === undefined ? undefined : themes.get(axis)?.rank(stems, tokens)[0];
    return best !== undefined && recognised(best.score) && best.share >= THEME_SHARE
      ? [machineTag('theme', best.score.key, best.share)]
      : [];
  };

  const subjectTags = (stems: readonly string[]): Tag[] =>
    subjects
      .score(stems)
      .filter((score) => score.keywords >= 1 && score.cosine >= SUBJECT_COSINE)
      .sort((a, b) => b.cosine - a.cosine)
      .map((score) => machineTag('subject', score.key, 0.5 + score.cosine));

  return {
    lexicon,
    tag(tokens, promptAxis) {
      const stems = lexicon.terms(tokens).map((term) => term.stem);
      const { tags, axisDoubt } = axisTags(stems, tokens, promptAxis);
      const all = [...tags, ...themeTags(stems, tokens, tags[0]?.value), ...subjectTags(stems)];
      return { tags: all, axisDoubt };
    },
    reasons(tokens, dimension, value) {
      if (dimension === 'subject') {
        const content = tokens.filter((token) => lexicon.terms([token]).length > 0);
        const stems = lexicon.terms(content).map(({ stem }) => stem);
        return subjects
          .keywordsIn(stems, value)
          .slice(0, MOST_REASONS)
          .map(({ from, to }) => ({ start: content[from]!.start, end: content[to - 1]!.end }));
      }
      const learner =
        dimension === 'axis' ? byAxis.learner : themes.get(axisOfTheme.get(value) ?? '')?.learner;
      return learner?.reasons(tokens, value, MOST_REASONS) ?? [];
    },
    learn(id, tokens, { axis, theme }) {
      this.forget(id);
      if (axis !== null) byAxis.learner.learn(id, tokens, axis);
      if (theme !== null) themes.get(axisOfTheme.get(theme) ?? '')?.learner.learn(id, tokens, theme);
    },
    forget(id) {
      byAxis.learner.forget(id);
      for (const { learner } of themes.values()) learner.forget(id);
    },
    async settled() {
      await Promise.all([byAxis, ...themes.values()].map(({ learner }) => learner.settled()));
    },
  };
}

const crosses = (first: Score, second: Score): boolean =>
  second.keywords >= 2 && second.cosine >= CROSS_COSINE && second.cosine >= CROSS_RATIO * first.cosine;
