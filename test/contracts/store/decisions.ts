import { describe, expect, test } from 'vitest';
import type { Act } from '../../../src/app/ports/acts.ts';
import type { RestitutionRow } from '../../../src/app/ports/decisions.ts';
import type { Doubt } from '../../../src/app/ports/proposals.ts';
import type { SynthesisRow } from '../../../src/app/ports/syntheses.ts';
import type { Dispute } from '../../../src/core/decision/dispute.ts';
import type { DecisionStep } from '../../../src/core/decision/model.ts';
import type { PersonId, WordsId } from '../../../src/core/ids.ts';
import type { SynthesisBody } from '../../../src/core/synthesis/model.ts';
import { AT, consultation, delivery, direct, enrolment, id, partner, type Subject } from './scene.ts';

const body = (unclassified: string[]): SynthesisBody => ({
  lang: 'fr',
  introduction: null,
  base: [{ college: 'economic', invited: 7, reached: 6, answered: 5, passed: 0, silent: null }],
  participation: [],
  axes: [],
  unclassified: unclassified as SynthesisBody['unclassified'],
});

export const decisionStories = (subject: () => Subject) =>
  describe('from the synthesis to what is given back', () => {
    const draft = (
      one: { id: SynthesisRow['consultationId']; contentId: string },
      said: SynthesisBody,
    ): Omit<SynthesisRow, 'number'> => ({
      id: id(),
      consultationId: one.id,
      contentId: one.contentId,
      roundId: null,
      state: 'draft',
      body: said,
      hash: null,
      commitments: null,
      compiledAt: AT,
      signedBy: null,
      signedAt: null,
      published: null,
    });

    test('a new draft drops the one before and takes its number, also from two processes: the first signed is number 1', async () => {
      const { store, second } = subject();
      const one = await consultation(store);
      const add = (each: typeof store) => each.transaction((tx) => tx.syntheses.add(draft(one, body([]))));
      const made = await Promise.all([add(store), add(second), add(store)]);
      expect(made.map((each) => each.number)).toEqual([1, 1, 1]);
      const rows = await store.transaction((tx) =>
        Array.fromAsync(made, async ({ id }) => await tx.syntheses.byId(id)),
      );
      expect(rows.map((row) => row!.state).sort()).toEqual(['draft', 'dropped', 'dropped']);
      expect(rows.map((row) => row!.number).sort((a, b) => a - b)).toEqual([-2, -1, 1]);
      const report = await store.transaction((tx) => tx.reports.add(draft(one, body([]))));
      expect(report.number).toBe(1);
      expect((await store.transaction((tx) => tx.reports.latest(one.id)))?.id).toBe(report.id);
      const latest = await store.transaction((tx) => tx.syntheses.latest(one.id));
      expect(latest).toEqual(rows.find((row) => row!.state === 'draft'));
    });

    test('a signed synthesis can be neither edited nor signed again, and stays when a new one is drafted', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const published = { base: [{ ...body([]).base[0]!, silent: 0 }], participation: [] };
      const made = await store.transaction((tx) => tx.syntheses.add(draft(one, body([]))));
      const commitments = [{ of: `${id()}:0-12`, sha256: 'def' }];
      const edited = body(['P-0001', 'P-0002']);
      const signature = {
        by: id<NonNullable<SynthesisRow['signedBy']>>(),
        at: AT + 1,
        hash: 'abc',
        commitments,
        published,
      };
      await store.transaction(async (tx) => {
        await tx.syntheses.saveDraft(made.id, edited);
        await tx.syntheses.sign(made.id, signature);
      });
      const signed: SynthesisRow = {
        ...made,
        state: 'signed',
        body: edited,
        hash: 'abc',
        commitments,
        signedBy: signature.by,
        signedAt: AT + 1,
        published,
      };
      expect(await store.transaction((tx) => tx.syntheses.latest(one.id))).toEqual(signed);
      expect(await store.transaction((tx) => tx.syntheses.byId(made.id))).toEqual(signed);
      expect(await store.transaction((tx) => tx.syntheses.byId('forged' as never))).toBeNull();
      await expect(store.transaction((tx) => tx.syntheses.saveDraft(made.id, body([])))).rejects.toThrow(
        /not a draft/,
      );
      await expect(store.transaction((tx) => tx.syntheses.sign(made.id, signature))).rejects.toThrow(
        /not a draft/,
      );
      for (const _ of ['dropped', 'in force'])
        expect((await store.transaction((tx) => tx.syntheses.add(draft(one, body([]))))).number).toBe(2);
      expect(await store.transaction((tx) => tx.syntheses.byNumber(one.id, 1))).toEqual(signed);
      expect(await store.transaction((tx) => tx.syntheses.published(one.id))).toEqual([published]);
    });

    test('steps of decisions are added, oldest first', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const step = (n: number): DecisionStep => ({
        id: id(),
        proposalId: id(),
        body: n === 1 ? 'committee' : 'council',
        status: 'adopted-in-part',
        reason: id(),
        decidedOn: '2015-10-16',
        recordedBy: id(),
        recordedAt: AT + n,
        reopens: n === 2,
      });
      const steps = [step(1), step(2)];
      await store.transaction((tx) => tx.decisions.add([...steps].reverse(), consultationId));
      await store.transaction((tx) => tx.decisions.add([], consultationId));
      expect(await store.transaction((tx) => tx.decisions.of(consultationId))).toEqual(steps);
    });

    test('a restitution knows when its message left; the same one is not sent twice', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const { id: lane } = await store.transaction((tx) => tx.conversations.lock(direct()));
      const message = delivery(lane, { consultationId, kind: 'restitution' });
      const row: Omit<RestitutionRow, 'sentAt'> = {
        id: id(),
        consultationId,
        roundId: id(),
        partnerId: id(),
        n: 1,
        proposalIds: [id(), id()],
        stepIds: [id(), id()],
        deliveryId: message.id,
        createdAt: AT,
      };
      await store.transaction(async (tx) => {
        await tx.outbox.add([message]);
        await tx.restitutions.add([row]);
      });
      const of = () => store.transaction((tx) => tx.restitutions.of(consultationId));
      expect(await of()).toEqual([{ ...row, sentAt: null }]);
      await store.transaction((tx) => tx.outbox.sent(message.id, 'm1', AT + 5));
      expect(await of()).toEqual([{ ...row, sentAt: AT + 5 }]);
      await expect(store.transaction((tx) => tx.restitutions.add([{ ...row, id: id() }]))).rejects.toThrow();
      expect(await of()).toHaveLength(1);
    });

    test('disputes are numbered, also from two processes; more words, a reader, one reminder, one reply', async () => {
      const { store, second } = subject();
      const { id: consultationId } = await consultation(store);
      const dispute = (n: number): Omit<Dispute, 'number'> => ({
        id: id(),
        proposalId: id(),
        partnerId: id(),
        stepId: id(),
        said: [{ words: id(), start: n }],
        readerId: null,
        raisedAt: AT + n,
        dueAt: AT + n + 10,
        remindedAt: null,
        outcome: null,
        reason: null,
        answeredBy: null,
        answeredAt: null,
      });
      const add = (each: typeof store, n: number) =>
        each.transaction((tx) => tx.disputes.add(dispute(n), consultationId));
      const made = await Promise.all([add(store, 1), add(second, 2), add(store, 3)]);
      expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
      const [one] = made.toSorted((a, b) => a.number - b.number);
      const more = { words: id<WordsId>(), start: 4 };
      const [reader, by, reason] = [id<PersonId>(), id<PersonId>(), id<WordsId>()];
      const done = await store.transaction(async (tx) => {
        await tx.disputes.append(one!.id, more);
        await tx.disputes.assign(one!.id, reader);
        const as = { outcome: 'upheld' as const, reason, by, at: AT + 9 };
        return [
          await tx.disputes.remind(one!.id, null, AT + 5),
          await tx.disputes.remind(one!.id, null, AT + 6),
          await tx.disputes.answer(one!.id, as),
          await tx.disputes.answer(one!.id, { ...as, at: AT + 10 }),
          await tx.disputes.remind(one!.id, AT + 5, AT + 11),
        ];
      });
      expect(done).toEqual([true, false, true, false, false]);
      const found = await store.transaction((tx) => tx.disputes.byNumber(consultationId, one!.number));
      expect(found).toEqual({
        ...one,
        said: [...one!.said, more],
        readerId: reader,
        remindedAt: AT + 5,
        outcome: 'upheld',
        reason,
        answeredBy: by,
        answeredAt: AT + 9,
      });
      const all = await store.transaction((tx) => tx.disputes.of(consultationId));
      expect(all.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(await store.transaction((tx) => tx.disputes.byNumber(consultationId, 9))).toBeNull();
    });

    test('a dispute is dropped with its words: when whoever wrote it is erased, not who held the place', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const seat = await partner(store, one);
      const stays = await partner(store, one);
      await store.transaction((tx) => tx.people.enrol(one.id, [enrolment('Paul', null)], AT));
      const paul = (await store.transaction((tx) => tx.people.find(one.id, 'Paul')))!;
      const wrote = async (personId: PersonId, partnerId: typeof seat.id) => {
        const words = id<WordsId>();
        await store.transaction(async (tx) => {
          const row = { id: words, consultationId: one.id, personId, text: 'non', lang: 'fr', writtenAt: AT };
          await tx.words.add([row]);
          await tx.disputes.add(
            {
              id: id(),
              proposalId: id(),
              partnerId,
              stepId: id(),
              said: [{ words, start: 0 }],
              readerId: null,
              raisedAt: AT,
              dueAt: AT + 10,
              remindedAt: null,
              outcome: null,
              reason: null,
              answeredBy: null,
              answeredAt: null,
            },
            one.id,
          );
        });
      };
      await store.transaction((tx) => tx.people.succeed(seat.id, seat.person.id, paul.id));
      await wrote(seat.person.id, seat.id);
      await wrote(paul.id, seat.id);
      await wrote(stays.person.id, stays.id);
      const outcomes = async () =>
        (await store.transaction((tx) => tx.disputes.of(one.id))).map(({ outcome }) => outcome);
      await store.transaction((tx) => tx.personal.erase(seat.person.id, AT + 1, []));
      expect(await outcomes()).toEqual(['dropped', null, null]);
      await store.transaction((tx) => tx.personal.erase(paul.id, AT + 2, []));
      expect(await outcomes()).toEqual(['dropped', 'dropped', null]);
    });

    test('a doubt waits in the queue until it is resolved', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const doubt = (kind: string, n: number): Doubt => ({
        id: id(),
        consultationId,
        proposalId: id(),
        inboundId: n === 1 ? id() : null,
        kind,
        options: ['1', 'l\'axe "2", {3}'],
        raisedAt: AT + n,
      });
      const [axis, late] = [doubt('axis', 2), doubt('late', 1)];
      const open = () => store.transaction((tx) => tx.doubts.open(consultationId));
      await store.transaction(async (tx) => {
        await tx.doubts.add(axis);
        await tx.doubts.add(late);
        await tx.doubts.resolve(axis.proposalId!, 'late', AT + 3);
      });
      expect(await open()).toEqual([late, axis]);
      await store.transaction((tx) => tx.doubts.resolve(axis.proposalId!, 'axis', AT + 4));
      expect(await open()).toEqual([late]);
    });

    test('acts tell the life of a thing, in order', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const act = (verb: string, subjectId: string, n: number): Act => ({
        id: id(),
        consultationId,
        actorId: id(),
        role: 'facilitator',
        verb,
        subjectType: 'round',
        subjectId,
        refs: { count: n, refs: ['P-0001'] },
        at: AT + n,
      });
      const acts = [act('open', 'r1', 1), act('open', 'r2', 2), act('close', 'r1', 3)];
      await store.transaction(async (tx) => {
        for (const each of [...acts].reverse()) await tx.acts.add(each);
      });
      expect(await store.transaction((tx) => tx.acts.of(consultationId))).toEqual(acts);
      const mine = acts.filter(({ actorId, at }) => actorId === acts[1]!.actorId && at >= acts[1]!.at);
      expect(
        await store.transaction((tx) => tx.acts.by(consultationId, acts[1]!.actorId!, acts[1]!.at)),
      ).toEqual(mine);
      expect(await store.transaction((tx) => tx.acts.of(consultationId, 'r1'))).toEqual([acts[0], acts[2]]);
    });
  });
