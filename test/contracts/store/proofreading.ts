import { describe, expect, test } from 'vitest';
import type { Proofreading, SynthesisEdit } from '../../../src/app/ports/proofreading.ts';
import type { SynthesisId, WordsId } from '../../../src/core/ids.ts';
import { AT, consultation, id, type Subject } from './scene.ts';

export const proofreadingStories = (subject: () => Subject) =>
  describe('a draft among colleagues', () => {
    test('who was asked to read it, and who did; asked again, they have not read it yet', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const synthesisId = id<SynthesisId>();
      const asked = (n: number): Proofreading => ({
        id: id(),
        consultationId,
        synthesisId,
        readerId: id(),
        askedBy: id(),
        askedAt: AT + n,
        readAt: null,
        remark: null,
      });
      const [first, second] = [asked(1), asked(2)];
      const remark = id<WordsId>();
      await store.transaction(async (tx) => {
        await tx.proofreadings.ask(second);
        await tx.proofreadings.ask(first);
        await tx.proofreadings.read(first.id, AT + 3, remark);
      });
      const of = () => store.transaction((tx) => tx.proofreadings.of(synthesisId));
      expect(await of()).toEqual([{ ...first, readAt: AT + 3, remark }, second]);
      await store.transaction((tx) => tx.proofreadings.ask({ ...first, id: id(), askedAt: AT + 5 }));
      expect(await of()).toEqual([second, { ...first, askedAt: AT + 5 }]);
      expect(await store.transaction((tx) => tx.proofreadings.of(id()))).toEqual([]);
    });

    test('edits are kept in order with both their sides, and marked when taken back', async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const synthesisId = id<SynthesisId>();
      const side = (text: string) => ({
        introduction: id<WordsId>(),
        axes: [],
        unclassified: [text as never],
      });
      const edit = (n: number): SynthesisEdit => ({
        id: id(),
        consultationId,
        synthesisId,
        personId: id(),
        edit: 'introduce',
        before: side('P-0001'),
        after: side('P-0002'),
        at: AT + n,
        undoneAt: null,
      });
      const [one, two] = [edit(1), edit(2)];
      await store.transaction(async (tx) => {
        await tx.synthesisEdits.add(two);
        await tx.synthesisEdits.add(one);
        await tx.synthesisEdits.undo(two.id, AT + 9);
      });
      expect(await store.transaction((tx) => tx.synthesisEdits.of(synthesisId))).toEqual([
        one,
        { ...two, undoneAt: AT + 9 },
      ]);
    });
  });
