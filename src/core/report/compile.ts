/** The draft of an annual report: by axis, what was decided and from which words, then each indicator beside its target. */
import type { Lang } from '../consultation/model.ts';
import type { PartnerId, Ref } from '../ids.ts';
import { atLeast } from '../participation/at-least.ts';
import type { AdjustmentKind } from '../plan/adjustment.ts';
import { type AlertLevel, LEVELS } from '../plan/alert.ts';
import type { Measure, Progress } from '../plan/measure.ts';
import type { PlanIndicator } from '../plan/model.ts';
import {
  type AxisSynthesis,
  type BaseRow,
  type Line,
  type SynthesisBody,
  type SynthesisProposal,
  TRANSVERSAL,
} from '../synthesis/model.ts';
import type { ReportFacts } from './model.ts';
import { reportSentencesIn } from './sentences.ts';

export interface AdoptedThen {
  /** `A-3`. */
  readonly ref: string;
  readonly kind: AdjustmentKind;
  readonly title: string;
  readonly axis: string | null;
  /** The body, as people know it, and the business day. */
  readonly body: string;
  readonly decidedOn: string;
  readonly cites: readonly Ref[];
}

export interface MeasuredThen {
  readonly title: string;
  readonly axis: string | null;
  readonly indicator: PlanIndicator<string>;
  readonly last: Pick<Measure, 'value' | 'day'> | null;
  readonly progress: Pick<Progress, 'share' | 'pace'>;
  readonly level: AlertLevel | null;
}

/** What people answered, in the year, to a question on an action that was off its way. */
export interface AskedThen {
  readonly title: string;
  readonly axis: string | null;
  readonly cites: readonly Ref[];
}

export interface ReportInput {
  readonly lang: Lang;
  /** Keys, in the order of the plan. */
  readonly axes: readonly string[];
  readonly facts: Omit<ReportFacts, 'alerts' | 'heard'>;
  readonly adopted: readonly AdoptedThen[];
  readonly measured: readonly MeasuredThen[];
  readonly asked: readonly AskedThen[];
  readonly proposals: readonly SynthesisProposal[];
  readonly base: readonly BaseRow[];
  readonly smallestFigure: number;
}

/** No count of people in it is smaller than the smallest figure, in its sentences either. */
export function compileReport(input: ReportInput): SynthesisBody {
  const { lang, axes, adopted, measured, asked, facts, smallestFigure } = input;
  const say = reportSentencesIn(lang);
  const known = new Map(input.proposals.map((one) => [one.ref, one]));
  const people = (cites: readonly Ref[]): number | null =>
    atLeast(
      new Set(cites.flatMap((ref): readonly PartnerId[] => known.get(ref)?.supporters ?? [])).size,
      smallestFigure,
    ) || null;
  const sentence = ({ title, indicator, last, progress }: MeasuredThen) =>
    say.measured(title, indicator, last, progress);
  const linesOf = (axis: string | null): Omit<Line, 'id'>[] => [
    ...adopted
      .filter((one) => one.axis === axis)
      .map((one) =>
        line(say.adopted({ ...one, people: people(one.cites) }), one.cites, quoteOf(one.cites, known)),
      ),
    ...measured.filter((one) => one.axis === axis).map((one) => line(sentence(one), [], null)),
    ...asked
      .filter((one) => one.axis === axis)
      .map(({ title, cites }) =>
        line(say.asked({ title, people: people(cites) }), cites, quoteOf(cites, known)),
      ),
  ];
  const section = (axis: string | null): AxisSynthesis => {
    const key = axis ?? TRANSVERSAL;
    return {
      axis: key,
      introduction: null,
      themes: [],
      lines: linesOf(axis).map((one, at) => ({ id: `${key}.${at + 1}`, ...one })),
      disagreements: [],
      noDisagreement: null,
      singleVoices: [],
    };
  };
  const sections = [...axes, null].map(section);
  return {
    lang,
    introduction: null,
    // A section of no axis is there only where something is said.
    axes: sections.filter(({ axis, lines }) => axis !== TRANSVERSAL || lines.length > 0),
    unclassified: [],
    base: input.base,
    participation: [],
    report: {
      ...facts,
      heard: people(adopted.flatMap(({ cites }) => cites)),
      alerts: LEVELS.toReversed().flatMap((level) =>
        measured.filter((one) => one.level === level).map((one) => ({ level, text: sentence(one) })),
      ),
    },
  };
}

const line = (text: string, cites: readonly Ref[], quote: Line['quote']): Omit<Line, 'id'> => ({
  kind: 'echo',
  theme: null,
  text,
  words: null,
  quote,
  cites,
});

/** The first one whose author may be quoted. */
function quoteOf(cites: readonly Ref[], known: ReadonlyMap<Ref, SynthesisProposal>): Line['quote'] {
  const found = cites
    .flatMap((ref) => known.get(ref) ?? [])
    .find(({ attribution }) => attribution !== 'none');
  return found ? { ...found.extract, proposal: found.ref } : null;
}
