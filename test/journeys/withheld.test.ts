/** Small figures through the chat: in one public synthesis, and in what two of them tell together. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { quiet } from './story.ts';

interface Row {
  readonly college: string;
  readonly invited: number;
  readonly answered: number | null;
}

journeys('figures withheld', { stories: 8 }, (at) => {
  const lastFile = (user: string) =>
    at.stage.platform
      .inbox(user)
      .flatMap(({ file }) => file ?? [])
      .at(-1)!;
  const inCollege = async () => {
    const partners = await at.stage.read((tx) => tx.people.partners(at.stage.consultation.id));
    return [...Map.groupBy(partners, ({ college }) => college)][0]!;
  };
  /** Their first answer, each in their own words. */
  const answers = async (users: readonly { readonly userId: string; readonly lang: string }[]) => {
    const { platform } = at.stage;
    for (const [n, { userId, lang }] of users.entries()) {
      platform.say(userId, lang === 'fr' ? 'oui' : 'yes');
      await platform.waitFor(userId, ({ text }) => text.includes('1/6'));
      platform.say(userId, lang === 'fr' ? `un local de réparation, rue ${n}` : `a repair café, street ${n}`);
      await platform.waitFor(userId, ({ text }) => /P-\d{4}/u.test(text));
    }
    await quiet(at.stage);
  };
  /** Drafts, signs, and gives what is published, then what the team reads. */
  const published = async (number: number): Promise<{ open: Row[]; internal: Row[] }> => {
    const from = at.stage.platform.inbox('solene').length;
    at.stage.platform.say('solene', 'synthèse');
    const drafted = new RegExp(`Brouillon n°\\s${number}\\.`, 'u');
    await at.stage.platform.waitFor('solene', ({ text }) => drafted.test(text), { from });
    await quiet(at.stage);
    at.stage.platform.say('solene', 'sans désaccord partout');
    await quiet(at.stage);
    await at.story(`
      Solène: signer
      Bot: Signer quand même ?
      Solène: oui
      Bot: Synthèse n° ${number} signée
      Solène: document synthèse publique en json
      Bot: Voici le document demandé
    `);
    const open = JSON.parse(Buffer.from(lastFile('solene').content, 'base64').toString());
    await at.story('Solène: document synthèse en json\n Bot: Voici le document demandé');
    const internal = JSON.parse(Buffer.from(lastFile('solene').content, 'base64').toString());
    return { open: open.base, internal: internal.base };
  };

  test('five answers of one type of actor are told; four are not; and one more, later, is not told by difference', async () => {
    const [college, partners] = await inCollege();
    const users = partners.map(({ person }) => ({ userId: person.addresses[0]!.userId, lang: person.lang }));
    expect(users.length).toBeGreaterThanOrEqual(10);
    const rowIn = (rows: readonly Row[]) => rows.find((row) => row.college === college)!;
    await answers(users.slice(0, 5));
    const first = await published(1);
    expect(rowIn(first.open)).toMatchObject({ invited: users.length, answered: 5 });
    await answers(users.slice(5, 6));
    const second = await published(2);
    expect(rowIn(second.internal).answered).toBe(6);
    expect(rowIn(second.open)).toMatchObject({ invited: users.length, answered: null });
    await answers(users.slice(6, 10));
    const third = await published(3);
    expect(rowIn(third.open).answered).toBe(10);
    // What nobody of a type of actor said is nobody's secret; what one to four did is.
    for (const { open } of [first, second, third])
      for (const { answered } of open)
        expect(answered === null || answered === 0 || answered >= 5).toBe(true);
  });
});
