/** Opinion groups of real conversations, beside those that Pol.is found and its own figures. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { opinionGroups, STABLE } from '../../src/analysis/opinions/groups.ts';
import { type Votes, votesOf } from '../../src/analysis/opinions/votes.ts';
import { adjustedRand } from '../../src/analysis/partitions.ts';
import { agreement, conversationsIn } from './polis.ts';

const VOTES = 'participants-votes.csv';

interface Conversation {
  readonly votes: Votes;
  /** The group Pol.is put each person in; '' for none. */
  readonly theirs: readonly string[];
}

function read(file: string): Conversation {
  const rows: Record<string, string>[] = parse(readFileSync(file, 'utf8'), { columns: true });
  const columns = Object.keys(rows[0]!).filter((name) => /^\d+$/u.test(name));
  const cast = rows.flatMap((row, person) =>
    columns.flatMap((column, statement) => {
      const vote = row[column];
      return vote ? [{ person, statement, vote: Math.sign(Number(vote)) as -1 | 0 | 1 }] : [];
    }),
  );
  return {
    votes: votesOf(rows.length, columns.length, cast),
    theirs: rows.map((row) => row['group-id'] ?? ''),
  };
}

const figure = (value: number): string => value.toFixed(2);
const share = (part: { readonly same: number; readonly of: number }): string => `${part.same} / ${part.of}`;

export function opinions(data: string): void {
  const names = conversationsIn(data);
  if (names.length === 0) {
    console.log(`  not run: no Pol.is conversations in ${data}`);
    return;
  }
  console.log('With the groups of Pol.is given: how many of its figures come out the same (goal: all)');
  console.table(
    names.map((name) => {
      const { representative, groupAware, shared } = agreement(data, name);
      return {
        conversation: name,
        representativeness: share(representative),
        'group-aware consensus': share(groupAware),
        'what most agree on': share(shared),
      };
    }),
  );
  console.log(`Groups found by ourselves; shown to people from a stability of ${STABLE} on`);
  console.table(
    readdirSync(join(data, 'polis'))
      .filter((name) => existsSync(join(data, 'polis', name, VOTES)))
      .map((name) => {
        const { votes, theirs } = read(join(data, 'polis', name, VOTES));
        const since = performance.now();
        const found = opinionGroups(votes);
        const ms = performance.now() - since;
        const own = new Map(
          found?.groups.flatMap(({ people }, k) => people.map((person) => [person, k] as const)),
        );
        const both = [...own.keys()].filter((person) => theirs[person] !== '');
        return {
          conversation: name,
          people: votes.people,
          statements: votes.statements,
          groups: found?.groups.map(({ people }) => people.length).join(' + ') ?? '',
          stability: figure(found?.stability ?? 0),
          'adjusted Rand with theirs': figure(
            adjustedRand(
              both.map((person) => theirs[person]!),
              both.map((person) => own.get(person)!),
            ),
          ),
          ms: Math.round(ms),
        };
      }),
  );
}
