/** "pourquoi P-0042": who or what put a proposal where it is, and by which of its words. */

import { catchUp } from '../app/proposal/read-message.ts';
import type { Inline } from '../chat/outbound.ts';
import type { Kind } from '../core/consultation/model.ts';
import { piecesOf } from '../core/plan/texts.ts';
import { current, DIMENSIONS, type Proposal, type Tag } from '../core/proposal/model.ts';
import { askedOf } from './asked-of.ts';
import { item, quotedPlaces } from './partner/describe.ts';
import { answer, line, list, local, type Reply, type Talk } from './talk.ts';

/** The team looks at it as it was written. */
const WHOLE = Number.POSITIVE_INFINITY;

/** `how`: what to write when it is elsewhere that it belongs. */
export async function why(talk: Talk, row: Proposal, how: string): Promise<Reply> {
  await catchUp(talk.tx, talk.desk, talk.consultation.id);
  const text = (await talk.tx.words.texts([current(row).words])).get(current(row).words);
  const said = DIMENSIONS.flatMap((one) => row.tags.filter(({ dimension }) => dimension === one));
  const lines = said.flatMap((tag) => {
    const label = labelOf(talk, tag);
    return label === null ? [] : [reason(talk, row, tag, label, text)];
  });
  const placed = said.some(({ dimension }) => dimension === 'axis' || dimension === 'theme');
  const { why: say } = talk.say;
  return answer(
    line(...item(talk, row, WHOLE)),
    ...(placed ? [] : [say.nothing]),
    ...(lines.length > 0 ? [list(...lines)] : []),
    ...(await askedOf(talk, row)).map((text) =>
      line(...piecesOf(`${text[0]!.toUpperCase()}${text.slice(1)}.`)),
    ),
    how,
  );
}

/** One tag, by whom, and the words that carried it when it was the machine. */
function reason(
  talk: Talk,
  row: Proposal,
  tag: Tag,
  label: string,
  text: string | null | undefined,
): (string | Inline)[] {
  const { why: say } = talk.say;
  const { start, end } = current(row);
  const { dimension } = tag;
  const place = say.place(dimension, tag.value, label, tag.main);
  if (tag.source !== 'machine') return [say.person(place, tag.source === 'partner')];
  const lang = talk.consultation.content.languages[0];
  const spans =
    typeof text === 'string'
      ? talk.desk.reader.reasons(text.slice(start, end), lang, dimension, tag.value)
      : [];
  const words = quotedPlaces(talk.say, current(row), spans);
  // How sure it is of the others was never measured.
  if (dimension === 'axis' || dimension === 'theme')
    return [say.machine(place, Math.round(tag.confidence * 100), spans.length), ...words];
  if (spans.length > 0) return [say.inWords(place), ...words];
  return [dimension === 'kind' ? say.kind(place, tag.value as Kind) : say.noWords(place)];
}

/** As the content calls it; null for what it no longer has. */
function labelOf(talk: Talk, { dimension, value }: Tag): string | null {
  const { axes, taxonomy } = talk.consultation.content;
  if (dimension === 'kind') return talk.say.kinds[value as Kind] ?? null;
  if (dimension === 'territory') return taxonomy.territories.find(({ key }) => key === value)?.label ?? null;
  const among = {
    axis: axes,
    theme: axes.flatMap((axis) => axis.themes),
    subject: taxonomy.subjects,
  }[dimension];
  const found = among.find(({ key }) => key === value);
  return found ? local(talk, found.label) : null;
}
