/** A body's members are called to a session, with the papers: what awaits the body when it is convened. */
import type { Item, Member, Session } from '../../core/committee/model.ts';
import type { DecidingBody, SessionRules } from '../../core/consultation/model.ts';
import type { ConsultationId } from '../../core/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { Instant } from '../../core/time.ts';
import { adjustmentsAwaiting } from '../adjustment/decide-adjustments.ts';
import { answersAwaiting } from '../decision/record-decisions.ts';
import { directsOf } from '../directs.ts';
import { perform, type Scene } from '../perform.ts';
import type { Conversation } from '../ports/conversations.ts';
import type { DirectoryEntry } from '../ports/people.ts';
import type { Transaction } from '../ports/store.ts';

type Needs =
  | 'committee'
  | 'adjustments'
  | 'plans'
  | 'decisions'
  | 'proposals'
  | 'people'
  | 'consultations'
  | 'words';

export interface Called {
  readonly body: DecidingBody;
  readonly rules: SessionRules;
  readonly members: readonly Pick<Member, 'person' | 'group'>[];
  readonly items: readonly Omit<Item, 'outcome'>[];
}

/** Whom it would call, and to decide what; nothing is stored. */
export async function previewSession(
  scene: Scene<Needs>,
  asked: { readonly body: string; readonly closesAt: Instant },
): Promise<Called | Refusal> {
  const act = {
    verb: 'session.preview',
    subjectType: 'consultation',
    subjectId: scene.consultation.id,
  } as const;
  return perform(scene, act, () => calling(scene, asked));
}

export async function conveneSession(
  scene: Scene<Needs>,
  asked: { readonly body: string; readonly closesAt: Instant },
): Promise<Session | Refusal> {
  const { tx, consultation, ids, actor, now } = scene;
  const id = ids.next();
  const act = {
    verb: 'session.convene',
    subjectType: 'session',
    subjectId: id,
    refs: { body: asked.body },
  } as const;
  return perform(scene, act, async () => {
    await tx.consultations.lock(consultation.id);
    const called = await calling(scene, asked);
    if (isRefusal(called)) return called;
    const { rules, members, items } = called;
    const row = { id, body: asked.body, rules, closesAt: asked.closesAt, members, items };
    return tx.committee.convene({ ...row, convenedBy: actor.person.id, convenedAt: now }, consultation.id);
  });
}

async function calling(
  scene: Scene<Needs>,
  { body: key, closesAt }: { readonly body: string; readonly closesAt: Instant },
): Promise<Called | Refusal> {
  const { tx, consultation, ids, now } = scene;
  const { rules, committee } = consultation.content;
  const body = rules.decisions.bodies.find((one) => one.key === key);
  if (!body?.session) return refuse('body-without-session', { body: key });
  if (closesAt <= now) return refuse('session-in-the-past');
  const current = await tx.committee.current(consultation.id);
  if (current) return refuse('session-running', { session: current.number });
  const place = (group: string | null) => {
    const at = committee.groups.findIndex((one) => one.key === group);
    return at < 0 ? committee.groups.length : at;
  };
  const members = (await membersIn(tx, consultation.id)).sort((a, b) => place(a.group) - place(b.group));
  if (members.length === 0) return refuse('no-members');
  const adjustments = await adjustmentsAwaiting(scene, key);
  const answers = (await answersAwaiting(scene, key)).map(({ row }) => row.id);
  const about: Item['about'][] = [
    ...adjustments.map(({ id, versions }): Item['about'] => {
      const { n } = versions.at(-1)!;
      return { is: 'adjustment', adjustment: id, version: n, first: n };
    }),
    ...(answers.length > 0 ? [{ is: 'answers' as const, proposals: answers }] : []),
  ];
  if (about.length === 0) return refuse('nothing-awaits', { body: key });
  const items = about.map((one, at) => ({ id: ids.next<string>(), place: at + 1, about: one }));
  return { body, rules: body.session, members, items };
}

async function membersIn(
  tx: Pick<Transaction, 'people'>,
  id: ConsultationId,
): Promise<Pick<Member, 'person' | 'group'>[]> {
  return (await tx.people.directory(id)).flatMap((entry) => {
    const role = entry.roles.find((one) => one.role === 'committee');
    return role ? [{ person: entry.id, group: role.group }] : [];
  });
}

export interface Reached {
  readonly member: DirectoryEntry;
  readonly conversation: Conversation;
}

/**
 * Members who can be written to, with their conversations: held from here on, so before the consultation is. All who
 * have the role when no session is given.
 */
export async function membersReached(
  {
    tx,
    consultation,
    ids,
    now,
  }: Pick<Scene<'people' | 'conversations'>, 'tx' | 'consultation' | 'ids' | 'now'>,
  session: Pick<Session, 'members'> | null,
): Promise<readonly Reached[]> {
  const of = new Set(
    (session?.members ?? (await membersIn(tx, consultation.id))).map(({ person }) => person),
  );
  const members = (await tx.people.directory(consultation.id)).filter(
    ({ id, addresses, stoppedAt }) => of.has(id) && addresses.length > 0 && stoppedAt === null,
  );
  const conversations = await directsOf({ tx, ids, now }, consultation.id, members);
  return members.map((member, at) => ({ member, conversation: conversations[at]! }));
}
