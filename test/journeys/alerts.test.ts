/** Years after the adoption: what is off its way, who hears of it, once. */
import { expect, test } from 'vitest';
import { loadConsultation } from '../../src/app/consultation/load-consultation.ts';
import { journeys } from './harness.ts';
import { dawn } from './story.ts';

const TARGETS = {
  'emplois-partages': {
    calendar: { fr: '2015-2018', en: '2015-2018' },
    operator: 'Organisation Claire 1, avec la MEL',
    indicators: [
      {
        key: 'postes-partages',
        label: { fr: 'Postes partagés', en: 'Shared posts' },
        unit: 'postes',
        target: 40,
      },
      {
        key: 'vacance',
        label: { fr: 'Postes vacants', en: 'Vacant posts' },
        unit: 'postes',
        target: 20,
        baseline: 60,
      },
    ],
  },
};

journeys('alerts on the plan', { stories: 1 }, (at) => {
  const day = (on: string) => dawn(at.stage, on);
  const last = (user: string) =>
    at.stage.platform
      .texts(user)
      .at(-1)!
      .replaceAll(/[\u00a0\u202f]/gu, ' ');

  test('a plan with targets, one to be raised, one to be brought down', async () => {
    const { bot, content, clock } = at.stage;
    const actions = content.plan.actions.map((action) =>
      action.key === 'emplois-partages'
        ? { ...action, ...TARGETS['emplois-partages'], state: 'under-way' as const }
        : { ...action, indicators: [] },
    );
    const next = { ...content, version: 'with-targets', plan: { ...content.plan, actions } };
    const edge = { ids: bot.ids, now: clock.now(), salt: 'salt' };
    await bot.store.transaction((tx) => loadConsultation(tx, next, edge));
    await at.go(`
      Rachida: alertes
      Bot: Aucune alerte
      Claire: alertes
      Bot: on commence ?
    `);
  });

  test('each year without a measure is told once, to the team and to whoever runs the action', async () => {
    await day('2016-01-04T09:30:00Z');
    expect(last('rachida')).toMatch(
      /^Bonjour Rachida\. 2 points du plan demandent votre attention :\n\nÀ mesurer : rien depuis plus d’un an.*\n\n- Groupement.*Postes partagés : pas encore mesuré, pour une cible de 40 postes\n- .*Postes vacants : pas encore mesuré.*\n\n« alertes » les montre toutes/u,
    );
    expect(last('solene')).toMatch(/^Bonjour Solène\. 2 points du plan/u);
    expect(last('claire-1')).toMatch(
      /^Bonjour Claire\. Des actions que porte Organisation Claire 1 demandent votre attention/u,
    );
    expect(last('omar-1')).not.toMatch(/attention/u);
    const before = at.stage.platform.texts('rachida').length;
    await day('2016-01-05T09:30:00Z');
    expect(at.stage.platform.texts('rachida')).toHaveLength(before);
  });

  test('measured, they stand elsewhere; what got worse is told again', async () => {
    await at.go(`
      Solène: mesure emplois-partages postes-partages 9 le 4 janvier 2016
      Bot: 9 postes le 4 janvier 2016, pour une cible de 40 postes (22 %), en retard, on attendait 10 postes
      Solène: mesure emplois-partages vacance 58 le 4 janvier 2016
      Bot: Postes vacants : 58 postes le 4 janvier 2016, pour une cible de 20 postes en partant de 60 postes (5 %), en retard, on attendait 50 postes ce jour-là
      Rachida: alertes
      Bot: 2 alertes : … Très en retard : moins de la moitié du chemin attendu à cette date. … Postes vacants : 58 postes … En retard : moins que ce qu'on attendait à cette date. … Postes partagés : 9 postes
    `);
    await day('2016-01-06T09:30:00Z');
    expect(last('solene')).toMatch(/2 points .*Très en retard.*Postes vacants.*En retard.*Postes partagés/su);
  });

  test('nothing is told at night, nor when it eases', async () => {
    await at.go(`
      Solène: mesure emplois-partages vacance 52 le 5 janvier 2016
      Bot: 52 postes
    `);
    const before = at.stage.platform.texts('solene').length;
    await day('2016-01-07T09:30:00Z');
    expect(at.stage.platform.texts('solene')).toHaveLength(before);
    await at.go(`
      Solène: mesure emplois-partages vacance 61 le 6 janvier 2016
      Bot: 61 postes
    `);
    const after = at.stage.platform.texts('solene').length;
    await day('2016-01-08T22:30:00Z');
    expect(at.stage.platform.texts('solene')).toHaveLength(after);
    await day('2016-01-11T09:30:00Z');
    expect(last('solene')).toMatch(/Un point du plan demande votre attention.*Très en retard.*61 postes/su);
  });

  test('in English, and missed at the end', async () => {
    await at.go(`
      Solène: mesure emplois-partages postes-partages 40 le 10 janvier 2016
      Bot: cible atteinte
    `);
    await day('2019-01-07T09:30:00Z');
    await at.go(`
      Solène: mesure emplois-partages vacance 30 le 4 janvier 2019
      Bot: en retard
      Solène: what is off track
      Bot: 1 alerte : … Cible manquée : l'échéance est passée et le compte n'y est pas. … Postes vacants : 30 postes
    `);
  });
});
