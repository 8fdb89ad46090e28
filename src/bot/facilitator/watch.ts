/** Where things stand: rounds, who answered, what was said. */

import { perform } from '../../app/perform.ts';
import type { Partner } from '../../app/ports/people.ts';
import type { Verb } from '../../app/rights.ts';
import { refusedIn } from '../../app/round/refused.ts';
import { display } from '../../chat/display.ts';
import { mention } from '../../chat/mention.ts';
import { baseOf } from '../../core/participation/base.ts';
import { organisationsOf } from '../../core/participation/people.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { participationOf } from '../documents/participation.ts';
import { item } from '../partner/describe.ts';
import { answer, list, local, type Reply, refusal, type Talk } from '../talk.ts';
import { deadlines } from './deadlines.ts';

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
export const onProposals = (talk: Talk): Promise<Reply> =>
  seen(talk, 'proposals.list', () => proposals(talk));

/** Looking at what people said is an act like others: only by right, and on record. */
export async function seen(talk: Talk, verb: Verb, look: () => Promise<Reply>): Promise<Reply> {
  const act = { verb, subjectType: 'consultation', subjectId: talk.consultation.id };
  const found = await perform(talk, act, look);
  return isRefusal(found) ? refusal(talk, found) : found;
}

async function status(talk: Talk): Promise<Reply> {
  const [round] = await talk.tx.rounds.of(talk.consultation.id);
  if (!round) return refusal(talk, refuse('nothing-opened'));
  const partners = await talk.tx.people.partners(talk.consultation.id);
  const { colleges, zone } = talk.consultation.content;
  const participations = await talk.tx.participations.of(round.id);
  const rows = baseOf(
    participations,
    new Map(partners.map((partner) => [partner.id, partner.college])),
    colleges,
  );
  const organisations = organisationsOf(partners, participations, colleges);
  const label = (key: string) => local(talk, colleges.find((college) => college.key === key)!.label);
  const said = answer(
    talk.say.team.status(
      round.key,
      talk.say.team.roundState(round.state, talk.say.date(round.closesAt, zone)),
    ),
    list(
      ...rows.map((row) => {
        const { invited, heard } = organisations.find(({ college }) => college === row.college)!;
        const structures = talk.say.voices.organisations(invited, heard);
        return [`${talk.say.team.base(label(row.college), row)} ; ${structures}`];
      }),
    ),
    ...(await refused(talk, round, partners)),
    ...(await deadlines(talk, round)),
  );
  return { ...said, ...(await participationOf(talk, round)) };
}

const MOST_NAMED = 20;

/** Whom the round could not be told, and what can be done about it. */
async function refused(talk: Talk, round: Round, partners: readonly Partner[]) {
  const rows = await refusedIn(talk.tx, round, partners);
  if (rows.length === 0) return [];
  const { letters: say } = talk.say;
  const named = rows
    .slice(0, MOST_NAMED)
    .map(({ partner, by }) => [say.refusedName(mention(partner.person), display(partner.organisation), by)]);
  return [
    say.refused(rows.length),
    list(...named),
    ...(rows.length > MOST_NAMED ? [talk.say.team.more(rows.length - MOST_NAMED)] : []),
    say.refusedHow(mention(rows[0]!.partner.person)),
  ];
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
