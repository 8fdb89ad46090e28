/** What somebody wrote for an action: "budget : 120 k€" on a line of its own, the rest is its text. */
import type { AdjustedField } from '../../core/plan/adjustment.ts';
import { folded } from '../understand.ts';

const NAMES: Readonly<Record<string, AdjustedField>> = {
  titre: 'label',
  intitule: 'label',
  title: 'label',
  description: 'description',
  texte: 'description',
  text: 'description',
  operateur: 'operator',
  porteur: 'operator',
  pilote: 'operator',
  operator: 'operator',
  partenaires: 'partners',
  partners: 'partners',
  budget: 'budget',
  moyens: 'means',
  means: 'means',
  calendrier: 'calendar',
  echeance: 'calendar',
  calendar: 'calendar',
};
const NAMED = /^\s{0,20}(\p{L}{4,14})[ \u00a0\u202f]{0,3}: {0,3}(\S.*)$/u;

/** Of a new action, the first line is the title. */
export function fieldsIn(text: string, titled: boolean): Readonly<Partial<Record<AdjustedField, string>>> {
  const fields: Partial<Record<AdjustedField, string>> = {};
  const rest: string[] = [];
  for (const line of text.trim().split('\n')) {
    const found = NAMED.exec(line);
    const field = found ? NAMES[folded(found[1]!)] : undefined;
    if (field !== undefined && Object.hasOwn(NAMES, folded(found![1]!))) fields[field] = found![2]!.trim();
    else rest.push(line);
  }
  if (titled && fields.label === undefined) {
    const title = rest.shift()?.trim();
    if (title) fields.label = title;
  }
  const description = rest.join('\n').trim();
  return description === '' ? fields : { ...fields, description };
}
