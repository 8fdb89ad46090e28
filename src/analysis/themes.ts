import graphology from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import type { Described, Lang } from '../core/consultation/model.ts';
import type { ProposalId } from '../core/ids.ts';
import type { Group, Grouping, GroupingInput } from '../core/synthesis/model.ts';
import { apart } from './cohesion.ts';
import { labelGroups } from './labels.ts';
import { isLight } from './light-words.ts';
import { ALIKE, type Edge, neighbourGraph } from './neighbours.ts';
import { nounsIn } from './nouns.ts';
import { sequence } from './sequence.ts';
import { createLexicon } from './terms.ts';
import { fold, tokenize } from './tokens.ts';
import { turnsIn } from './turns.ts';

const { UndirectedGraph } = graphology;
// The package is CommonJS: its export is the function itself, which its types call `default`.
const louvain = louvainModule as unknown as typeof louvainModule.default;

const MOST_NEIGHBOURS = 15;
const LEAST_COSINE = 0.06;
/** The lower, the larger the groups: within an axis, where texts are alike, and across all. Chosen on another set. */
const RESOLUTION = { within: 0.7, across: 1 };
const THEME_BONUS = 0.3;
/** Up to this many texts share too few words to group by words alone: a common theme joins them. */
const SMALL = 60;
const MOST_WORDS = 400;
/** Of two texts of no common theme: a word alone may mean another thing in each. */
const FEWEST_SHARED = 2;
/** Grouping the same proposals again gives the same groups. */
const SEED = 20150513;

function communities(size: number, edges: readonly Edge[], resolution: number): number[][] {
  const graph = new UndirectedGraph<Record<string, never>, { weight: number }>();
  for (let node = 0; node < size; node++) graph.addNode(String(node));
  for (const { a, b, weight } of edges) graph.addEdge(String(a), String(b), { weight });
  if (edges.length === 0) return Array.from({ length: size }, (_, node) => [node]);
  const found = louvain(graph, {
    rng: sequence(SEED),
    randomWalk: false,
    getEdgeWeight: 'weight',
    resolution,
  });
  const members = new Map<number, number[]>();
  for (let node = 0; node < size; node++) {
    const community = found[String(node)]!;
    const row = members.get(community);
    if (row === undefined) members.set(community, [node]);
    else row.push(node);
  }
  return [...members.values()];
}

const byText = (a: GroupingInput, b: GroupingInput): number =>
  a.text < b.text ? -1 : a.text > b.text ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const shared = (some: readonly string[], others: readonly string[]): string[] =>
  [...new Set(some)].filter((stem) => others.includes(stem));

/**
 * Of each text, the closest first: of an objection the closest and all that share several words with it, of others those
 * nearly the same.
 */
function nearOf(
  inputs: readonly GroupingInput[],
  edges: readonly Edge[],
  stems: readonly (readonly string[])[],
): NonNullable<Grouping['near']> {
  const rows = new Map<number, { readonly to: number; readonly cosine: number }[]>();
  const add = (from: number, to: number, cosine: number): void => {
    if (cosine === 0 || (cosine < ALIKE && !inputs[from]!.objects)) return;
    const row = rows.get(from);
    const close = { to, cosine };
    if (row === undefined) rows.set(from, [close]);
    else row.push(close);
  };
  for (const { a, b, cosine } of edges) {
    add(a, b, cosine);
    add(b, a, cosine);
  }
  const closest = (from: number, row: NonNullable<ReturnType<typeof rows.get>>): ProposalId[] =>
    row
      .toSorted((x, y) => y.cosine - x.cosine)
      .filter(({ to }, place) => place === 0 || shared(stems[from]!, stems[to]!).length >= FEWEST_SHARED)
      .map(({ to }) => inputs[to]!.id);
  return new Map([...rows].map(([text, row]) => [inputs[text]!.id, closest(text, row)]));
}

/**
 * Groups the proposals of one axis by what they say, each in exactly one group, the largest group first. The same
 * proposals in another order give the same groups. `themes` are the axis's own, for labels; `across` is true for
 * proposals of all axes. `passing` are stems that bring no two of them together (see `passing.ts`).
 */
export function groupProposals(
  inputs: readonly GroupingInput[],
  lang: Lang,
  themes: readonly Described[],
  across = false,
  passing: readonly string[] = [],
): Grouping {
  const own = new Set(themes.map(({ key }) => key));
  const sorted = inputs
    .map((input) =>
      across || input.theme === null || own.has(input.theme) ? input : { ...input, theme: null },
    )
    .sort(byText);
  const lexicon = createLexicon(lang);
  const tokens = sorted.map(({ text }) => tokenize(text, MOST_WORDS));
  const terms = tokens.map((row) => lexicon.terms(row));
  const ofAll = new Set(passing);
  const nouns = nounsIn(tokens, lang);
  const names = (form: string): boolean => nouns(form) && !ofAll.has(lexicon.stem(form));
  const small = sorted.length <= SMALL;
  const stems = terms.map((row) =>
    row.filter(({ form, stem }) => !isLight(fold(form)) && !ofAll.has(stem)).map(({ stem }) => stem),
  );
  const edges = neighbourGraph(
    stems,
    sorted.map((input) => input.theme),
    { most: MOST_NEIGHBOURS, atLeast: LEAST_COSINE, bonus: THEME_BONUS, linkThemes: small },
  );
  const found = communities(sorted.length, edges, across ? RESOLUTION.across : RESOLUTION.within);
  const about = (node: number): string[] => {
    const { theme } = sorted[node]!;
    return theme === null ? [] : [theme];
  };
  const nounStems = new Set(
    terms.flatMap((row) => row.flatMap(({ form, stem }) => (names(form) ? [stem] : []))),
  );
  const firm = ({ a, b }: Edge): boolean => {
    if (sorted[a]!.theme !== null && sorted[a]!.theme === sorted[b]!.theme) return true;
    const both = shared(stems[a]!, stems[b]!);
    return both.length >= FEWEST_SHARED && both.some((stem) => nounStems.has(stem));
  };
  const groups = small ? apart(found, edges.filter(firm), about) : found;
  const group = new Map(groups.flatMap((nodes, k) => nodes.map((node) => [node, k] as const)));
  const ties = sorted.map(() => 0);
  for (const { a, b, weight } of edges) {
    if (group.get(a) !== group.get(b)) continue;
    ties[a]! += weight;
    ties[b]! += weight;
  }
  for (const nodes of groups) nodes.sort((a, b) => ties[b]! - ties[a]! || a - b);
  groups.sort((x, y) => y.length - x.length || x[0]! - y[0]!);
  const titles = labelGroups(
    groups.map((nodes) =>
      nodes.map((node) => ({
        ...sorted[node]!,
        terms: [...terms[node]!, ...turnsIn(sorted[node]!.text, tokens[node]!, lexicon, names)],
      })),
    ),
    themes,
    lang,
    names,
  );
  return {
    groups: groups.map(
      (nodes, k): Group => ({ ...titles[k]!, members: nodes.map((node) => sorted[node]!.id) }),
    ),
    near: nearOf(sorted, edges, stems),
  };
}
