import { describe, expect, test } from 'vitest';
import { NO_DETAILS, NO_PLACE } from '../../../src/app/person/enrol-people.ts';
import type { Enrolment } from '../../../src/app/ports/people.ts';
import { AT, address, consultation, enrolment, id, partner, type Subject, unique } from './scene.ts';

export const peopleStories = (subject: () => Subject) =>
  describe('people', () => {
    test('150 people enrolled twice are 150, of 50 organisations', async () => {
      const { store } = subject();
      const { id: made } = await consultation(store);
      const addresses = Array.from({ length: 150 }, () => address());
      const list = (): Enrolment[] =>
        addresses.map((one, n) => enrolment(`Person ${n}`, `Association ${n % 50}`, [one]));
      const enrol = () => store.transaction((tx) => tx.people.enrol(made, list(), AT));
      await enrol();
      const first = await store.transaction((tx) => tx.people.partners(made));
      await enrol();
      const second = await store.transaction((tx) => tx.people.partners(made));
      expect(first).toHaveLength(150);
      expect(second).toEqual(first);
      expect(new Set(first.map((one) => one.organisationId)).size).toBe(50);
      expect(first.map((one) => one.person.addresses)).toEqual(
        expect.arrayContaining(addresses.map((one) => [one])),
      );
    });

    test('an import again corrects the name and the college, and leaves what the partner chose', async () => {
      const { store } = subject();
      const { id: made } = await consultation(store);
      const here = address();
      const enrol = (one: Enrolment) => store.transaction((tx) => tx.people.enrol(made, [one], AT));
      const first = enrolment('Clara', 'APES', [here]);
      await enrol(first);
      await store.transaction((tx) => tx.people.setAttribution(first.partner!.id, 'none'));
      const again = enrolment('Claire', 'APES', [here], { lang: 'en' });
      await enrol({ ...again, partner: { ...again.partner!, college: 'territories' } });
      const partners = await store.transaction((tx) => tx.people.partners(made));
      expect(partners).toEqual([
        {
          id: first.partner!.id,
          consultationId: made,
          organisationId: first.partner!.organisationId,
          organisation: 'APES',
          college: 'territories',
          substitute: false,
          attribution: 'none',
          standing: null,
          succeeded: false,
          sharing: null,
          person: {
            id: first.personId,
            consultationId: made,
            name: 'Claire',
            lang: 'en',
            zone: null,
            email: null,
            stoppedAt: null,
            roles: [],
            addresses: [here],
          },
        },
      ]);
    });

    test('what an enrolment does not say stays, and so does the language somebody chose', async () => {
      const { store } = subject();
      const { id: made } = await consultation(store);
      const here = address();
      const said = enrolment('Ana', 'APES', [here], {
        contact: { email: 'Ana@Example.ORG', telephone: '03 20 00 00 01', preferred: null },
      });
      const about = { acronym: 'A', siret: '1', rna: 'W1', seat: 'Lille', territories: ['lille'] };
      const place = { jobTitle: 'présidente', capacity: 'elected', substitute: true } as const;
      const enrol = (one: Enrolment) => store.transaction((tx) => tx.people.enrol(made, [one], AT));
      const kept = () =>
        store.transaction(async (tx) => {
          const { person, substitute } = (await tx.people.partners(made))[0]!;
          return { ...(await tx.personal.of(person.id)), person, substitute };
        });
      await enrol({ ...said, partner: { ...said.partner!, about, place } });
      await store.transaction((tx) => tx.people.setLang(said.personId, 'en'));
      await enrol(enrolment('Ana', 'APES', [here]));
      expect(await kept()).toMatchObject({
        person: { email: 'ana@example.org', lang: 'en' },
        telephone: '03 20 00 00 01',
        substitute: true,
        organisations: [{ ...about, ...place }],
      });
      await enrol(enrolment('Ana', 'APES', [here], { lang: 'nl' }));
      expect((await kept()).person.lang).toBe('nl');
      const now = enrolment('Ana', 'APES', [here]);
      await enrol({
        ...now,
        partner: { ...now.partner!, place: { ...place, substitute: false, jobTitle: null } },
      });
      expect(await kept()).toMatchObject({ substitute: false, organisations: [{ jobTitle: 'présidente' }] });
    });

    test('where an organisation sits leaves with the last who speaks for it, and not before', async () => {
      const { store, database } = subject();
      const { id: made } = await consultation(store);
      const organisation = unique('Association');
      const about = { ...NO_DETAILS, seat: '12 rue des Bobines' };
      const speaks = (name: string): Enrolment => {
        const one = enrolment(name, organisation);
        return { ...one, partner: { ...one.partner!, about } };
      };
      const [ana, ben, cleo] = [speaks('Ana'), speaks('Ben'), enrolment('Cléo', null)];
      await store.transaction((tx) => tx.people.enrol(made, [ana, ben, cleo], AT));
      const seat = () =>
        database.session(async ({ query }) => {
          const sql = 'SELECT seat FROM "Organisation" WHERE "consultationId" = $1::uuid AND name = $2';
          return (await query<{ seat: string | null }>(sql, [made, organisation]))[0]!.seat;
        });
      const erase = (person: Enrolment['personId']) =>
        store.transaction((tx) => tx.personal.erase(person, AT, []));
      const [place] = await store.transaction((tx) => tx.people.partnersOf(ana.personId));
      await store.transaction((tx) => tx.people.succeed(place!.id, ana.personId, cleo.personId));
      await erase(ben.personId);
      // Whoever took over speaks for it still, also once who was there before is gone.
      expect(await seat()).toBe('12 rue des Bobines');
      await erase(ana.personId);
      expect(await seat()).toBe('12 rue des Bobines');
      await erase(cleo.personId);
      expect(await seat()).toBeNull();
    });

    test('a successor enrolled again keeps the place they took over; whoever they replaced has it no more', async () => {
      const { store } = subject();
      const { id: made } = await consultation(store);
      const [ana, ben] = [enrolment('Ana', 'APES'), enrolment('Ben', null)];
      const enrol = (...list: Enrolment[]) => store.transaction((tx) => tx.people.enrol(made, list, AT));
      await enrol(ana, ben);
      await store.transaction((tx) => tx.people.succeed(ana.partner!.id, ana.personId, ben.personId));
      const again = enrolment('Ben', 'APES', [], { personId: ben.personId });
      await enrol({ ...again, partner: { ...again.partner!, place: { ...NO_PLACE, substitute: true } } });
      const partners = await store.transaction((tx) => tx.people.partners(made));
      expect(partners.map(({ id: one, person, substitute }) => [one, person.name, substitute])).toEqual([
        [ana.partner!.id, 'Ben', true],
      ]);
      const entries = await store.transaction((tx) => tx.people.directory(made));
      expect(entries.map(({ name, places }) => [name, places.map(({ replaced }) => replaced)])).toEqual([
        ['Ana', [true]],
        ['Ben', [false]],
      ]);
    });

    test('somebody known by an id keeps it under another name; the preferred chat comes first', async () => {
      const { store } = subject();
      const { id: made } = await consultation(store);
      const [first, second] = [address(), { ...address(), platform: 'web' }];
      const ben = enrolment('Ben', 'APES', [first, second]);
      const enrol = (one: Enrolment) => store.transaction((tx) => tx.people.enrol(made, [one], AT));
      const addresses = async () =>
        (await store.transaction((tx) => tx.people.byId(ben.personId)))?.addresses;
      await enrol(ben);
      expect(await addresses()).toEqual([first, second]);
      const contact = { email: null, telephone: null, preferred: 'web' };
      await enrol(enrolment('Benoît', 'CRESS', [], { personId: ben.personId, contact }));
      expect(await addresses()).toEqual([second, first]);
      const spokenFor = await store.transaction((tx) => tx.people.partnersOf(ben.personId));
      expect(spokenFor.map((one) => [one.organisation, one.person.name])).toEqual([
        ['APES', 'Benoît'],
        ['CRESS', 'Benoît'],
      ]);
    });

    test('a name in its organisation is the same person, also from another chat; a namesake elsewhere is not', async () => {
      const { store } = subject();
      const { id: made } = await consultation(store);
      const [slack, matrix, other] = [address(), address(), address()];
      await store.transaction((tx) =>
        tx.people.enrol(
          made,
          [
            enrolment('Karim', 'Ville de Lille', [slack]),
            enrolment('Karim', 'Ville de Lille', [matrix]),
            enrolment('Karim', 'Ville de Roubaix', [other]),
          ],
          AT,
        ),
      );
      const whose = (userId: string) => store.transaction((tx) => tx.people.find(made, userId));
      expect((await whose(slack.userId))?.addresses).toEqual([slack, matrix]);
      expect((await whose(matrix.userId))?.id).toBe((await whose(slack.userId))?.id);
      expect((await whose(other.userId))?.addresses).toEqual([other]);
    });

    test('one person may speak for two organisations and hold two roles', async () => {
      const { store } = subject();
      const { id: made } = await consultation(store);
      const here = address();
      const role = (name: 'staff' | 'committee', group: string | null) => ({
        id: id<string>(),
        role: name,
        group,
      });
      await store.transaction((tx) =>
        tx.people.enrol(
          made,
          [
            enrolment('Jo', 'CRESS', [here], { roles: [role('staff', null)] }),
            enrolment('Jo', 'APES', [here], { roles: [role('committee', 'ess'), role('staff', null)] }),
          ],
          AT,
        ),
      );
      const [jo, ...others] = await store.transaction((tx) => tx.people.byAddress(here));
      expect(others).toEqual([]);
      expect(jo?.roles).toEqual(['committee', 'staff']);
      const spokenFor = await store.transaction((tx) => tx.people.partnersOf(jo!.id));
      expect(spokenFor.map((one) => one.organisation).sort()).toEqual(['APES', 'CRESS']);
      expect(await store.transaction((tx) => tx.people.withRole(made, 'committee'))).toEqual([jo]);
      expect(await store.transaction((tx) => tx.people.withRole(made, 'facilitator'))).toEqual([]);
    });

    test('a place passes on, and back; its standing is what was last chosen', async () => {
      const { store } = subject();
      const one = await consultation(store);
      const seat = await partner(store, one);
      await store.transaction((tx) => tx.people.enrol(one.id, [enrolment('Paul', null)], AT));
      const paul = (await store.transaction((tx) => tx.people.find(one.id, 'Paul')))!;
      const spoken = async (id: typeof paul.id) =>
        (await store.transaction((tx) => tx.people.partnersOf(id))).map((each) => [each.id, each.succeeded]);
      await store.transaction(async (tx) => {
        await tx.people.succeed(seat.id, seat.person.id, paul.id);
        await tx.people.setStanding(seat.id, 'provisional');
      });
      expect(await spoken(paul.id)).toEqual([[seat.id, true]]);
      expect(await spoken(seat.person.id)).toEqual([]);
      const [now] = await store.transaction((tx) => tx.people.partners(one.id));
      expect(now).toMatchObject({ id: seat.id, person: { name: 'Paul' }, standing: 'provisional' });
      await store.transaction((tx) => tx.people.succeed(seat.id, paul.id, seat.person.id));
      expect(await spoken(seat.person.id)).toEqual([[seat.id, false]]);
      expect(await spoken(paul.id)).toEqual([]);
    });

    test('the same user id in two workspaces is two people', async () => {
      const { store } = subject();
      const { id: made } = await consultation(store);
      const here = address();
      const there = { ...here, workspace: 'w2' };
      await store.transaction((tx) =>
        tx.people.enrol(made, [enrolment('Ana', 'A', [here]), enrolment('Ben', 'B', [there])], AT),
      );
      const names = async (one: typeof here) =>
        (await store.transaction((tx) => tx.people.byAddress(one))).map((person) => person.name);
      expect(await names(here)).toEqual(['Ana']);
      expect(await names(there)).toEqual(['Ben']);
    });

    test('an address stands for one person a consultation', async () => {
      const { store } = subject();
      const [one, two] = [await consultation(store), await consultation(store)];
      const here = address();
      for (const each of [one, two])
        await store.transaction((tx) => tx.people.enrol(each.id, [enrolment('Lou', 'L', [here])], AT));
      const found = await store.transaction((tx) => tx.people.byAddress(here));
      expect(found.map((person) => person.consultationId)).toEqual([one.id, two.id]);
    });

    test('two processes that import the same list at once store it once', async () => {
      const { store, second } = subject();
      const { id: made } = await consultation(store);
      const list = () => ['Ana', 'Ben', 'Chloé'].map((name) => enrolment(name, 'APES', []));
      await Promise.all(
        [store, second, store, second].map((one) =>
          one.transaction((tx) => tx.people.enrol(made, list(), AT)),
        ),
      );
      expect(await store.transaction((tx) => tx.people.partners(made))).toHaveLength(3);
    });

    test('whoever acts is found by name, address or id, never by a guess', async () => {
      const { store } = subject();
      const { id: made } = await consultation(store);
      const hostile = `Robert'); DROP TABLE "Person";-- 100%_`;
      const here = address();
      await store.transaction((tx) =>
        tx.people.enrol(
          made,
          [enrolment(hostile, 'A', [here]), enrolment('Sam', 'A', []), enrolment('Sam', 'B', [])],
          AT,
        ),
      );
      const find = (who: string) => store.transaction((tx) => tx.people.find(made, who));
      const robert = await find(hostile);
      expect(robert?.name).toBe(hostile);
      expect(await find(here.userId)).toEqual(robert);
      expect(await find(robert!.id)).toEqual(robert);
      for (const guess of ['Sam', '%', 'S_m', 'robert', '']) expect(await find(guess)).toBeNull();
      const elsewhere = await consultation(store);
      expect(await store.transaction((tx) => tx.people.find(elsewhere.id, hostile))).toBeNull();
    });

    test('partners are listed by college, always in the same order', async () => {
      const { store } = subject();
      const { id: made } = await consultation(store);
      const list = ['economic', 'territories', 'economic'].map((college, n) => {
        const one = enrolment(`P${n}`, unique('Org'));
        return { ...one, partner: { ...one.partner!, college } };
      });
      await store.transaction((tx) => tx.people.enrol(made, list, AT));
      const names = async (colleges?: string[]) =>
        (await store.transaction((tx) => tx.people.partners(made, colleges))).map((one) => one.person.name);
      expect(await names()).toEqual(['P0', 'P1', 'P2']);
      expect(await names(['economic'])).toEqual(['P0', 'P2']);
      expect(await names([])).toEqual([]);
    });

    test('"stop" is kept, and can be taken back', async () => {
      const { store } = subject();
      const { person } = await partner(store, await consultation(store));
      const stop = async (at: number | null) => {
        await store.transaction((tx) => tx.people.setStopped(person.id, at));
        const [spoken] = await store.transaction((tx) => tx.people.partnersOf(person.id));
        const found = await store.transaction((tx) => tx.people.byId(person.id));
        expect(spoken?.person).toEqual(found);
        return found?.stoppedAt;
      };
      expect(await stop(AT + 1)).toBe(AT + 1);
      expect(await stop(null)).toBeNull();
    });

    test('nobody is found by an id that is no id', async () => {
      const { store } = subject();
      const found = await store.transaction(async (tx) => [
        await tx.people.byId(id()),
        await tx.people.byId('x' as never),
        await tx.people.partnersOf('x' as never),
      ]);
      expect(found).toEqual([null, null, []]);
    });
  });
