/**
 * C13: which figures of people may be published.
 *
 * A row tells where the invited people of a college are: they answered, passed, stayed silent, or were never reached
 * (`unreached` = invited − reached, never written but easily computed). Each figure shown is the count of a set of
 * these four states, so what a reader can compute by adding and subtracting is exactly the counts of the unions of
 * some blocks of states. The rules, for `smallest` = 5:
 *
 * 1. each block counts 0 or at least 5 people; a college of 1 to 4 invited shows nothing but them;
 * 2. a cell of the participation table counts people among those who answered, reached and invited: cell and rest
 *    are 0 or at least 5 for each of these that is shown;
 * 3. what can be computed from both this publication and an earlier one did not change by 1 to 4 people;
 * 4. a row of types of actor that an earlier publication showed figures of in other company, or alone, shows none: the
 *    difference of the two would be those who came or left.
 *
 * The patterns are tried from the most telling to none, and some are left out on purpose (say, hiding only answered
 * and passed): with `smallest` ≥ 3, even a reader who knows this program and replays it on every possible row, beside
 * an earlier publication or not, finds at least two values for each hidden figure. The tests do just that, on all
 * rows of up to 16 people, and of up to 8 beside an earlier one. Being hidden does tell that a figure may be small.
 * Not covered: what people showed themselves by agreeing to be named, and what a reader knows from elsewhere.
 */
import { type Understood, understoodForAll } from '../participation/understood.ts';
import { publishedViews } from '../round/published-views.ts';
import type { BaseRow, Figure, Figures, ParticipationCell } from './model.ts';

const STATES = ['answered', 'passed', 'silent', 'unreached'] as const;
type State = (typeof STATES)[number];
type Counts = Readonly<Record<State, number>>;
type Block = readonly State[];
type Shown = 'reached' | 'answered' | 'passed' | 'silent';

interface Pattern {
  readonly shown: readonly Shown[];
  readonly blocks: readonly Block[];
}

const EVERYONE: Block = STATES;
const REACHED: Block = ['answered', 'passed', 'silent'];
const HIDE_ALL: Pattern = { shown: [], blocks: [EVERYONE] };
const PATTERNS: readonly Pattern[] = [
  {
    shown: ['reached', 'answered', 'passed', 'silent'],
    blocks: [['answered'], ['passed'], ['silent'], ['unreached']],
  },
  { shown: ['reached', 'answered'], blocks: [['answered'], ['passed', 'silent'], ['unreached']] },
  { shown: ['reached', 'passed'], blocks: [['passed'], ['answered', 'silent'], ['unreached']] },
  { shown: ['reached'], blocks: [REACHED, ['unreached']] },
  { shown: ['answered', 'passed'], blocks: [['answered'], ['passed'], ['silent', 'unreached']] },
  { shown: ['answered'], blocks: [['answered'], ['passed', 'silent', 'unreached']] },
];
/** Every set of states that those who answered belong to, everyone included. */
const WITH_ANSWERED: readonly Block[] = Array.from({ length: 8 }, (_, bits) => [
  'answered',
  ...STATES.slice(1).filter((_, bit) => ((bits >> bit) & 1) === 1),
]);

/**
 * The figures fit for the public, given exact ones, and all that was published before, in any order.
 * Throws on figures that are not exact counts or do not add up.
 */
export function withhold(exact: Figures, smallest: number, published: readonly Figures[]): Figures {
  const small = (count: number): boolean => count !== 0 && Math.abs(count) < smallest;
  const base = exact.base.map((row) => withholdRow(row, small, published));
  const participation = exact.participation.map((cell) => {
    const row = base.find((candidate) => candidate.college === cell.college);
    return withholdCell(cell, row, small, published);
  });
  const understood = exact.understood?.map((row) => understoodForAll(exactly(row), smallest));
  const before = published.flatMap(({ views = [] }) => views);
  const views = exact.views && publishedViews(exact.views, smallest, before);
  return { base, participation, ...(understood ? { understood } : {}), ...(views ? { views } : {}) };
}

function exactly(row: Understood<Figure>): Understood {
  if (Object.values(row).includes(null)) throw new Error(`answers of ${row.round}: exact figures are needed`);
  return row as Understood;
}

type Small = (count: number) => boolean;

function withholdRow(row: BaseRow, small: Small, published: readonly Figures[]): BaseRow {
  const counts = countsOf(row);
  const before = published.flatMap((figures) => figures.base.filter((earlier) => sameAs(earlier, row)));
  const pattern =
    small(row.invited) || regrouped(row, published)
      ? HIDE_ALL
      : (PATTERNS.find(
          ({ blocks }) =>
            blocks.every((block) => !small(sum(counts, block))) &&
            before.every((earlier) =>
              unions(blocks.flatMap((block) => parted(counts, block))).every((states) => {
                const then = computable(earlier, states);
                return then === null || !small(sum(counts, states) - then);
              }),
            ),
        ) ?? HIDE_ALL);
  const figure = (name: Shown): number | null => (pattern.shown.includes(name) ? row[name] : null);
  return {
    college: row.college,
    ...(row.colleges ? { colleges: row.colleges } : {}),
    invited: row.invited,
    reached: figure('reached'),
    answered: figure('answered'),
    passed: figure('passed'),
    silent: figure('silent'),
  };
}

function withholdCell(
  cell: ParticipationCell,
  row: BaseRow | undefined,
  small: Small,
  published: readonly Figures[],
): ParticipationCell {
  const people = cell.people;
  if (people === null) throw new Error(`participation of ${cell.college}: an exact figure is needed`);
  const hidden = { ...cell, people: null };
  if (row === undefined || small(row.invited) || small(people) || regrouped(row, published)) return hidden;
  for (const states of WITH_ANSWERED) {
    const around = computable(row, states);
    if (around === null) continue;
    if (small(around - people)) return hidden;
    for (const figures of published) {
      const then = figures.participation.find(
        (earlier) => sameAs(earlier, cell) && earlier.axis === cell.axis,
      )?.people;
      if (then === null || then === undefined) continue;
      const rowThen = figures.base.find((earlier) => sameAs(earlier, cell));
      const aroundThen = rowThen ? computable(rowThen, states) : null;
      if (small(people - then)) return hidden;
      if (aroundThen !== null && small(around - people - (aroundThen - then))) return hidden;
    }
  }
  return cell;
}

type Counting = Pick<BaseRow, 'college' | 'colleges'>;

const countedIn = ({ college, colleges }: Counting): readonly string[] => colleges ?? [college];

const sameAs = (earlier: Counting, now: Counting): boolean =>
  countedIn(earlier).toSorted().join(' ') === countedIn(now).toSorted().join(' ');

/** Whether some of its types of actor were published in another row, with a figure beside the invited. */
function regrouped(row: Counting, published: readonly Figures[]): boolean {
  const moved = (earlier: Counting): boolean =>
    !sameAs(earlier, row) && countedIn(earlier).some((one) => countedIn(row).includes(one));
  return published.some(
    ({ base, participation }) =>
      base.some(
        (one) =>
          moved(one) && [one.reached, one.answered, one.passed, one.silent].some((figure) => figure !== null),
      ) || participation.some((cell) => moved(cell) && cell.people !== null),
  );
}

function countsOf({ college, invited, reached, answered, passed, silent }: BaseRow): Counts {
  if (reached === null || answered === null || passed === null || silent === null) {
    throw new Error(`figures of ${college}: exact figures are needed`);
  }
  const counts = { answered, passed, silent, unreached: invited - reached };
  const whole = Object.values(counts).every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!whole || answered + passed + silent !== reached) {
    throw new Error(
      `figures of ${college} do not add up: reached is answered + passed + silent, up to invited`,
    );
  }
  return counts;
}

const sum = (counts: Counts, states: Block): number =>
  states.reduce((total, state) => total + counts[state], 0);

/** A block that counts nobody tells the count of each of its states. */
const parted = (counts: Counts, block: Block): Block[] =>
  sum(counts, block) === 0 ? block.map((state) => [state]) : [block];

/** The unions of some of the blocks, none and all of them left out: that all are `invited` always shows. */
const unions = (blocks: readonly Block[]): Block[] =>
  Array.from({ length: Math.max(0, 2 ** blocks.length - 2) }, (_, place) =>
    blocks.filter((_, bit) => (((place + 1) >> bit) & 1) === 1).flat(),
  );

/** What a published row lets compute for a set of states; null when it does not. */
function computable(row: BaseRow, states: Block): number | null {
  const known: { states: Block; count: number }[] = [];
  for (const state of ['answered', 'passed', 'silent'] as const) {
    if (row[state] !== null) known.push({ states: [state], count: row[state] });
  }
  const rest = (of: Block, total: number): void => {
    const left = of.filter((state) => !known.some((block) => block.states.includes(state)));
    const counted = known.filter((block) => block.states.every((state) => of.includes(state)));
    const count = total - counted.reduce((all, block) => all + block.count, 0);
    if (count === 0) known.push(...left.map((state) => ({ states: [state], count })));
    else if (left.length > 0) known.push({ states: left, count });
  };
  if (row.reached !== null) rest(REACHED, row.reached);
  rest(EVERYONE, row.invited);
  const inside = known.filter((block) => block.states.every((state) => states.includes(state)));
  const covered = inside.reduce((total, block) => total + block.states.length, 0);
  return covered === states.length ? inside.reduce((total, block) => total + block.count, 0) : null;
}
