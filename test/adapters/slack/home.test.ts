/** App Home: what each finds there, kept true while they look, and never what is somebody else's. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { homeOf } from '../../../adapters/slack/outbound/home.ts';
import type { Message } from '../../../src/chat/outbound.ts';
import { storyDatabases } from '../../databases.ts';
import { faultsOfView } from './block-kit.ts';
import { method } from './faults.ts';
import { buttonsOf, rendered } from './rendered.ts';
import { openStage, type Stage } from './stage.ts';

const [database] = storyDatabases();
const PATIENCE = { timeout: 40_000 };

describe('App Home', () => {
  let at: Stage;
  beforeAll(async () => {
    at = await openStage(await database!.open(), { by: 'http', partners: 2 });
  });
  afterAll(() => at.close());

  const shown = (userId: string): string => {
    const home = at.slack.views.home(userId);
    return home === null
      ? ''
      : rendered({ text: '', blocks: home.view.blocks } as never).replace(/[\u00a0\u202f]/gu, ' ');
  };
  const buttons = (userId: string) =>
    buttonsOf(at.slack.views.home(userId)!.view as never).map(({ text }) => text.text);
  const press = (userId: string, label: string) => {
    const { id, view } = at.slack.views.home(userId)!;
    const found = buttonsOf(view as never).find(({ text }) => text.text === label)!;
    return at.slack.interact(userId, {
      type: 'block_actions',
      container: { type: 'view', view_id: id },
      view: { ...view, id },
      actions: [{ ...found, action_ts: `${Date.now() / 1000}` }],
    });
  };

  test('says that nothing is open, before anything is', async () => {
    const [claire] = at.partners;
    await at.slack.openHome(claire!);
    await expect.poll(() => shown(claire!), PATIENCE).toContain('Rien n’est ouvert pour vous en ce moment');
    expect(shown(claire!)).toContain('Vos propositions');
    await at.slack.openHome(at.facilitator);
    await expect.poll(() => shown(at.facilitator), PATIENCE).toContain('Aucun tour n’est encore ouvert');
  });

  test('follows what happens while it is looked at: an invitation, an answer, a form over it', async () => {
    const [claire] = at.partners;
    await at.ask(at.facilitator, 'ouvrir plan-actions', 'On envoie ?');
    await at.ask(at.facilitator, 'oui', 'invitations');
    await at.next(claire!, 'On commence');
    await expect.poll(() => shown(claire!), PATIENCE).toContain('6 questions');
    expect(buttons(claire!)).toContain('Commencer');
    await press(claire!, 'Commencer');
    await at.next(claire!, '1/6');
    await expect.poll(() => shown(claire!), PATIENCE).toContain('question 1 sur 6');
    await press(claire!, 'Tout répondre d’un coup');
    const [first] = at.slack.modal(claire!).blocks.filter(({ type }) => type === 'input');
    const label = first!.label!.text.replace(/[\u00a0\u202f]/gu, ' ');
    expect(await at.slack.submit(claire!, { [label]: 'Une laverie pour les crèches.' })).toEqual({});
    await at.next(claire!, 'P-0001');
    await expect.poll(() => shown(claire!), PATIENCE).toMatch(/Vos propositions\s+- P-0001, « Une laverie/u);
    await expect.poll(() => shown(at.facilitator), PATIENCE).toContain('invitées');
  });

  test('shows nobody what somebody else said', async () => {
    const [, omar] = at.partners;
    await at.slack.openHome(omar!);
    await expect.poll(() => shown(omar!), PATIENCE).toContain('6 questions');
    expect(shown(omar!)).not.toContain('laverie');
    expect(shown(at.facilitator)).not.toContain('laverie');
  });

  test('is not published again when nothing changed, and survives a refusal of Slack’s', async () => {
    const [, omar] = at.partners;
    const { times } = at.slack.views.home(omar!)!;
    await at.slack.openHome(omar!);
    await at.slack.openHome(omar!);
    at.slack.gateway.faults.plan({ kind: 'refused', error: 'hash_conflict' }, method('views.publish'));
    await at.next(omar!, 'On commence');
    await at.ask(omar!, 'oui', '1/6');
    await expect.poll(() => shown(omar!), PATIENCE).toContain('question 1 sur 6');
    expect(at.slack.views.home(omar!)!.times).toBe(times + 1);
  });

  test('greets whom nobody knows', async () => {
    const somebody = at.slack.people.at(-1)!;
    expect([at.facilitator, ...at.partners]).not.toContain(somebody);
    await at.slack.openHome(somebody);
    await expect.poll(() => shown(somebody), PATIENCE).toContain('Je ne vous connais pas encore');
  });
});

test('any home is one that Slack takes', () => {
  const text = fc
    .tuple(fc.constantFrom('é', '👩‍👩‍👧 ', 'des mots. '), fc.integer({ min: 0, max: 900 }))
    .map(([piece, times]) => piece.repeat(times).slice(0, 5_000));
  const part: fc.Arbitrary<Message> = fc
    .tuple(fc.array(text, { maxLength: 4 }), fc.array(text, { maxLength: 5 }))
    .map(([said, labels]) => ({
      lang: 'fr',
      blocks: said.map((one) => ({ type: 'paragraph', content: [{ text: one, person: true }] })),
      choices: labels.map((label, index) => ({ value: `v${index}`, label })),
    }));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 60 }), (parts) => {
      const view = homeOf(parts);
      fc.pre(view.blocks.length > 0);
      expect(faultsOfView(view)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
