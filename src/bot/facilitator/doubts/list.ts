/** "doutes": the queue, numbered; and one of them with all that is known of it. */

import { perform } from '../../../app/perform.ts';
import type { Partner } from '../../../app/ports/people.ts';
import type { Doubt, ProposalRow } from '../../../app/ports/proposals.ts';
import { doubtAuthor } from '../../../app/proposal/doubts.ts';
import { display } from '../../../chat/display.ts';
import { mention } from '../../../chat/mention.ts';
import type { Block, Inline } from '../../../chat/outbound.ts';
import { type ConversationId, type ProposalId, ref, type WordsId } from '../../../core/ids.ts';
import { referredIn, type Span } from '../../../core/person/referred.ts';
import { visitorOf } from '../../../core/person/visitor.ts';
import { current } from '../../../core/proposal/model.ts';
import { isRefusal } from '../../../core/refusal.ts';
import type { FocusOf } from '../../focus.ts';
import { newcomerCode } from '../../newcomer/named.ts';
import { axisLabel } from '../../partner/answer.ts';
import { item, readAs, words } from '../../partner/describe.ts';
import { answer, line, list, local, type Reply, refusal, type Talk } from '../../talk.ts';
import { bare } from '../../understand.ts';
import { guestNumber } from '../../workshop/guests.ts';
import { mayBeAsked } from '../merge.ts';

const MOST_SHOWN = 40;

/** What can be acted on, oldest first: two proposals that say the same are no doubt once one of them is gone. */
export async function openDoubts(talk: Talk): Promise<Doubt[]> {
  const found: Doubt[] = [];
  for (const doubt of await talk.tx.doubts.open(talk.consultation.id)) {
    if (doubt.kind === 'near' && !(await pairOf(talk, doubt))) continue;
    found.push(doubt);
  }
  return found;
}

export async function pairOf(
  talk: Talk,
  { proposalId, options }: Doubt,
): Promise<readonly [ProposalRow, ProposalRow] | null> {
  const from = proposalId ? await talk.tx.proposals.byId(proposalId) : null;
  const into = options[0] ? await talk.tx.proposals.byId(options[0] as ProposalId) : null;
  return from?.state === 'submitted' && into?.state === 'submitted' ? [from, into] : null;
}

export async function onDoubts(talk: Talk): Promise<Reply> {
  const act = { verb: 'doubts.list', subjectType: 'consultation', subjectId: talk.consultation.id } as const;
  const open = await perform(talk, act, () => openDoubts(talk));
  if (isRefusal(open)) return refusal(talk, open);
  const files = await talk.tx.attachments.of(talk.consultation.id, ['waiting']);
  const also = files.length > 0 ? [talk.say.attachments.waitToo(files.length)] : [];
  const queue: FocusOf<'doubts'> = {
    waits: 'doubts',
    ids: open.map(({ id }) => id),
    at: null,
    answer: false,
    back: talk.focus.waits === 'doubts' ? talk.focus.back : talk.focus,
  };
  if (open.length === 0) return answer(talk.say.team.noDoubts, ...also);
  const items: (string | Inline)[][] = [];
  for (const [index, doubt] of open.slice(0, MOST_SHOWN).entries())
    items.push([`${index + 1}. `, ...(await inShort(talk, doubt))]);
  const more = open.length > MOST_SHOWN ? [talk.say.team.more(open.length - MOST_SHOWN)] : [];
  return {
    ...answer(talk.say.team.doubts(open.length), list(...items), ...more, ...also, talk.say.queue.how),
    focus: queue,
  };
}

async function inShort(talk: Talk, doubt: Doubt): Promise<(string | Inline)[]> {
  const pair = doubt.kind === 'near' ? await pairOf(talk, doubt) : null;
  if (pair) {
    const how = (await mayBeAsked(talk, pair[0], pair[1]))
      ? talk.say.team.mergeHow(ref(pair[0].number), ref(pair[1].number))
      : '';
    return [
      `${talk.say.team.near} `,
      ...item(talk, pair[0]),
      ' / ',
      ...item(talk, pair[1]),
      how && ` ${how}`,
    ];
  }
  const row = doubt.proposalId ? await talk.tx.proposals.byId(doubt.proposalId) : null;
  const said = doubt.inboundId ? await talk.tx.inbox.wordsOf(doubt.inboundId) : null;
  const { marks, team } = talk.say;
  const text = said
    ? [marks.opening, { words: said, start: 0, end: 200 }, marks.closing]
    : row
      ? item(talk, row)
      : [];
  const how = await howTo(talk, doubt);
  return [`${team.doubt(doubt.kind, doubt.options)} `, ...text, ...how];
}

/** The place whose link or address a doubt came by; null when nobody's (any more). */
export async function seatOf(talk: Talk, { options }: Doubt): Promise<Partner | null> {
  const all = await talk.tx.people.partners(talk.consultation.id);
  return all.find(({ id }) => id === options[0]) ?? null;
}

/** How to invite the person named instead, in the same organisation, or to have them take over. */
async function howTo(talk: Talk, doubt: Doubt): Promise<(string | Inline)[]> {
  const { facilitation, voices } = talk.say;
  if (doubt.kind === 'visitor') return visitorHow(talk, doubt);
  if (doubt.kind === 'newcomer')
    return [` ${talk.say.newcomer.how(newcomerCode(doubt.options[0] as ConversationId))}`];
  if (doubt.kind === 'guest') {
    const number = await guestNumber(talk, doubt.options[0] as ConversationId);
    return number === null ? [] : [` ${talk.say.workshop.guestHow(number)}`];
  }
  if (doubt.kind === 'speaker' || doubt.kind === 'colleague-here') {
    const seat = await seatOf(talk, doubt);
    if (!seat) return [];
    const how =
      doubt.kind === 'speaker'
        ? facilitation.referralHow(display(seat.organisation), seat.college)
        : voices.sharedHow(mention(seat.person));
    return [` ${how}`];
  }
  if (doubt.kind !== 'referral' && doubt.kind !== 'succession') return [];
  const author = await doubtAuthor(talk, doubt);
  if (!author) return [];
  const organisation = display(author.organisation);
  const known = await named(talk, doubt);
  return [
    ' ',
    ...filled(known, (name, at) =>
      doubt.kind === 'succession'
        ? voices.successionHow(mention(author.person), organisation, { name, at })
        : facilitation.referralHow(organisation, author.college, { name, at }),
    ),
  ];
}

/** By whose link they came, and how to give them one of their own. */
async function visitorHow(talk: Talk, doubt: Doubt): Promise<(string | Inline)[]> {
  const { facilitation: say } = talk.say;
  const said = await textOf(talk, doubt);
  const seat = await seatOf(talk, doubt);
  if (said === null) return [];
  const { name, organisation, email } = visitorOf(said.text);
  const of = (span: Span | null, otherwise: string) => (span ? { words: said.words, ...span } : otherwise);
  const by = seat ? say.byLinkOf(`${mention(seat.person)}, ${display(seat.organisation)}`) : '';
  const there = of(organisation, seat ? display(seat.organisation) : say.someOrganisation);
  return [
    ` ${by}`,
    ...filled([of(name, say.someName), of(email, say.somewhere), there], (who, at, where) =>
      say.referralHow(where, seat?.college ?? say.someCollege, { name: who, at }),
    ),
  ];
}

/** Stand in a sentence for what is put there: what people wrote is in no text of the bot. */
const SLOTS = ['\ue000', '\ue001', '\ue002'] as const;

/** The sentence, with these in their places. */
function filled(
  pieces: readonly (string | Inline)[],
  sentence: (...slots: readonly [string, string, string]) => string,
): (string | Inline)[] {
  return sentence(...SLOTS)
    .split(/([\ue000-\ue002])/u)
    .map((part) => pieces[(SLOTS as readonly string[]).indexOf(part)] ?? part);
}

async function textOf(
  talk: Talk,
  { inboundId }: Doubt,
): Promise<{ readonly words: WordsId; readonly text: string } | null> {
  const words = inboundId === null ? null : await talk.tx.inbox.wordsOf(inboundId);
  const text = words && (await talk.tx.words.texts([words])).get(words);
  return words !== null && typeof text === 'string' ? { words, text } : null;
}

/** Who is named there, and where they are: by the address they have already, else by the e-mail that is given. */
async function named(talk: Talk, doubt: Doubt): Promise<readonly [string | Inline, string | Inline]> {
  const { someName, somewhere } = talk.say.facilitation;
  const given = await textOf(talk, doubt);
  if (given === null) return [someName, somewhere];
  const said = ` ${bare(given.text).replace(/[^\p{L}\p{N}'-]+/gu, ' ')} `;
  for (const { person } of await talk.tx.people.partners(talk.consultation.id)) {
    const [address] = person.addresses;
    const name = bare(person.name ?? '');
    if (address && name !== '' && said.includes(` ${name} `))
      return [mention(person), `${address.platform}:${address.userId}`];
  }
  const { name, email } = referredIn(given.text);
  const { words } = given;
  return [name ? { words, ...name } : someName, email ? { words, ...email } : somewhere];
}

/** Who, in answer to what, the words whole, what the machine hesitates about, and what can be answered. */
export async function shown(talk: Talk, doubt: Doubt, position: number, total: number): Promise<Block[]> {
  const { queue: say, team } = talk.say;
  const author = await doubtAuthor(talk, doubt);
  const row = doubt.proposalId ? await talk.tx.proposals.byId(doubt.proposalId) : null;
  const { zone } = talk.consultation.content;
  const who = author ? `${mention(author.person)}, ${display(author.organisation)}` : null;
  const kind = doubt.kind === 'near' ? team.near : team.doubt(doubt.kind, doubt.options);
  const head = [`${position}/${total}`, who, talk.say.date(doubt.raisedAt, zone)].filter(
    (one) => one !== null,
  );
  return [
    line({ text: `${head.join(' · ')}`, strong: true }),
    line(kind),
    ...(await asked(talk, row)),
    ...(await said(talk, doubt, row)),
    ...(await ofTable(talk, doubt)),
    ...(doubt.kind === 'axis' && row ? [line(hesitation(talk, doubt, row))] : []),
    line(
      `${say.actions(await actionsFor(talk, doubt))} ${say.goOn}`,
      ...(['succession', 'colleague-here', 'referral', 'visitor', 'newcomer'].includes(doubt.kind)
        ? await howTo(talk, doubt)
        : []),
    ),
  ];
}

async function actionsFor(talk: Talk, doubt: Doubt): Promise<string> {
  if (doubt.kind === 'correction' && doubt.options.length > 0) return 'question';
  const pair = doubt.kind === 'near' ? await pairOf(talk, doubt) : null;
  return pair && !(await mayBeAsked(talk, pair[0], pair[1])) ? 'near-unshown' : doubt.kind;
}

/** The prompt it answered. */
async function asked(talk: Talk, row: ProposalRow | null): Promise<Block[]> {
  const round = row?.roundId ? await talk.tx.rounds.byId(row.roundId) : null;
  const content = talk.consultation.content.rounds.find(({ key }) => key === round?.key);
  const prompt = content?.prompts.find(({ key }) => key === row?.promptKey);
  if (!prompt) return [];
  return [line(talk.say.queue.inAnswerTo), { type: 'quote', content: [{ text: local(talk, prompt.text) }] }];
}

async function said(talk: Talk, doubt: Doubt, row: ProposalRow | null): Promise<Block[]> {
  const pair = doubt.kind === 'near' ? await pairOf(talk, doubt) : null;
  const quote = (...content: (string | Inline)[]): Block => ({
    type: 'quote',
    content: content.map((piece) => (typeof piece === 'string' ? { text: piece } : piece)),
  });
  if (pair)
    return pair.map((one) =>
      quote(talk.say.labelled(ref(one.number), ''), words(current(one)), ` (${readAs(talk, one)})`),
    );
  const message = doubt.inboundId ? await talk.tx.inbox.wordsOf(doubt.inboundId) : null;
  if (message) return [quote({ words: message })];
  return row ? [quote(talk.say.labelled(ref(row.number), ''), words(current(row)))] : [];
}

/** Which table a correction is about, what is noted of it, and how to rewrite that. */
async function ofTable(talk: Talk, { kind, options }: Doubt): Promise<Block[]> {
  const all = kind === 'correction' && options[0] ? await talk.tx.tables.of(talk.consultation.id) : [];
  const table = all.find(({ id }) => id === options[0]);
  if (!table) return [];
  const rows: ProposalRow[] = [];
  for (const id of await talk.tx.tables.proposals(table.id)) {
    const row = await talk.tx.proposals.byId(id);
    if (row?.state === 'submitted') rows.push(row);
  }
  const { table: say, marks, attachments } = talk.say;
  return [
    line(
      `${say.doubtOf} ${marks.opening}`,
      { words: table.label },
      `${marks.closing}${rows.length > 0 ? attachments.colon : ''}`,
    ),
    ...(rows.length > 0 ? [list(...rows.map((row) => item(talk, row)))] : []),
    line(say.doubtHow(rows.map(({ number }) => ref(number)))),
  ];
}

function hesitation(talk: Talk, { options }: Doubt, row: ProposalRow): string {
  const { doubtBelow } = talk.consultation.content.rules;
  const main = row.tags.find((tag) => tag.dimension === 'axis' && tag.main);
  const sure = main?.source === 'machine' ? Math.round(main.confidence * 100) : null;
  const named = options.map((key) => talk.say.axis(key, axisLabel(talk, key)));
  return talk.say.queue.hesitates(named, sure, Math.round(doubtBelow * 100));
}
