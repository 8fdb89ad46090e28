/** One address, several people: each one's words are theirs, and nobody's are Claire's by default. */
import { expect, test } from 'vitest';
import { type Journey, journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet } from './story.ts';

const authorsOf = (at: Journey) =>
  at.stage.read(async (tx) => {
    const partners = await tx.people.partners(at.stage.consultation.id);
    return (await tx.proposals.of(at.stage.consultation.id)).map(
      ({ partnerId }) => partners.find(({ id }) => id === partnerId)?.person.name,
    );
  });

journeys('a shared mailbox', { stories: 3 }, (at) => {
  test('a colleague writes from it: theirs, told so each time; then she is back', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Rachida: ajouter Paul Martin, Organisation Claire 1, partenaires, memory:paul-1
      Bot: Paul Martin est invité·e
      Bot → Paul: Bonjour Paul
      Rachida: adresse partagée Claire 1
      Bot: C'est noté : plusieurs personnes écrivent depuis l'adresse de Claire 1, pour Organisation Claire 1.
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

  test('nobody acts as a colleague from an address of their own: the team looks at it, and decides', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Rachida: ajouter Zoé Lemaire, Organisation Claire 2, partenaires, memory:zoe-1
      Bot: Zoé Lemaire est invité·e
      Bot → Zoé: Bonjour Zoé
      Zoé: oui
      Bot: 1/6 :
      Zoé: un jardin partagé à Roubaix
      Bot: Noté, {a}
      Claire: ici Zoé
      Bot: Merci. Cette adresse n'est connue que pour Claire : ce que vous y écrivez est gardé pour l'équipe … Zoé Lemaire peut aussi m'écrire depuis sa propre adresse
      Claire: retirer {a}
      Bot: C'est gardé pour l'équipe, sans être noté au nom de Claire.
      Claire: mes propositions
      Bot: C'est gardé pour l'équipe
      Zoé: {a}
      Bot: {a} … un jardin partagé
      Rachida: doutes
      Bot: Un·e collègue, depuis une adresse qu'on ne sait pas partagée : « ici Zoé » (« adresse partagée Claire 2 » si plusieurs personnes y écrivent)
      Rachida: adresse partagée Claire 2
      Bot: C'est noté : plusieurs personnes
      Claire: ici Zoé
      Bot: C'est noté, Zoé Lemaire : ce que vous écrivez ici est à votre nom
    `);
    const { platform } = at.stage;
    const claire = told.users.Claire!;
    // Pressed, or sent as if it were: no button offered it there.
    const { type: _, ...there } = platform.said(claire).at(-1)!;
    await at.stage.bot.receive({
      ...there,
      id: 'forged',
      type: 'choice',
      message: null,
      value: 'mes données',
    });
    await quiet(at.stage);
    expect(platform.texts(claire).at(-1)).toContain('Cela ne regarde que vous');
    await at.story(
      `
      Rachida: adresse personnelle Claire 2
      Bot: Claire 2 est seul·e à écrire depuis son adresse.
      Claire: mes propositions
      Bot: Vous n'avez pas encore fait de proposition
    `,
      told,
    );
  });

  test('one e-mail address for both: no need to ask the team', async () => {
    const address = (userId: string) => [{ platform: at.stage.platform.name, workspace: 'main', userId }];
    const contact = { email: 'contact@exemple.fr', telephone: null, preferred: null };
    const partner = { organisation: 'Les Deux', college: 'partenaires' };
    await at.stage.enrol([
      { name: 'Ana Diaz', lang: 'fr', addresses: address('ana-1'), roles: [], contact, partner },
      { name: 'Luc Roy', lang: 'fr', addresses: address('luc-1'), roles: [], contact, partner },
    ]);
    await at.story(
      `
      Ana: ici Luc
      Bot: C'est noté, Luc Roy : ce que vous écrivez ici est à votre nom, pour Les Deux.
    `,
      { refs: {}, users: { Ana: 'ana-1' } },
    );
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
      Bot: Quelqu'un d'autre, depuis l'adresse d'une personne invitée : « c'est Jeanne Petit qui répond aujourd'hui » (« ajouter Prénom Nom, Organisation Claire 3, dev-eco, plateforme:identifiant » … « une foncière solidaire »
      Claire: ici Claire
      Bot: Bonjour à nouveau, Claire 3. … 1/6 :
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
      Bot: Thank you. I only know this address as Joy's
      Joy: this is Joy
      Bot: Hello again, Joy 1.
      Rosa: shared address Joy 1
      Bot: Noted: several people write from Joy 1's address, for Organisation Joy 1.
      Joy: this is Mia, not Joy
      Bot: Noted, Mia Jong: what you write here is in your name, for Organisation Joy 1. … shall we start?
      Joy: yes
      Bot: 1/4:
      Joy: this is Joy
      Bot: Hello again, Joy 1. … 1/4:
    `));
});
