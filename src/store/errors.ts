import { Overtaken } from './overtaken.ts';

/**
 * What running the transaction again may change. `race`: another one won; at once. `duplicate`: a unique key was
 * taken, perhaps a moment ago, and the body will find the row this time; once. `outage`: the database could not be
 * reached, or answer in time; later. `none`: nothing.
 */
export type Trouble = 'race' | 'duplicate' | 'outage' | 'none';

/** SQLSTATE: connection exceptions, insufficient resources (disk full, too many connections), I/O errors. */
const OUTAGE_CLASSES = new Set(['08', '53', '58']);
/** SQLSTATE: read-only standby, session time-outs, lock not available, statement cancelled, server going or coming. */
const OUTAGES = new Set(['25006', '25P03', '55P03', '57014', '57P01', '57P02', '57P03', '57P05']);

const PRISMA: Readonly<Record<string, Trouble>> = {
  P1001: 'outage',
  P1002: 'outage',
  P1008: 'outage',
  P1017: 'outage',
  P2002: 'duplicate',
  P2024: 'outage',
  P2028: 'outage',
  P2034: 'race',
};

/** Kinds of the driver adapters' errors that come without an SQLSTATE. */
const KINDS: Readonly<Record<string, Trouble>> = {
  ConnectionClosed: 'outage',
  DatabaseNotReachable: 'outage',
  SocketTimeout: 'outage',
  TooManyConnections: 'outage',
  TransactionWriteConflict: 'race',
};

const SYSTEM = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** pg and PGlite throw these without any code. */
const MESSAGES =
  /^(Client has encountered a connection error|Connection terminated|timeout exceeded when trying to connect|Cannot use a pool after calling end|PGlite is clos)/;

interface Thrown {
  readonly name?: unknown;
  readonly code?: unknown;
  /** PrismaClientInitializationError has it in the place of `code`. */
  readonly errorCode?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: unknown } };
}

interface Driver {
  readonly kind?: unknown;
  readonly code?: unknown;
  readonly originalCode?: unknown;
}

/** Reads an error of Prisma, pg or PGlite; anything else is `none`. */
export function troubleOf(error: unknown): Trouble {
  if (typeof error !== 'object' || error === null) return 'none';
  if (error instanceof Overtaken) return 'race';
  const thrown = error as Thrown;
  const driver = (
    thrown.name === 'DriverAdapterError' ? thrown.cause : thrown.meta?.driverAdapterError?.cause
  ) as Driver | undefined;
  return (
    ofState(driver?.originalCode ?? driver?.code) ??
    KINDS[String(driver?.kind)] ??
    PRISMA[String(thrown.code ?? thrown.errorCode)] ??
    ofSystem(thrown)
  );
}

function ofState(state: unknown): Trouble | undefined {
  if (typeof state !== 'string') return undefined;
  if (state === '40001' || state === '40P01') return 'race';
  if (state === '23505') return 'duplicate';
  return OUTAGE_CLASSES.has(state.slice(0, 2)) || OUTAGES.has(state) ? 'outage' : undefined;
}

function ofSystem({ code, syscall, message }: Thrown): Trouble {
  if (syscall !== undefined && SYSTEM.has(String(code))) return 'outage';
  return MESSAGES.test(String(message)) ? 'outage' : 'none';
}
