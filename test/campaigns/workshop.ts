/** A workshop where people all speak at once, three in four of them in a room and the others from their own conversation. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Transaction } from '../../src/app/ports/store.ts';
import type { ConsultationId } from '../../src/core/ids.ts';
import { WORKSHOP } from '../journeys/workshop-room.ts';

const IDEAS = [
  'une avance de trésorerie en attendant les subventions',
  'un fonds commun pour avancer la trésorerie aux associations',
  'une garantie bancaire pour les jeunes structures',
  'des locaux partagés moins chers à Roubaix',
  'un bail commun pour des locaux partagés',
  'un comptable partagé entre quatre associations',
  'un guichet unique pour les porteurs de projet',
  'une clause sociale dans chaque marché public',
];
const NAMES = ['claire', 'omar', 'lucie', 'kate', 'tom'];
const AXIS = 'Axe 1';

/** Where it is held: the room, the conversations of each with the bot, and the bot itself. Texts have plain spaces and apostrophes. */
export interface Hall {
  readonly consultation: ConsultationId;
  /** Somebody who is invited and does not come; reads French. */
  readonly absent: string;
  enter(who: string): Promise<void>;
  /** In the room, or in the thread of the message with these words; gives its name there. */
  say(who: string, text: string, under?: string): string;
  /** The same, to the bot; resolves once it has answered. */
  ask(who: string, text: string): Promise<void>;
  /** In their conversation with the bot. */
  tell(who: string, text: string): void;
  /** A thumb on the last message of the room with these words, or taken away. */
  thumb(who: string, on: string, removed?: boolean): void;
  /** A button of the last message with these words. */
  press(who: string, on: string, value: string): void;
  /** What everybody sees there. */
  texts(): string[];
  /** The last message with these words in it; waits for it. */
  find(words: string): Promise<{ readonly text: string; readonly pinned: boolean }>;
  direct(who: string): string[];
  /** Whether the bot signed what was said in the room. */
  signed(message: string): boolean;
  settled(): Promise<void>;
  tick(): Promise<void>;
  read<T>(look: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const PATIENCE = { timeout: 40_000 };

/** `count` people, as many of each name; those called Kate and Tom read English. */
export const workshopPeople = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${NAMES[n % NAMES.length]}-${Math.floor(n / NAMES.length) + 1}`);

export function workshopOf(where: string, people: readonly string[], open: () => Promise<Hall>): void {
  const inRoom = people.filter((_, n) => n % 4 !== 3);
  const apart = people.filter((_, n) => n % 4 === 3);
  // One of them votes with thumbs, another with buttons.
  const [byThumb, byButton, ...inWords] = inRoom as [string, string, ...string[]];

  describe(`a workshop of ${people.length} people ${where}`, () => {
    let hall: Hall;
    const last = (who: string) => hall.direct(who).at(-1) ?? '';
    const rows = () => hall.read((tx) => tx.proposals.of(hall.consultation));
    const workshop = (tx: Transaction) => tx.workshops.of(hall.consultation).then(([one]) => one!.id);
    const expectNothingPrivate = () => {
      for (const text of hall.texts())
        expect(text).not.toMatch(/Vos points|Qui êtes-vous|Bonjour [A-Z]|Noté, P-/u);
    };

    beforeAll(async () => {
      hall = await open();
      for (const one of [...inRoom, 'rachida']) await hall.enter(one);
      await hall.settled();
      await hall.ask('rachida', `atelier ${WORKSHOP}`);
      for (const one of apart) hall.tell(one, /^[kt]/u.test(one) ? 'yes' : 'oui');
      await hall.ask('rachida', 'début');
      await hall.find(AXIS);
    }, 60_000);
    afterAll(() => hall?.close());

    test('everybody’s idea is one proposal, signed once, and the room is told the count', async () => {
      const said = inRoom.map((one, n) => hall.say(one, IDEAS[n % IDEAS.length]!, AXIS));
      for (const [n, one] of apart.entries()) hall.tell(one, IDEAS[n % IDEAS.length]!);
      await hall.settled();
      expect(said.filter((message) => !hall.signed(message))).toEqual([]);
      const found = await rows();
      expect(found).toHaveLength(people.length);
      expect(new Set(found.map(({ partnerId }) => partnerId)).size).toBe(people.length);
      await hall.tick();
      const opening = await hall.find('Atelier 1');
      expect(opening.text).toContain(`${people.length} idées, ${people.length + 1} personnes ici`);
      expect(opening.pinned).toBe(true);
      expectNothingPrivate();
    });

    test('close ideas are put together, and every one is in one group at most', async () => {
      await hall.ask('rachida', 'suite');
      await hall.find('à corriger ensemble');
      const { groups, members } = await hall.read(async (tx) => tx.workshops.grouped(await workshop(tx)));
      expect(groups.length).toBeGreaterThan(1);
      expect(new Set(members.map(({ proposal }) => proposal)).size).toBe(members.length);
      if (people.length >= 40) expect(members.length).toBeGreaterThan(people.length / 2);
    });

    test('dots of all at once are counted once a person, and no more than each has', async () => {
      await hall.ask('rachida', 'suite');
      await hall.find('5 points par personne');
      for (const one of inWords) {
        hall.say(one, '3 points sur G1, 2 sur G2');
        hall.say(one, '3 points sur G1, 2 sur G2');
        hall.say(one, '1 point sur G3');
      }
      hall.thumb(byThumb, 'G1 ·');
      hall.thumb(byThumb, 'G2 ·');
      hall.press(byButton, 'G1 ·', 'G1 +1');
      for (const one of apart) hall.tell(one, 'G1 2, G2 1');
      await hall.settled();
      hall.thumb(byThumb, 'G2 ·', true);
      await hall.settled();
      const dots = await hall.read(async (tx) => tx.workshops.dots(await workshop(tx)));
      expect(dots.reduce((sum, { points }) => sum + points, 0)).toBe(
        inWords.length * 5 + apart.length * 3 + 2,
      );
      expect(new Set(dots.map(({ person }) => person)).size).toBe(people.length);
      const french = apart.find((one) => !/^[kt]/u.test(one))!;
      expect(last(french)).toContain('Vos points : 2 sur G1, 1 sur G2. Il vous en reste 2.');
      await hall.ask('rachida', 'suite');
      expect(hall.texts().find((text) => text.startsWith('Les priorités'))).toContain(
        `G1 · ${inWords.length * 3 + apart.length * 2 + 2} points`,
      );
      expectNothingPrivate();
    });

    test('the minutes cite each idea once, and reach everybody', async () => {
      await hall.ask('rachida', 'fin');
      hall.tell('rachida', 'compte rendu');
      await hall.settled();
      const drafted = hall.direct('rachida').slice(-4).join('\n');
      const cited = [...drafted.matchAll(/P-\d{4}/gu)].map(([ref]) => ref);
      expect(new Set(cited).size).toBe(people.length);
      hall.tell('rachida', 'signer compte rendu');
      await hall.settled();
      for (const one of people)
        expect(hall.direct(one).slice(-3).join('\n'), one).toMatch(/Signé par Rachida|Signed by Rachida/u);
    });

    test('somebody absent reads the minutes, adds an idea, and the minutes mark it', async () => {
      const told = () => hall.direct(hall.absent).join('\n');
      await expect.poll(told, PATIENCE).toContain("Vous n'avez pas pu venir : voici le compte rendu");
      const asked = hall.direct(hall.absent).length;
      hall.tell(hall.absent, 'commencer');
      await expect.poll(() => hall.direct(hall.absent).length, PATIENCE).toBeGreaterThan(asked);
      hall.tell(hall.absent, 'une épicerie solidaire itinérante pour les villages');
      await expect.poll(told, PATIENCE).toMatch(/Noté, P-\d{4}/u);
      hall.tell('rachida', 'compte rendu');
      const minutes = () => hall.direct('rachida').join('\n');
      await expect
        .poll(minutes, PATIENCE)
        .toMatch(/Ajouté après l'atelier :\s+- P-\d{4}[^\n]*une épicerie solidaire itinérante/u);
      expect(hall.texts().join('\n')).not.toContain('épicerie solidaire itinérante');
      expectNothingPrivate();
    });
  });
}
