/** One address, several people: each one's words are theirs, and nobody's are Claire's by default. */
import { expect, test } from 'vitest';
import { type Journey, journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';

const authorsOf = (at: Journey) =>
  at.stage.read(async (tx) => {
    const partners = await tx.people.partners(at.stage.consultation.id);
    return (await tx.proposals.of(at.stage.consultation.id)).map(
      ({ partnerId }) => partners.find(({ id }) => id === partnerId)?.person.name,
    );
  });

journeys('a shared mailbox', { stories: 2 }, (at) => {
  test('a colleague writes from it: theirs, told so each time; then she is back', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Rachida: ajouter Paul Martin, Organisation Claire 1, partenaires, memory:paul-1
      Bot: Paul Martin est invité·e
      Bot → Paul: Bonjour Paul
      Claire: Bonjour, ici Paul, pas Claire
      Bot: C'est noté, Paul Martin : ce que vous écrivez ici est à votre nom, pour Organisation Claire 1. … on commence ?
      Claire: oui
      Bot: 1/6 :
      Claire: des locaux moins chers à Tourcoing
      Bot: Noté pour Paul Martin (Organisation Claire 1), {a}
      Claire: mes données
      Bot: Cela ne regarde que vous : écrivez-le-moi depuis votre propre adresse.
      Claire: ici Claire
      Bot: Bonjour à nouveau, Claire 1. … 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {b}
    `);
    expect(await authorsOf(at)).toEqual(['Paul Martin', 'Claire 1']);
    await at.story(
      `
      Paul: effacer
      Bot: J'efface tout ?
      Paul: oui
      Bot: C'est fait
    `,
      told,
    );
    const kept = await at.stage.read(async (tx) =>
      JSON.stringify(await tx.outbox.of(at.stage.consultation.id, ['queued', 'sent', 'dropped'], 1000)),
    );
    expect(kept).not.toContain('Noté pour Paul Martin');
  });

  test('somebody nobody knows: kept for the team, and not hers', async () => {
    const before = (await authorsOf(at)).length;
    await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: c'est Jeanne Petit qui répond aujourd'hui
      Bot: Merci. Je ne vous connais pas encore : ce que vous écrivez ici est gardé pour l'équipe, et n'est pas noté au nom de Claire.
      Claire: une foncière solidaire
      Bot: C'est gardé pour l'équipe
      Rachida: doutes
      Bot: Quelqu'un d'autre, depuis une adresse partagée : « c'est Jeanne Petit qui répond aujourd'hui » (« ajouter Prénom Nom, Organisation Claire 2, territoires, plateforme:identifiant » … « une foncière solidaire »
      Claire: ici Claire
      Bot: Bonjour à nouveau, Claire 2. … 1/6 :
    `);
    expect(await authorsOf(at)).toHaveLength(before);
  });
});

journeys('a shared mailbox, on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English', () =>
    at.story(`
      Joy: yes
      Bot: 1/4:
      Rosa: add Mia Jong, Organisation Joy 1, bewoners, memory:mia-1, en
      Bot: Mia Jong is invited
      Bot → Mia: Hello Mia
      Joy: this is Mia, not Joy
      Bot: Noted, Mia Jong: what you write here is in your name, for Organisation Joy 1. … shall we start?
      Joy: yes
      Bot: 1/4:
      Joy: this is Joy
      Bot: Hello again, Joy 1. … 1/4:
    `));
});
