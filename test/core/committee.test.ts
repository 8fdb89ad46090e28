/** Who is counted for whom in a session of the committee, and what closing it would decide. */
import { describe, expect, test } from 'vitest';
import { mayGiveTo, maySpeakIn } from '../../src/core/committee/may.ts';
import type { Item, Position, Session, Stand } from '../../src/core/committee/model.ts';
import { membersToRemind } from '../../src/core/committee/remind.ts';
import { countOf, decide, objectionsTo, quorumOf, unspoken } from '../../src/core/committee/tally.ts';
import type { PersonId, ProposalId, WordsId } from '../../src/core/ids.ts';

const [ANA, BEN, CLO, DAN] = ['ana', 'ben', 'clo', 'dan'] as PersonId[];
const PROPOSAL = 'p1' as ProposalId;
const PLAN: Item = {
  id: 'plan',
  place: 1,
  about: { is: 'adjustment', adjustment: 'a1', version: 2, first: 1 },
  outcome: null,
};
const ANSWERS: Item = {
  id: 'answers',
  place: 2,
  about: { is: 'answers', proposals: [PROPOSAL] },
  outcome: null,
};
const DAY = 86_400_000;

let at = 0;
const said = (member: PersonId, stand: Stand, item = PLAN, more: Partial<Position> = {}): Position => ({
  id: `${++at}`,
  item: item.id,
  version: item === PLAN ? 2 : 0,
  proposal: null,
  member,
  stand,
  reason: stand === 'object' ? ('why' as WordsId) : null,
  at,
  ...more,
});

const session = (positions: readonly Position[], more: Partial<Session> = {}): Session => ({
  id: 's',
  number: 1,
  body: 'comite',
  state: 'convened',
  rules: { rule: 'consent', quorum: 0.5, proxies: 1 },
  closesAt: 10 * DAY,
  convenedBy: DAN!,
  convenedAt: 0,
  closedAt: null,
  members: [ANA!, BEN!, CLO!, DAN!].map((person) => ({ person, group: null, proxy: null, remindedAt: null })),
  items: [PLAN, ANSWERS],
  positions,
  overrides: [],
  ...more,
});

const withProxy = (one: Session, from: PersonId, to: PersonId): Session => ({
  ...one,
  members: one.members.map((member) => (member.person === from ? { ...member, proxy: to } : member)),
});

describe('the quorum', () => {
  test('counts those who spoke and those whose voice somebody who spoke carries', () => {
    const alone = session([said(ANA!, 'abstain')]);
    expect(quorumOf(alone)).toEqual({ members: 4, present: 1, needed: 2, met: false });
    expect(quorumOf(withProxy(alone, BEN!, ANA!))).toMatchObject({ present: 2, met: true });
    expect(quorumOf(withProxy(alone, BEN!, CLO!)).met).toBe(false);
  });

  test('nobody at all decides nothing, even with a quorum of none; without it everything is sent back', () => {
    expect(quorumOf(session([], { rules: { rule: 'consent', quorum: 0, proxies: 0 } })).met).toBe(false);
    expect(decide(session([said(ANA!, 'agree')]), PLAN).outcome).toBe('returned');
  });
});

describe('consent', () => {
  const two = [said(ANA!, 'agree'), said(BEN!, 'agree')];

  test('passes without an objection; the last thing somebody said counts', () => {
    expect(decide(session(two), PLAN).outcome).toBe('passed');
    expect(decide(session([...two, said(BEN!, 'object')]), PLAN).outcome).toBe('returned');
    expect(decide(session([...two, said(BEN!, 'object'), said(BEN!, 'abstain')]), PLAN).outcome).toBe(
      'passed',
    );
    expect(decide(session([said(ANA!, 'abstain'), said(BEN!, 'abstain')]), PLAN).outcome).toBe('returned');
  });

  test('an objection to a text that was reworded since stands no more, nor does agreement to it', () => {
    const before = { version: 1 };
    const one = session([
      said(ANA!, 'agree', PLAN, before),
      said(BEN!, 'object', PLAN, before),
      ...two.slice(0, 1),
    ]);
    expect(objectionsTo(one, PLAN)).toEqual([]);
    expect(countOf(one, PLAN)).toEqual({ agree: 1, object: 0, abstain: 0, silent: 3 });
    expect(unspoken(one, BEN!)).toContain(PLAN);
    expect(decide(one, PLAN).outcome).toBe('passed');
  });

  test('an override counts for what was said before it, not for what is said after', () => {
    const objection = said(CLO!, 'object');
    const over = {
      id: 'o',
      item: PLAN.id,
      version: 2,
      proposal: null,
      reason: 'because' as WordsId,
      by: DAN!,
      at: objection.at,
    };
    const one = session([...two, objection], { overrides: [over] });
    expect(decide(one, PLAN).outcome).toBe('passed');
    const again = { ...one, positions: [...one.positions, said(CLO!, 'object')] };
    expect(decide(again, PLAN).outcome).toBe('returned');
  });

  test('one answer that somebody objects to is sent back, the others are taken', () => {
    const agree = [said(ANA!, 'agree', ANSWERS), said(BEN!, 'agree', ANSWERS)];
    const against = said(BEN!, 'object', ANSWERS, { proposal: PROPOSAL });
    expect(decide(session([...agree, against]), ANSWERS)).toEqual({ outcome: 'passed', except: [PROPOSAL] });
    const back = said(BEN!, 'agree', ANSWERS, { proposal: PROPOSAL });
    expect(decide(session([...agree, against, back]), ANSWERS)).toEqual({ outcome: 'passed', except: [] });
  });
});

describe('a majority', () => {
  const rules = { rule: 'majority', quorum: 0.5, proxies: 1 } as const;

  test('more for than against; a tie is none, abstentions are not counted', () => {
    const of = (...stands: Stand[]) =>
      decide(
        session(
          stands.map((stand, n) => said([ANA!, BEN!, CLO!][n]!, stand)),
          { rules },
        ),
        PLAN,
      ).outcome;
    expect(of('agree', 'agree', 'object')).toBe('passed');
    expect(of('agree', 'object')).toBe('returned');
    expect(of('agree', 'abstain', 'abstain')).toBe('passed');
  });

  test('a voice that was given counts as its holder’s, until its owner speaks', () => {
    const given = withProxy(session([said(ANA!, 'agree'), said(CLO!, 'object')], { rules }), BEN!, ANA!);
    expect(countOf(given, PLAN)).toEqual({ agree: 2, object: 1, abstain: 0, silent: 1 });
    const own = { ...given, positions: [...given.positions, said(BEN!, 'object')] };
    expect(countOf(own, PLAN)).toEqual({ agree: 1, object: 2, abstain: 0, silent: 1 });
  });
});

test('a voice goes to a member who kept theirs, and to no more than the rules let them carry', () => {
  const one = session([]);
  expect(mayGiveTo(one, ANA!, ANA!)?.code).toBe('proxy-to-oneself');
  expect(mayGiveTo(one, ANA!, 'eva' as PersonId)?.code).toBe('proxy-not-a-member');
  expect(mayGiveTo(one, ANA!, BEN!)).toBeNull();
  const given = withProxy(one, ANA!, BEN!);
  expect(mayGiveTo(given, ANA!, BEN!)).toBeNull();
  expect(mayGiveTo(given, CLO!, BEN!)?.code).toBe('proxy-holds-enough');
  expect(mayGiveTo(given, CLO!, ANA!)?.code).toBe('proxy-gave-theirs');
  expect(mayGiveTo(given, BEN!, CLO!)?.code).toBe('proxy-holds-one');
  const none = { ...one, rules: { ...one.rules, proxies: 0 } };
  expect(mayGiveTo(none, ANA!, BEN!)?.code).toBe('no-proxies');
});

test('who speaks: members, until it closes', () => {
  expect(maySpeakIn(session([]), ANA!, 0)).toBeNull();
  expect(maySpeakIn(session([]), 'eva' as PersonId, 0)?.code).toBe('not-a-member');
  expect(maySpeakIn(session([]), ANA!, 10 * DAY + 1)?.code).toBe('session-closed');
});

test('reminded once, on the last day, those who have something left to say and gave their voice to nobody', () => {
  const hours = { days: [1, 2, 3, 4, 5, 6, 7] as const, from: 0, to: 24 * 60 };
  const all = [said(ANA!, 'agree'), said(ANA!, 'agree', ANSWERS), said(BEN!, 'agree')];
  const one = withProxy(session(all), CLO!, ANA!);
  const due = (now: number, of = one) => membersToRemind(of, now, { hours, zone: 'UTC' });
  expect(due(9.5 * DAY)).toEqual([BEN, DAN]);
  expect(due(8 * DAY)).toEqual([]);
  const told = one.members.map((member) => ({ ...member, remindedAt: member.person === DAN ? 1 : null }));
  expect(due(9.5 * DAY, { ...one, members: told })).toEqual([BEN]);
  expect(due(9.5 * DAY, { ...one, convenedAt: 9 * DAY })).toEqual([]);
});
