/** Pol.is's own results on real conversations, beside ours with its groups given. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupAware, representativeOf, shared } from '../../src/analysis/opinions/represent.ts';
import { tallies, type Votes, votesOf } from '../../src/analysis/opinions/votes.ts';

const FIXTURES = 'polis/red-dwarf-fixtures';
const CLOSE = 1e-5;

interface Row {
  readonly tid: number;
  readonly 'n-success': number;
  readonly 'n-trials': number;
  readonly 'p-success': number;
  readonly 'p-test': number;
  readonly repness?: number;
  readonly 'repness-test'?: number;
  readonly 'repful-for'?: string;
}

interface Conversation {
  readonly votes: Votes;
  readonly groups: readonly (readonly number[])[];
  readonly leftOut: ReadonlySet<number>;
  readonly theirs: {
    readonly repness: Readonly<Record<string, readonly Row[]>>;
    readonly consensus: { readonly agree: readonly Row[]; readonly disagree: readonly Row[] };
    readonly 'group-aware-consensus': Readonly<Record<string, number>>;
    readonly 'group-votes': Readonly<
      Record<string, { votes: Record<string, { A: number; D: number; S: number }> }>
    >;
  };
}

export const conversationsIn = (data: string): readonly string[] =>
  existsSync(join(data, FIXTURES)) ? readdirSync(join(data, FIXTURES)) : [];

export function conversation(data: string, name: string): Conversation {
  const read = (file: string) => JSON.parse(readFileSync(join(data, FIXTURES, name, file), 'utf8'));
  const math = read('math-pca2.json');
  const cast: Record<string, number>[] = read('votes.json');
  const latest = cast.toSorted((a, b) => Number(a.modified) - Number(b.modified));
  const rows = latest.map((row) => ({
    person: row.participant_id ?? row.pid!,
    statement: row.statement_id ?? row.tid!,
    vote: row.vote as -1 | 0 | 1,
  }));
  const people = Math.max(...rows.map(({ person }) => person)) + 1;
  const statements = Math.max(...rows.map(({ statement }) => statement), ...math.tids) + 1;
  const members = new Map<number, number[]>(
    math['base-clusters'].id.map((id: number, k: number) => [id, math['base-clusters'].members[k]]),
  );
  const groups: { id: number; members: number[] }[] = math['group-clusters'];
  return {
    votes: votesOf(people, statements, rows),
    groups: groups
      .toSorted((a, b) => a.id - b.id)
      .map((group) => group.members.flatMap((id) => members.get(id)!)),
    leftOut: new Set(math['mod-out']),
    theirs: math,
  };
}

export interface Agreement {
  readonly name: string;
  /** Of all figures compared, how many are the same. */
  readonly same: number;
  readonly of: number;
}

const close = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a - b) <= CLOSE * Math.max(1, Math.abs(b));

/** Statement by statement, in Pol.is's order. */
export function agreement(
  data: string,
  name: string,
): Record<'representative' | 'groupAware' | 'shared', Agreement> {
  const { votes, groups, leftOut, theirs } = conversation(data, name);
  const own = groups.map((members) => tallies(votes, members));
  const count = (pairs: readonly boolean[]): Agreement => ({
    name,
    same: pairs.filter(Boolean).length,
    of: pairs.length,
  });
  const representative = groups.flatMap((_, group) => {
    const ours = representativeOf(own, group, leftOut);
    const rows = theirs.repness[String(group)] ?? [];
    return Array.from({ length: Math.max(rows.length, ours.length) }, (_, k) => {
      const [a, b] = [ours[k], rows[k]];
      return (
        a?.statement === b?.tid &&
        a?.for === b?.['repful-for'] &&
        a?.successes === b?.['n-success'] &&
        a?.trials === b?.['n-trials'] &&
        close(a?.ratio, b?.repness) &&
        close(a?.ratioTest, b?.['repness-test']) &&
        close(a?.share, b?.['p-success']) &&
        close(a?.test, b?.['p-test'])
      );
    });
  });
  const aware = groupAware(own);
  const all = shared(
    tallies(
      votes,
      Array.from({ length: votes.people }, (_, k) => k),
    ),
    leftOut,
  );
  return {
    representative: count(representative),
    groupAware: count(
      Object.entries(theirs['group-aware-consensus']).map(([tid, value]) => close(aware[Number(tid)], value)),
    ),
    shared: count(
      (['agree', 'disagree'] as const).flatMap((side) =>
        theirs.consensus[side].map(
          (row, k) =>
            all[side][k]?.statement === row.tid &&
            all[side][k]?.successes === row['n-success'] &&
            all[side][k]?.trials === row['n-trials'] &&
            close(all[side][k]?.test, row['p-test']),
        ),
      ),
    ),
  };
}
