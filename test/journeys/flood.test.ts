/** One person writes without end, and the others answer as if nothing was; all that was written is that person's to read. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { quiet } from './story.ts';

/** More than may wait their turn in one conversation: what is left over is delivered again. */
const MESSAGES = 220;
const SUBJECTS = [
  'un annuaire des structures du quartier',
  'des locaux moins chers à Roubaix',
  'une avance de trésorerie',
  'un poste de comptable partagé',
  'des clauses sociales dans les marchés',
  'une formation à la gestion',
];

journeys('a flood', { stories: 3 }, (at) => {
  test('220 messages of one person at once: in her order, nobody waits behind her, and none is lost', async () => {
    await at.story('Claire: oui\n Bot: 1/6 :');
    const { platform } = at.stage;
    const from = platform.posted.length;
    const texts = Array.from(
      { length: MESSAGES },
      (_, n) => `${SUBJECTS[n % SUBJECTS.length]}, numéro ${n + 1}`,
    );
    for (const text of texts) platform.say('claire-1', text);
    const others = ['omar-1', 'lucie-1', 'kate-1'];
    for (const other of others) platform.say(other, other === 'kate-1' ? 'yes' : 'oui');
    for (const other of others)
      await platform.waitFor(other, ({ text }) => text.includes('1/6'), { within: 30_000 });
    const placeOf = (user: string) => platform.inbox(user)[0]!.place;
    const since = platform.posted.slice(from);
    const behind = since.findLastIndex(({ place }) => others.some((one) => placeOf(one) === place));
    const hers = since.slice(0, behind).filter(({ place }) => place === placeOf('claire-1'));
    // One of hers a turn, and what was already on its way.
    expect(hers.length).toBeLessThan(20);
    await platform.settled(150_000);
    await quiet(at.stage);
    platform.say('claire-1', 'mes données');
    const asked = await platform.waitFor('claire-1', ({ text }) =>
      text.includes('Ce que nous gardons de vous'),
    );
    expect(asked.text).toContain(`${MESSAGES + 1} messages de vous`);
    const before = platform.inbox('claire-1').length;
    platform.say('claire-1', 'oui');
    await platform.waitFor('claire-1', ({ text }) => text.includes('plus haut dans cette discussion'), {
      from: before,
    });
    const told = platform.texts('claire-1').slice(before).join('\n');
    for (const text of texts) expect(told).toContain(text);
    expect(told).not.toContain('Omar');
  }, 240_000);
});
