import { describe, expect, test } from 'vitest';
import type { TranscriptRow } from '../../../src/app/ports/conversations.ts';
import type { ConversationId, InboundId, WordsId } from '../../../src/core/ids.ts';
import { AT, address, delivery, direct, id, inbound, MINUTE, type Subject } from './scene.ts';

export const transcriptStories = (subject: () => Subject) =>
  describe('transcripts', () => {
    /** A direct conversation and ways to fill it; minutes after AT. */
    async function talk() {
      const { store } = subject();
      const who = address();
      const { id: here } = await store.transaction((tx) =>
        tx.conversations.lock(direct({ ...who, id: id<ConversationId>() })),
      );
      return {
        who,
        async hear(
          minute: number,
          type: string,
          messageRef: string,
          text: string | null,
          payload: object = {},
        ) {
          await store.transaction(async (tx) => {
            const wordsId = text === null ? null : id<WordsId>();
            if (wordsId !== null)
              await tx.words.add([
                { id: wordsId, consultationId: null, personId: null, text: text!, lang: 'fr', writtenAt: AT },
              ]);
            const at = AT + minute * MINUTE;
            const row = inbound(id(), {
              id: id<InboundId>(),
              type,
              at,
              receivedAt: at,
              messageRef,
              wordsId,
              payload,
            });
            await tx.inbox.add(row);
            await tx.inbox.settle(row.id, { state: 'handled', conversationId: here });
          });
        },
        async say(
          minute: number,
          document: object = { blocks: [] },
          then: 'sent' | 'queued' | 'sending' = 'sent',
        ) {
          const row = delivery(here, { document });
          await store.transaction((tx) => tx.outbox.add([row]));
          if (then === 'sent')
            await store.transaction((tx) => tx.outbox.sent(row.id, `${row.id}/0`, AT + minute * MINUTE));
          if (then === 'sending')
            await store.transaction(async (tx) => {
              await tx.outbox.claim(here, 'me', AT, AT + MINUTE);
              await tx.outbox.begin(here, 'me', AT);
            });
          return row.id;
        },
        rows: (asked: Partial<Parameters<TranscriptsOf>[1]> = {}) =>
          store.transaction((tx) => tx.transcripts.of(who, { now: AT + 60 * MINUTE, limit: 50, ...asked })),
        text: (row: TranscriptRow) =>
          store.transaction(async (tx) => (await tx.words.texts([row.wordsId!])).get(row.wordsId!)),
      };
    }
    type TranscriptsOf = Parameters<Parameters<Subject['store']['transaction']>[0]>[0]['transcripts']['of'];
    const minutes = (rows: readonly TranscriptRow[]) => rows.map(({ at }) => (at - AT) / MINUTE);

    test('both sides come in the order they were seen, what still waits is left out', async () => {
      const here = await talk();
      await here.say(0);
      await here.hear(1, 'message', 'm1', 'bonjour');
      await here.say(2);
      await here.hear(3, 'message', 'm2', 'une idée');
      await here.say(4, {}, 'sending');
      await here.say(5, {}, 'queued');
      const rows = await here.rows();
      expect(rows.map(({ kind }) => kind)).toEqual([
        'delivery',
        'message',
        'delivery',
        'message',
        'delivery',
      ]);
      expect(minutes(rows)).toEqual([0, 1, 2, 3, 60]);
    });

    test('a message is in its last version by the platform’s time; a deleted one says so', async () => {
      const here = await talk();
      await here.hear(0, 'message', 'm1', 'un');
      await here.hear(5, 'edit', 'm1', 'trois');
      await here.hear(4, 'edit', 'm1', 'deux');
      await here.hear(1, 'message', 'm2', 'adieu');
      await here.hear(6, 'delete', 'm2', null);
      const [first, second] = await here.rows();
      expect(first).toMatchObject({ messageRef: 'm1', edited: true, deleted: false });
      expect(await here.text(first!)).toBe('trois');
      expect(second).toMatchObject({ messageRef: 'm2', edited: false, deleted: true });
    });

    test('a message that was changed in place is one line, in its last version, where it was; changed late it counts as new', async () => {
      const here = await talk();
      const blocks = (text: string) => [{ type: 'paragraph', content: [{ text }] }];
      const map = await here.say(0, { blocks: blocks('0 réponse') });
      await here.say(1, { blocks: blocks('autre chose') });
      for (const [minute, text] of [
        [5, '1 réponse'],
        [6, '2 réponses'],
      ] as const)
        await here.say(minute, { blocks: blocks(text), manner: { as: 'edit', of: map } });
      await here.say(7, { blocks: blocks('3 réponses'), manner: { as: 'edit', of: map } }, 'queued');
      const rows = await here.rows();
      expect(minutes(rows)).toEqual([0, 1]);
      expect(rows[0]).toMatchObject({ row: map, document: { blocks: blocks('2 réponses') } });
      expect((await here.rows({ since: AT + 3 * MINUTE })).map(({ row }) => row)).toEqual([map]);
    });

    test('a choice comes with the message that offered it', async () => {
      const here = await talk();
      const offered = await here.say(0, { choices: [{ value: 'oui', label: 'Commencer' }] });
      await here.hear(1, 'choice', `${offered}/0`, null, { value: 'oui' });
      expect((await here.rows()).at(-1)).toMatchObject({
        kind: 'choice',
        value: 'oui',
        document: { choices: [{ label: 'Commencer' }] },
      });
    });

    test('it is cut into pages, and caught up with: what changed late counts as new', async () => {
      const here = await talk();
      for (let minute = 0; minute < 9; minute += 1)
        await here.hear(minute, 'message', `m${minute}`, `${minute}`);
      await here.hear(20, 'edit', 'm1', 'un');
      const last = await here.rows({ limit: 4 });
      expect(minutes(last)).toEqual([5, 6, 7, 8]);
      const before = await here.rows({ limit: 4, before: { at: last[0]!.at, row: last[0]!.row } });
      expect(minutes(before)).toEqual([1, 2, 3, 4]);
      expect(minutes(await here.rows({ since: AT + 7 * MINUTE }))).toEqual([1, 7, 8]);
      expect((await here.rows({ said: ['m3'] })).map(({ messageRef }) => messageRef)).toEqual(['m3']);
      expect(await here.rows({ said: ['m3\u0000', '%'] })).toEqual([]);
    });

    test('nobody reads another one’s', async () => {
      const [here, there] = [await talk(), await talk()];
      await here.hear(0, 'message', 'm1', 'à moi');
      await there.hear(0, 'message', 'm1', 'à toi');
      await there.hear(1, 'edit', 'm1', 'à lui');
      const rows = await here.rows();
      expect(rows).toHaveLength(1);
      expect(await here.text(rows[0]!)).toBe('à moi');
    });
  });
