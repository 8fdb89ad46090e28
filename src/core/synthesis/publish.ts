import type { Attribution, Standing } from '../consultation/model.ts';
import { countsFor, type PublishedCollege } from '../consultation/published-colleges.ts';
import { numberOf, type PersonId, type Ref, type WordsId } from '../ids.ts';
import type { Extract } from '../proposal/model.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { ViewsRow } from '../round/validation.ts';
import type { Instant } from '../time.ts';
import type {
  AnnexEntry,
  AxisDocument,
  LineText,
  QuoteText,
  Signature,
  SynthesisDocument,
  ViewsText,
} from './document.ts';
import { excerpt } from './excerpt.ts';
import { peopleForAll } from './facts.ts';
import type { AxisSynthesis, Figures, Line, QuoteRef, Signing, SynthesisBody } from './model.ts';
import { TRANSVERSAL } from './model.ts';
import { LONGEST_QUOTE } from './quotes.ts';
import { type Sentences, sentencesIn } from './sentences.ts';
import { refusalToSign } from './signing.ts';
import { spokenOf } from './standing.ts';
import { withhold } from './suppress.ts';
import { together } from './together.ts';

/** Who wrote a proposal, as their choice stands today; a later choice than at the draft counts. */
export interface Author {
  readonly attribution: Attribution;
  readonly name: string;
  readonly organisation: string | null;
  readonly college: string | null;
  /** How far it commits their organisation; null when nobody said, or there is none. */
  readonly standing?: Standing | null;
}

export interface NamedRound {
  readonly key: string;
  readonly title: string;
  /** What it asks, by key. */
  readonly statements: readonly { readonly key: string; readonly text: string }[];
}

export interface PublishInput {
  readonly audience: 'public' | 'internal';
  readonly consultation: SynthesisDocument['consultation'];
  readonly colleges: SynthesisDocument['colleges'];
  /** The rows of what is published. */
  readonly publishedColleges: readonly Pick<PublishedCollege, 'key' | 'colleges' | 'formerly'>[];
  readonly axes: readonly { readonly key: string; readonly title: string; readonly objective: string }[];
  readonly rounds: readonly NamedRound[];
  readonly synthesis: {
    readonly number: number;
    readonly hash: string;
    readonly compiledAt: Instant;
    readonly body: SynthesisBody;
    readonly signature: Signing | null;
  };
  readonly smallestFigure: number;
  /** What earlier publications of this consultation showed. */
  readonly published: readonly Figures[];
  /** The text of an extract, or of a whole text of the staff; null once erased. */
  readonly resolve: (text: Extract | WordsId) => string | null;
  /** null for a text imported without a known author. */
  readonly authorOf: (ref: Ref) => Author | null;
  readonly nameOf: (person: PersonId) => string;
  /** Colleagues who read it before it was signed, by name. */
  readonly proofreaders: readonly string[];
  readonly merged: SynthesisDocument['merged'];
  /** Proposals whose words were erased. */
  readonly erased?: readonly Ref[];
}

/**
 * What writers get. For the public it refuses an unsigned synthesis (`synthesis-unsigned`, C12) and whatever
 * `refusalToSign` refuses, withholds small figures and names authors as they agreed to; the internal export shows
 * all figures and names. Authors who chose not to be quoted are quoted in neither.
 */
export function publish(input: PublishInput): SynthesisDocument | Refusal {
  const { body, signature } = input.synthesis;
  const open = input.audience === 'public';
  if (open) {
    if (signature === null) return refuse('synthesis-unsigned', { number: input.synthesis.number });
    const lacking = refusalToSign(body);
    if (lacking !== null) return lacking;
  }
  const say = sentencesIn(body.lang);
  const figures = open
    ? withhold(together(body, input.publishedColleges), input.smallestFigure, input.published)
    : body;
  const whole = (words: WordsId | null): string | null =>
    words === null ? null : (input.resolve(words) ?? say.erased);
  const signed = (signing: Signing | null): Signature | null =>
    signing === null ? null : { by: input.nameOf(signing.by), at: signing.at };

  const quote = quoting(input, say, LONGEST_QUOTE);
  const entire = quoting(input, say, Number.POSITIVE_INFINITY);
  const opposed = (side: Line['opposed']): LineText['opposed'] => {
    const [shown, other] = [side?.quote, side?.other].flatMap((one) => (one && quote(one)) ?? []);
    return side && shown ? { quote: shown, ...(other ? { other } : {}), known: side.known } : null;
  };
  const line = (drafted: Line): LineText => ({
    id: drafted.id,
    kind: drafted.kind,
    theme: drafted.theme,
    text: drafted.text ?? whole(drafted.words) ?? say.erased,
    quote: drafted.quote === null ? null : quote(drafted.quote),
    opposed: opposed(drafted.opposed),
    cites: drafted.cites,
    edited: drafted.words !== null,
    left: drafted.left ?? 0,
  });
  const axis = (section: AxisSynthesis): AxisDocument => {
    const content = input.axes.find(({ key }) => key === section.axis);
    return {
      axis: section.axis,
      title: content?.title ?? (section.axis === TRANSVERSAL ? say.transversal : section.axis),
      objective: content?.objective ?? '',
      introduction: whole(section.introduction),
      themes: section.themes.map((theme) => ({
        label: theme.title ? (whole(theme.title) ?? say.erased) : theme.label,
        proposals: theme.proposals,
        people:
          theme.people === undefined
            ? []
            : open
              ? peopleForAll(theme.people, input.publishedColleges, input.smallestFigure)
              : theme.people,
        quotes: theme.quotes.flatMap((ref) => quote(ref) ?? []),
      })),
      lines: section.lines.map(line),
      disagreements: section.disagreements.map(line),
      noDisagreement: signed(section.noDisagreement),
      disagreementsLeft: section.disagreementsLeft ?? false,
      singleVoices: section.singleVoices,
    };
  };

  return {
    audience: input.audience,
    lang: body.lang,
    consultation: input.consultation,
    number: input.synthesis.number,
    hash: input.synthesis.hash,
    compiledAt: input.synthesis.compiledAt,
    signature: signature === null ? null : { ...signed(signature)!, proofreaders: input.proofreaders },
    introduction: whole(body.introduction),
    colleges: input.colleges,
    smallestFigure: input.smallestFigure,
    base: figures.base,
    participation: figures.participation,
    understood: titled(figures.understood ?? [], input.rounds),
    views: stated(figures.views ?? [], input.rounds),
    axes: body.axes.map(axis),
    unclassified: body.unclassified,
    erased: (input.erased ?? []).filter((one) => body.unclassified.includes(one)),
    annex: annexOf(body, input.authorOf, entire),
    nuances: (body.nuances ?? []).map(({ proposal, of, quote: ref }) => ({
      proposal,
      of,
      quote: ref === null ? null : quote(ref),
    })),
    merged: input.merged,
  };
}

/** Each row with its round's title, or its key when the content has it no more. */
export const titled = <Row extends { readonly round: string }>(
  rows: readonly Row[],
  rounds: PublishInput['rounds'],
): readonly (Row & { readonly title: string })[] =>
  rows.map((row) => ({ ...row, title: rounds.find(({ key }) => key === row.round)?.title ?? row.round }));

/** Each row with its statement in words, or its key when the content has it no more. */
export const stated = (rows: readonly ViewsRow[], rounds: PublishInput['rounds']): readonly ViewsText[] =>
  titled(rows, rounds).map((row) => ({
    ...row,
    text:
      rounds.find(({ key }) => key === row.round)?.statements.find(({ key }) => key === row.statement)
        ?.text ?? row.statement,
  }));

function quoting(input: PublishInput, say: Sentences, most: number): (ref: QuoteRef) => QuoteText | null {
  const { base } = together(input.synthesis.body, input.publishedColleges);
  const invited = new Map(base.map((row) => [row.college, row.invited]));
  return (ref) => {
    const author = input.authorOf(ref.proposal);
    if (author?.attribution === 'none') return null;
    const text = input.resolve({ words: ref.words, start: ref.start, end: ref.end });
    if (text === null) return { proposal: ref.proposal, text: say.erased, cut: false, by: null };
    const by = author === null ? null : named(author, input, say, invited);
    return { proposal: ref.proposal, ...excerpt(text, most), by };
  };
}

/** Whoever chose not to be quoted has an entry without words. */
function annexOf(
  body: SynthesisBody,
  authorOf: PublishInput['authorOf'],
  quote: (ref: QuoteRef) => QuoteText | null,
): AnnexEntry[] {
  if (body.annex === undefined) return [];
  const said = new Map(body.annex.map((ref) => [ref.proposal, ref]));
  const all = [...new Set([...spokenOf(body), ...said.keys()])].toSorted(
    (a, b) => numberOf(a)! - numberOf(b)!,
  );
  return all.flatMap((proposal): AnnexEntry[] => {
    const ref = said.get(proposal);
    const shown = ref ? quote(ref) : null;
    if (shown) return [{ proposal, text: shown.text, by: shown.by }];
    return authorOf(proposal)?.attribution === 'none' ? [{ proposal, text: null, by: null }] : [];
  });
}

/**
 * A college of a few invited people names its people: such an author is only said to be of the types of actor published
 * with it, or one of those consulted. How far it commits their organisation is said where that one is named.
 */
function named(
  author: Author,
  input: PublishInput,
  say: Sentences,
  invited: ReadonlyMap<string, number>,
): string {
  const { name, organisation, college, standing } = author;
  const as = standing ? `, ${say.standing[standing]}` : '';
  const full = organisation === null ? name : `${name}, ${organisation}${as}`;
  if (input.audience === 'internal' || author.attribution === 'name') return full;
  if (author.attribution === 'organisation' && organisation !== null) return `${organisation}${as}`;
  const row = college === null ? undefined : input.publishedColleges.find((one) => countsFor(one, college));
  const label = input.colleges.find(({ key }) => key === row?.key)?.label;
  const many = row !== undefined && (invited.get(row.key) ?? 0) >= input.smallestFigure;
  return label !== undefined && many ? say.ofCollege(label) : say.ofAnyCollege;
}
