/**
 * Two people at once, each on a connection of their own: one reads, the other does it all and commits, the first goes
 * on. What follows is as if one had come after the other. On PostgreSQL: the embedded database takes one at a time.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  attachmentToExtract,
  fileAttachment,
  markExtracted,
} from '../../src/app/attachment/settle-attachment.ts';
import { correctDecision } from '../../src/app/decision/correct-decision.ts';
import { answerDispute } from '../../src/app/decision/disputes.ts';
import { ratify, recordDecision } from '../../src/app/decision/record-decisions.ts';
import type { Scene } from '../../src/app/perform.ts';
import { replacePerson } from '../../src/app/person/replace-person.ts';
import type { Partner, Person } from '../../src/app/ports/people.ts';
import type { ProposalRow } from '../../src/app/ports/proposals.ts';
import type { Store, Transaction } from '../../src/app/ports/store.ts';
import {
  ownProposal,
  restoreProposal,
  reviseProposal,
  withdrawProposal,
} from '../../src/app/proposal/change-own.ts';
import { agreeToMerge } from '../../src/app/proposal/merge-proposals.ts';
import { moderate } from '../../src/app/proposal/moderate.ts';
import { separate } from '../../src/app/proposal/relate.ts';
import { rejoinProposal, splitProposal } from '../../src/app/proposal/split-proposal.ts';
import { supportProposal } from '../../src/app/proposal/support.ts';
import { cancelRound, closeDueRounds, closeRound } from '../../src/app/round/close-round.ts';
import type { PartnerId, RoundId, WordsId } from '../../src/core/ids.ts';
import { heard, take } from '../../src/core/participation/progress.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import type { Database } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { createStore } from '../../src/store/store.ts';
import { databases } from '../databases.ts';
import { LILLE_SHOWN, openStage, type Stage } from './stage.ts';

type Whole = Scene<keyof Transaction> & { readonly tx: Transaction };
type Does = (scene: Whole) => Promise<unknown>;

describe.each(databases().filter(({ name }) => name === 'PostgreSQL'))('at once, on $name', ({ open }) => {
  let stage: Stage;
  let second: Store;
  /** Of the second connections. */
  let aside: Database;
  let claire: Partner;
  let omar: Partner;
  let rachida: Person;
  let solene: Person;
  beforeAll(async () => {
    const database = await open();
    if (database.kind !== 'postgres') throw new Error('a server was asked for');
    stage = await openStage(database, { world: LILLE_SHOWN, stories: 2 });
    const other = await openPostgres(database.url, { max: 3 });
    second = createStore(other, () => ({ send: async () => {} }));
    aside = other;
    await stage.read(async (tx) => {
      const { id } = stage.consultation;
      const partners = await tx.people.partners(id);
      const [one, other] = ['Claire 1', 'Omar 1'].map(
        (name) => partners.find(({ person }) => person.name === name)!,
      );
      claire = one!;
      omar = other!;
      [rachida, solene] = [(await tx.people.find(id, 'Rachida'))!, (await tx.people.find(id, 'Solène'))!];
      await tx.people.setSharing(claire.id, 'shown');
      await tx.people.setSharing(omar.id, 'shown');
    });
  });
  afterAll(async () => {
    await aside?.close();
    await stage?.close();
  });

  const scene = (tx: Transaction, by: Partner | Person): Whole => ({
    tx,
    consultation: stage.consultation,
    actor: 'organisation' in by ? { person: by.person, partners: [by] } : { person: by, partners: [] },
    now: stage.clock.now(),
    ids: stage.bot.ids,
  });
  const done = (result: unknown) => (isRefusal(result) ? result.code : 'done');

  /** `first` reads; before it takes a lock or writes, `then` happens from beginning to end. What each was told. */
  async function overtaken(
    [one, first]: readonly [Partner | Person, Does],
    [other, then]: readonly [Partner | Person, Does],
  ): Promise<[string, string]> {
    let between: string | null = null;
    const result = await stage.bot.store.transaction((tx) => {
      const pausing = interposed(tx, async () => {
        if (between !== null) return;
        between = '';
        between = done(await second.transaction((inner) => then(scene(inner, other))));
      });
      return first(scene(pausing, one));
    });
    return [done(result), between!];
  }

  const propose = (by: Partner, over: Partial<ProposalRow> = {}): Promise<number> =>
    stage.read(async (tx) => {
      const { id: consultationId, contentId } = stage.consultation;
      const { firstNumber, revision } = await tx.consultations.advance(consultationId, 1);
      const words = stage.bot.ids.next<WordsId>();
      const { now } = scene(tx, by);
      const text = 'un local, et une avance';
      await tx.words.add([
        { id: words, consultationId, personId: by.person.id, text, lang: 'fr', writtenAt: now },
      ]);
      const row = {
        id: stage.bot.ids.next<ProposalRow['id']>(),
        consultationId,
        number: firstNumber,
        partnerId: by.id,
        roundId: null,
        promptKey: null,
        answerId: null,
        state: 'submitted' as const,
        lateness: 'in-time' as const,
        mergedInto: null,
        versions: [{ n: 1, words, start: 0, end: text.length, at: now }],
        tags: [],
        submittedAt: now,
        externalId: null,
        attribution: null,
        ...over,
      };
      await tx.proposals.add([row], { contentId, revision });
      return firstNumber;
    });
  const of = (number: number) =>
    stage.read(async (tx) => (await tx.proposals.byNumber(stage.consultation.id, number))!);
  const actsOn = async (subject: string) =>
    (await stage.read((tx) => tx.acts.of(stage.consultation.id, subject))).map(({ verb }) => verb);
  const partsOf = async (number: number) => {
    const row = await of(number);
    const all = await stage.read((tx) => tx.proposals.of(stage.consultation.id));
    return all.filter(({ splitFrom }) => splitFrom === row.id);
  };

  const split =
    (number: number): Does =>
    async (at) => {
      const row = (await at.tx.proposals.byNumber(at.consultation.id, number))!;
      const { words } = row.versions[0]!;
      const idea = { start: 0, end: 1, tags: [], axisDoubt: null, near: [] } as never;
      const parts = [0, 10].map((start) => ({ extract: { words, start, end: start + 8 }, idea }));
      return splitProposal(at, row, parts, 'split.agree');
    };
  const withdraw =
    (number: number): Does =>
    async (at) => {
      const row = await ownProposal(at, number, 'withdraw');
      return isRefusal(row) ? row : withdrawProposal(at, row);
    };
  const merge =
    (from: number, into: number): Does =>
    async (at) => {
      const row = async (number: number) => (await at.tx.proposals.byNumber(at.consultation.id, number))!;
      return agreeToMerge(at, { from: await row(from), into: await row(into) }, claire);
    };
  const decide =
    (number: number, body = 'equipe'): Does =>
    (at) =>
      recordDecision(at, [number], {
        body,
        decidedOn: '2015-03-02',
        status: 'adopted',
        reason: at.ids.next(),
      });

  test('split twice: two parts, and the second one is told', async () => {
    const number = await propose(claire);
    expect(await overtaken([claire, split(number)], [claire, split(number)])).toEqual([
      'already-split',
      'done',
    ]);
    expect(await partsOf(number)).toHaveLength(2);
    expect(await actsOn((await of(number)).id)).toEqual(['split.agree']);
  });

  test('withdrawn while it is split: withdrawn, without parts', async () => {
    const number = await propose(claire);
    expect(await overtaken([claire, split(number)], [claire, withdraw(number)])).toEqual([
      'not-in-force',
      'done',
    ]);
    expect(await partsOf(number)).toEqual([]);
  });

  test('rejoined twice; and not, once a body has spoken of a part', async () => {
    const number = await propose(claire);
    await stage.read((tx) => split(number)(scene(tx, claire)));
    const rejoin: Does = (at) => rejoinProposal(at, number);
    const [, part] = await partsOf(number);
    expect(await overtaken([claire, rejoin], [solene, decide(part!.number)])).toEqual([
      'split-decided',
      'done',
    ]);
    const other = await propose(claire);
    await stage.read((tx) => split(other)(scene(tx, claire)));
    const again: Does = (at) => rejoinProposal(at, other);
    expect(await overtaken([claire, again], [rachida, again])).toEqual(['not-split', 'done']);
  });

  test('merged twice, separated twice: once each', async () => {
    const [mine, one, two] = [await propose(claire), await propose(omar), await propose(omar)];
    expect(await overtaken([claire, merge(mine, one)], [claire, merge(mine, two)])).toEqual([
      'not-in-force',
      'done',
    ]);
    expect((await of(mine)).mergedInto).toBe((await of(two)).id);
    const apart: Does = (at) => separate(at, mine);
    expect(await overtaken([claire, apart], [claire, apart])).toEqual(['not-merged', 'done']);
    expect(await actsOn((await of(mine)).id)).toEqual(['merge.agree', 'proposal.separate']);
  });

  test('merged into what is withdrawn meanwhile: it stays as it was', async () => {
    const [mine, theirs] = [await propose(claire), await propose(omar)];
    expect(await overtaken([claire, merge(mine, theirs)], [omar, withdraw(theirs)])).toEqual([
      'not-in-force',
      'done',
    ]);
    expect((await of(mine)).state).toBe('submitted');
  });

  test('withdrawn, restored, revised: each sees what the other did', async () => {
    const number = await propose(claire);
    expect(await overtaken([claire, withdraw(number)], [claire, withdraw(number)])).toEqual([
      'already-withdrawn',
      'done',
    ]);
    const restore: Does = async (at) => {
      const row = await ownProposal(at, number, 'restore');
      return isRefusal(row) ? row : restoreProposal(at, row);
    };
    expect(await overtaken([claire, restore], [claire, restore])).toEqual(['not-withdrawn', 'done']);
    const revise: Does = async (at) => {
      const row = await ownProposal(at, number, 'revise');
      if (isRefusal(row)) return row;
      const { words } = row.versions[0]!;
      return reviseProposal(at, row, { extract: { words, start: 0, end: 8 }, idea: null });
    };
    expect(await overtaken([claire, revise], [claire, revise])).toEqual(['done', 'done']);
    expect((await of(number)).versions.map(({ n }) => n)).toEqual([1, 2, 3]);
    const hide: Does = (at) => moderate(at, number, at.ids.next());
    expect(await overtaken([claire, revise], [rachida, hide])).toEqual(['moderated', 'done']);
  });

  test('nobody comes to stand behind what is withdrawn at that moment; who did is behind each part', async () => {
    const number = await propose(claire);
    const support: Does = (at) => supportProposal(at, number, omar.id);
    expect(await overtaken([omar, support], [claire, withdraw(number)])).toEqual([
      'not-shown-to-you',
      'done',
    ]);
    expect((await of(number)).endorsers).toEqual([]);
    const other = await propose(claire);
    const behind: Does = (at) => supportProposal(at, other, omar.id);
    expect(await overtaken([claire, split(other)], [omar, behind])).toEqual(['done', 'done']);
    expect((await partsOf(other)).map(({ endorsers }) => endorsers)).toEqual([[omar.id], [omar.id]]);
  });

  test('decided twice by one body, ratified twice: each step knows of the one before', async () => {
    const number = await propose(claire);
    const council: Does = (at) => correctOr(at, number);
    await stage.read((tx) => decide(number)(scene(tx, solene)));
    const ratified: Does = async (at) => {
      const said = { body: 'comite', decidedOn: '2015-03-03' };
      return ratify(at, said, []);
    };
    expect(await overtaken([solene, ratified], [solene, ratified])).toEqual(['nothing-to-ratify', 'done']);
    // The committee has spoken: the team's word comes too late, however early it was read.
    const late = await propose(claire);
    await stage.read((tx) => decide(late)(scene(tx, solene)));
    expect(await overtaken([solene, decide(late)], [solene, decide(late, 'comite')])).toEqual([
      'already-decided-by',
      'done',
    ]);
    expect(await overtaken([solene, council], [solene, decide(number, 'conseil')])).toEqual([
      'already-decided-by',
      'done',
    ]);
  });
  const correctOr = (at: Whole, number: number) =>
    correctDecision(at, number, {
      status: 'adopted-in-part',
      reason: at.ids.next(),
      body: 'comite',
      decidedOn: null,
    });

  test('heard by phone while they answer on their own: both are kept', async () => {
    const round = await opened('premieres-idees');
    const place = async ({ tx }: Whole) => (await tx.participations.find(round, claire.id))!;
    const prompts = stage.content.rounds[0]!.prompts;
    const phoned: Does = async (at) => at.tx.participations.save(heard(await place(at), at.now));
    const answers: Does = async (at) =>
      at.tx.participations.save(take(await place(at), prompts, prompts[0]!.key, 'answered', at.now));
    await overtaken([rachida, phoned], [claire, answers]);
    const kept = await stage.read((tx) => tx.participations.find(round, claire.id));
    expect(kept!.answered).toEqual([prompts[0]!.key, '*']);
  });

  test('closed and cancelled, closed by two clocks: the first stands, and is recorded once', async () => {
    const round = await opened('plan-actions');
    const cancel: Does = (at) => cancelRound(at, 'plan-actions');
    const close: Does = (at) => closeRound(at, 'plan-actions', at.ids.next());
    expect(await overtaken([rachida, cancel], [solene, close])).toEqual(['round-not-open', 'done']);
    expect(await actsOn(round)).toEqual(['round.close']);
    const due = await opened('plan-actions', 'again');
    const later = stage.clock.now() + 400 * 86_400_000;
    const tick: Does = async ({ tx, ids }) => closeDueRounds(tx, { ids, now: later });
    await overtaken([rachida, tick], [rachida, tick]);
    expect(await actsOn(due)).toEqual(['round.close']);
  });

  test('replaced by two people at once: the second one is told that the place is another’s', async () => {
    const { workspace, platform } = claire.person.addresses[0]!;
    const by =
      (name: string): Does =>
      (at) =>
        replacePerson(
          at,
          ({ person }) => person.name === 'Lucie 1',
          { name, at: { platform, userId: `${workspace}-${name}` }, lang: null },
          null,
        );
    expect(await overtaken([rachida, by('Paul')], [solene, by('Jeanne')])).toEqual([
      'no-such-partner',
      'done',
    ]);
  });

  test('a dispute answered by two readers: the second one is told, and the answer changes once', async () => {
    const { id: consultationId } = stage.consultation;
    const number = await propose(claire);
    await stage.read((tx) => decide(number)(scene(tx, solene)));
    const [étienne, jeanne] = [await joins('Étienne Roy', 'staff'), await joins('Jeanne Roy', 'staff')];
    const { id: proposalId } = await of(number);
    const steps = () =>
      stage.read(async (tx) =>
        (await tx.decisions.of(consultationId)).filter((one) => one.proposalId === proposalId),
      );
    const [{ id: stepId } = { id: '' }] = await steps();
    const now = stage.clock.now();
    const { number: dispute } = await stage.read((tx) =>
      tx.disputes.add(
        {
          id: stage.bot.ids.next(),
          proposalId,
          partnerId: claire.id,
          stepId: stepId as never,
          said: [{ words: stage.bot.ids.next<WordsId>(), start: 0 }],
          readerId: étienne.id,
          raisedAt: now,
          dueAt: now + 86_400_000,
          remindedAt: null,
          outcome: null,
          reason: null,
          answeredBy: null,
          answeredAt: null,
        },
        consultationId,
      ),
    );
    const changes: Does = (at) =>
      answerDispute(at, dispute, { status: 'adopted-in-part', reason: at.ids.next() });
    const upholds: Does = (at) => answerDispute(at, dispute, { status: null, reason: at.ids.next() });
    expect(await overtaken([étienne, changes], [jeanne, upholds])).toEqual(['dispute-answered', 'done']);
    const kept = await stage.read((tx) => tx.disputes.byNumber(consultationId, dispute));
    expect(kept).toMatchObject({ outcome: 'upheld', answeredBy: jeanne.id });
    expect(await steps()).toHaveLength(1);
    expect(await actsOn(kept!.id)).toEqual(['dispute.answer']);
  });

  test('a place given back while its holder writes: nothing of the place is held before their conversation', async () => {
    const { platform } = stage;
    const says = async (text: string, answer: string) => {
      const before = platform.texts('rachida').length;
      platform.say('rachida', text);
      const there = () => platform.texts('rachida').slice(before).join('\n').replaceAll('’', "'");
      await expect.poll(there, { timeout: 40_000 }).toContain(answer);
    };
    const round = await opened('premieres-idees', 'again');
    await says('remplacer Omar 1 par Nour Haddad, memory:nour', 'Nour Haddad parle désormais');
    await platform.settled();
    await aside.session(async ({ query, exec }) => {
      // Nour writes: their conversation is held, and next comes where they stand in the round.
      await exec('BEGIN');
      await query(`SELECT 1 FROM "Conversation" WHERE "userId" = 'nour' FOR UPDATE`);
      const undone = says('annuler le remplacement de Omar 1', 'Omar 1 parle de nouveau');
      const waits = () =>
        query(
          `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
      await expect.poll(waits, { timeout: 40_000 }).not.toEqual([]);
      const place = await query(
        `SELECT 1 FROM "Participation" WHERE "roundId" = $1::uuid AND "partnerId" = $2::uuid FOR UPDATE NOWAIT`,
        [round, omar.id],
      );
      expect(place).toHaveLength(1);
      await exec('COMMIT');
      await undone;
    });
  });

  test('two take proposals from one file, or one takes what the other files: the second one is told', async () => {
    const jeanne = await joins('Jeanne', 'facilitator');
    const extract =
      (number: number): Does =>
      async (at) => {
        const row = await attachmentToExtract(at, number);
        return isRefusal(row) ? row : markExtracted(at, row);
      };
    const file: (number: number) => Does = (number) => (at) => fileAttachment(at, number, at.ids.next());
    const first = await sent('plan.pdf');
    expect(await overtaken([rachida, extract(first)], [jeanne, extract(first)])).toEqual([
      'attachment-extracted',
      'done',
    ]);
    // Whoever read it takes as much from it as they like.
    expect(await stage.read(async (tx) => done(await extract(first)(scene(tx, jeanne))))).toBe('done');
    const second = await sent('budget.pdf');
    expect(await overtaken([rachida, extract(second)], [jeanne, file(second)])).toEqual([
      'attachment-filed',
      'done',
    ]);
  });

  /** Somebody of the team, as of now. */
  const joins = async (name: string, role: 'facilitator' | 'staff'): Promise<Person> => {
    const userId = `${role}-${name}`;
    const newcomer = {
      name,
      lang: 'fr',
      addresses: [{ platform: stage.platform.name, workspace: 'main', userId }],
      roles: [role],
      partner: null,
    };
    await stage.enrol([newcomer]);
    return (await stage.read((tx) => tx.people.find(stage.consultation.id, userId)))!;
  };

  /** A file of Claire's, that waits; its number. */
  const sent = async (name: string): Promise<number> => {
    stage.platform.send(claire.person.addresses[0]!.userId, '', [{ name, content: '%PDF-1.7' }]);
    const waiting = () => stage.read((tx) => tx.attachments.of(stage.consultation.id, ['waiting']));
    await expect.poll(waiting, { timeout: 40_000 }).not.toEqual([]);
    return (await waiting()).at(-1)!.number;
  };

  /** An open round, with Claire and Omar in it. */
  const opened = async (key: string, again = ''): Promise<RoundId> =>
    stage.read(async (tx) => {
      const { id: consultationId, contentId } = stage.consultation;
      const id = stage.bot.ids.next<RoundId>();
      const { now } = scene(tx, rachida);
      const round = {
        id,
        consultationId,
        key,
        attempt: again ? 2 : 1,
        contentId,
        state: 'open' as const,
        openedAt: now,
        openedBy: rachida.id,
        closesAt: now + 86_400_000,
        closedAt: null,
      };
      await tx.rounds.add(round);
      await tx.participations.add(
        [claire, omar].map(({ id: partnerId }: { id: PartnerId }) => ({
          id: stage.bot.ids.next(),
          consultationId,
          roundId: id,
          partnerId,
          state: 'started' as const,
          answered: [],
          passed: [],
          invitedAt: now,
          reachedAt: now,
          consentedAt: now,
          endedAt: null,
        })),
      );
      return id;
    });
});

/** What takes a lock or writes: before the first of these, `pause`. */
const WRITES = new Set([
  'consultations.advance',
  'consultations.lock',
  'proposals.endorse',
  'participations.save',
  'rounds.close',
  'people.enrol',
  'attachments.settle',
  'disputes.answer',
]);

function interposed(tx: Transaction, pause: () => Promise<void>): Transaction {
  const room = (name: string, repository: object) =>
    new Proxy(repository, {
      get(target, key) {
        const method = Reflect.get(target, key) as (...given: unknown[]) => unknown;
        if (!WRITES.has(`${name}.${String(key)}`)) return method;
        return async (...given: unknown[]) => {
          await pause();
          return method.apply(target, given);
        };
      },
    });
  return Object.fromEntries(
    Object.entries(tx).map(([name, repository]) => [name, room(name, repository as object)]),
  ) as unknown as Transaction;
}
