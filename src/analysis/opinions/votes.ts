/** What people said of what others said: one row a person, one column a statement. */
export interface Votes {
  readonly people: number;
  readonly statements: number;
  /** Row by row: 1 for, -1 against, 0 seen and passed, `UNSEEN` otherwise. */
  readonly values: Int8Array;
}

export const UNSEEN = 2;

/** The votes of one statement by some people. */
export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  readonly seen: number;
}

export function votesOf(
  people: number,
  statements: number,
  cast: Iterable<{ readonly person: number; readonly statement: number; readonly vote: -1 | 0 | 1 }>,
): Votes {
  const values = new Int8Array(people * statements).fill(UNSEEN);
  for (const { person, statement, vote } of cast) values[person * statements + statement] = vote;
  return { people, statements, values };
}

/** One tally a statement. */
export function tallies({ statements, values }: Votes, people: Iterable<number>): Tally[] {
  const agree = new Int32Array(statements);
  const disagree = new Int32Array(statements);
  const seen = new Int32Array(statements);
  for (const person of people)
    for (let statement = 0; statement < statements; statement++) {
      const vote = values[person * statements + statement]!;
      if (vote === UNSEEN) continue;
      seen[statement]! += 1;
      if (vote === 1) agree[statement]! += 1;
      if (vote === -1) disagree[statement]! += 1;
    }
  return Array.from({ length: statements }, (_, k) => ({
    agree: agree[k]!,
    disagree: disagree[k]!,
    seen: seen[k]!,
  }));
}
