/** Every figure that is published, by its name: as the documents state it, and as the tables give it again. */
import { TRANSVERSAL } from '../synthesis/model.ts';
import type { Row, Tables } from './tables.ts';

export type Figures = ReadonlyMap<string, number | null>;

export interface Cited {
  readonly text: string;
  readonly cites: readonly string[];
}
/** What a synthesis states: the document itself, or `synthesis.json`. */
export interface StatedSynthesis {
  readonly base: readonly Row<'participation'>[] | readonly Omit<Row<'participation'>, 'label'>[];
  readonly understood: readonly Omit<Row<'understood'>, 'title'>[];
  readonly views: readonly (Omit<Row<'views'>, 'title' | 'college'> & { readonly college: string | null })[];
  readonly axes: readonly {
    readonly axis: string;
    readonly themes: readonly { readonly proposals: readonly string[] }[];
    readonly lines: readonly Cited[];
    readonly disagreements: readonly Cited[];
    readonly singleVoices: readonly string[];
  }[];
  readonly unclassified: readonly string[];
  readonly annex: readonly { readonly text: string | null }[];
  readonly nuances: readonly unknown[];
  readonly merged: readonly unknown[];
}
/** What a restitution states: its entries, or `restitution.json`. */
export type StatedAnswer = Pick<Row<'decisions'>, 'proposal' | 'status' | 'dispute'> & {
  readonly delivered: string | null;
};

const VOICES = ['asked', 'reached', 'confirmed', 'mended', 'corrected', 'withdrawn', 'silent'] as const;
const SEEN = ['invited', 'agree', 'reserve', 'object'] as const;
/** In the place of a type of actor, for all of them. No type of actor of a consultation has this key. */
export const ALL = '*';
const BASE = ['invited', 'reached', 'answered', 'passed', 'silent'] as const;
const ERASED = /^\[(?:effacé|erased)\]$/u;

/** A text of the open data: null for what stands in the place of erased words too. */
export const published = (text: string | null): string | null =>
  text === null || text.trim() === '' || ERASED.test(text) ? null : text;

export function inSynthesis(stated: StatedSynthesis): Map<string, number | null> {
  const found = new Map<string, number | null>();
  for (const row of stated.base)
    for (const name of BASE) found.set(`participation.${row.college}.${name}`, row[name]);
  for (const row of stated.understood)
    for (const voice of VOICES) found.set(`understood.${row.round}.${voice}`, row[voice]);
  for (const row of stated.views)
    for (const name of SEEN)
      found.set(`views.${row.round}.${row.statement}.${row.college ?? ALL}.${name}`, row[name]);
  const cited = new Set<string>();
  for (const { axis, themes, lines, disagreements, singleVoices } of stated.axes) {
    found.set(`axis.${axis}.themes`, themes.length);
    found.set(`axis.${axis}.single-voices`, singleVoices.length);
    for (const [at, { proposals }] of themes.entries())
      found.set(`axis.${axis}.theme.${at + 1}.proposals`, proposals.length);
    for (const [section, all] of Object.entries({ lines, disagreements })) {
      found.set(`axis.${axis}.${section}`, all.length);
      for (const [at, { text, cites }] of all.entries()) {
        for (const ref of cites) cited.add(ref);
        found.set(`axis.${axis}.${section}.${at + 1}.cites`, cites.length);
        const said = saidIn(text);
        if (said !== null) found.set(`axis.${axis}.${section}.${at + 1}.said`, said);
      }
    }
  }
  found.set('synthesis.axes', stated.axes.filter(({ axis }) => axis !== TRANSVERSAL).length);
  found.set('synthesis.cited', cited.size);
  found.set('synthesis.unclassified', stated.unclassified.length);
  found.set('synthesis.quoted', stated.annex.filter(({ text }) => published(text) !== null).length);
  found.set('synthesis.nuances', stated.nuances.length);
  found.set('synthesis.merged', stated.merged.length);
  return found;
}

export function inRestitution(answers: readonly StatedAnswer[]): Map<string, number> {
  const found = new Map<string, number>([
    ['answers.all', answers.length],
    ['answers.proposals', new Set(answers.map(({ proposal }) => proposal)).size],
    ['answers.told', answers.filter(({ delivered }) => delivered !== null).length],
    ['answers.disputed', answers.filter(({ dispute }) => dispute !== null).length],
  ]);
  for (const [status, all] of Map.groupBy(answers, (one) => one.status))
    found.set(`answers.${status}`, all.length);
  return found;
}

const WORDS: readonly (readonly string[])[] = [
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' '),
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' '),
];
const SAID = /(?:^|:\s)(\p{L}+|\d{1,3}(?:[\s,]?\d{3})*) (?:propositions?|proposals?)\b/giu;

/** How many proposals a line says that it speaks of, in its sentence; null when it says none. */
export function saidIn(text: string): number | null {
  const said = [...text.matchAll(SAID)].at(-1)?.[1]?.toLowerCase();
  if (said === undefined) return null;
  if (said === 'une' || said === 'a') return 1;
  const digits = Number(said.replaceAll(/[\s,]/gu, ''));
  if (Number.isInteger(digits)) return digits;
  return WORDS.map((words) => words.indexOf(said)).find((at) => at >= 0) ?? null;
}

/** All of them again, from the tables alone. */
export function recomputed(tables: Omit<Tables, 'figures'>): Map<string, number | null> {
  const found = new Map<string, number | null>();
  const add = (name: string, value: number | null) => void found.set(name, value);
  for (const row of tables.participation)
    for (const name of BASE) add(`participation.${row.college}.${name}`, row[name]);
  for (const row of tables.participation_by_axis) add(`contributed.${row.axis}.${row.college}`, row.people);
  for (const row of tables.theme_people) add(`behind.${row.axis}.${row.theme}.${row.college}`, row.people);
  for (const row of tables.understood)
    for (const voice of VOICES) add(`understood.${row.round}.${voice}`, row[voice]);
  for (const row of tables.views)
    for (const name of SEEN) add(`views.${row.round}.${row.statement}.${row.college}.${name}`, row[name]);
  ofLines(tables, add);
  const { proposals } = tables;
  add('synthesis.axes', tables.axes.filter(({ axis }) => axis !== TRANSVERSAL).length);
  add('synthesis.cited', new Set(tables.citations.map(({ proposal }) => proposal)).size);
  add('synthesis.unclassified', proposals.filter(({ state }) => state === 'unclassified').length);
  add('synthesis.quoted', proposals.filter(({ text }) => text !== null).length);
  add('synthesis.nuances', tables.nuances.length);
  add('synthesis.merged', proposals.filter(({ state }) => state === 'merged').length);
  const { decisions } = tables;
  add('answers.all', decisions.length);
  add('answers.proposals', new Set(decisions.map(({ proposal }) => proposal)).size);
  add('answers.told', decisions.filter(({ told }) => told).length);
  add('answers.disputed', decisions.filter(({ dispute }) => dispute !== null).length);
  for (const [status, all] of Map.groupBy(decisions, (one) => one.status))
    add(`answers.${status}`, all.length);
  ofPlan(tables, add);
  return found;
}

type Add = (name: string, value: number | null) => void;

function ofLines(tables: Omit<Tables, 'figures'>, add: Add): void {
  const cites = Map.groupBy(tables.citations, ({ line }) => line);
  const themed = Map.groupBy(tables.theme_proposals, ({ axis, theme }) => `${axis}.theme.${theme}`);
  const singles = Map.groupBy(tables.proposals, ({ single_on }) => single_on);
  const lines = Map.groupBy(tables.lines, ({ axis, section }) => `${axis}.${section}`);
  for (const { axis } of tables.axes) {
    const themes = tables.themes.filter((one) => one.axis === axis);
    add(`axis.${axis}.themes`, themes.length);
    for (const { theme } of themes)
      add(`axis.${axis}.theme.${theme}.proposals`, themed.get(`${axis}.theme.${theme}`)?.length ?? 0);
    add(`axis.${axis}.single-voices`, singles.get(axis)?.length ?? 0);
    for (const section of ['lines', 'disagreements']) {
      const own = lines.get(`${axis}.${section}`) ?? [];
      add(`axis.${axis}.${section}`, own.length);
      for (const [at, { line, kind, edited, left }] of own.entries()) {
        const count = cites.get(line)?.length ?? 0;
        add(`axis.${axis}.${section}.${at + 1}.cites`, count);
        if (!edited && (kind === 'theme' || kind === 'echo'))
          add(`axis.${axis}.${section}.${at + 1}.said`, count + left);
      }
    }
  }
}

function ofPlan(tables: Omit<Tables, 'figures'>, add: Add): void {
  for (const { version } of tables.plan_versions) {
    const adjustments = tables.adjustments.filter((one) => one.version === version);
    add(`plan.${version}.actions`, tables.plan_actions.filter((one) => one.version === version).length);
    add(`plan.${version}.adjustments`, adjustments.length);
    add(`plan.${version}.proposals`, new Set(adjustments.flatMap(({ cites }) => cites)).size);
  }
}
