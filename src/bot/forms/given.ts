/** A message that a form begins with: its text in as many fields as it takes, for not a word of it is lost. */
import { type Field, type Filled, LONGEST_TEXT, textIn } from '../../chat/form.ts';
import { cut } from '../../chat/split.ts';
import type { Given } from '../../chat/surface.ts';
import type { WordsId } from '../../core/ids.ts';
import { keep } from '../facilitator/round.ts';
import type { Talk } from '../talk.ts';
import { saying } from './shape.ts';

/** The longest message there is has 40,000 characters. */
const MOST = 16;
const keyOf = (index: number): string => (index === 0 ? 'text' : `text-${index + 1}`);

export function textFields(label: string, hint: string | null, given: Given | null): Field[] {
  const pieces: string[] = [];
  for (let rest = given?.text.trim() ?? ''; rest !== '' && pieces.length < MOST; ) {
    const at = cut(rest, LONGEST_TEXT);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return (pieces.length === 0 ? [''] : pieces).map((initial, index) => ({
    type: 'text',
    key: keyOf(index),
    label: index === 0 ? label : `${label} (${index + 1})`,
    ...(index === 0 && hint !== null ? { hint } : {}),
    ...(index === 0 ? {} : { optional: true as const }),
    lines: 'many',
    most: LONGEST_TEXT,
    ...(initial === '' ? {} : { initial }),
  }));
}

/** All of it, as one message. */
export async function sayingAll(talk: Talk, filled: Filled): Promise<Talk> {
  const keys = Array.from({ length: MOST }, (_, index) => keyOf(index)).filter(
    (key) => textIn(filled, key) !== '',
  );
  const words = talk.fieldWords.get('text');
  if (keys.length < 2) {
    const text = words === undefined ? '' : ((await talk.tx.words.texts([words])).get(words) ?? '');
    return saying(talk, 'text', text);
  }
  const text = keys.map((key) => filled[key] as string).join('\n');
  const whole: WordsId = await keep(talk, text);
  return { ...saying(talk, 'text', text), wordsId: whole };
}
