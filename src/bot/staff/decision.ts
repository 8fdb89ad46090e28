import { debtsOf } from '../../app/decision/owed.ts';
import { ratify, recordDecision } from '../../app/decision/record-decisions.ts';
import { type DecisionStatus, STATUSES } from '../../core/consultation/model.ts';
import { ref, type WordsId } from '../../core/ids.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { dayIn, today } from '../day.ts';
import { daySaid } from '../day-said.ts';
import { keep } from '../facilitator/round.ts';
import { phrasesIn } from '../locales/phrases.ts';
import { answer, local, type Reply, refusal, type Talk } from '../talk.ts';
import type { TeamCommand } from '../team-command.ts';
import { folded } from '../understand.ts';

type Of<Does extends TeamCommand['does']> = Extract<TeamCommand, { does: Does }>;

export const statusFrom = (talk: Talk, text: string): DecisionStatus | null => {
  const wanted = folded(text);
  const spoken = [talk.say, phrasesIn('fr', []), phrasesIn('en', [])];
  return (
    STATUSES.find(
      (status) => status === wanted || spoken.some((say) => folded(say.statuses[status]) === wanted),
    ) ?? null
  );
};

/** By its key, or by the first word of its name where no other begins so: "Comité". */
export function bodyFrom(talk: Talk, said: string): string | null {
  const { bodies } = talk.consultation.content.rules.decisions;
  const exact = bodies.find(({ key }) => folded(key) === folded(said));
  if (exact) return exact.key;
  const named = bodies.filter((body) => wordsOf(local(talk, body.label))[0] === folded(said));
  return named.length === 1 ? named[0]!.key : null;
}

const wordsOf = (label: string): string[] =>
  folded(label.replace(/^(?:l['’]|(?:le|la|les|the)\s)/iu, '')).split(/\s+/u);

/** "décider P-0042 retenue : motif". */
export async function onDecide(talk: Talk, command: Of<'decide'>): Promise<Reply> {
  const status = statusFrom(talk, command.status);
  if (!status) return noSuchStatus(talk, command.status);
  const { numbers, left } = await awaited(talk, command);
  const deciding = { ...command, status, numbers };
  const reply =
    command.reason === null
      ? askReason(talk, deciding)
      : await record(talk, deciding, await keep(talk, command.reason));
  if (left.length === 0) return reply;
  const aside = answer(talk.say.team.leftAside(talk.say.listed(left), left.length > 1));
  return { ...reply, blocks: [...reply.blocks, ...aside.blocks] };
}

/** Of a range, those that were withdrawn, joined or erased since are left aside, unless nothing is left of it. */
async function awaited(
  { tx, consultation }: Talk,
  { numbers, ranged }: Pick<Of<'decide'>, 'numbers' | 'ranged'>,
): Promise<{ readonly numbers: readonly number[]; readonly left: readonly string[] }> {
  const gone = new Set<number>();
  for (const number of new Set(ranged)) {
    const row = await tx.proposals.byNumber(consultation.id, number);
    if (row !== null && row.state !== 'submitted') gone.add(number);
  }
  const kept = numbers.filter((number) => !gone.has(number));
  return kept.length === 0 ? { numbers, left: [] } : { numbers: kept, left: [...gone].map(ref) };
}

/** What a decision says but for its reason. */
export type Deciding = Pick<Of<'decide'>, 'numbers' | 'body' | 'day'> & { readonly status: DecisionStatus };

/** "Pour quel motif ?": the next words are the reason. */
export const askReason = (talk: Talk, { numbers, status, body, day }: Deciding): Reply => ({
  ...answer(talk.say.forms.askReason(numbers.map(ref).join(', '), talk.say.statuses[status])),
  focus: { waits: 'decide-reason', numbers: [...numbers], status, body, day },
});

/** Keys of the body and of the one that has its say next, null after the last; a local day. */
export interface Speaking {
  readonly body: string;
  readonly decidedOn: string;
  readonly next: string | null;
}

/** A body speaks: the first of the path, today, unless another one and its day are named. A reply when they can't be. */
export function speaksNow(
  talk: Talk,
  { status, body: named, day }: Pick<Deciding, 'status' | 'body' | 'day'>,
): Speaking | Reply {
  const { decisions } = talk.consultation.content.rules;
  const path = decisions.pathByStatus[status] ?? decisions.path;
  const body = named === null ? path[0]! : bodyFrom(talk, named);
  if (!body) return noSuchBody(talk, named!);
  const decidedOn = dayOf(talk, day);
  if (typeof decidedOn !== 'string') return decidedOn;
  return { body, decidedOn, next: path[path.indexOf(body) + 1] ?? null };
}

export const labelOfBody = (talk: Talk, key: string): string => {
  const body = talk.consultation.content.rules.decisions.bodies.find((one) => one.key === key);
  return body ? local(talk, body.label) : key;
};

export async function record(talk: Talk, command: Deciding, reason: WordsId): Promise<Reply> {
  const { status } = command;
  const speaking = speaksNow(talk, command);
  if ('blocks' in speaking) return speaking;
  const { body, decidedOn, next } = speaking;
  const done = await recordDecision(talk, command.numbers, { body, decidedOn, status, reason });
  if (isRefusal(done)) return refusal(talk, done);
  const said = answer(
    talk.say.team.decided(done.map((row) => ref(row.number)).join(', '), talk.say.statuses[status]),
    ...(next === null ? [] : [talk.say.followUp.awaits(labelOfBody(talk, next))]),
  );
  return { ...said, kind: 'decision' };
}

export const noSuchStatus = (talk: Talk, status: string): Reply =>
  refusal(
    talk,
    refuse('no-such-status', {
      status,
      statuses: STATUSES.map((one) => talk.say.statuses[one]).join(', '),
    }),
  );

export const noSuchBody = (talk: Talk, body: string): Reply => {
  const { bodies } = talk.consultation.content.rules.decisions;
  return refusal(talk, refuse('no-such-body', { body, bodies: bodies.map((one) => one.key).join(', ') }));
};

const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** That day, or today; a reply when it is no day, or still to come. */
export function dayOf(
  talk: Talk,
  day: string | null,
  toCome: string = talk.say.team.dayToCome,
): string | Reply {
  const present = today(talk.now, talk.consultation.content.zone);
  if (day === null) return present;
  const said = daySaid(day, talk.now, talk.consultation.content.zone);
  // Without a year, the last such day: bodies have had their say.
  const found =
    said && said > present && /^\d/u.test(day) && !/\d{4}/u.test(day) ? dayIn(yearBefore(said)) : said;
  if (found === null) return answer(talk.say.team.noSuchDay);
  return found > present ? answer(toCome) : found;
}

export async function onRatify(talk: Talk, command: Of<'ratify'>): Promise<Reply> {
  const body = bodyFrom(talk, command.body);
  if (!body) return noSuchBody(talk, command.body);
  const decidedOn = dayOf(talk, command.day);
  if (typeof decidedOn !== 'string') return decidedOn;
  const done = await ratify(talk, { body, decidedOn }, command.except);
  if (isRefusal(done)) return refusal(talk, done);
  const { team } = talk.say;
  const said = team.ratified(done, labelOfBody(talk, body), talk.say.day(decidedOn));
  return answer(`${said} ${await afterRatifying(talk)}`);
}

async function afterRatifying(talk: Talk): Promise<string> {
  const { team } = talk.say;
  const { owed } = await debtsOf(talk);
  if (owed.length === 0) return team.ratifiedAll;
  const first = talk.consultation.content.rules.decisions.path[0];
  const next = owed.find(({ body }) => body !== first);
  return next ? team.ratifiedBut(labelOfBody(talk, next.body), next.body) : team.ratifiedSome;
}
