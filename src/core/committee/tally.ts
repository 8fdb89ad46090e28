/** Who said what on an item, whether the quorum is there, and what closing it now would decide. */
import type { SessionRules } from '../consultation/model.ts';
import type { PersonId, ProposalId } from '../ids.ts';
import { type Item, type Outcome, type Position, type Session, type Stand, versionOf } from './model.ts';

type Sat = Pick<Session, 'members' | 'items' | 'positions' | 'overrides' | 'rules'>;

export interface Quorum {
  readonly members: number;
  /** Spoke, or are represented by somebody who did. */
  readonly present: number;
  readonly needed: number;
  readonly met: boolean;
}

/** How many of so many members must take part; nothing is ever decided by nobody. */
export const neededOf = ({ quorum }: SessionRules, members: number): number =>
  Math.max(1, Math.ceil(quorum * members));

export function quorumOf(session: Sat): Quorum {
  const spoke = new Set(session.positions.map(({ member }) => member));
  const members = session.members.length;
  const present = session.members.filter(
    ({ person, proxy }) => spoke.has(person) || (proxy !== null && spoke.has(proxy)),
  ).length;
  const needed = neededOf(session.rules, members);
  return { members, present, needed, met: present >= needed };
}

/** The last each said of an item's text as it stands, or of one answer in it. */
const latestOf = (session: Sat, item: Item, proposal: ProposalId | null): Map<PersonId, Position> =>
  new Map(
    session.positions
      .filter((one) => one.item === item.id && one.version === versionOf(item) && one.proposal === proposal)
      .map((one) => [one.member, one]),
  );

/** What a member's voice says: their own position, else that of whoever they gave it to; null while silent. */
export function standOf(
  session: Sat,
  item: Item,
  member: PersonId,
  proposal: ProposalId | null = null,
): Stand | null {
  const whole = latestOf(session, item, null);
  const one = proposal === null ? whole : latestOf(session, item, proposal);
  const own = (person: PersonId) => (one.get(person) ?? whole.get(person))?.stand ?? null;
  const proxy = session.members.find(({ person }) => person === member)?.proxy ?? null;
  return own(member) ?? (proxy === null ? null : own(proxy));
}

export type Count = Readonly<Record<Stand | 'silent', number>>;

export function countOf(session: Sat, item: Item, proposal: ProposalId | null = null): Count {
  const stands = session.members.map(({ person }) => standOf(session, item, person, proposal));
  const of = (stand: Stand | null) => stands.filter((one) => one === stand).length;
  return { agree: of('agree'), object: of('object'), abstain: of('abstain'), silent: of(null) };
}

export interface Objection {
  readonly position: Position;
  /** On record as heard and not followed. */
  readonly overridden: boolean;
}

/** Those that stand on the text as it is: a text reworded since was asked about anew. */
export function objectionsTo(session: Sat, item: Item): Objection[] {
  const about = [null, ...(item.about.is === 'answers' ? item.about.proposals : [])];
  return about.flatMap((proposal) =>
    [...latestOf(session, item, proposal).values()]
      .filter(({ stand }) => stand === 'object')
      .map((position) => ({
        position,
        overridden: session.overrides.some(
          (one) =>
            one.item === item.id &&
            one.version === position.version &&
            (one.proposal === null || one.proposal === position.proposal) &&
            one.at >= position.at,
        ),
      })),
  );
}

export interface Decided {
  readonly outcome: Exclude<Outcome, 'moot'>;
  /** Of answers: those sent back, where the others are taken. */
  readonly except: readonly ProposalId[];
}

/** What closing the session now would say of an item, by the session's rule. */
export function decide(session: Sat, item: Item): Decided {
  const returned: Decided = { outcome: 'returned', except: [] };
  if (!quorumOf(session).met) return returned;
  const objections = objectionsTo(session, item);
  const taken = (proposal: ProposalId | null): boolean => {
    const { agree, object } = countOf(session, item, proposal);
    if (session.rules.rule === 'majority') return agree > object;
    const standing = objections.some(
      ({ position, overridden }) => !overridden && position.proposal === proposal,
    );
    return agree > 0 && !standing;
  };
  if (!taken(null)) return returned;
  const disputed = new Set(objections.flatMap(({ position }) => position.proposal ?? []));
  return { outcome: 'passed', except: [...disputed].filter((proposal) => !taken(proposal)) };
}

/** Items a member has not spoken on, as they stand, in order; a proxy of theirs counts as nothing here. */
export const unspoken = (session: Sat, member: PersonId): Item[] =>
  session.items.filter((item) => !latestOf(session, item, null).has(member));
