import type { Clock } from '../app/ports/edge.ts';
import type { Core, Lang } from './context.ts';
import type { DatabaseSettings, Maintenance } from './db.ts';
import type { Terminal } from './terminal.ts';

/** What surrounds the command line. */
export interface Shell {
  readonly out: Terminal;
  readonly lang: Lang;
  readonly account: string;
  readonly clock: Clock;
  readonly database: DatabaseSettings;
  readonly maintenance: Maintenance;
  /** Opens the database; throws an Error whose message says what to do. */
  open(): Promise<Core & { close(): Promise<void> }>;
}
