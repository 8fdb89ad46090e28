import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { NO_CONTACT } from '../../../src/app/person/enrol-people.ts';
import type { Enrolment } from '../../../src/app/ports/people.ts';
import type { Transaction } from '../../../src/app/ports/store.ts';
import type { ConversationId, InboundId, PartnerId, RoundId } from '../../../src/core/ids.ts';
import {
  AT,
  consultation,
  delivery,
  enrolment,
  id,
  inbound,
  MINUTE,
  round,
  type Subject,
  unique,
} from './scene.ts';

const LEASE = 3 * MINUTE;

export const mailStories = (subject: () => Subject) =>
  describe('letters', () => {
    beforeEach(async () => {
      const { store, database } = subject();
      await database.session(({ query }) => query(`UPDATE "Mail" SET state = 'dropped'`));
      await store.transaction((tx) => tx.mails.setSent(true));
    });
    afterAll(() => subject().store.transaction((tx) => tx.mails.setSent(false)));

    const within = <T>(act: (tx: Transaction) => Promise<T>): Promise<T> => subject().store.transaction(act);

    /** Somebody on a chat that waits to be opened, with a mailbox unless told otherwise. */
    async function somebody(over: { email?: string | null; platform?: string } = {}) {
      const { store } = subject();
      const here = await consultation(store);
      const address = { platform: over.platform ?? 'web', workspace: 'main', userId: unique('u') };
      const email = over.email === undefined ? `${unique('box')}@example.org` : over.email;
      const one: Enrolment = enrolment(unique('Claire'), unique('Association'), [address], {
        contact: { ...NO_CONTACT, email },
      });
      return within(async (tx) => {
        await tx.people.enrol(here.id, [one], AT);
        const [lane] = await tx.conversations.directs([
          { ...address, id: id<ConversationId>(), consultationId: here.id, at: AT },
        ]);
        const [partner] = await tx.people.partnersOf(one.personId);
        return { here, address, email, person: partner!.person, partner: partner!, lane: lane! };
      });
    }
    type Somebody = Awaited<ReturnType<typeof somebody>>;

    const told = ({ here, lane }: Somebody, over: Parameters<typeof delivery>[1] = {}) =>
      delivery(lane.id, { consultationId: here.id, kind: 'invitation', ...over });
    const letters = ({ here }: Somebody) =>
      within((tx) => tx.mails.of(here.id, ['queued', 'sending', 'sent', 'failed', 'dropped'], 100));

    test('is queued with its delivery, for whoever has a mailbox', async () => {
      const claire = await somebody();
      const row = told(claire);
      await within((tx) => tx.outbox.add([row]));
      expect(await letters(claire)).toEqual([
        {
          id: row.id,
          consultationId: claire.here.id,
          personId: claire.person.id,
          conversationId: claire.lane.id,
          roundId: null,
          kind: 'invitation',
          state: 'queued',
          attempts: 0,
          error: null,
          dueAt: AT,
          createdAt: AT,
          sentAt: null,
        },
      ]);
      const { letters: kept } = await within((tx) => tx.personal.of(claire.person.id));
      expect(kept).toEqual([{ kind: 'invitation', state: 'queued', at: AT, sentAt: null }]);
    });

    test('and for nobody else: no mailbox, another chat, stopped, an answer, no mail server', async () => {
      const [boxless, elsewhere, quiet] = [
        await somebody({ email: null }),
        await somebody({ platform: 'memory' }),
        await somebody(),
      ];
      await within((tx) => tx.people.setStopped(quiet.person.id, AT));
      await within((tx) => tx.outbox.add([told(boxless), told(elsewhere), told(quiet)]));
      for (const one of [boxless, elsewhere, quiet]) expect(await letters(one)).toEqual([]);

      const claire = await somebody();
      await within((tx) => tx.outbox.add([told(claire, { kind: 'receipt' })]));
      expect(await letters(claire)).toEqual([]);
      await within((tx) => tx.mails.setSent(false));
      expect(await within((tx) => tx.mails.areSent())).toBe(false);
      await within((tx) => tx.outbox.add([told(claire)]));
      expect(await letters(claire)).toEqual([]);
    });

    test('what is said in answer to that person is none; what somebody else causes is one', async () => {
      const [claire, omar] = [await somebody(), await somebody()];
      const said = inbound(unique('e'));
      await within(async (tx) => {
        await tx.inbox.add(said);
        await tx.inbox.settle(said.id, { state: 'handled', conversationId: claire.lane.id });
        const caused = { inboundId: said.id as InboundId, kind: 'moderation' };
        await tx.outbox.add([told(claire, caused), told(omar, caused)]);
      });
      expect(await letters(claire)).toEqual([]);
      expect(await letters(omar)).toHaveLength(1);
    });

    test('is taken once, the oldest first, and by another process once its time is over', async () => {
      const { store, second } = subject();
      const claire = await somebody();
      const rows = [told(claire), told(claire, { createdAt: AT + 1 })];
      await within((tx) => tx.outbox.add(rows));
      const take = (now: number, by = store) =>
        by.transaction(async (tx) => (await tx.mails.take(now, now + LEASE))?.id ?? null);
      const both = await Promise.all([take(AT + 1, store), take(AT + 1, second)]);
      expect(both.filter((one) => one !== null)).toEqual([rows[0]!.id]);
      // One at a time a person.
      expect(await take(AT + 1)).toBeNull();
      expect(await take(AT + 1 + LEASE)).toBe(rows[0]!.id);
      await within((tx) => tx.mails.sent(rows[0]!.id, AT + LEASE));
      expect(await take(AT + LEASE)).toBe(rows[1]!.id);
      expect((await letters(claire)).map(({ state, attempts }) => [state, attempts])).toEqual([
        ['sending', 1],
        ['sent', 2],
      ]);
    });

    test('put off, it lets the others of its person pass; given back, it was not tried', async () => {
      const claire = await somebody();
      const rows = [told(claire), told(claire, { createdAt: AT + 1 })];
      await within((tx) => tx.outbox.add(rows));
      const take = (now: number) => within(async (tx) => (await tx.mails.take(now, now + LEASE))?.id ?? null);
      await take(AT + 1);
      await within((tx) => tx.mails.giveBack(rows[0]!.id, AT + MINUTE));
      expect(await take(AT + 1)).toBeNull();
      expect(await within((tx) => tx.mails.nextDue())).toBe(AT + 1);
      expect(await take(AT + MINUTE)).toBe(rows[0]!.id);
      await within((tx) => tx.mails.retry(rows[0]!.id, 'EENVELOPE:451', AT + 9 * MINUTE));
      expect(await take(AT + MINUTE)).toBe(rows[1]!.id);
      expect((await letters(claire)).at(-1)).toMatchObject({ attempts: 1, error: 'EENVELOPE:451' });
    });

    test('what became of it stays: sent, failed or dropped, it is not taken again', async () => {
      const claire = await somebody();
      const rows = [told(claire), told(claire), told(claire)];
      await within((tx) => tx.outbox.add(rows));
      await within(async (tx) => {
        await tx.mails.sent(rows[0]!.id, AT + 5);
        await tx.mails.fail(rows[1]!.id, 'EENVELOPE:550');
        await tx.mails.drop(rows[2]!.id, 'stopped');
        for (const { id: each } of rows) await tx.mails.retry(each, 'late', AT);
        await tx.mails.fail(rows[0]!.id, 'late');
      });
      expect(await within((tx) => tx.mails.take(AT + 60 * MINUTE, AT + 61 * MINUTE))).toBeNull();
      expect(await within((tx) => tx.mails.nextDue())).toBeNull();
      expect((await letters(claire)).map(({ state }) => state).sort()).toEqual(['dropped', 'failed', 'sent']);
    });

    test('an invitation by letter reaches its person when it is sent, not before', async () => {
      const claire = await somebody();
      const opened = round(claire.here);
      const row = told(claire, { roundId: opened.id });
      await within(async (tx) => {
        await tx.rounds.add(opened);
        await tx.participations.add([
          {
            id: id(),
            consultationId: claire.here.id,
            roundId: opened.id,
            partnerId: claire.partner.id as PartnerId,
            state: 'invited',
            answered: [],
            passed: [],
            invitedAt: AT,
            reachedAt: null,
            consentedAt: null,
            endedAt: null,
          },
        ]);
        await tx.outbox.add([row]);
        await tx.participations.reached(opened.id, claire.lane.id, AT + 1);
      });
      const reachedAt = () =>
        within(async (tx) => (await tx.participations.of(opened.id as RoundId))[0]!.reachedAt);
      expect(await reachedAt()).toBeNull();
      expect(await within((tx) => tx.mails.ofRound(opened.id))).toEqual({ waiting: 1, failed: 0 });
      await within((tx) => tx.mails.sent(row.id, AT + MINUTE));
      expect(await reachedAt()).toBe(AT + MINUTE);
    });

    test('to whoever took a place over, it knows what is left to answer, and reaches the place; to who left, no more', async () => {
      const [claire, paul] = [await somebody(), await somebody()];
      const opened = round(claire.here);
      const seat = {
        id: id<string>(),
        consultationId: claire.here.id,
        roundId: opened.id,
        partnerId: claire.partner.id as PartnerId,
        state: 'invited' as const,
        answered: [],
        passed: [],
        invitedAt: AT,
        reachedAt: null,
        consentedAt: null,
        endedAt: null,
      };
      const rows = [told(claire, { roundId: opened.id }), told(paul, { roundId: opened.id })];
      await within(async (tx) => {
        await tx.rounds.add(opened);
        await tx.participations.add([seat]);
        await tx.outbox.add(rows);
        await tx.people.succeed(claire.partner.id, claire.partner.person.id, paul.person.id);
      });
      const [left, took] = await within(async (tx) => [
        await tx.mails.matter(rows[0]!.id),
        await tx.mails.matter(rows[1]!.id),
      ]);
      expect(left!.participations).toEqual([]);
      expect(took!.participations.map(({ partnerId }) => partnerId)).toEqual([claire.partner.id]);
      const reachedAt = () =>
        within(async (tx) => (await tx.participations.of(opened.id as RoundId))[0]!.reachedAt);
      await within((tx) => tx.mails.sent(rows[0]!.id, AT + 1));
      expect(await reachedAt()).toBeNull();
      await within((tx) => tx.mails.sent(rows[1]!.id, AT + MINUTE));
      expect(await reachedAt()).toBe(AT + MINUTE);
    });

    test('what was said is recalled to whoever said it in a place they took over, and not to who left it', async () => {
      const [claire, paul] = [await somebody(), await somebody()];
      const opened = round(claire.here);
      const seat = {
        id: id<string>(),
        consultationId: claire.here.id,
        roundId: opened.id,
        partnerId: claire.partner.id as PartnerId,
        state: 'started' as const,
        answered: ['developper'],
        passed: [],
        invitedAt: AT,
        reachedAt: AT,
        consentedAt: AT,
        endedAt: null,
      };
      const says = async ({ person, lane }: typeof claire, handledAt = AT, answered = false) => {
        const event = inbound(unique('e'));
        await within(async (tx) => {
          await tx.inbox.add(event);
          await tx.inbox.settle(event.id, {
            state: 'handled',
            consultationId: claire.here.id,
            conversationId: lane.id,
            personId: person.id,
            words: [],
          });
          await tx.acts.add({
            id: id(),
            consultationId: claire.here.id,
            actorId: person.id,
            role: 'partner',
            verb: 'answer.submit',
            subjectType: 'answer',
            subjectId: id(),
            refs: {},
            at: handledAt,
          });
          if (answered)
            await tx.outbox.add([
              delivery(lane.id, {
                consultationId: claire.here.id,
                inboundId: event.id,
                createdAt: handledAt,
              }),
            ]);
        });
      };
      await within(async (tx) => {
        await tx.rounds.add(opened);
        await tx.participations.add([seat]);
      });
      const recalled = async () =>
        (await within((tx) => tx.mails.recapCandidates(claire.here.id, AT))).map(({ personId, roundId }) => [
          personId,
          roundId,
        ]);
      await says(claire);
      await says(paul);
      expect(await recalled()).toEqual([[claire.person.id, opened.id]]);
      await within((tx) => tx.people.succeed(claire.partner.id, claire.person.id, paul.person.id));
      expect(await recalled()).toEqual([[paul.person.id, opened.id]]);
      // What they did on another chat was answered there; what waited for its files was answered here, later.
      await says(paul, AT + MINUTE);
      expect(await recalled()).toEqual([]);
      await says(paul, AT + 2 * MINUTE, true);
      expect(await recalled()).toEqual([[paul.person.id, opened.id]]);
      const [found] = await within((tx) => tx.mails.recapCandidates(claire.here.id, AT));
      expect(found).toMatchObject({ lastAct: AT + 2 * MINUTE, lastSaid: AT + 2 * MINUTE });
    });

    test('says what it is made of, as it stands now', async () => {
      const claire = await somebody();
      const neighbour = enrolment(unique('Omar'), unique('Mairie'), undefined, {
        contact: { ...NO_CONTACT, email: claire.email },
      });
      const row = told(claire, { document: { lang: 'fr', blocks: [], choices: [] } });
      await within((tx) => tx.outbox.add([row]));
      const matter = () => within((tx) => tx.mails.matter(row.id));
      expect(await matter()).toMatchObject({
        consultationKey: claire.here.content.key,
        address: claire.address,
        email: claire.email,
        lang: 'fr',
        stopped: false,
        shared: false,
        stands: true,
        document: { lang: 'fr' },
        round: null,
        participations: [],
      });
      await within((tx) => tx.people.enrol(claire.here.id, [neighbour], AT));
      expect(await matter()).toMatchObject({ shared: true });
      await within((tx) => tx.personal.erase(claire.person.id, AT, []));
      expect(await matter()).toMatchObject({ email: null, stands: false });
      expect((await letters(claire))[0]).toMatchObject({ state: 'dropped', error: 'erased' });
    });

    test('of a generation before a restore waits for ever', async () => {
      const { database } = subject();
      const claire = await somebody();
      await within((tx) => tx.outbox.add([told(claire)]));
      const move = (by: number) =>
        database.session(({ query }) =>
          query('UPDATE "Installation" SET generation = generation + $1::int', [by]),
        );
      await move(1);
      expect(await within((tx) => tx.mails.take(AT, AT + LEASE))).toBeNull();
      expect(await within((tx) => tx.mails.nextDue())).toBeNull();
      await move(-1);
    });

    test('one of its own, a recap, is added once', async () => {
      const claire = await somebody();
      const recap = {
        id: id(),
        consultationId: claire.here.id,
        personId: claire.person.id,
        conversationId: claire.lane.id,
        roundId: null,
        kind: 'recap',
        dueAt: AT,
        createdAt: AT,
      };
      await within((tx) => tx.mails.add([recap]));
      await within((tx) => tx.mails.add([recap]));
      expect(await letters(claire)).toHaveLength(1);
      expect(await within((tx) => tx.mails.matter(recap.id))).toMatchObject({ document: null, stands: true });
    });
  });
