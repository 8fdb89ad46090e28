/** Where it is silent: by type of actor, by axis, with the names of organisations. */
import { test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';

journeys('silence', { stories: 4 }, (at) => {
  test('before anybody spoke, everybody reached is silent', () =>
    at.story(`
      Rachida: silence
      Bot: Qui manque encore à l'appel, « plan-actions » : … Partenaires économiques et institutionnels : 0 sur 5 … - aucun axe n'a encore de réponse … « silence Partenaires économiques et institutionnels » donne les noms
    `));

  test('who answered, who passed and who said no are no longer silent', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a}
      Omar: oui
      Bot: 1/6 :
      Omar: passe
      Bot: 2/6 :
      Lucie: pas moi
      Bot: À qui devrions-nous nous adresser ?
      Lucie: passe
      Bot: Merci, l'équipe s'en occupe.
      Rachida: silence
      Bot: Partenaires économiques et institutionnels : 1 a répondu sur 5, 1 a passé, 1 a dit non, 2 silencieuses … Territoires et communes : 0 sur 5 … axe 1, … : 1 réponse, 1 passe … - rien encore : axe 2, … ; axe 3, … État à
    `));

  test('the silent organisations of one type of actor are named', () =>
    at.story(`
      Rachida: silence partenaires
      Bot: Partenaires économiques et institutionnels : 5 personnes invitées … 2 structures silencieuses : … Organisation Kate 1 … Organisation Tom 1
      Rachida: Silence territoires et communes
      Bot: Territoires et communes : 5 personnes invitées … 5 structures silencieuses : … Organisation Claire 2
      Rachida: silence radio
      Bot: Je ne connais pas ce collège. Les collèges : Partenaires économiques et institutionnels ; Territoires et communes ; Direction du développement économique de la MEL ; Autres directions de la MEL.
      Rachida: silence Partenaires économiques et institutionnels
      Bot: Partenaires économiques et institutionnels : 5 personnes invitées … 2 structures silencieuses
    `));

  test('it is nothing for a partner', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: silence territoires
      Bot: …
    `));
});

journeys('silence on an island', { world: WINDHAVEN, stories: 3 }, (at) => {
  test('in English, on three axes', () =>
    at.story(`
      Joy: yes
      Bot: 1/
      Joy: solar panels on every school roof
      Bot: …
      Rosa: silence
      Bot: Who is still missing, “maatregelen”: … Residents and associations: 1 answered of 4, 3 silent … Businesses: 0 of 4 … - Energy: 1 answer … - nothing yet: Water; Getting around; Nature and food …
      Rosa: silence businesses
      Bot: 4 silent organisations: … Organisation Anouk 2 … Organisation Joy 2
    `));
});
