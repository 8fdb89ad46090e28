/** "pourquoi P-0042": who or what put a proposal where it is, and by which of its words. */

import { catchUp } from '../app/proposal/read-message.ts';
import type { Inline } from '../chat/outbound.ts';
import type { Described } from '../core/consultation/model.ts';
import { piecesOf } from '../core/plan/texts.ts';
import { current, type Proposal, type Tag } from '../core/proposal/model.ts';
import { askedOf } from './asked-of.ts';
import { item, quotedPlaces } from './partner/describe.ts';
import { answer, line, list, local, type Reply, type Talk } from './talk.ts';

/** The team looks at it as it was written. */
const WHOLE = Number.POSITIVE_INFINITY;

/** `how`: what to write when it is elsewhere that it belongs. */
export async function why(talk: Talk, row: Proposal, how: string): Promise<Reply> {
  const { axes } = talk.consultation.content;
  await catchUp(talk.tx, talk.desk, talk.consultation.id);
  const text = (await talk.tx.words.texts([current(row).words])).get(current(row).words);
  const said = row.tags.filter(({ dimension }) => dimension === 'axis' || dimension === 'theme');
  const themes = axes.flatMap((axis) => axis.themes);
  const lines = said.flatMap((tag) => {
    const among: readonly Described[] = tag.dimension === 'axis' ? axes : themes;
    const named = among.find(({ key }) => key === tag.value);
    return named ? [reason(talk, row, tag, local(talk, named.label), text)] : [];
  });
  const { why: say } = talk.say;
  return answer(
    line(...item(talk, row, WHOLE)),
    ...(lines.length > 0 ? [list(...lines)] : [say.nothing]),
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
  const place = say.place(tag.dimension === 'axis', tag.value, label, tag.main);
  if (tag.source !== 'machine') return [say.person(place, tag.source === 'partner')];
  const dimension = tag.dimension === 'axis' ? 'axis' : 'theme';
  const lang = talk.consultation.content.languages[0];
  const spans =
    typeof text === 'string'
      ? talk.desk.reader.reasons(text.slice(start, end), lang, dimension, tag.value)
      : [];
  const told = say.machine(place, Math.round(tag.confidence * 100), spans.length);
  return [told, ...quotedPlaces(talk.say, current(row), spans)];
}
