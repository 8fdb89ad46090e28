/** The documents beside the tables: what they state, and where they say something else than the tables. */
import {
  ALL,
  type Cited,
  type Figures,
  inRestitution,
  inSynthesis,
  published,
  type StatedAnswer,
  type StatedSynthesis,
} from '../../core/open-data/figures.ts';
import { type About, RESTITUTION, SYNTHESIS } from '../../core/open-data/manifest.ts';
import type { Tables } from '../../core/open-data/tables.ts';
import type { Fault } from './tables-read.ts';

interface Quote {
  readonly proposal: string;
  readonly text: string | null;
  readonly by: string | null;
}
interface AxisFile {
  readonly axis: string;
  readonly themes: readonly {
    readonly label: string;
    readonly proposals: readonly string[];
    readonly quotes: readonly Quote[];
  }[];
  readonly lines: readonly Cited[];
  readonly disagreements: readonly (Cited & {
    readonly opposed: (Quote & { readonly other?: Quote | null }) | null;
  })[];
  readonly singleVoices: readonly string[];
}
type SynthesisFile = Omit<StatedSynthesis, 'axes' | 'annex' | 'nuances' | 'merged'> & {
  readonly consultation: string;
  readonly audience: string;
  readonly hash: string;
  readonly signature: { readonly by: string; readonly at: string } | null;
  readonly axes: readonly AxisFile[];
  readonly annex: readonly Quote[];
  readonly unclassified: readonly string[];
  readonly nuances: readonly (Quote & { readonly of: string })[];
  readonly merged: readonly { readonly proposal: string; readonly into: string }[];
};
type AnswerFile = StatedAnswer & {
  readonly part: string | null;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
};

export interface DocumentsRead {
  readonly synthesis: Figures;
  readonly restitution: Figures;
  readonly faults: readonly Fault[];
}

/** A document that is no such document is a fault, and states nothing. */
export function documentFaults(
  tables: Tables,
  about: About | null,
  synthesis: unknown,
  restitution: unknown,
): DocumentsRead {
  const faults: Fault[] = [];
  const read = <T>(file: string, given: unknown, look: (given: T) => Figures): Figures => {
    if (given === undefined) return new Map();
    try {
      return look(given as T);
    } catch {
      faults.push({ code: 'unreadable', file });
      return new Map();
    }
  };
  const differs = (file: string, what: string) => void faults.push({ code: 'document', file, what });
  return {
    synthesis: read<SynthesisFile>(SYNTHESIS, synthesis, (file) => {
      for (const what of synthesisDiffers(tables, about, file)) differs(SYNTHESIS, what);
      return inSynthesis(file);
    }),
    restitution: read<AnswerFile[]>(RESTITUTION, restitution, (answers) => {
      for (const what of answersDiffer(tables, answers)) differs(RESTITUTION, what);
      return inRestitution(answers);
    }),
    faults,
  };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const viewed = (one: SynthesisFile['views'][number]) => ({
  round: one.round,
  statement: one.statement,
  text: published(one.text),
  college: one.college ?? ALL,
  invited: one.invited,
  agree: one.agree,
  reserve: one.reserve,
  object: one.object,
});

function* synthesisDiffers(tables: Tables, about: About | null, file: SynthesisFile): Generator<string> {
  if (file.audience !== 'public') yield 'audience';
  if (about !== null) {
    const { synthesis, consultation } = about;
    if (file.hash !== synthesis.hash) yield 'hash';
    if (file.consultation !== consultation) yield 'consultation';
    if (file.signature?.by !== synthesis.signedBy || file.signature.at !== synthesis.signedAt)
      yield 'signature';
  }
  if (
    !same(
      file.axes.map(({ axis }) => axis),
      tables.axes.map(({ axis }) => axis),
    )
  )
    yield 'axes';
  const views = tables.views.map(({ title: _, ...row }) => row);
  for (const [at, one] of file.views.entries())
    if (!same(viewed(one), views[at])) yield `${one.round}: ${one.statement}`;
  if (views.length > file.views.length) yield 'views';
  const cites = Map.groupBy(tables.citations, ({ line }) => line);
  for (const { axis, themes, lines, disagreements, singleVoices } of file.axes) {
    const own = tables.themes.filter((one) => one.axis === axis);
    if (
      !same(
        themes.map(({ label }) => published(label)),
        own.map(({ title }) => title),
      )
    )
      yield `${axis}: themes`;
    for (const [at, { proposals }] of themes.entries()) {
      const members = tables.theme_proposals.filter((one) => one.axis === axis && one.theme === at + 1);
      if (
        !same(
          proposals,
          members.map(({ proposal }) => proposal),
        )
      )
        yield `${axis}: theme ${at + 1}`;
    }
    for (const [section, all] of Object.entries({ lines, disagreements })) {
      const told = tables.lines.filter((one) => one.axis === axis && one.section === section);
      for (const [at, { text, cites: cited }] of all.entries()) {
        const line = told[at];
        const refs = line && (cites.get(line.line) ?? []).map(({ proposal }) => proposal);
        if (line?.text !== published(text) || !same(cited, refs))
          yield line?.line ?? `${axis}: ${section} ${at + 1}`;
      }
    }
    const single = new Set(
      tables.proposals.filter((one) => one.single_on === axis).map(({ proposal }) => proposal),
    );
    if (!same(singleVoices.length, single.size) || singleVoices.some((ref) => !single.has(ref)))
      yield `${axis}: single voices`;
  }
  const rows = new Map(tables.proposals.map((row) => [row.proposal, row]));
  for (const { proposal, text, by } of file.annex) {
    const words = published(text);
    const row = rows.get(proposal);
    if (row?.text !== words || row.by !== (words === null ? null : by)) yield proposal;
  }
  for (const proposal of file.unclassified) if (rows.get(proposal)?.state !== 'unclassified') yield proposal;
  for (const { proposal, into } of file.merged) if (rows.get(proposal)?.merged_into !== into) yield proposal;
  const quotes = [
    ...file.axes.flatMap(({ themes, disagreements }) => [
      ...themes.flatMap((theme) => theme.quotes),
      ...disagreements.flatMap(({ opposed }) => [opposed, opposed?.other].flatMap((one) => one ?? [])),
    ]),
    ...file.nuances,
  ];
  for (const { proposal, text, by } of quotes) {
    const words = published(text);
    if (words === null) continue;
    const row = rows.get(proposal);
    if (!row?.text?.includes(words) || row.by !== by) yield `${proposal}: quote`;
  }
  const nuances = file.nuances.map(({ proposal, of }) => ({ proposal, of }));
  if (!same(nuances, tables.nuances)) yield 'nuances';
}

function* answersDiffer({ decisions }: Tables, answers: readonly AnswerFile[]): Generator<string> {
  for (const [at, answer] of answers.entries()) {
    const row = decisions[at];
    const told = {
      proposal: answer.proposal,
      part: answer.part,
      status: answer.status,
      reason: published(answer.reason),
      decided_by: answer.decidedBy,
      decided_on: answer.decidedOn,
      told: answer.delivered !== null,
      dispute: answer.dispute,
    };
    if (!same(told, row)) yield answer.proposal;
  }
}
