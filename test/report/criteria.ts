/**
 * Checks of a consultation's criteria that read the written files and nothing else: they share no code with what
 * writes them. Each returns its violations, none when the criterion holds.
 */
export interface ProposalEntry {
  ref: string;
  axis: string | null;
  text: string;
  college: string | null;
  state: string;
}

interface Signed {
  by: string;
  at: string;
}

interface Cited {
  text: string;
  cites: string[];
}

export interface BaseEntry {
  college: string;
  invited: number;
  reached: number | null;
  answered: number | null;
  passed: number | null;
  silent: number | null;
}

export interface SynthesisEntry {
  consultation: string;
  hash: string;
  signature: Signed | null;
  base: BaseEntry[];
  axes: {
    axis: string;
    themes: {
      label: string;
      proposals: string[];
      quotes: { proposal: string; text: string; by: string | null }[];
    }[];
    lines: Cited[];
    disagreements: Cited[];
    noDisagreement: Signed | null;
    singleVoices: string[];
  }[];
  understood?: { round: string; [people: string]: number | string | null }[];
  views?: {
    round: string;
    statement: string;
    college: string | null;
    agree: number | null;
    reserve: number | null;
    object: number | null;
  }[];
  unclassified: string[];
  audience: string;
  annex?: { proposal: string; text: string | null; by: string | null }[];
  merged?: { proposal: string; into: string }[];
}

export interface AnswerEntry {
  proposal: string;
  /** Of what it was merged into and was split: the part that is answered. */
  part?: string | null;
  status: string;
  reason: string;
  decidedBy: string;
  decidedOn: string;
  delivered: string | null;
}

export interface Files {
  proposals: ProposalEntry[];
  synthesis: SynthesisEntry;
  restitution: AnswerEntry[];
  /** The published synthesis as people read it, by file name: HTML, Markdown. */
  pages?: Record<string, string>;
}

const STATUSES = [
  'adopted',
  'adopted-in-part',
  'under-way',
  'to-be-studied',
  'not-adopted',
  'outside-powers',
];
const ERASED = /^\[(effacé|erased)\]$/;
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text));
const isSigned = (signed: Signed | null | undefined): boolean =>
  typeof signed?.by === 'string' && signed.by.trim() !== '' && isInstant(signed.at);

/**
 * C4: every proposal that was not withdrawn has one answer, with a reason, a decider and a date; one that was split has
 * those of its parts, which are its author's words.
 */
export function checkReplies({ proposals, restitution }: Files): string[] {
  const found: string[] = [];
  const states = new Map(proposals.map((proposal) => [proposal.ref, proposal.state]));
  for (const whole of proposals) {
    const { ref, state } = whole;
    const answers = restitution.filter((answer) => answer.proposal === ref).length;
    const due = state === 'withdrawn' || state === 'erased' || state === 'split' ? 0 : 1;
    const parts = state === 'split' ? partsOf(whole, proposals).length : 0;
    if (state === 'split' && parts < 2) found.push(`C4: ${ref} was split into ${parts}`);
    if (answers < due) found.push(`C4: ${ref} (${state}) has no answer`);
    if (answers > 1 && !ofParts(ref, states, restitution)) found.push(`C4: ${ref} has ${answers} answers`);
  }
  for (const answer of restitution) {
    const { proposal } = answer;
    if (!states.has(proposal)) found.push(`C4: the answer to ${proposal} answers no proposal`);
    if (states.get(proposal) === 'withdrawn') found.push(`C4: ${proposal} was withdrawn and is answered`);
    if (!STATUSES.includes(answer.status)) found.push(`C4: ${proposal} has the status "${answer.status}"`);
    if (!answer.reason?.trim()) found.push(`C4: ${proposal} is answered without a reason`);
    if (!answer.decidedBy?.trim()) found.push(`C4: nobody decided on ${proposal}`);
    if (!isDay(answer.decidedOn ?? '')) found.push(`C4: ${proposal} was decided on "${answer.decidedOn}"`);
    if (answer.delivered !== null && !isInstant(answer.delivered)) {
      found.push(`C4: ${proposal} was delivered at "${answer.delivered}"`);
    }
  }
  return found;
}

/** Whether each of its answers is that of another part, as that part has it. */
function ofParts(
  ref: string,
  states: ReadonlyMap<string, string>,
  restitution: readonly AnswerEntry[],
): boolean {
  const answers = restitution.filter((answer) => answer.proposal === ref);
  const same = (one: AnswerEntry, other: AnswerEntry) =>
    one.status === other.status && one.reason === other.reason && one.decidedOn === other.decidedOn;
  return (
    states.get(ref) === 'merged' &&
    new Set(answers.map(({ part }) => part)).size === answers.length &&
    answers.every((one) => restitution.some((other) => other.proposal === one.part && same(one, other)))
  );
}

const numberOf = (ref: string): number => Number(ref.slice(2));

/**
 * Parts of a proposal that was split: written after it, by somebody of the same type of actor, each an extract of its
 * own of the whole, between words; no two of them share a word of it.
 */
function partsOf(whole: ProposalEntry, proposals: readonly ProposalEntry[]): ProposalEntry[] {
  const taken: [number, number][] = [];
  return proposals.filter((one) => {
    const text = one.text.trim();
    const later = numberOf(one.ref) > numberOf(whole.ref);
    if (text === '' || text === whole.text.trim() || !later || one.college !== whole.college) return false;
    const place = placesOf(text, whole.text).find(([from, to]) =>
      taken.every(([start, end]) => to <= start || end <= from),
    );
    if (place) taken.push(place);
    return place !== undefined;
  });
}

/** Where a text stands in another, never from or to the middle of a word. */
function placesOf(text: string, whole: string): [number, number][] {
  const places: [number, number][] = [];
  const letter = /[\p{L}\p{N}]/u;
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
    const to = at + text.length;
    const cut = (left: string | undefined, right: string | undefined) =>
      letter.test(left ?? ' ') && letter.test(right ?? ' ');
    if (!cut(whole[at - 1], whole[at]) && !cut(whole[to - 1], whole[to])) places.push([at, to]);
  }
  return places;
}

const NAMES = ['reached', 'answered', 'passed', 'silent'] as const;

/** C8: figures by college against the invited base, whole and adding up; no share of respondents. */
export function checkBase({ proposals, synthesis }: Files): string[] {
  const found: string[] = [];
  const colleges = synthesis.base.map((row) => row.college);
  if (colleges.length === 0) found.push('C8: no figures');
  if (new Set(colleges).size < colleges.length) found.push('C8: a college has two rows');
  for (const { ref, college } of proposals) {
    if (college !== null && !colleges.includes(college))
      found.push(`C8: ${ref} comes from ${college}, which has no row`);
  }
  for (const row of synthesis.base) {
    if (!Number.isInteger(row.invited) || row.invited < 0)
      found.push(`C8: ${row.college} invited ${row.invited}`);
    for (const name of NAMES) {
      const figure = row[name];
      if (figure !== null && (!Number.isInteger(figure) || figure < 0 || figure > row.invited)) {
        found.push(`C8: ${row.college} ${name} ${figure} of ${row.invited}`);
      }
    }
    const { reached, answered, passed, silent } = row;
    if (reached !== null && answered !== null && passed !== null && silent !== null) {
      if (reached !== answered + passed + silent)
        found.push(`C8: the figures of ${row.college} do not add up`);
    }
  }
  for (const line of allLines(synthesis)) {
    if (line.text.includes('%')) found.push(`C8: "${line.text}" gives a percentage`);
  }
  return found;
}

/** C9: every line cites a proposal that counts, and every proposal that counts is on a line or unclassified. */
export function checkTraceability({ proposals, synthesis }: Files): string[] {
  const found: string[] = [];
  const counting = new Map(
    proposals
      .filter((proposal) => proposal.state === 'submitted')
      .map((proposal) => [proposal.ref, proposal]),
  );
  const erased = new Set(proposals.filter(({ state }) => state === 'erased').map(({ ref }) => ref));
  const known = (where: string, refs: readonly string[]): void => {
    for (const ref of refs)
      if (!counting.has(ref) && !erased.has(ref)) found.push(`C9: ${where} has ${ref}, which does not count`);
  };
  const cited = new Set<string>();
  for (const line of allLines(synthesis)) {
    if (line.text.trim() === '') found.push('C9: a line says nothing');
    if (line.cites.length === 0) found.push(`C9: "${line.text}" cites nothing`);
    known(`"${line.text}"`, line.cites);
    for (const ref of line.cites) cited.add(ref);
  }
  for (const axis of synthesis.axes) {
    known(`axis ${axis.axis}, single voices`, axis.singleVoices);
    for (const theme of axis.themes) {
      known(`theme ${theme.label}`, theme.proposals);
      for (const quote of theme.quotes) {
        if (!theme.proposals.includes(quote.proposal))
          found.push(`C9: theme ${theme.label} quotes ${quote.proposal}`);
        const text = counting.get(quote.proposal)?.text ?? '';
        if (!text.includes(quote.text) && !ERASED.test(quote.text)) {
          found.push(`C9: the quote of ${quote.proposal} is not an extract of it`);
        }
      }
    }
    const onLines = new Set(axis.lines.flatMap((line) => line.cites));
    for (const ref of [...axis.singleVoices, ...axis.themes.flatMap((theme) => theme.proposals)]) {
      if (!onLines.has(ref)) found.push(`C9: ${ref} is in axis ${axis.axis} and on none of its lines`);
    }
  }
  for (const { proposal, text } of synthesis.annex ?? []) {
    if (!counting.has(proposal) && !erased.has(proposal))
      found.push(`C9: the annex has ${proposal}, which does not count`);
    if (text !== null && !ERASED.test(text) && counting.get(proposal)?.text.trim() !== text)
      found.push(`C9: the annex does not quote ${proposal} as it is`);
  }
  for (const { proposal, into } of synthesis.merged ?? []) {
    if (counting.has(proposal)) found.push(`C9: ${proposal} counts and is said to be merged`);
    if (!counting.has(into) && !erased.has(into))
      found.push(`C9: ${proposal} is merged into ${into}, which does not count`);
  }
  known('unclassified', synthesis.unclassified);
  const unclassified = new Set(synthesis.unclassified);
  for (const ref of counting.keys()) {
    if (!cited.has(ref) && !unclassified.has(ref))
      found.push(`C9: ${ref} is on no line and not unclassified`);
  }
  return found;
}

/** C10: every axis shows disagreement, or a person signed that there is none. */
export const checkDivergence = ({ synthesis }: Files): string[] =>
  synthesis.axes.flatMap(({ axis, disagreements, noDisagreement }) => {
    if (disagreements.length > 0) {
      return noDisagreement === null
        ? []
        : [`C10: axis ${axis} is signed to have no disagreement and has some`];
    }
    return isSigned(noDisagreement) ? [] : [`C10: nobody signed that axis ${axis} has no disagreement`];
  });

/** What stands on an internal version, or on a draft, in either language. */
const NOT_PUBLISHED = /ne pas diffuser|not to be circulated|brouillon interne|internal draft|class="draft/iu;

/** C12: a person signed; what is published says it is public, and what people read is what was signed. */
export const checkSignature = ({ synthesis, pages = {} }: Files): string[] => [
  ...(synthesis.audience === 'public'
    ? []
    : [
        `C13: a synthesis for "${synthesis.audience}" stands among the published files, an internal one perhaps`,
      ]),
  ...(isSigned(synthesis.signature) ? [] : ['C12: nobody signed the synthesis']),
  ...(/^[0-9a-f]{64}$/.test(synthesis.hash) ? [] : ['C12: the synthesis has no hash']),
  ...Object.entries(pages).flatMap(([name, page]) => [
    ...(NOT_PUBLISHED.test(page) ? [`C13: ${name} is marked as internal, or as a draft`] : []),
    ...(page.includes(synthesis.hash) ? [] : [`C12: ${name} does not show the hash of what was signed`]),
  ]),
];

/**
 * C13: no figure of 1 to `smallest` − 1 people is shown, can be computed from those shown, or from two publications;
 * no line counts so few people.
 */
export function checkPrivacy(
  { synthesis }: Files,
  smallest = 5,
  earlier: readonly SynthesisEntry[] = [],
): string[] {
  const found: string[] = [];
  const small = (count: number): boolean => count !== 0 && Math.abs(count) < smallest;
  for (const row of synthesis.base) {
    if (typeof row.invited !== 'number') found.push(`C13: the invited of ${row.college} do not show`);
    const now = computable(row);
    for (const [set, count] of now) {
      const everyone = set === STATES.join('+');
      if (!everyone && small(count)) found.push(`C13: ${row.college}, ${set}: ${count} people can be told`);
      for (const { base } of earlier) {
        const then = base.find((candidate) => candidate.college === row.college);
        const before = then ? computable(then).get(set) : undefined;
        if (!everyone && before !== undefined && small(count - before)) {
          found.push(`C13: ${row.college}, ${set}: a change of ${count - before} people can be told`);
        }
      }
    }
  }
  // Rounded down, so that no sum, nor any other table, tells the few that a multiple hides.
  for (const { round, ...people } of synthesis.understood ?? [])
    for (const [voice, count] of Object.entries(people))
      if (typeof count === 'number' && (count < smallest || count % smallest !== 0))
        found.push(`C13: ${round}, ${voice}: ${count} is no multiple of ${smallest}`);
  // Views too; of all, the sum of what the rows show and nothing more.
  const seen = synthesis.views ?? [];
  for (const { round, statement, college, ...counts } of seen)
    for (const view of ['agree', 'reserve', 'object'] as const) {
      const count = counts[view];
      if (typeof count === 'number' && (count < smallest || count % smallest !== 0))
        found.push(`C13: ${round}, ${statement}, ${view}: ${count} is no multiple of ${smallest}`);
      const rows = seen.filter(
        (one) => one.round === round && one.statement === statement && one.college !== null,
      );
      const whole = rows.reduce((sum, one) => sum + (one[view] ?? 0), 0);
      if (college === null && (count ?? 0) !== whole)
        found.push(`C13: ${round}, ${statement}, ${view}: of all ${count}, of the rows ${whole}`);
    }
  const few =
    /(?<![\p{L}\d])(une?|deux|trois|quatre|one|two|three|four|[1-4]) (seule )?(personnes?|people|persons?)\b/iu;
  for (const line of allLines(synthesis)) {
    if (few.test(line.text)) found.push(`C13: "${line.text}" counts few people`);
  }
  return found;
}

export const checkAll = (files: Files): string[] => [
  ...checkReplies(files),
  ...checkBase(files),
  ...checkTraceability(files),
  ...checkDivergence(files),
  ...checkSignature(files),
  ...checkPrivacy(files),
];

const allLines = (synthesis: SynthesisEntry): Cited[] =>
  synthesis.axes.flatMap((axis) => [...axis.lines, ...axis.disagreements]);

const STATES = ['answered', 'passed', 'silent', 'unreached'] as const;

/** Sets of states whose count follows from the figures shown: those in the span of the equations they make. */
function computable(row: BaseEntry): Map<string, number> {
  const equations: number[][] = [[1, 1, 1, 1, row.invited]];
  const figure = (value: number | null, ...states: number[]): void => {
    if (value !== null) equations.push([...states, value]);
  };
  figure(row.reached, 1, 1, 1, 0);
  figure(row.answered, 1, 0, 0, 0);
  figure(row.passed, 0, 1, 0, 0);
  figure(row.silent, 0, 0, 1, 0);
  for (;;) {
    const sets = solvable(equations);
    // Nobody in a set: nobody in any of its states.
    const empty = STATES.map((_, state) => state).filter((state) =>
      sets.some(({ states, count }) => count === 0 && states[state] === 1),
    );
    const news = empty.filter(
      (state) => !sets.some(({ states }) => states[state] === 1 && states.filter(Boolean).length === 1),
    );
    if (news.length === 0) {
      return new Map(
        sets.map(({ states, count }) => [STATES.filter((_, at) => states[at]).join('+'), count]),
      );
    }
    for (const state of news) equations.push([...STATES.map((_, at) => (at === state ? 1 : 0)), 0]);
  }
}

function solvable(equations: readonly number[][]): { states: number[]; count: number }[] {
  const rows = equations.map((row) => [...row]);
  const reduced: number[][] = [];
  for (let column = 0; column < STATES.length; column++) {
    const place = rows.findIndex((row) => row[column] !== 0);
    if (place < 0) continue;
    const [pivot] = rows.splice(place, 1);
    const unit = pivot!.map((value) => value / pivot![column]!);
    const without = (row: number[]): number[] => row.map((value, at) => value - row[column]! * unit[at]!);
    rows.splice(0, rows.length, ...rows.map(without));
    reduced.splice(0, reduced.length, ...reduced.map(without), unit);
  }
  const found: { states: number[]; count: number }[] = [];
  for (let bits = 1; bits < 2 ** STATES.length; bits++) {
    const states = STATES.map((_, state) => (bits >> state) & 1);
    let left = [...states, 0];
    for (const unit of reduced) {
      const column = unit.findIndex((value) => value !== 0);
      left = left.map((value, at) => value - left[column]! * unit[at]!);
    }
    if (left.slice(0, STATES.length).every((value) => value === 0))
      found.push({ states, count: -left.at(-1)! });
  }
  return found;
}
