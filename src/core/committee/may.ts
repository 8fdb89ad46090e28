/** What may be said in a session, and by whom. */
import type { PersonId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../time.ts';
import type { Item, Session, Stand } from './model.ts';

/** Until it is closed, and by nobody but its members. */
export function maySpeakIn(session: Session, person: PersonId, now: Instant): Refusal | null {
  if (session.state !== 'convened' || now > session.closesAt)
    return refuse('session-closed', { session: session.number });
  return session.members.some((one) => one.person === person)
    ? null
    : refuse('not-a-member', { session: session.number });
}

/** Under consent, an objection is worth its reason. */
export const needsReason = ({ rules }: Pick<Session, 'rules'>, stand: Stand): boolean =>
  stand === 'object' && rules.rule === 'consent';

/** A voice is given to another member who keeps their own, and holds no more than the rules let them. */
export function mayGiveTo(session: Session, from: PersonId, to: PersonId): Refusal | null {
  if (from === to) return refuse('proxy-to-oneself');
  const member = session.members.find(({ person }) => person === to);
  if (!member) return refuse('proxy-not-a-member');
  if (session.rules.proxies === 0) return refuse('no-proxies');
  if (member.proxy !== null) return refuse('proxy-gave-theirs');
  if (session.members.some(({ proxy }) => proxy === from)) return refuse('proxy-holds-one');
  const held = session.members.filter(({ person, proxy }) => proxy === to && person !== from).length;
  return held < session.rules.proxies ? null : refuse('proxy-holds-enough', { most: session.rules.proxies });
}

export const itemOfAdjustment = ({ items }: Pick<Session, 'items'>, adjustment: string): Item | null =>
  items.find(({ about }) => about.is === 'adjustment' && about.adjustment === adjustment) ?? null;

export const itemOfAnswers = ({ items }: Pick<Session, 'items'>): Item | null =>
  items.find(({ about }) => about.is === 'answers') ?? null;
