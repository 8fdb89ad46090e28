/** A round under way, run from the silence map's buttons and from shortcuts on any message: reminded, split, closed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import { shownOf } from './house.ts';
import { buttonsOf } from './rendered.ts';
import { takeShortcut } from './shortcuts.ts';
import { openAsked, type Stage } from './stage.ts';
import type { Seen } from './workspace.ts';

const [database] = storyDatabases();
const PATIENCE = { timeout: 20_000 };
const plainly = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');

describe.each(['http', 'socket'] as const)('a round under way in Slack, by %s', (by) => {
  let at: Stage;
  beforeAll(async () => {
    at = await openAsked(await database!.open(), { by, partners: 4 });
    // The next morning: nobody is reminded in the evening.
    at.clock.leap(at.clock.now() + 16 * 3_600_000);
  });
  afterAll(() => at.close());

  const labels = ({ message }: Seen) => buttonsOf(message).map(({ text }) => text.text);
  const modalText = (userId: string) => plainly(JSON.stringify(at.slack.modal(userId)));
  const onMessage = (userId: string, callback: string, text: string) =>
    takeShortcut(at.slack, userId, callback, { channel: 'C0000000001', user: at.facilitator, text });
  /** The map as it stands now, in its own place. */
  const mapNow = async (ref: string) => {
    await at.bot.tick();
    return (await at.slack.seen(at.facilitator)).find((one) => one.ref === ref)!;
  };
  let map: Seen;

  test('the silence map has a button to remind, which shows whom and what before anything leaves', async () => {
    map = await at.ask(at.facilitator, 'silence', 'Qui manque encore à l’appel');
    expect(labels(map)).toEqual(['Relancer', 'Clore le tour']);
    await at.slack.press(at.facilitator, map.ref, 'Relancer');
    expect(modalText(at.facilitator)).toContain('« plan-actions » : 4 personnes à relancer.');
    expect(modalText(at.facilitator)).toContain('Votre avis nous manque encore');
    expect(await at.slack.submit(at.facilitator, {})).toEqual({});
    await at.next(at.facilitator, 'C’est noté : 4 relances');
    for (const partner of at.partners) await at.next(partner, 'Vous aviez commencé');
  });

  test('pressed again, it says when the next ones may leave; then that nobody is left, and has nothing to send', async () => {
    await at.slack.press(at.facilitator, map.ref, 'Relancer');
    expect(modalText(at.facilitator)).toContain('4 partiront à partir du mardi');
    expect(await at.slack.submit(at.facilitator, {})).toEqual({});
    await at.next(at.facilitator, 'C’est noté : 4 relances');
    await at.slack.press(at.facilitator, map.ref, 'Relancer');
    expect(modalText(at.facilitator)).toContain('Personne à relancer pour « plan-actions »');
    expect(at.slack.modal(at.facilitator).submit).toBeUndefined();
    at.slack.views.close(at.facilitator);
  });

  test('the buttons stay as the map changes where it stands', async () => {
    await at.ask(at.partners[0]!, 'Des locaux à Lille. Et une navette le soir.', /P-\d{4}/u);
    await expect.poll(async () => shownOf(await mapNow(map.ref)), PATIENCE).toContain('1 a répondu');
    expect(labels(await mapNow(map.ref))).toEqual(['Relancer', 'Clore le tour']);
  });

  test('a message that names a proposal is where it is taken apart, once its author agrees', async () => {
    await onMessage(at.facilitator, 'split', 'Il y a deux idées dans P-0001, je crois.');
    const wrong = {
      'Quelle proposition ?': 'P-9999',
      'Ses parties': 'Des locaux à Lille.\nEt une navette le soir.',
    };
    expect(await at.slack.submit(at.facilitator, wrong)).toEqual({
      proposal: expect.stringContaining('P-9999'),
    });
    expect(await at.slack.submit(at.facilitator, { 'Ses parties': wrong['Ses parties'] })).toEqual({});
    await at.next(at.facilitator, 'P-0001');
    const asked = await at.next(at.partners[0]!, /P-0001[\s\S]*Des locaux à Lille/u);
    expect(labels(asked).length).toBeGreaterThan(0);
  });

  test('a shortcut on any message does the same; for a partner it opens nothing of the team’s', async () => {
    for (const callback of ['remind', 'close', 'merge', 'split']) {
      await onMessage(at.partners[1]!, callback, 'plan-actions, P-0001');
      expect(modalText(at.partners[1]!)).toContain('Je n’ai rien à vous proposer ici');
      at.slack.views.close(at.partners[1]!);
    }
    await onMessage(at.facilitator, 'remind', 'On relance ?');
    expect(modalText(at.facilitator)).toContain('Personne à relancer');
    at.slack.views.close(at.facilitator);
  });

  test('where several rounds are open, the one that the message names is chosen beforehand', async () => {
    const which = await at.ask(at.facilitator, 'ouvrir', 'Quel tour');
    await at.slack.press(at.facilitator, which.ref, 'Un nouveau tour');
    const { blocks } = at.slack.modal(at.facilitator);
    const prompts = blocks.find(({ block_id }) => block_id?.startsWith('prompts'))!;
    const sent = await at.slack.submit(at.facilitator, {
      [plainly(blocks[1]!.label!.text)]: 'Les locaux',
      [plainly(prompts.label!.text)]: 'Où manque-t-il de place ?',
    });
    expect(sent).toEqual({});
    const preview = await at.next(at.facilitator, 'On envoie');
    await at.slack.press(at.facilitator, preview.ref, 'Envoyer maintenant');
    await at.next(at.facilitator, 'en route');
    await onMessage(at.facilitator, 'close', 'Pour plan-actions, je crois que nous avons tout entendu.');
    const round = at.slack.modal(at.facilitator).blocks.find(({ block_id }) => block_id === 'round');
    expect(round?.element?.initial_option?.value).toBe('plan-actions');
    expect(round?.element?.options?.map(({ text }) => text.text)).toContain('Les locaux');
    expect(await at.slack.submit(at.facilitator, { 'Quel tour ?': 'Les locaux' })).toEqual({
      reason: 'Il manque une réponse ici.',
    });
    const why = { 'Quel tour ?': 'Les locaux', 'Pourquoi le clore maintenant ?': 'Ouvert par erreur.' };
    expect(await at.slack.submit(at.facilitator, why)).toEqual({});
    await at.next(at.facilitator, 'est clos');
  });

  test('closing from the map before the day takes a reason; the map then says so, and offers nothing more', async () => {
    await at.slack.press(at.facilitator, map.ref, 'Clore le tour');
    expect(modalText(at.facilitator)).toContain('« plan-actions » : ouvert jusqu’au');
    expect(await at.slack.submit(at.facilitator, {})).toEqual({ reason: 'Il manque une réponse ici.' });
    const why = 'Chacun a pu parler & le Conseil avance d’un mois.';
    expect(await at.slack.submit(at.facilitator, { 'Pourquoi le clore maintenant ?': why })).toEqual({});
    await at.next(at.facilitator, /plan-actions » est clos[\s\S]*rouvrir plan-actions/u);
    await expect.poll(async () => shownOf(await mapNow(map.ref)), PATIENCE).toContain('Le tour est clos');
    expect(labels(await mapNow(map.ref))).toEqual([]);
    const reasons = await at.bot.store.transaction(async (tx) => {
      const acts = await tx.acts.of(at.consultation.id);
      const ids = acts.flatMap(({ verb, refs }) => (verb === 'round.close' ? [String(refs.reason)] : []));
      return [...(await tx.words.texts(ids as never)).values()];
    });
    expect(reasons).toContain(why);
  });

  test('a button of before says that it is closed, and has nothing to send', async () => {
    await at.slack.press(at.facilitator, map.ref, 'Clore le tour', { message: map.message });
    expect(modalText(at.facilitator)).toContain('« plan-actions » n’est pas ouvert.');
    expect(at.slack.modal(at.facilitator).submit).toBeUndefined();
  });

  test('an answer after the close is kept as late; the facilitator takes it, and its author is told', async () => {
    const omar = at.partners[1]!;
    await at.slack.say(omar, 'Des vélos prêtés à la semaine.');
    await at.until(omar, 'il me faut votre accord');
    const late = await at.ask(omar, 'oui', /Je garde P-\d{4}, hors délai/u);
    const [ref] = /P-\d{4}/u.exec(late.text)!;
    await at.ask(at.facilitator, 'doutes', `Hors délai, à accepter ou à écarter : ${ref}`);
    await at.ask(at.facilitator, `accepter ${ref}`, ref);
    await at.next(omar, `${ref} est arrivée hors délai : l’équipe l’accepte`);
  });
});
