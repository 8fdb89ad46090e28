/** What the team does in Slack, to the end: the map that changes where it stands, a split, a chart, and what is given back once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import { prepareRestitution } from './given-back.ts';
import { shownOf } from './house.ts';
import { openAsked, type Stage } from './stage.ts';

const [database] = storyDatabases();
const PATIENCE = { timeout: 40_000 };

describe.each(['http', 'socket'] as const)('the team in Slack, by %s', (by) => {
  let at: Stage;
  beforeAll(async () => {
    at = await openAsked(await database!.open(), { by, partners: 2 });
  });
  afterAll(() => at.close());

  test('the silence map changes where it stands, wherever it was asked for, and says nothing more', async () => {
    // What Slack shows one person in a channel can't be changed later.
    await at.slack.command(at.facilitator, 'silence', { channel: 'C1' });
    const map = await at.next(at.facilitator, /(?:0 sur 1[\s\S]*){2}/u);
    await expect
      .poll(() => at.slack.asides(at.facilitator, 'C1').map(({ text }) => text), PATIENCE)
      .toEqual(['Je vous réponds en message privé.']);
    const many = (await at.slack.seen(at.facilitator)).length;
    await at.ask(at.partners[0]!, 'Une halle pour les producteurs.', 'P-0001');
    const now = async () => (await at.slack.seen(at.facilitator)).find(({ ref }) => ref === map.ref)!;
    await expect.poll(async () => shownOf(await now()), PATIENCE).not.toMatch(/(?:0 sur 1[\s\S]*){2}/u);
    expect(shownOf(await now())).toContain('0 sur 1');
    expect(await at.slack.seen(at.facilitator)).toHaveLength(many);
    await at.ask(at.partners[1]!, 'Un poste de comptable partagé.', 'P-0002');
  });

  test('a message that names a proposal splits it, once its author agrees', async () => {
    await at.slack.interact(at.facilitator, {
      type: 'message_action',
      callback_id: 'split',
      channel: { id: 'C1', name: 'ess' },
      message_ts: '1.2',
      message: { type: 'message', ts: '1.2', user: at.facilitator, text: 'P-0001, c’est deux idées' },
    });
    const { blocks } = at.slack.modal(at.facilitator);
    expect(
      blocks.find(({ label }) => label?.text.startsWith('Quelle proposition'))?.element?.initial_value,
    ).toBe('P-0001');
    expect(await at.slack.submit(at.facilitator, {})).toEqual({ parts: 'Il manque une réponse ici.' });
    expect(
      await at.slack.submit(at.facilitator, { 'Ses parties': 'Une halle\npour les producteurs' }),
    ).toEqual({});
    await at.next(at.facilitator, 'P-0001');
    await at.next(at.partners[0]!, /P-0001[\s\S]*« Une halle »[\s\S]*« pour les producteurs/u);
  });

  test('the digest is words, and a picture that says what it shows', async () => {
    await at.ask(at.facilitator, 'digest', /propositions? nouvelles?/u);
    await expect.poll(async () => (await at.slack.given(at.facilitator)).length, PATIENCE).toBeGreaterThan(0);
    const [chart] = await at.slack.given(at.facilitator);
    expect(chart).toMatchObject({ name: expect.stringMatching(/\.png$/u) });
    expect(chart!.alt).toMatch(/^Personnes qui ont contribué, par collège et par axe\.\s.*axe 5\s:\s0\.$/u);
  });

  test('what is given back is shown first, and sent once, however often that is pressed', async () => {
    const { facilitator, partners } = at;
    const preview = await prepareRestitution(at, facilitator, 'Cette action entre au plan.');
    expect(shownOf(preview)).toContain('2 messages prêts');
    await Promise.all([1, 2, 3].map(() => at.slack.press(facilitator, preview.ref, 'Envoyer maintenant')));
    const given = async (one: string) =>
      (await at.slack.seen(one)).filter(({ text }) => /Voici ce que devien/u.test(text)).length;
    for (const one of partners) await expect.poll(() => given(one), PATIENCE).toBe(1);
    await at.slack.courier.settled();
    await at.bot.drain.sweep();
    for (const one of partners) expect(await given(one)).toBe(1);
  });
});
