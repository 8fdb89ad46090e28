/** "pièces", "PJ-3", "extraire PJ-3 pour Claire Dupont : texte", "classer PJ-3 : raison", "rouvrir PJ-3". */

import {
  attachmentToExtract,
  fileAttachment,
  markExtracted,
  numberedAttachment,
  reopenAttachment,
  waitingAttachments,
} from '../../app/attachment/settle-attachment.ts';
import type { AttachmentRow } from '../../app/ports/attachments.ts';
import type { Partner } from '../../app/ports/people.ts';
import { mayBeWrittenTo } from '../../app/round/extend-round.ts';
import { mention } from '../../chat/mention.ts';
import type { Inline } from '../../chat/outbound.ts';
import { isRisky } from '../../core/attachment/detect.ts';
import { attachmentRef, type PersonId, ref, type WordsId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, documentOf, greeted, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { tellPartners } from '../tell-partners.ts';
import { called, recordFor } from './behalf.ts';
import { inTeam } from './dialogue.ts';
import { keep } from './round.ts';

export type AttachmentCommand =
  | { readonly does: 'list' }
  | { readonly does: 'show' | 'reopen'; readonly number: number }
  | { readonly does: 'file'; readonly number: number; readonly reason: string | null }
  /** The text is the message from `textAt` (UTF-16) on; `name` null for its sender. */
  | {
      readonly does: 'extract';
      readonly number: number;
      readonly name: string | null;
      readonly textAt: number;
    };

const LONGEST = 200;
const PJ = 'pj ?[-‐–]? ?(\\d{1,9})';
const LIST = /^\s{0,20}(?:pi[èe]ces(?: jointes)?|attachments)\s{0,20}$/iu;
const SHOW = new RegExp(`^\\s{0,20}(?:(?:voir|montrer|ouvrir|show|open) {1,3})?${PJ}\\s{0,20}$`, 'iu');
const REOPEN = new RegExp(`^\\s{0,20}(?:rouvrir|reopen) {1,3}${PJ}\\s{0,20}$`, 'iu');
const FILE = new RegExp(
  `^\\s{0,20}(?:classer|file) {1,3}${PJ}[ \\u00a0\\u202f]{0,3}(?:$|[:,]\\s{0,20}(?=\\S|$))`,
  'iu',
);
const EXTRACT = new RegExp(
  `^\\s{0,20}(?:extraire|extract) {1,3}${PJ}(?: {1,3}(?:pour|for) {1,3}([^:\\n(]{2,120}))?[ \\u00a0\\u202f]{0,3}:\\s{0,20}(?=\\S)`,
  'iu',
);

/** null when the message is no such command. */
export function attachmentCommand(text: string): AttachmentCommand | null {
  if (text.length <= LONGEST) {
    if (LIST.test(text)) return { does: 'list' };
    const shown = SHOW.exec(text);
    if (shown) return { does: 'show', number: Number(shown[1]) };
    const reopened = REOPEN.exec(text);
    if (reopened) return { does: 'reopen', number: Number(reopened[1]) };
  }
  const filed = FILE.exec(text);
  if (filed) {
    const reason = text.slice(filed[0].length).trim();
    return { does: 'file', number: Number(filed[1]), reason: reason === '' ? null : reason };
  }
  const taken = EXTRACT.exec(text);
  if (!taken) return null;
  return {
    does: 'extract',
    number: Number(taken[1]),
    name: taken[2]?.trim() ?? null,
    textAt: taken[0].length,
  };
}

export async function onAttachmentMessage(talk: Talk): Promise<Reply | null> {
  const command = inTeam(talk) ? attachmentCommand(talk.text) : null;
  switch (command?.does) {
    case undefined:
      return null;
    case 'list':
      return onList(talk);
    case 'show':
      return onShow(talk, command.number);
    case 'file':
      return onFile(talk, command.number, command.reason);
    case 'reopen': {
      const reopened = await reopenAttachment(talk, command.number);
      if (isRefusal(reopened)) return refusal(talk, reopened);
      return answer(talk.say.attachments.reopened(attachmentRef(command.number)));
    }
    case 'extract':
      return onExtract(talk, command);
  }
}

async function onList(talk: Talk): Promise<Reply> {
  const rows = await waitingAttachments(talk);
  if (isRefusal(rows)) return refusal(talk, rows);
  const { attachments: say } = talk.say;
  if (rows.length === 0) return answer(say.noneWait);
  const shown: (string | Inline)[][] = [];
  for (const row of rows.slice(0, 40)) shown.push(await described(talk, row));
  return answer(
    say.wait(rows.length),
    list(...shown),
    ...(rows.length > 40 ? [talk.say.team.more(rows.length - 40)] : []),
    say.how(attachmentRef(rows[0]!.number)),
  );
}

async function onShow(talk: Talk, number: number): Promise<Reply> {
  const row = await numberedAttachment(talk, number);
  if (isRefusal(row)) return refusal(talk, row);
  const { attachments: say, marks } = talk.say;
  const facts: (string | Inline)[] = [say.states[row.state]];
  if (row.proposals.length > 0) facts.push(` (${talk.say.listed(row.proposals.map(ref))})`);
  if (row.reason !== null) facts.push(` ${marks.opening}`, { words: row.reason }, marks.closing);
  return answer(line(...(await described(talk, row))), line(...facts), say.how(attachmentRef(number)));
}

/** `PJ-3, « note.pdf » (PDF, 120 ko), Claire Dupont, 12 mars`; its name opens it where the chat has links. */
async function described(talk: Talk, row: AttachmentRow): Promise<(string | Inline)[]> {
  const { attachments: say, marks } = talk.say;
  const name = mention({ id: row.personId });
  const on = talk.say.date(row.receivedAt, talk.consultation.content.zone);
  return [
    `${attachmentRef(row.number)}, ${marks.opening}`,
    { words: row.name, end: 120, ...(row.sha256 === null ? {} : { file: row.id }) },
    `${marks.closing} (${say.kinds[row.kind]}, ${say.size(row.bytes)}), ${name}, ${on}`,
    isRisky(row.kind) ? ` ${say.risky}` : '',
  ];
}

async function onFile(talk: Talk, number: number, reason: string | null): Promise<Reply> {
  const words = reason === null ? null : await keep(talk, reason);
  const filed = await fileAttachment(talk, number, words);
  if (isRefusal(filed)) return refusal(talk, filed);
  const told = await tellSender(talk, filed.personId, number, words!);
  return answer(talk.say.attachments.filed(attachmentRef(number), told));
}

async function tellSender(talk: Talk, sender: PersonId, number: number, reason: WordsId): Promise<boolean> {
  const [partner] = await talk.tx.people.partnersOf(sender);
  if (partner === undefined || !mayBeWrittenTo(partner)) return false;
  const say = phrasesIn(partner.person.lang, talk.consultation.content.languages);
  const { attachments, marks } = say;
  const head = attachments.toldFiled(greeted(partner.person), attachmentRef(number));
  const blocks = [
    line(`${head} ${marks.opening}`, { words: reason }, marks.closing),
    line(attachments.toldHow),
  ];
  await tellPartners(talk, [partner], 'attachment', () => documentOf({ blocks }, say.lang));
  return true;
}

async function onExtract(
  talk: Talk,
  { number, name, textAt }: Extract<AttachmentCommand, { does: 'extract' }>,
): Promise<Reply> {
  const row = await attachmentToExtract(talk, number);
  if (isRefusal(row)) return refusal(talk, row);
  const who = name === null ? ({ person }: Partner) => person.id === row.personId : called(name);
  const reply = await recordFor(talk, who, { source: 'attachment', textAt, attachment: row });
  if (isRefusal(reply)) return refusal(talk, reply);
  const marked = await markExtracted(talk, row);
  return isRefusal(marked) ? refusal(talk, marked) : reply;
}
