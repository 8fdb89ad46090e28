/** `table « atelier du 12 mars, table 3 » : Claire Dupont, CRESS, 4 territoires`, then what was said there, below. */

import type { Partner } from '../../app/ports/people.ts';
import type { Attendee } from '../../app/ports/tables.ts';
import { readMessage } from '../../app/proposal/read-message.ts';
import { recordTable, withdrawFromTable } from '../../app/proposal/record-table.ts';
import { seatOf } from '../../app/proposal/rewrite-table.ts';
import { inLang } from '../../core/consultation/text.ts';
import { ref } from '../../core/ids.ts';
import type { Idea } from '../../core/proposal/reading.ts';
import { isRefusal } from '../../core/refusal.ts';
import { isCalled } from '../called.ts';
import { item } from '../partner/describe.ts';
import { answer, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { holdPlaces } from '../tell-partners.ts';
import { folded } from '../understand.ts';
import { inTeam } from './dialogue.ts';
import { keep } from './round.ts';
import { askAttendees, tableCalled } from './table-attendees.ts';

export type TableCommand =
  | { readonly does: 'how' }
  | { readonly does: 'withdraw'; readonly number: number }
  /** What was said is the message from `textAt` (UTF-16) on. */
  | {
      readonly does: 'table';
      readonly label: string;
      readonly attendees: readonly Piece[];
      readonly textAt: number;
    };

/** A name or a number of people, and where it stands in the message. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

const HOW = /^\s{0,20}(?:table|tables|nouvelle table|new table)\s{0,9}[.?]?\s{0,9}$/iu;
const TABLE =
  /^\s{0,20}table {1,3}["«“][ \u00a0\u202f]{0,3}([^"»”\n]{2,120})["»”][ \u00a0\u202f]{0,3}:[ \u00a0\u202f]{0,3}([^\n]{0,1000})\n\s{0,20}(?=\S)/iu;
const BEGUN = /^\s{0,20}table {1,3}["«“]/iu;
const WITHDRAW =
  /^\s{0,20}(?:retirer|retire|retirez|withdraw|remove) {1,3}p ?[-‐–]? ?(\d{1,9})\s{0,9}[.!]?\s{0,9}$/iu;

/** null when the message is no such command. */
export function tableCommand(text: string): TableCommand | null {
  const withdraw = WITHDRAW.exec(text);
  if (withdraw) return { does: 'withdraw', number: Number(withdraw[1]) };
  const table = TABLE.exec(text);
  if (!table) return HOW.test(text) || BEGUN.test(text) ? { does: 'how' } : null;
  const from = table[0].indexOf(table[2]!, table[0].indexOf(table[1]!) + table[1]!.length);
  let at = from;
  const attendees: Piece[] = [];
  for (const piece of table[2]!.split(/([,;])/u)) {
    const head = /^\s*/u.exec(piece)![0].length;
    const name = piece.trim();
    if (name !== '' && name !== ',' && name !== ';') attendees.push({ text: name, start: at + head });
    at += piece.length;
  }
  return { does: 'table', label: table[1]!.trim(), attendees, textAt: table[0].length };
}

export async function onTableMessage(talk: Talk): Promise<Reply | null> {
  const command = inTeam(talk) ? tableCommand(talk.text) : null;
  if (command === null) return null;
  if (command.does === 'how') return answer(...talk.say.table.how);
  if (command.does === 'withdraw') {
    const done = await withdrawFromTable(talk, command.number);
    if (done === null) return null;
    return isRefusal(done) ? refusal(talk, done) : answer(talk.say.withdrawn(ref(command.number), false));
  }
  return onTable(talk, command);
}

async function onTable(
  talk: Talk,
  { label, attendees, textAt }: Extract<TableCommand, { does: 'table' }>,
): Promise<Reply | null> {
  const { event, wordsId, say } = talk;
  if (event.type !== 'message' || wordsId === null) return null;
  const partners = await talk.tx.people.partners(talk.consultation.id);
  const seated: Attendee[] = [];
  for (const { text, start } of attendees) {
    const found = attendeesCalled(talk, text, partners);
    if (found.length !== 1) {
      const said = { words: wordsId, start, end: start + text.length };
      const { opening, closing } = say.marks;
      return answer(
        line(found.length === 0 ? say.table.unknown : say.table.several, ` ${opening}`, said, closing),
      );
    }
    seated.push(found[0]!);
  }
  const known = await tableCalled(talk, label);
  const text = talk.text.slice(textAt).trimEnd();
  const labelId = known?.label ?? (await keep(talk, label));
  const sit = new Set([...(known?.attendees ?? []), ...seated].flatMap(seatOf));
  await holdPlaces(
    talk,
    partners.filter(({ id }) => sit.has(id)),
  );
  const recorded = await recordTable(talk, {
    known,
    label: labelId,
    attendees: seated,
    message: wordsId,
    words: await keep(talk, text),
    ideas: await ideasOf(talk, text),
  });
  if (isRefusal(recorded)) return refusal(talk, recorded);
  const told = await askAttendees(talk, { ...recorded, label: labelId, rewritten: false });
  return answer(
    say.table.noted(recorded.late, known !== null),
    list(...recorded.proposals.map((one) => item(talk, one))),
    say.table.told(told, recorded.partners.length, ref(recorded.proposals[0]!.number)),
  );
}

/** "4 territoires", a person with their organisation in brackets or without, or an organisation. */
function attendeesCalled(talk: Talk, text: string, partners: readonly Partner[]): Attendee[] {
  const number = /^(\d{1,3}) {1,3}(.+)$/u.exec(text);
  if (number) {
    const { colleges, languages } = talk.consultation.content;
    const wanted = folded(number[2]!);
    return colleges
      .filter(
        ({ key, label }) =>
          folded(key) === wanted ||
          languages.some((lang) => folded(inLang(label, lang, languages)) === wanted),
      )
      .map(({ key }) => ({ college: key, people: Number(number[1]) }));
  }
  const wanted = folded(text);
  const people = partners.filter(({ person, organisation }) => isCalled(text, person.name, organisation));
  if (people.length > 0) return people.map(({ id }) => ({ partner: id }));
  const organisations = new Set(
    partners.filter(({ organisation }) => folded(organisation) === wanted).map((one) => one.organisationId),
  );
  return [...organisations].map((organisation) => ({ organisation }));
}

async function ideasOf(talk: Talk, text: string): Promise<readonly Idea[]> {
  const context = { lang: talk.lang, prompt: null };
  const reading = await readMessage(talk.tx, talk.desk, talk.consultation.id, text, context);
  return reading.ideas.length > 0 ? reading.ideas : [talk.desk.reader.readWhole(text, context)];
}
