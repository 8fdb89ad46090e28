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

/** Rows a statement; a batch larger than that is cut, to bound the memory of the embedded database. */
const BATCH = 2_000;

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
  const first = rows[0];
  if (first === undefined) return 0;
  const table = Prisma.raw(`"${model}"`);
  const columns = Prisma.raw(
    Object.keys(first)
      .map((column) => `"${column}"`)
      .join(', '),
  );
  let stored = 0;
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = storableJson(rows.slice(from, from + BATCH));
    stored += await tx.$executeRaw`
      INSERT INTO ${table} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, ${batch}::jsonb) ${conflict}`;
  }
  return stored;
}
