/** Where things stand: rounds, who answered, what the machine was not sure of, what was said. */

import { perform } from '../../app/perform.ts';
import type { Doubt } from '../../app/ports/proposals.ts';
import type { Verb } from '../../app/rights.ts';
import { display } from '../../chat/display.ts';
import type { Inline } from '../../chat/outbound.ts';
import { type InboundId, type ProposalId, ref } from '../../core/ids.ts';
import { baseOf } from '../../core/participation/base.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { item } from '../partner/describe.ts';
import { answer, list, local, type Reply, refusal, type Talk } from '../talk.ts';

const MOST_SHOWN = 40;

export async function onRounds(talk: Talk): Promise<Reply> {
  const opened = new Map((await talk.tx.rounds.of(talk.consultation.id)).map((round) => [round.key, round]));
  const { rounds, zone } = talk.consultation.content;
  const items = rounds.map((round) => {
    const row = opened.get(round.key);
    const state = row
      ? talk.say.team.roundState(row.state, talk.say.date(row.closesAt, zone))
      : talk.say.team.notOpened;
    return [talk.say.labelled(round.key, `${local(talk, round.title)} – ${state}`)];
  });
  return answer(talk.say.team.rounds, list(...items));
}

export const onStatus = (talk: Talk): Promise<Reply> => seen(talk, 'round.watch', () => status(talk));
export const onDoubts = (talk: Talk): Promise<Reply> => seen(talk, 'doubts.list', () => doubts(talk));
export const onProposals = (talk: Talk): Promise<Reply> =>
  seen(talk, 'proposals.list', () => proposals(talk));

/** Looking at what people said is an act like others: only by right, and on record. */
async function seen(talk: Talk, verb: Verb, look: () => Promise<Reply>): Promise<Reply> {
  const act = { verb, subjectType: 'consultation', subjectId: talk.consultation.id };
  const found = await perform(talk, act, look);
  return isRefusal(found) ? refusal(talk, found) : found;
}

async function status(talk: Talk): Promise<Reply> {
  const [round] = await talk.tx.rounds.of(talk.consultation.id);
  if (!round) return refusal(talk, refuse('nothing-opened'));
  const partners = await talk.tx.people.partners(talk.consultation.id);
  const { colleges, zone } = talk.consultation.content;
  const rows = baseOf(
    await talk.tx.participations.of(round.id),
    new Map(partners.map((partner) => [partner.id, partner.college])),
    colleges,
  );
  const label = (key: string) => local(talk, colleges.find((college) => college.key === key)!.label);
  return answer(
    talk.say.team.status(
      round.key,
      talk.say.team.roundState(round.state, talk.say.date(round.closesAt, zone)),
    ),
    list(...rows.map((row) => [talk.say.team.base(label(row.college), row)])),
  );
}

async function doubts(talk: Talk): Promise<Reply> {
  const open = await talk.tx.doubts.open(talk.consultation.id);
  const items: (string | Inline)[][] = [];
  for (const doubt of open.slice(0, MOST_SHOWN)) {
    const shown = doubt.kind === 'near' ? await near(talk, doubt) : await single(talk, doubt);
    if (shown) items.push(shown);
  }
  const files = await talk.tx.attachments.of(talk.consultation.id, ['waiting']);
  const also = files.length > 0 ? [talk.say.attachments.waitToo(files.length)] : [];
  if (items.length === 0) return answer(talk.say.team.noDoubts, ...also);
  const more = open.length > MOST_SHOWN ? [talk.say.team.more(open.length - MOST_SHOWN)] : [];
  return answer(talk.say.team.doubts(items.length), list(...items), ...more, ...also);
}

async function single(talk: Talk, doubt: Doubt): Promise<(string | Inline)[]> {
  const row = doubt.proposalId ? await talk.tx.proposals.byId(doubt.proposalId) : null;
  const words = doubt.inboundId ? await talk.tx.inbox.wordsOf(doubt.inboundId) : null;
  const said = words
    ? [talk.say.marks.opening, { words, start: 0, end: 200 }, talk.say.marks.closing]
    : row
      ? item(talk, row)
      : [];
  const how = doubt.inboundId ? await howTo(talk, doubt.kind, doubt.inboundId) : [];
  return [`${talk.say.team.doubt(doubt.kind, doubt.options)} `, ...said, ...how];
}

/** How to invite the person named instead, in the same organisation, or to have them take over. */
async function howTo(talk: Talk, kind: string, inbound: InboundId): Promise<string[]> {
  if (kind !== 'referral' && kind !== 'succession') return [];
  const person = await talk.tx.inbox.personOf(inbound);
  const [partner] = person === null ? [] : await talk.tx.people.partnersOf(person);
  if (!partner) return [];
  const name = display(partner.person.name ?? '');
  if (kind === 'succession')
    return [` ${talk.say.voices.successionHow(name, display(partner.organisation))}`];
  return [` ${talk.say.facilitation.referralHow(display(partner.organisation), partner.college)}`];
}

/** Two proposals that may say the same; null once one of them is no longer in force. */
async function near(talk: Talk, { proposalId, options }: Doubt): Promise<(string | Inline)[] | null> {
  const from = proposalId ? await talk.tx.proposals.byId(proposalId) : null;
  const into = options[0] ? await talk.tx.proposals.byId(options[0] as ProposalId) : null;
  if (from?.state !== 'submitted' || into?.state !== 'submitted') return null;
  const how = talk.say.team.mergeHow(ref(from.number), ref(into.number));
  return [`${talk.say.team.near} `, ...item(talk, from), ' / ', ...item(talk, into), ` ${how}`];
}

async function proposals(talk: Talk): Promise<Reply> {
  const rows = await talk.tx.proposals.of(talk.consultation.id, { states: ['submitted'] });
  if (rows.length === 0) return answer(talk.say.team.noProposals);
  return answer(
    talk.say.team.proposals(rows.length),
    list(...rows.slice(-40).map((row) => item(talk, row))),
    ...(rows.length > 40 ? [talk.say.team.more(rows.length - 40)] : []),
  );
}
