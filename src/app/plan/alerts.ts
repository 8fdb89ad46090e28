/** Off-track indicators: listed when asked, and told once to the team and to whoever operates the action. */
import { localDay } from '../../core/consultation/local-day.ts';
import { isWorking } from '../../core/consultation/working-hours.ts';
import { type AlertChanges, type AlertOn, alertChanges, LEVELS, levelOf } from '../../core/plan/alert.ts';
import { operates } from '../../core/plan/operator.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Instant } from '../../core/time.ts';
import { directsOf } from '../directs.ts';
import { perform, type Scene } from '../perform.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Conversation } from '../ports/conversations.ts';
import type { Ids } from '../ports/edge.ts';
import type { Person } from '../ports/people.ts';
import type { Transaction } from '../ports/store.ts';
import { mayBeWrittenTo } from '../round/extend-round.ts';
import { type MeasuredAction, type MeasuredOne, measuredActions } from './measures.ts';
import type { As } from './show-plan.ts';

type Needs = 'measures' | 'plans' | 'words';
type Reading = Pick<Scene<Needs>, 'tx' | 'consultation' | 'now'>;

export type Alerted = MeasuredOne & Pick<AlertOn, 'level'>;

/** The worst first, then in the order of the plan. */
export async function listAlerts(scene: Scene<Needs>, as: As): Promise<readonly Alerted[] | Refusal> {
  const { consultation } = scene;
  const act = { verb: 'alert.list', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, () => alertsNow(scene, as));
}

/** The same, on no record; refuses while there is no plan. */
export async function alertsNow(scene: Reading, as: As): Promise<readonly Alerted[] | Refusal> {
  const actions = await measuredActions(scene, as);
  if (isRefusal(actions)) return actions;
  const today = localDay(scene.now, scene.consultation.content.zone);
  const found = actions.flatMap((action) => alertedIn(action, today));
  return found.toSorted((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level));
}

const alertedIn = ({ action, course, indicators }: MeasuredAction, today: string): Alerted[] =>
  indicators.flatMap((one) => {
    const level = levelOf(one.indicator, action.state, one.last, course, today);
    return level === null ? [] : [{ action, ...one, level }];
  });

export interface AlertsTold {
  readonly person: Person;
  readonly conversation: Conversation;
  /** The organisation of theirs that operates the actions; null for the team, who hear of all. */
  readonly organisation: string | null;
  readonly alerts: readonly AlertOn[];
}

interface Edge {
  readonly ids: Ids;
  readonly now: Instant;
}

/** In working hours; what is told stands, until it is over or worse. The caller queues what these people are told. */
export async function takeAlerts(
  tx: Pick<Transaction, Needs | 'alerts' | 'people' | 'conversations' | 'consultations' | 'acts'>,
  consultation: LoadedConsultation,
  edge: Edge,
): Promise<readonly AlertsTold[]> {
  const { rules, zone, languages } = consultation.content;
  if (!isWorking(edge.now, rules.workingHours, [zone])) return [];
  const read = async (): Promise<readonly Alerted[]> => {
    const found = await alertsNow({ tx, consultation, now: edge.now }, { lang: languages[0] });
    return isRefusal(found) ? [] : found;
  };
  const changes = async (found: readonly Alerted[]): Promise<AlertChanges> =>
    alertChanges(await tx.alerts.standing(consultation.id), found.map(onOf));
  const before = await read();
  const seen = await changes(before);
  if (seen.raise.length + seen.clear.length === 0) return [];
  const hearing = await hearingOf(tx, consultation, before, seen.tell);
  const conversations = await directsOf(
    { tx, ...edge },
    consultation.id,
    hearing.map(({ person }) => person),
  );
  await tx.consultations.lock(consultation.id);
  const now = await changes(await read());
  // Somebody measured meanwhile: the next tick sees it as it is then.
  if (JSON.stringify(now) !== JSON.stringify(seen)) return [];
  const scene = { tx, consultation, ...edge, actor: 'system' } as const;
  const act = { verb: 'alert.raise', subjectType: 'consultation', subjectId: consultation.id } as const;
  const done = await perform(scene, act, async () => {
    await tx.alerts.clear(
      now.clear.map(({ id }) => id),
      edge.now,
    );
    await tx.alerts.add(
      now.raise.map((one) => ({ ...one, id: edge.ids.next(), raisedAt: edge.now, clearedAt: null })),
      consultation.id,
    );
    return true;
  });
  if (isRefusal(done)) throw new Error(`the calendar may not raise alerts: ${done.code}`);
  return hearing.map((one, at) => ({ ...one, conversation: conversations[at]! }));
}

const onOf = ({ action, indicator, level }: Alerted): AlertOn => ({
  action: action.key,
  indicator: indicator.key,
  level,
});

/** Each person once: the team before those who operate. */
async function hearingOf(
  tx: Pick<Transaction, 'people'>,
  { id }: LoadedConsultation,
  alerted: readonly Alerted[],
  tell: readonly AlertOn[],
): Promise<Omit<AlertsTold, 'conversation'>[]> {
  if (tell.length === 0) return [];
  const team = [...(await tx.people.withRole(id, 'facilitator')), ...(await tx.people.withRole(id, 'staff'))];
  const operatorOf = (key: string) => alerted.find(({ action }) => action.key === key)!.action.operator;
  const operating = (await tx.people.partners(id)).filter(mayBeWrittenTo).flatMap((partner) => {
    const alerts = tell.filter(({ action }) => operates(operatorOf(action), partner.organisation));
    return alerts.length > 0 ? [{ person: partner.person, organisation: partner.organisation, alerts }] : [];
  });
  const hearing = [
    ...team
      .filter(({ addresses, stoppedAt }) => addresses.length > 0 && stoppedAt === null)
      .map((person) => ({ person, organisation: null, alerts: tell })),
    ...operating,
  ];
  return [...Map.groupBy(hearing, ({ person }) => person.id).values()].map(([first]) => first!);
}
