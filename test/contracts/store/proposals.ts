import { describe, expect, test } from 'vitest';
import type { LoadedConsultation } from '../../../src/app/ports/consultations.ts';
import type { ProposalRow } from '../../../src/app/ports/proposals.ts';
import type { Store } from '../../../src/app/ports/store.ts';
import type { AnswerId, PartnerId, ProposalId, RoundId, WordsId } from '../../../src/core/ids.ts';
import type { Proposal } from '../../../src/core/proposal/model.ts';
import { AT, consultation, content, id, partner, proposal, type Subject, tag } from './scene.ts';

export const proposalStories = (subject: () => Subject) =>
  describe('proposals', () => {
    /** Adds one with the next number. */
    const submit = (store: Store, one: LoadedConsultation, over: Partial<Proposal> = {}) =>
      store.transaction(async (tx) => {
        const { firstNumber, revision } = await tx.consultations.advance(one.id, 1);
        const row = proposal(one, firstNumber, over);
        await tx.proposals.add([row], { contentId: one.contentId, revision });
        return row;
      });
    const read = async (store: Store, which: ProposalId): Promise<ProposalRow> =>
      (await store.transaction((tx) => tx.proposals.byId(which)))!;
    const revise = (
      store: Store,
      one: LoadedConsultation,
      body: (tx: Parameters<Parameters<Store['transaction']>[0]>[0], revision: number) => Promise<void>,
    ) =>
      store.transaction(async (tx) => {
        const { revision } = await tx.consultations.advance(one.id, 0);
        await body(tx, revision);
        return revision;
      });

    test('a proposal comes back whole, by id, number, answer or partner', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const row = await submit(store, one, {
        partnerId: id<PartnerId>(),
        roundId: id<RoundId>(),
        answerId: id<AnswerId>(),
        promptKey: 'needs',
        lateness: 'pending',
        tags: [
          tag('axis', '1'),
          tag('axis', '5', { main: false }),
          tag('territory', 'roubaix', { confidence: 1, source: 'partner' }),
        ],
      });
      const whole: ProposalRow = {
        ...row,
        revision: 1,
        standing: 'personal',
        splitFrom: null,
        table: null,
        endorsers: [],
      };
      const found = await store.transaction(async (tx) => [
        await tx.proposals.byId(row.id),
        await tx.proposals.byNumber(one.id, row.number),
        await tx.proposals.byAnswer(row.answerId!),
        await tx.proposals.byPartner(row.partnerId!),
        await tx.proposals.of(one.id),
      ]);
      expect(found).toEqual([whole, whole, [whole], [whole], [whole]]);
      const elsewhere = await consultation(store);
      expect(await store.transaction((tx) => tx.proposals.byNumber(elsewhere.id, row.number))).toBeNull();
      expect(await store.transaction((tx) => tx.proposals.byId('P-0001' as ProposalId))).toBeNull();
    });

    test('versions stay in order, the last one is current', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const row = await submit(store, one);
      const [second, third] = [2, 3].map((n) => ({
        id: id<string>(),
        n,
        words: id<WordsId>(),
        start: n,
        end: n + 9,
        at: AT + n,
      }));
      await revise(store, one, (tx, revision) => tx.proposals.addVersion(row.id, third!, revision));
      const last = await revise(store, one, (tx, revision) =>
        tx.proposals.addVersion(row.id, second!, revision),
      );
      const { versions, revision } = await read(store, row.id);
      expect(versions.map((version) => version.n)).toEqual([1, 2, 3]);
      expect(versions[1]).toEqual({ n: 2, words: second!.words, start: 2, end: 11, at: AT + 2 });
      expect(revision).toBe(last);
    });

    test('an axis that says what it was called before, or takes the place of two, has their proposals, each once', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const [first, second] = [
        await submit(store, one, { tags: [tag('axis', 'money'), tag('theme', 'money')] }),
        await submit(store, one, { tags: [tag('axis', 'loans'), tag('axis', 'money', { main: false })] }),
      ];
      const said = { fr: 'Financer' };
      const axis = {
        ...{ key: 'funding', label: said, short: said, description: said, objective: said },
        ...{ keywords: {}, themes: [], formerly: ['money', 'loans'] },
      };
      const changed = { ...content(one.content.key, 'v2'), axes: [axis] };
      for (let times = 0; times < 2; times += 1)
        await store.transaction((tx) =>
          tx.consultations.save({ id: id(), contentId: id(), salt: '', content: changed, at: AT }),
        );
      expect((await read(store, first.id)).tags).toEqual([tag('axis', 'funding'), tag('theme', 'money')]);
      expect((await read(store, second.id)).tags).toEqual([tag('axis', 'funding')]);
    });

    test('a tag replaced is kept, marked; tags of other dimensions stay', async () => {
      const { store, database } = subject();
      const one = await consultation(store);
      const row = await submit(store, one, {
        tags: [tag('axis', '1'), tag('theme', 'finance'), tag('kind', 'need')],
      });
      const said = { source: 'partner', confidence: 1 } as const;
      await revise(store, one, (tx, revision) =>
        tx.proposals.setTags(
          row.id,
          [
            { ...tag('axis', '2', said), id: id<string>() },
            { ...tag('axis', '1', { ...said, main: false }), id: id<string>() },
          ],
          { contentId: one.contentId, at: AT + 7, revision },
        ),
      );
      expect((await read(store, row.id)).tags).toEqual([
        tag('theme', 'finance'),
        tag('kind', 'need'),
        tag('axis', '2', said),
        tag('axis', '1', { ...said, main: false }),
      ]);
      const replaced = await database.prisma.tag.findMany({
        where: { proposalId: row.id, replacedAt: { not: null } },
      });
      expect(replaced).toMatchObject([
        { dimension: 'axis', value: '1', source: 'machine', replacedAt: new Date(AT + 7) },
      ]);
    });

    test('tags that were replaced come back as they were, unless somebody read it anew since', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const before = [tag('axis', '1', { confidence: 0.6 }), tag('territory', 'roubaix')];
      const row = await submit(store, one, { tags: before });
      const set = (value: string, at: number) =>
        revise(store, one, (tx, revision) =>
          tx.proposals.setTags(row.id, [{ ...tag('axis', value, { source: 'partner' }), id: id() }], {
            contentId: one.contentId,
            at,
            revision,
          }),
        );
      const back: boolean[] = [];
      const revert = (of: number, at: number) =>
        revise(store, one, async (tx, revision) => {
          back.push(await tx.proposals.revertTags(row.id, of, { at, revision }));
        });
      await set('3', AT + 10);
      await revert(AT + 10, AT + 20);
      const { tags } = await read(store, row.id);
      expect([...tags].sort((a, b) => a.dimension.localeCompare(b.dimension))).toEqual(before);
      await set('3', AT + 30);
      await set('4', AT + 40);
      await revert(AT + 30, AT + 50);
      expect(back).toEqual([true, false]);
      expect((await read(store, row.id)).tags.find(({ dimension }) => dimension === 'axis')?.value).toBe('4');
    });

    test('the organisation it is said for, and how far it commits it, may change', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const [row, other] = [await submit(store, one), await partner(store, one)];
      expect(await read(store, row.id)).toMatchObject({ standing: 'personal' });
      await revise(store, one, async (tx, revision) => {
        await tx.proposals.setPartner(row.id, other.id, revision);
        await tx.proposals.setStanding(row.id, 'official', revision);
      });
      expect(await read(store, row.id)).toMatchObject({ partnerId: other.id, standing: 'official' });
    });

    test('withdrawn, merged or accepted late: the state and what it was merged into are kept', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const [from, into] = [await submit(store, one, { lateness: 'pending' }), await submit(store, one)];
      await revise(store, one, async (tx, revision) => {
        await tx.proposals.setState(from.id, 'merged', into.id, revision);
        await tx.proposals.setLateness(from.id, 'accepted', revision);
      });
      expect(await read(store, from.id)).toMatchObject({
        state: 'merged',
        mergedInto: into.id,
        lateness: 'accepted',
      });
      const states = async (list: ProposalRow['state'][]) =>
        (await store.transaction((tx) => tx.proposals.of(one.id, { states: list }))).map((each) => each.id);
      expect(await states(['submitted'])).toEqual([into.id]);
      expect(await states(['merged', 'submitted'])).toEqual([from.id, into.id]);
      await revise(store, one, (tx, revision) => tx.proposals.setState(from.id, 'submitted', null, revision));
      expect(await read(store, from.id)).toMatchObject({ state: 'submitted', mergedInto: null });
    });

    test('what was merged is unanswered once the root is out, or each part of it in the end', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const whole = await submit(store, one, { state: 'split' });
      const [first, second] = [
        await submit(store, one, { splitFrom: whole.id }),
        await submit(store, one, { splitFrom: whole.id, state: 'split' }),
      ];
      const within = await submit(store, one, { splitFrom: second.id });
      const joined = await submit(store, one, { state: 'merged', mergedInto: whole.id });
      const root = await submit(store, one);
      const under = await submit(store, one, { state: 'merged', mergedInto: root.id });
      const unanswered = () => store.transaction((tx) => tx.proposals.unanswered(one.id));
      const out = (row: Proposal, state: 'withdrawn' | 'erased' | 'moderated') =>
        revise(store, one, (tx, revision) => tx.proposals.setState(row.id, state, null, revision));
      expect(await unanswered()).toEqual([]);
      await out(first, 'withdrawn');
      expect(await unanswered()).toEqual([]);
      await out(within, 'erased');
      expect(await unanswered()).toEqual([joined.id]);
      await out(root, 'moderated');
      expect(await unanswered()).toEqual([joined.id, under.id]);
    });

    test('a process catches up with what changed after its revision, in the order of the commits', async () => {
      const { store, second } = subject();
      const one = await consultation(store);
      const [a, b, c] = [await submit(store, one), await submit(store, one), await submit(store, one)];
      const changed = (since: number) =>
        second.transaction(async (tx) =>
          (await tx.proposals.changedSince(one.id, since)).map((each) => each.id),
        );
      expect(await changed(0)).toEqual([a.id, b.id, c.id]);
      expect(await changed(2)).toEqual([c.id]);
      await revise(store, one, (tx, revision) => tx.proposals.setState(a.id, 'withdrawn', null, revision));
      expect(await changed(2)).toEqual([c.id, a.id]);
      expect(await changed(4)).toEqual([]);
    });

    test('proposals of one round only', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const roundId = id<RoundId>();
      const row = await submit(store, one, { roundId });
      await submit(store, one);
      const found = await store.transaction((tx) => tx.proposals.of(one.id, { roundId }));
      expect(found.map((each) => each.id)).toEqual([row.id]);
    });

    test('an endorsement counts once, can be taken back, and given again', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const row = await submit(store, one);
      const [ana, ben] = [id<PartnerId>(), id<PartnerId>()];
      const endorse = (partnerId: PartnerId, at: number) =>
        store.transaction((tx) =>
          tx.proposals.endorse({ id: id(), consultationId: one.id, proposalId: row.id, partnerId, at }),
        );
      const endorsers = async () => (await read(store, row.id)).endorsers;
      await endorse(ana, AT + 1);
      await endorse(ben, AT + 2);
      await endorse(ana, AT + 3);
      expect(await endorsers()).toEqual([ana, ben]);
      await store.transaction((tx) => tx.proposals.retract(row.id, ana, AT + 4));
      expect(await endorsers()).toEqual([ben]);
      await endorse(ana, AT + 5);
      expect(await endorsers()).toEqual([ben, ana]);
    });

    test('3,000 imported texts keep their own ids, and an import again does not double them', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const bring = () =>
        store.transaction(async (tx) => {
          const { firstNumber, revision } = await tx.consultations.advance(one.id, 3_000);
          const rows = Array.from({ length: 3_000 }, (_, n) => ({
            ...proposal(one, firstNumber + n, { tags: [tag('axis', '1')] }),
            externalId: `comment ${n}`,
            attribution: 'none' as const,
          }));
          await tx.proposals.add(rows, { contentId: one.contentId, revision });
        });
      await bring();
      const rows = await store.transaction((tx) => tx.proposals.of(one.id));
      expect(rows).toHaveLength(3_000);
      expect(rows[2_999]).toMatchObject({ number: 3_000, externalId: 'comment 2999', attribution: 'none' });
      expect(rows.every((each) => each.versions.length === 1 && each.tags.length === 1)).toBe(true);
      await expect(bring()).rejects.toMatchObject({ code: expect.stringMatching(/^P20(02|10)$/) });
      expect(await store.transaction((tx) => tx.proposals.of(one.id))).toHaveLength(3_000);
    });

    test('a change of a proposal that is not there is a mistake of the caller', async () => {
      const { store } = subject();
      await expect(
        store.transaction((tx) => tx.proposals.setState(id(), 'withdrawn', null, 1)),
      ).rejects.toThrow(/no proposal/);
    });
  });
