/** How words were read: doubts between axes, right or not right, which one, written anew. */
import { afterEach, expect, test } from 'vitest';
import type { ProposalRow } from '../../src/app/ports/proposals.ts';
import { numberOf } from '../../src/core/ids.ts';
import { current } from '../../src/core/proposal/model.ts';
import { journeys } from './harness.ts';
import type { Stage } from './stage.ts';

const DOUBTFUL = 'une recherche sur les emplois';

const proposal = async (stage: Stage, ref: string): Promise<ProposalRow> =>
  (await stage.read((tx) => tx.proposals.byNumber(stage.consultation.id, numberOf(ref)!)))!;

const axes = (row: ProposalRow): string[] =>
  row.tags
    .filter(({ dimension }) => dimension === 'axis')
    .map(({ value, main, source }) => `${value} ${main ? 'main' : 'other'} ${source}`);

const textOf = (stage: Stage, row: ProposalRow): Promise<string> =>
  stage.read(async (tx) => {
    const { words, start, end } = current(row);
    return (await tx.words.texts([words])).get(words)!.slice(start, end);
  });

journeys('reading', { stories: 20 }, (at) => {
  afterEach(() => at.untaught());
  const doubt = `
    Claire: oui
    Bot: 1/6 :
    Claire: ${DOUBTFUL}
    Bot: Noté, {a} … J'hésite pour {a} : plutôt A) … ou B) … ? [A) … ] [B) … [Les deux]
  `;

  test('a doubt between two axes, settled by a letter', async () => {
    const told = await at.story(`${doubt}
      Claire: B
      Bot: {a} : axe 5, c'est noté. … 2/6 :
    `);
    expect(axes(await proposal(at.stage, told.refs.a!))).toEqual(['5 main partner']);
  });

  test('both, rather the second', async () => {
    const told = await at.story(`${doubt}
      Claire: les 2, plutôt B
      Bot: {a} : axe 5, avec un renvoi vers l'axe 3. … 2/6 :
    `);
    expect(axes(await proposal(at.stage, told.refs.a!)).sort()).toEqual([
      '3 other partner',
      '5 main partner',
    ]);
  });

  test('both, by the button', () =>
    at.story(`${doubt}
      Claire [press]: Les deux
      Bot: {a} : axe 3, avec un renvoi vers l'axe 5. … 2/6 :
    `));

  test('another axis than the two', async () => {
    const told = await at.story(`${doubt}
      Claire: plutôt l'axe 2
      Bot: {a} : axe 2, c'est noté. … 2/6 :
    `);
    expect(axes(await proposal(at.stage, told.refs.a!))).toEqual(['2 main partner']);
  });

  test('left unanswered, the doubt waits for the facilitators and blocks nothing', () =>
    at.story(`${doubt}
      Claire: des locaux moins chers à Roubaix
      Bot: Noté, {b} … 2/6 :
      Claire: mes propositions
      Bot: {a}, « ${DOUBTFUL} » … {b}, « des locaux moins chers à Roubaix »
      Rachida: doutes
      Bot: Axe à trancher … {a}, « ${DOUBTFUL} »
      Rachida: reclasser {a} axe 3
      Bot: {a} : axe 3, c'est noté.
    `));

  test('thanks instead of an axis: the next question comes', () =>
    at.story(`${doubt}
      Claire: merci
      Bot: 2/6 :
    `));

  const two = `
    Omar: oui
    Bot: 1/6 :
    Omar: - un fonds d'amorçage pour les associations↵- des locaux moins chers à Roubaix
    Bot: {a}, … {b}, … C'est bien ça ?
  `;

  test('right', () =>
    at.story(`${two}
      Omar: c'est bien ça, merci
      Bot: 2/6 :
    `));

  test('thanks is a yes', () =>
    at.story(`${two}
      Omar: merci
      Bot: 2/6 :
    `));

  test('a place named after a yes corrects the reading', async () => {
    const told = await at.story(`${two}
      Omar: oui mais pas que Roubaix, tout le versant nord-est
      Bot: C'est corrigé. … 2/6 :
    `);
    const territories = (await proposal(at.stage, told.refs.b!)).tags.filter(
      ({ dimension }) => dimension === 'territory',
    );
    expect(territories.map(({ value, source }) => `${value} ${source}`)).toContain(
      'versant-nord-est partner',
    );
  });

  test('one of them by its place: its axis, where it is, its words; the yes counts for the others', async () => {
    const told = await at.story(`${two}
      Omar: oui mais la 2 c'est plutôt l'axe 3
      Bot: {b} : axe 3, c'est noté. … 2/6 :
      Omar: - une crèche parentale↵- des jardins partagés à Croix↵- une épicerie itinérante
      Bot: {c}, … {d}, … {e}, … C'est bien ça ?
      Omar: ok pour la 1, la 2 c'est pour tout le versant nord-est et la dernière c'est plutôt une halle
      Bot: C'est corrigé. … C'est corrigé, {e} : « une halle ». … 3/6 :
      Omar: - une cantine solidaire↵- un club de lecture
      Bot: {f}, … {g}, … C'est bien ça ?
      Omar: la première oui, la deuxième non
      Bot: Comment écririez-vous {g} ?
      Omar: un club de cuisine
      Bot: {g} est à jour. … 4/6 :
      Omar: mes propositions
      Bot: {a}, « un fonds d'amorçage pour les associations » (financement … {b}, … axe 3 … {c}, « une crèche parentale » … {d}, … Versant nord-est … {e}, « une halle » … {f}, « une cantine solidaire » … {g}, « un club de cuisine »
    `);
    expect(axes(await proposal(at.stage, told.refs.b!))).toContain('3 main partner');
  });

  test('a yes that adds an idea: one proposal more', () =>
    at.story(`${two}
      Omar: oui, et aussi un accompagnement pour la comptabilité
      Bot: Noté, {c} … 2/6 :
    `));

  test('a correction the bot can’t place goes to the team', () =>
    at.story(`${two}
      Omar: oui mais surtout pour les plus petites
      Bot: je transmets cette précision à l'équipe … 2/6 :
      Rachida: doutes
      Bot: Précision à reprendre : « oui mais surtout pour les plus petites »
    `));

  test('no: which one, then how it should read', async () => {
    const told = await at.story(`${two}
      Omar: non
      Bot: Laquelle faut-il corriger : {a} ou {b} ? [{a}] [{b}]
      Omar [press]: {b}
      Bot: Comment écririez-vous {b} ?
      Omar: un local partagé à Croix, ouvert le soir
      Bot: {b} est à jour. … 2/6 :
      Omar: {b}
      Bot: {b} : « un local partagé à Croix, ouvert le soir » … version 2
    `);
    const row = await proposal(at.stage, told.refs.b!);
    expect(await textOf(at.stage, row)).toBe('un local partagé à Croix, ouvert le soir');
  });

  test('no: what is said next speaks of one of them only, and corrects it', () =>
    at.story(`${two}
      Omar: non pas tout à fait
      Bot: Laquelle faut-il corriger : {a} ou {b} ?
      Omar: les locaux, ouverts le soir aussi
      Bot: {b} est à jour. … 2/6 :
      Omar: {b}
      Bot: {b} : « les locaux, ouverts le soir aussi » … version 2
      Omar: annule
      Bot: {b}
    `));

  test('no, then a change of mind', () =>
    at.story(`${two}
      Omar: non
      Bot: Laquelle faut-il corriger
      Omar: {a}
      Bot: Comment écririez-vous {a} ?
      Omar: laissez, merci
      Bot: 2/6 :
      Omar: {a}
      Bot: « un fonds d'amorçage pour les associations » … version 1
    `));

  test('a question or an emoji while confirming: asked once more', () =>
    at.story(`${two}
      Omar: Qui va lire ça ?
      Bot: L'équipe du plan ESS de la MEL lit vos réponses … C'est bien ça ?
      Omar: 🤔
      Bot: C'est bien ça ?
      Omar: 👍
      Bot: 2/6 :
    `));

  test('a button pressed twice does no harm', () =>
    at.story(`${two}
      Omar [press]: C'est ça
      Bot: 2/6 :
      Omar [press]: C'est ça
      Bot: 2/6 :
    `));

  test('doubt, in English', () =>
    at.story(`
      Kate: yes
      Bot: 1/6:
      Kate: research about jobs
      Bot: Noted, {a} … I'm not sure where {a} belongs: A) … or B) … ? … [Both]
      Kate: both, rather B
      Bot: {a}: axis … with a pointer to axis … 2/6:
    `));
});
