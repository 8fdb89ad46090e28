import { Prisma } from './generated/client.ts';
import { storableJson } from './storable.ts';

/** Prisma's client inside a transaction: all that repositories ever get. */
export type Client = Prisma.TransactionClient;

type Models = Prisma.TypeMap['model'];
type One<T> = T extends readonly (infer Row)[] ? Row : T;
/** A row as the schema knows it; dates as Date, JSON as plain values, null where there is nothing. */
export type NewRow<Model extends keyof Models> = {
  readonly [Column in keyof One<CreateMany<Model>>]: Plain<One<CreateMany<Model>>[Column]>;
};
type CreateMany<Model extends keyof Models> = Models[Model]['operations']['createMany']['args']['data'];
type Plain<Value> = Value extends string | number | boolean | Date | null | undefined ? Value : unknown;

/** Rows a statement; what is larger is cut, to bound the memory of the embedded database. */
export const BATCH = 2_000;

export const DO_NOTHING = Prisma.sql`ON CONFLICT DO NOTHING`;

/**
 * Inserts rows of one model, all with the same columns, in one statement a batch whatever their number, and says how
 * many were stored. `createMany` has no ON CONFLICT … DO UPDATE and binds a parameter a value.
 */
export async function insert<Model extends keyof Models>(
  tx: Client,
  model: Model,
  rows: readonly NewRow<Model>[],
  conflict: Prisma.Sql = Prisma.empty,
): Promise<number> {
  let stored = 0;
  for (let from = 0; from < rows.length; from += BATCH)
    stored += await tx.$executeRaw(insertion(model, rows.slice(from, from + BATCH), conflict));
  return stored;
}

/** The statement itself, to be joined to others; with no rows, one that does nothing. */
export function insertion<Model extends keyof Models>(
  model: Model,
  rows: readonly NewRow<Model>[],
  conflict: Prisma.Sql = Prisma.empty,
): Prisma.Sql {
  const first = rows[0];
  if (first === undefined) return Prisma.sql`SELECT WHERE false`;
  const table = Prisma.raw(`"${model}"`);
  const columns = Prisma.raw(
    Object.keys(first)
      .map((column) => `"${column}"`)
      .join(', '),
  );
  return Prisma.sql`
    INSERT INTO ${table} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, ${storableJson(rows)}::jsonb) ${conflict}`;
}
