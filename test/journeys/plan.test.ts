/** The plan in chat: by axis, action by action, version by version. */
import { test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';

journeys('the plan, asked in chat', { stories: 1, open: false }, (at) => {
  test('as a whole, an axis, an action; what is not there is said', async () => {
    await at.story(`
      Rachida: plan
      Bot: Premier plan de développement de l'ESS 2011-2014 : 10 actions, version 1. … Axe 1 : Accompagnement … Soutien aux réseaux de l'ESS (réalisée) … Avance de trésorerie sur subvention (exemple) (prévue, exemple) … Axe 5 : … « plan soutien-reseaux » montre une action en entier.
      Rachida: plan axe 3
      Bot: Axe 3 : … Chaire … « plan chaire-ess »
      Rachida: plan entreprendre-autrement
      Bot: Appel à projets Entreprendre autrement … Axe 1 : … description : Un appel à projets … indicateurs : Emplois créés ou consolidés directement ; Emplois … état : réalisée
      Rachida: plan n-existe-pas
      Bot: Le plan n'a pas d'action « n-existe-pas ».
      Rachida: plan axe 9
      Bot: Je ne connais pas cet axe. Les axes : 1, 2, 3, 4, 5.
      Rachida: plan 3
      Bot: Il n'y a pas de version 3 du plan : la dernière est la 1.
      Rachida: plan versions
      Bot: Une version du plan : … version 1, du dossier, depuis le 2 mars 2015 (10 actions)
      Rachida: comparer plan
      Bot: Il n'y a qu'une version du plan
    `);
  });
});

journeys('the plan, in English', { stories: 1, open: false, world: WINDHAVEN }, (at) => {
  test('the same', async () => {
    await at.story(`
      Rosa: plan
      Bot: First climate plan (made up): 1 action, version 1. … Solar roofs on schools (under way, Eilandwerken, example) … “plan zonnedaken” shows one action in full.
      Rosa: plan zonnedaken
      Bot: Solar roofs on schools … description: Panels on three schools. … operator: Eilandwerken … indicators: Power installed
    `);
  });
});
