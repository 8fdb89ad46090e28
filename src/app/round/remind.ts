/** Reminders: whom they concern, asked for by a person or due by the calendar; and those that may leave now. */
import { isWorking } from '../../core/consultation/working-hours.ts';
import type { DeliveryId, PersonId } from '../../core/ids.ts';
import type { Participation } from '../../core/participation/model.ts';
import {
  colleagueOf,
  mayLeaveAt,
  type NotReminded,
  UNSOLICITED,
  waveIsDue,
  whyNot,
} from '../../core/participation/remind.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { neverOpened } from '../../core/round/never-opened.ts';
import { remindersIn } from '../../core/round/reminders.ts';
import type { Instant } from '../../core/time.ts';
import { directsOf } from '../directs.ts';
import { perform, type Scene } from '../perform.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Conversation } from '../ports/conversations.ts';
import type { Ids } from '../ports/edge.ts';
import type { Partner, Person } from '../ports/people.ts';
import type { ReminderRow } from '../ports/rounds.ts';
import type { Transaction } from '../ports/store.ts';

const WEEK = 7 * 86_400_000;

type Reads = Pick<Transaction, 'participations' | 'people' | 'reminders'>;
type Writes = Reads & Pick<Transaction, 'conversations' | 'outbox' | 'rounds'>;

/** One person in a round, with all the organisations they speak for there. */
interface Someone {
  readonly partner: Partner;
  readonly theirs: readonly Participation[];
  readonly had: readonly ReminderRow[];
  /** A holder or substitute of theirs has answered, in every organisation they speak for there. */
  readonly covered: boolean;
}

async function invitedPeople(
  tx: Reads,
  { id }: Pick<LoadedConsultation, 'id'>,
  round: Pick<Round, 'id'>,
): Promise<Someone[]> {
  const partners = new Map((await tx.people.partners(id)).map((one) => [one.id, one]));
  const had = Map.groupBy(await tx.reminders.of(round.id), ({ personId }) => personId);
  const people = Map.groupBy(
    (await tx.participations.of(round.id)).filter(({ partnerId }) => partners.has(partnerId)),
    ({ partnerId }) => partners.get(partnerId)!.person.id,
  );
  const voice = ({ partnerId }: Participation) => {
    const { person, organisationId, substitute } = partners.get(partnerId)!;
    return { personId: person.id, organisationId, substitute };
  };
  const spoken = [...people.values()]
    .flat()
    .filter(({ answered, passed }) => answered.length + passed.length > 0)
    .map(voice);
  return [...people].map(([personId, theirs]) => ({
    partner: partners.get(theirs[0]!.partnerId)!,
    theirs,
    had: had.get(personId) ?? [],
    covered: theirs.every((one) => colleagueOf(voice(one), spoken) !== null),
  }));
}

const notYet = (one: Someone, { content }: LoadedConsultation): NotReminded | 'unreachable' | null =>
  whyNot(
    one.theirs,
    one.partner.person.stoppedAt !== null,
    one.had.filter(({ state }) => state !== 'dropped').length,
    content.rules.reminders,
  ) ?? (one.covered ? 'answered' : one.partner.person.addresses.length === 0 ? 'unreachable' : null);

/** Not while another one waits for its hour. */
const isDue = (one: Someone, consultation: LoadedConsultation): boolean =>
  notYet(one, consultation) === null && !one.had.some(({ state }) => state === 'waiting');

export interface ReminderPreview {
  readonly round: Round;
  readonly due: readonly Partner[];
  /** When each of those may leave, in the same order; null where working hours never meet. */
  readonly leaves: readonly (Instant | null)[];
  /** Silent, and reminded as often as may be. */
  readonly enough: number;
}

/** Whom a reminder would be sent to, and when; changes nothing. Without a key, of the newest open round. */
export async function previewReminder(
  scene: Scene<'rounds' | 'participations' | 'people' | 'reminders' | 'conversations' | 'outbox'>,
  key: string | null,
): Promise<ReminderPreview | Refusal> {
  const { tx, consultation, now } = scene;
  const round =
    key === null
      ? (await tx.rounds.of(consultation.id)).find(({ state }) => state === 'open')
      : await tx.rounds.byKey(consultation.id, key);
  if (!round) return key === null ? refuse('nothing-open') : neverOpened(consultation.content, key);
  return perform(scene, { verb: 'round.watch', subjectType: 'round', subjectId: round.id }, async () => {
    if (round.state !== 'open' || now >= round.closesAt)
      return refuse('round-not-open', { round: round.key });
    const people = await invitedPeople(tx, consultation, round);
    const due = people.filter((one) => isDue(one, consultation)).map(({ partner }) => partner);
    const enough = people.filter((one) => notYet(one, consultation) === 'enough').length;
    if (due.length === 0) return refuse('nobody-to-remind', { round: round.key, enough });
    const lanes = await lanesOf(tx, consultation, due, scene);
    return { round, due, leaves: due.map(({ person }) => lanes.leavesAt(person)), enough };
  });
}

/** Asks for a reminder to each person the preview named; it leaves when it may. */
export async function askReminders(
  scene: Scene<'rounds' | 'participations' | 'people' | 'reminders'>,
  key: string,
): Promise<{ readonly round: Round; readonly asked: number } | Refusal> {
  const { tx, consultation, now, ids, actor } = scene;
  const round = await tx.rounds.byKey(consultation.id, key);
  if (!round) return neverOpened(consultation.content, key);
  return perform(scene, { verb: 'round.remind', subjectType: 'round', subjectId: round.id }, async () => {
    if (round.state !== 'open' || now >= round.closesAt) return refuse('round-not-open', { round: key });
    const people = await invitedPeople(tx, consultation, round);
    const due = people.filter((one) => isDue(one, consultation));
    if (due.length === 0) return refuse('nobody-to-remind', { round: key, enough: 0 });
    await tx.reminders.add(due.map((one) => newRow(one, round, actor.person.id, { ids, now })));
    return { round, asked: due.length };
  });
}

/** Adds the reminders the calendar asks for, in working hours only; the same tick twice adds them once. */
export async function planReminders(
  tx: Reads & Pick<Transaction, 'rounds'>,
  consultation: LoadedConsultation,
  edge: { readonly ids: Ids; readonly now: Instant },
): Promise<number> {
  const { rules, zone } = consultation.content;
  if (!isWorking(edge.now, rules.workingHours, [zone])) return 0;
  let planned = 0;
  for (const round of await tx.rounds.of(consultation.id)) {
    // Nobody is reminded of an afternoon that is over: its minutes say until when to add.
    if (consultation.content.rounds.find(({ key }) => key === round.key)?.form === 'workshop') continue;
    const reminders = remindersIn(consultation.content, round.key);
    if (round.state !== 'open' || edge.now >= round.closesAt || reminders.afterDays.length === 0) continue;
    const due = (await invitedPeople(tx, consultation, round)).filter(
      (one) =>
        isDue(one, consultation) &&
        waveIsDue(
          Math.min(...one.theirs.map(({ invitedAt }) => invitedAt)),
          one.had.map(({ createdAt }) => createdAt),
          reminders,
          edge.now,
          zone,
        ),
    );
    await tx.reminders.add(due.map((one) => newRow(one, round, null, edge)));
    planned += due.length;
  }
  return planned;
}

const newRow = (
  { partner, had }: Someone,
  round: Round,
  askedBy: PersonId | null,
  { ids, now }: { readonly ids: Ids; readonly now: Instant },
): ReminderRow => ({
  id: ids.next(),
  consultationId: round.consultationId,
  roundId: round.id,
  personId: partner.person.id,
  n: had.length + 1,
  state: 'waiting',
  dueAt: now,
  askedBy,
  deliveryId: null,
  createdAt: now,
});

export interface Departing {
  readonly round: Round;
  readonly partner: Partner;
  readonly participation: Participation;
  readonly conversation: Conversation;
  readonly deliveryId: DeliveryId;
}

/**
 * Takes the reminders that may leave now, at most `limit`; those no longer due are dropped, those too early postponed.
 * `seen`: how many were looked at. Their conversations are locked, so nobody's answer is overlooked.
 */
export async function takeReminders(
  tx: Writes,
  consultation: LoadedConsultation,
  edge: { readonly ids: Ids; readonly now: Instant },
  limit: number,
): Promise<{ readonly departing: readonly Departing[]; readonly seen: number }> {
  const { ids, now } = edge;
  const rows = await tx.reminders.due(consultation.id, now, limit);
  if (rows.length === 0) return { departing: [], seen: 0 };
  const wanted = new Set(rows.map(({ personId }) => personId));
  const partners = (await tx.people.partners(consultation.id)).filter(
    ({ person }) => wanted.has(person.id) && person.addresses.length > 0,
  );
  const onePerPerson = [...new Map(partners.map((one) => [one.person.id, one])).values()];
  const lanes = await lanesOf(tx, consultation, onePerPerson, edge);
  const people = new Map<string, Someone>();
  const rounds = new Map<string, Round | null>();
  for (const roundId of new Set(rows.map((row) => row.roundId))) {
    const round = await tx.rounds.byId(roundId);
    rounds.set(roundId, round);
    if (round?.state !== 'open' || now >= round.closesAt) continue;
    for (const one of await invitedPeople(tx, consultation, round))
      people.set(`${roundId} ${one.partner.person.id}`, one);
  }
  const departing: Departing[] = [];
  for (const row of rows) {
    const one = people.get(`${row.roundId} ${row.personId}`);
    const others = one?.had.filter(({ id }) => id !== row.id) ?? [];
    const at =
      one && notYet({ ...one, had: others }, consultation) === null
        ? lanes.leavesAt(one.partner.person)
        : null;
    if (!one || at === null) {
      await tx.reminders.drop(row.id);
      continue;
    }
    if (at > now) {
      await tx.reminders.postpone(row.id, at);
      continue;
    }
    const deliveryId = ids.next<DeliveryId>();
    if (!(await tx.reminders.queue(row.id, deliveryId))) continue;
    const { partner, theirs } = one;
    departing.push({
      round: rounds.get(row.roundId)!,
      partner,
      participation: theirs[0]!,
      conversation: lanes.conversationOf(partner.person)!,
      deliveryId,
    });
    lanes.left(partner.person);
  }
  return { departing, seen: rows.length };
}

/** The conversations with these people, locked, and when each may be written to next. */
export async function lanesOf(
  tx: Pick<Transaction, 'conversations' | 'outbox'>,
  { id, content }: LoadedConsultation,
  partners: readonly Partner[],
  { ids, now }: { readonly ids: Ids; readonly now: Instant },
) {
  const conversations = await directsOf(
    { tx, ids, now },
    id,
    partners.map(({ person }) => person),
  );
  const byPerson = new Map(partners.map(({ person }, index) => [person.id, conversations[index]!]));
  const left = new Map(
    await tx.outbox.left(
      conversations.map((one) => one.id),
      UNSOLICITED,
      now - WEEK,
    ),
  );
  const found = new Map<string, Instant | null>();
  return {
    conversationOf: (person: Person): Conversation | null => byPerson.get(person.id) ?? null,
    left(person: Person): void {
      const conversation = byPerson.get(person.id);
      if (conversation) left.set(conversation.id, [...(left.get(conversation.id) ?? []), now]);
    },
    leavesAt(person: Person): Instant | null {
      const conversation = byPerson.get(person.id);
      if (!conversation) return null;
      const zones = [...new Set([content.zone, person.zone ?? content.zone])];
      const before = left.get(conversation.id) ?? [];
      const key = [...zones, ...before].join(' ');
      if (!found.has(key)) found.set(key, mayLeaveAt(now, before, content.rules, zones));
      return found.get(key)!;
    },
  };
}
