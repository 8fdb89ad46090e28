/** The silence map, looked at while people answer: one message that says what is so now, until the round is closed. */
import { expect, test } from 'vitest';
import type { Seen } from '../../adapters/memory/platform.ts';
import { journeys } from './harness.ts';
import { quiet } from './story.ts';

journeys('the live silence map', { stories: 4 }, (at) => {
  const maps = (user: string): Seen[] =>
    at.stage.platform.inbox(user).filter(({ text }) => text.includes('Qui manque encore à l’appel'));
  /** What waits for a few seconds. */
  const soon = async () => {
    await quiet(at.stage);
    await at.stage.bot.tick();
    await quiet(at.stage);
  };
  const edits = async () =>
    (await at.stage.read((tx) => tx.outbox.of(at.stage.consultation.id, ['sent'], 500))).filter(({ kind }) =>
      kind.startsWith('silence-map-'),
    ).length;

  test('what people answer changes the message in place, and what says nothing new does not', async () => {
    await at.story(`
      Rachida: silence
      Bot: Partenaires économiques et institutionnels : 0 sur 5 … État à
    `);
    await soon();
    expect(await edits()).toBe(0);
    await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a}
    `);
    await soon();
    expect(await edits()).toBe(1);
    await soon();
    expect(await edits()).toBe(1);
    const shown = maps('rachida');
    expect(shown).toHaveLength(1);
    expect(shown[0]!.text).toContain('1 a répondu sur 5');
  });

  test('comes by itself soon after an answer', async () => {
    await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: un fonds commun
      Bot: Noté, {a}
    `);
    await at.stage.platform.waitFor('rachida', ({ text }) => text.includes('2 ont répondu'), {
      within: 20_000,
    });
    expect(maps('rachida')).toHaveLength(1);
  });

  test('asked for again it is a new message, and the old one stays what it was', async () => {
    await at.story(`
      Rachida: silence
      Bot: 2 ont répondu
      Lucie: oui
      Bot: 1/6 :
      Lucie: passe
      Bot: 2/6 :
    `);
    await soon();
    const [before, now] = maps('rachida');
    expect(before!.text).not.toContain('a passé');
    expect(now!.text).toContain('2 ont répondu sur 5, 1 a passé');
  });

  test('its buttons hold at any time, whatever was asked before and since', () =>
    at.story(`
      Rachida: relancer
      Bot: « plan-actions » : … à relancer … On envoie ? [Envoyer maintenant] [Annuler]
      Rachida: silence
      Bot: Qui manque encore à l'appel … État à … [Relancer] [Clore le tour]
      Rachida: oui
      Bot: Je n'ai pas compris.
      Rachida [late Qui_manque_encore]: clore plan-actions
      Bot: « plan-actions » n'est pas encore à son terme : pourquoi le clore maintenant ?
      Rachida: annuler
      Bot: Rien ne change : « plan-actions » reste ouvert.
      Rachida [late Qui_manque_encore]: relancer plan-actions
      Bot: « plan-actions » : … à relancer … On envoie ? [Envoyer maintenant] [Annuler]
      Rachida: non
      Bot: Rien n'est parti.
    `));

  test('once the round is closed it says so, and changes no more', async () => {
    await at.story(`
      Rachida: clore plan-actions : assez entendu
      Bot: clos
    `);
    await soon();
    expect(maps('rachida').at(-1)!.text).toMatch(/Le tour est clos\s: état arrêté à/u);
    const before = await edits();
    await soon();
    expect(await edits()).toBe(before);
  });
});
