import type { WordsId } from '../../core/ids.ts';
import type { AdjustedField } from '../../core/plan/adjustment.ts';
import { keep } from '../facilitator/round.ts';
import type { Talk } from '../talk.ts';
import { fieldsIn } from './fields.ts';

/** The fields of a text somebody wrote, each kept as words of its own. */
export async function kept(
  talk: Talk,
  text: string,
  titled: boolean,
): Promise<Partial<Record<AdjustedField, WordsId>>> {
  const fields: Partial<Record<AdjustedField, WordsId>> = {};
  for (const [field, said] of Object.entries(fieldsIn(text, titled)))
    fields[field as AdjustedField] = await keep(talk, said);
  return fields;
}
