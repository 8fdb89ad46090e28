import type { Consultation, Described, Lang } from '../core/consultation/model.ts';
import type { Dimension, Tag } from '../core/proposal/model.ts';
import { type Classifier, createClassifier, type Score } from './classify.ts';
import { softmax } from './probability.ts';
import { createLexicon, type Lexicon } from './terms.ts';
import { tokenize } from './tokens.ts';

/** From cosines to shares: calibrated on the training part of real answers, where it gave the lowest log loss. */
const TEMPERATURE = 0.07;
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

export interface Tagged {
  readonly tags: readonly Tag[];
  readonly axisDoubt: readonly [string, string] | null;
}

/** Recognises axis, theme and subject of one idea in one language. `stems` are the idea's content words. */
export interface Tagger {
  readonly lexicon: Lexicon;
  tag(stems: readonly string[], promptAxis: string | null): Tagged;
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

interface Ranked {
  readonly score: Score;
  readonly share: number;
}

function rank(scores: readonly Score[], prior?: readonly number[]): Ranked[] {
  const shares = softmax(
    scores.map((score) => score.cosine),
    TEMPERATURE,
    prior,
  );
  return scores.map((score, k) => ({ score, share: shares[k]! })).sort((a, b) => b.share - a.share);
}

export function createTagger(consultation: Consultation, lang: Lang): Tagger {
  const { axes, taxonomy } = consultation;
  const lexicon = createLexicon(
    lang,
    wordsOf([...axes, ...axes.flatMap((axis) => axis.themes), ...taxonomy.subjects], lang),
  );
  const byAxis = createClassifier(
    axes.map((axis) => ({ described: axis, parts: axis.themes })),
    lexicon,
  );
  const themes = new Map<string, Classifier>(
    axes.map((axis) => [axis.key, createClassifier(sources(axis.themes), lexicon)]),
  );
  const subjects = createClassifier(sources(taxonomy.subjects), lexicon);

  const axisTags = (stems: readonly string[], promptAxis: string | null): Tagged => {
    const prompted = axes.some((axis) => axis.key === promptAxis);
    const rest = (1 - PROMPT_SHARE) / Math.max(1, axes.length - 1);
    const prior = axes.map((axis) =>
      prompted && axes.length > 1 ? (axis.key === promptAxis ? PROMPT_SHARE : rest) : 1 / axes.length,
    );
    const ranked = rank(byAxis.score(stems), prior);
    const best = ranked[0];
    if (best === undefined || (!prompted && best.score.words === 0)) return { tags: [], axisDoubt: null };
    const tags = [machineTag('axis', best.score.key, best.share)];
    // An axis nothing speaks for is no alternative to offer to anyone.
    const second = ranked.slice(1).find(({ score }) => recognised(score) || score.key === promptAxis);
    if (second === undefined) return { tags, axisDoubt: null };
    if (best.share < consultation.rules.doubtBelow) {
      return { tags, axisDoubt: [best.score.key, second.score.key] };
    }
    if (crosses(best.score, second.score))
      tags.push(machineTag('axis', second.score.key, second.share, false));
    return { tags, axisDoubt: null };
  };

  const themeTags = (stems: readonly string[], axis: string | undefined): Tag[] => {
    const best = axis === undefined ? undefined : rank(themes.get(axis)?.score(stems) ?? [])[0];
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
    tag(stems, promptAxis) {
      const { tags, axisDoubt } = axisTags(stems, promptAxis);
      return { tags: [...tags, ...themeTags(stems, tags[0]?.value), ...subjectTags(stems)], axisDoubt };
    },
  };
}

const crosses = (first: Score, second: Score): boolean =>
  second.keywords >= 2 && second.cosine >= CROSS_COSINE && second.cosine >= CROSS_RATIO * first.cosine;
