import { describe, expect, test } from 'vitest';
import type {
  ConversationId,
  PartnerId,
  PersonId,
  ProposalId,
  RoundId,
  WordsId,
} from '../../../src/core/ids.ts';
import type { Workshop } from '../../../src/core/workshop/model.ts';
import { AT, consultation, id, MINUTE, type Subject, unique } from './scene.ts';

export const workshopStories = (subject: () => Subject) =>
  describe('a workshop', () => {
    const made = async () => {
      const { store } = subject();
      const { id: consultationId } = await consultation(store);
      const workshop: Workshop = {
        id: id(),
        consultationId,
        roundId: id<RoundId>(),
        course: { state: 'gathering' },
        openedAt: AT,
        startedAt: null,
        endedAt: null,
      };
      await store.transaction((tx) => tx.workshops.add(workshop));
      return { store, workshop };
    };

    test('its course is kept whole, with when it began and ended; one process at a time changes it', async () => {
      const { store, workshop } = await made();
      const read = () => store.transaction((tx) => tx.workshops.byRound(workshop.roundId));
      expect(await read()).toEqual(workshop);
      for (const course of [
        { state: 'running', at: 1, endsAt: AT + 30 * MINUTE, warned: true },
        { state: 'paused', at: 1, left: 7 * MINUTE, warned: false },
        { state: 'ended', at: 2 },
      ] as const) {
        await store.transaction(async (tx) => {
          await tx.workshops.lock(workshop.id);
          await tx.workshops.setCourse(workshop.id, course, AT + MINUTE);
        });
        expect(await read()).toMatchObject({ course, startedAt: AT + MINUTE });
      }
      expect((await read())!.endedAt).toBe(AT + MINUTE);
    });

    test('its rooms: the newest workshop of a room is found, and what each shows is kept', async () => {
      const { store, workshop } = await made();
      const room = id<ConversationId>();
      await store.transaction(async (tx) => {
        await tx.workshops.addRoom(workshop, room);
        await tx.workshops.addRoom(workshop, room);
        await tx.workshops.setShown(workshop.id, { conversation: room, opening: id(), shown: '[1]' });
      });
      await store.transaction(async (tx) => {
        expect((await tx.workshops.inRoom(room))?.id).toBe(workshop.id);
        expect(await tx.workshops.inRoom(id())).toBeNull();
        expect(await tx.workshops.rooms(workshop.id)).toMatchObject([{ conversation: room, shown: '[1]' }]);
      });
    });

    test('who is there is one row an address: known later, gone, and back', async () => {
      const { store, workshop } = await made();
      const room = id<ConversationId>();
      const who = { platform: 'memory', workspace: 'main', userId: unique('u') };
      const person = id<PersonId>();
      await store.transaction(async (tx) => {
        const first = await tx.workshops.enter(workshop, room, { ...who, person: null, at: AT });
        await tx.workshops.leave(workshop.id, room, who.userId, AT + 1);
        await tx.workshops.setAsked(first.id, AT + 2);
        const saying = { id: id(), guest: first.id, promptKey: null, messageRef: 'm1', at: AT };
        await tx.workshops.keepSaying(workshop, { ...saying, inbound: id(), words: id() });
        expect(await tx.workshops.takeSaying(saying.id, AT)).toBe(true);
        expect(await tx.workshops.takeSaying(saying.id, AT)).toBe(false);
        expect(await tx.workshops.sayings(workshop.id)).toEqual([]);
      });
      await store.transaction(async (tx) => {
        await tx.workshops.enter(workshop, room, { ...who, person, at: AT + 3 });
        await tx.workshops.enter(workshop, room, { ...who, person: null, at: AT + 4 });
        expect(await tx.workshops.guests(workshop.id)).toMatchObject([
          { ...who, person, enteredAt: AT, leftAt: null, askedAt: AT + 2 },
        ]);
      });
    });

    test('a proposal is in one group, and dots of a person on a group are one number', async () => {
      const { store, workshop } = await made();
      const [one, other] = [id<string>(), id<string>()];
      const proposal = id<ProposalId>();
      const group = { axis: null, title: null, mergedInto: null };
      const dots = { person: id<PersonId>(), partner: id<PartnerId>() };
      await store.transaction(async (tx) => {
        await tx.workshops.addGroups(
          workshop,
          {
            groups: [
              { ...group, id: one, number: 1 },
              { ...group, id: other, number: 2 },
            ],
            members: [{ proposal, group: one, by: null, place: 0 }],
          },
          AT,
        );
        await tx.workshops.setMember(workshop, { proposal, group: other, by: dots.person, place: 3 });
        await tx.workshops.setGroup({ ...group, id: one, number: 1, mergedInto: other });
        for (const points of [2, 5, 3])
          await tx.workshops.setDots(workshop, { ...dots, group: one, points }, AT);
        await tx.workshops.setDots(workshop, { ...dots, group: other, points: 0 }, AT);
      });
      await store.transaction(async (tx) => {
        const { groups, members } = await tx.workshops.grouped(workshop.id);
        expect(groups.map(({ number, mergedInto }) => [number, mergedInto])).toEqual([
          [1, other],
          [2, null],
        ]);
        expect(members).toEqual([{ proposal, group: other, by: dots.person, place: 3 }]);
        expect(await tx.workshops.dots(workshop.id)).toEqual([{ ...dots, group: one, points: 3 }]);
        await tx.workshops.removeMember(workshop.id, proposal);
        expect((await tx.workshops.grouped(workshop.id)).members).toEqual([]);
      });
    });

    test('its minutes are signed once', async () => {
      const { store, workshop } = await made();
      const body = { axes: [], added: [], present: [] };
      const by = id<PersonId>();
      await store.transaction(async (tx) => {
        const notes = [id<WordsId>(), id<WordsId>()];
        await tx.workshops.setNotes(workshop.id, notes);
        await tx.workshops.setIntroduction(workshop.id, notes[0]!);
        expect(await tx.workshops.minutes(workshop.id)).toEqual({
          introduction: notes[0],
          notes,
          signed: null,
        });
        await tx.workshops.setNotes(workshop.id, notes.slice(1));
        await tx.workshops.setIntroduction(workshop.id, null);
        expect(await tx.workshops.minutes(workshop.id)).toMatchObject({
          introduction: null,
          notes: notes.slice(1),
        });
        expect(await tx.workshops.sign(workshop.id, by, AT, body)).toBe(true);
        expect(await tx.workshops.sign(workshop.id, id(), AT, body)).toBe(false);
        expect(await tx.workshops.minutes(workshop.id)).toMatchObject({ signed: { by, at: AT, body } });
      });
    });
  });
