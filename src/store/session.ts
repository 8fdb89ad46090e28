/** One connection: what is begun here is committed here. */
export interface Session {
  /** A script of any number of statements, without parameters. */
  exec(script: string): Promise<void>;
  /** One statement with `$1`, `$2`…; its rows. */
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}
