/** People met on the way: enrolled and invited at once, in the place of somebody or beside them. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';

/** Nobody of that name was enrolled before: the story's first `Paul` is the identifier `paul-1`. */
journeys('on the way', { stories: 3 }, (at) => {
  test('« pas moi » names somebody, who is invited and answers', () =>
    at.story(`
      Claire: pas moi
      Bot: À qui devrions-nous nous adresser ?
      Claire: Paul Martin, notre directeur
      Bot: Merci, l'équipe s'en occupe.
      Rachida: doutes
      Bot: Personne à inviter plutôt : « Paul Martin, notre directeur » (« ajouter Paul Martin, Organisation Claire 1, partenaires, plateforme:identifiant » l'invite)
      Rachida: ajouter Paul Martin, Organisation Claire 1, partenaires, memory:paul-1
      Bot: Paul Martin est invité·e à « plan-actions », l'invitation part. Le point « personne à inviter plutôt » de sa structure est réglé.
      Bot → Paul: Bonjour Paul … On commence ?
      Paul: oui
      Bot: 1/6 :
      Paul: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a}
      Rachida: doutes
      Bot: Rien n'attend votre avis.
    `));

  test('« pas moi » names somebody who is known already: the command is ready', () =>
    at.story(`
      Lucie: pas moi
      Bot: À qui devrions-nous nous adresser ?
      Lucie: voyez plutôt avec Omar 2, de l'autre structure
      Bot: Merci, l'équipe s'en occupe.
      Rachida: doutes
      Bot: (« ajouter Omar 2, Organisation Lucie 1, partenaires, memory:omar-2 » l'invite)
      Rachida: ajouter Omar 2, Organisation Lucie 1, partenaires, memory:omar-2
      Bot: Omar 2 est invité·e à « plan-actions »
    `));

  test('« pas moi », with a name and an e-mail: the command is ready; without a page, it says what else to give', () =>
    at.story(`
      Lucie: pas moi
      Bot: À qui devrions-nous nous adresser ?
      Lucie: écrivez plutôt à Nadia Petit, nadia.petit@exemple.fr, elle suit tout ça
      Bot: Merci, l'équipe s'en occupe.
      Rachida: doutes
      Bot: (« ajouter Nadia Petit, Organisation Lucie 2, territoires, nadia.petit@exemple.fr » l'invite)
      Rachida: doute 1
      Bot: « ajouter Nadia Petit, Organisation Lucie 2, territoires, nadia.petit@exemple.fr »
      Rachida: ajouter Nadia Petit, Organisation Lucie 2, territoires, nadia.petit@exemple.fr
      Bot: Je n'ai pas de page ici, où mène un lien par e-mail : donnez « plateforme:identifiant ».
      Rachida: inviter Nadia Petit, nadia@petit
      Bot: Je ne reconnais pas cette adresse e-mail : rien n'a changé.
      Rachida: inviter Nadia Petit, memory:nadia-1
      Bot: Nadia Petit est invité·e à « plan-actions »
      Bot → Nadia: Bonjour Nadia
    `));

  test('in another language, for an organisation whose name has a comma', () =>
    at.story(`
      Solène: inviter Ann Smith, Ville de Lys, service ESS, territoires et communes, memory:ann-1, en
      Bot: Ann Smith est invité·e à « plan-actions »
      Bot → Ann: Hello Ann, I am the bot … Shall we start?
    `));

  test('what is refused', async () => {
    await at.story(`
      Rachida: ajouter Paul Martin, Organisation Claire 1, partenaires, memory:paul-1
      Bot: Cette personne est déjà invitée à « plan-actions ».
      Rachida: ajouter Jean Faux, Organisation Claire 1, partenaires, memory:paul-1
      Bot: Cet identifiant est déjà celui de quelqu'un d'autre : rien n'a changé.
      Rachida: ajouter Jean Faux, Organisation Claire 1, radio, memory:jean-1
      Bot: Je ne connais pas ce collège.
      Rachida: ajouter Jean Faux, Organisation Claire 1, partenaires, pigeon:jean-1
      Bot: Je ne suis pas sur « pigeon ». Ici : memory.
    `);
    const told = await at.story(`
      Omar: stop
      Bot: C'est entendu
    `);
    await at.story(
      `
      Rachida: ajouter Omar 1, Une autre structure, partenaires, memory:omar-1
      Bot: Cette personne a demandé à ne plus recevoir de message
    `,
      told,
    );
    const names = await at.stage.read(async (tx) =>
      (await tx.people.partners(at.stage.consultation.id)).map(({ person }) => person.name),
    );
    expect(names).not.toContain('Jean Faux');
  });

  test('a partner adds nobody', () =>
    at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie: ajouter Jean Faux, Organisation Claire 1, partenaires, memory:jean-1
      Bot: …
    `));

  test('after the close there is no round to be added to', () =>
    at.story(`
      Rachida: clore plan-actions : le calendrier du Conseil a changé
      Bot: « plan-actions » est clos.
      Rachida: ajouter Jean Faux, Organisation Claire 1, partenaires, memory:jean-1
      Bot: Aucun tour n'est ouvert.
    `));
});

journeys('on the way, on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English', () =>
    at.story(`
      Rosa: add Mia Jong, Harbour fund, businesses, memory:mia-1, en
      Bot: Mia Jong is invited to “maatregelen”, the invitation is on its way.
      Bot → Mia: Hello Mia, I am the bot … Shall we start?
    `));
});

journeys('somebody else, named at once', { stories: 2 }, (at) => {
  test('before any yes, it is « pas moi » too; later, what was asked stays asked', () =>
    at.story(`
      Lucie: écrivez plutôt à Jules Dubreuil, jules@asso.example
      Bot: Merci, l'équipe s'en occupe.
      Claire: oui
      Bot: 1/6 :
      Claire: contactez plutôt Anne Lefort
      Bot: Merci, je transmets ce nom à l'équipe. Vous pouvez continuer quand vous voulez.
      Claire: contactez plutôt les communes pour les salles
      Bot: Noté, {a}
    `));
});
