/**
 * Queries of PGlite, each analysed once. Its own `query` parses and plans every time, in six steps through WebAssembly:
 * a message of a partner asks fifty, always the same ones.
 */
import { messages, type PGlite, protocol } from '@electric-sql/pglite';

export type Parser = (value: string) => unknown;

export interface Found {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
  readonly rows: readonly (readonly unknown[])[];
  readonly affectedRows: number;
}

export interface Statements {
  /** Within the transaction that is open. `parsers` by type, before PGlite's own. Rejects with its DatabaseError. */
  run(sql: string, values: readonly unknown[], parsers: Readonly<Record<number, Parser>>): Promise<Found>;
  /** In a transaction of its own. */
  alone(sql: string, values: readonly unknown[], parsers: Readonly<Record<number, Parser>>): Promise<Found>;
}

interface Statement {
  readonly name: string;
  readonly types: readonly number[];
  readonly fields: Found['fields'];
}

/** Statements kept, the least recent leaves first: each holds its plan in the database's memory. */
const MOST = 150;
/** The table changed under a statement; or somebody let go of them all. */
const STALE = ['0A000', '26000'];
/** They change what is counted. */
const CHANGES = /^(?:INSERT|UPDATE|DELETE|MERGE|COPY)\b.* (\d+)$/u;

const { serialize } = protocol;
const open = new WeakMap<PGlite, Statements>();

/** One set a database, since its statements are its connection's. */
export function statementsOf(pglite: PGlite): Statements {
  const known = open.get(pglite) ?? createStatements(pglite);
  open.set(pglite, known);
  return known;
}

function createStatements(pglite: PGlite): Statements {
  const known = new Map<string, Statement>();
  /** Names that the database may let go of. */
  let left: string[] = [];
  let made = 0;

  function ask(...steps: readonly Uint8Array[]) {
    const closing = left.map((name) => serialize.close({ type: 'S', name }));
    left = [];
    return pglite.execProtocolStream(Buffer.concat([...closing, ...steps, serialize.sync()]), {
      syncToFs: false,
    });
  }

  function forget(sql: string, { name }: Statement): void {
    known.delete(sql);
    left.push(name);
  }

  async function prepared(sql: string): Promise<Statement> {
    const found = known.get(sql);
    if (found !== undefined) {
      known.delete(sql);
      known.set(sql, found);
      return found;
    }
    made += 1;
    const name = `s${made}`;
    const [oldest] = known.size >= MOST ? known : [];
    if (oldest !== undefined) forget(...oldest);
    const answer = await ask(
      serialize.parse({ name, text: sql }),
      serialize.describe({ type: 'S', name }),
    ).catch((error: unknown) => {
      left.push(name);
      throw error;
    });
    let types: readonly number[] = [];
    let fields: Found['fields'] = [];
    for (const told of answer)
      if (told instanceof messages.ParameterDescriptionMessage) types = told.dataTypeIDs;
      else if (told instanceof messages.RowDescriptionMessage)
        fields = told.fields.map(({ name: field, dataTypeID }) => ({ name: field, dataTypeID }));
    const statement = { name, types, fields };
    known.set(sql, statement);
    return statement;
  }

  const written = (value: unknown, type: number | undefined): string | null => {
    if (value === null || value === undefined) return null;
    const serializer = type === undefined ? undefined : pglite.serializers[type];
    return serializer === undefined ? String(value) : (serializer(value) as string);
  };

  async function once(
    sql: string,
    values: readonly unknown[],
    parsers: Readonly<Record<number, Parser>>,
  ): Promise<Found> {
    const statement = await prepared(sql);
    const { name, types, fields } = statement;
    const bound = values.map((value, index) => written(value, types[index]));
    const readers = fields.map(({ dataTypeID: type }) => parsers[type] ?? (pglite.parsers[type] as Parser));
    const rows: unknown[][] = [];
    let affectedRows = 0;
    const answer = await ask(serialize.bind({ statement: name, values: bound }), serialize.execute({})).catch(
      (error: { code?: string }) => {
        if (STALE.includes(error.code ?? '')) forget(sql, statement);
        throw error;
      },
    );
    for (const told of answer)
      if (told instanceof messages.DataRowMessage)
        rows.push(
          told.fields.map((value, index) =>
            value === null ? null : (readers[index]?.(value as string) ?? value),
          ),
        );
      else if (told instanceof messages.CommandCompleteMessage)
        affectedRows = Number(CHANGES.exec(told.text)?.[1] ?? 0);
    return { fields, rows, affectedRows };
  }

  return {
    run: (sql, values, parsers) => pglite.runExclusive(() => once(sql, values, parsers)),
    alone: (sql, values, parsers) =>
      pglite._runExclusiveTransaction(async () => {
        const run = () => pglite.runExclusive(() => once(sql, values, parsers));
        // Nothing is open that the failure could have ended.
        const found = await run().catch((error: { code?: string }) => {
          if (!STALE.includes(error.code ?? '') || known.has(sql)) throw error;
          return run();
        });
        await pglite.syncToFs();
        return found;
      }),
  };
}
