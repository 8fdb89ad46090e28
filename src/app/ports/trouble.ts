/** What is wrong with a database or a backup, in a code and what it is about: who tells people of it has the words. */
export interface Trouble {
  readonly code:
    | 'server-unreachable'
    | 'server-old'
    | 'database-newer'
    | 'database-broken'
    | 'backup-torn'
    | 'backup-foreign'
    | 'erasures-unreadable';
  readonly details: Readonly<Record<string, string>>;
}

/** The same error, told apart. */
export const troubled = <E extends Error>(error: E, code: Trouble['code'], details: Trouble['details']): E =>
  Object.assign(error, { trouble: { code, details } satisfies Trouble });

/** null for any other error. */
export const troubleOf = (error: unknown): Trouble | null =>
  error instanceof Error && 'trouble' in error ? (error.trouble as Trouble) : null;
