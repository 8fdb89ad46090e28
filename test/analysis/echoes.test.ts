import { describe, expect, test } from 'vitest';
import { echoesOf } from '../../src/analysis/echoes.ts';

const ACTIONS = [
  {
    key: 'scic',
    title: 'Parts dans des coopératives SCIC',
    rest: 'La collectivité devient sociétaire de coopératives d’intérêt collectif.',
  },
  {
    key: 'numerique',
    title: 'Réseau numérique solidaire',
    rest: 'Des lieux où des bénévoles accompagnent les personnes éloignées du numérique.',
  },
  { key: 'chaire', title: 'Chaire d’économie sociale et solidaire', rest: 'Une chaire avec l’université.' },
];
const echoes = (...texts: string[]) =>
  echoesOf(
    texts.map((text) => ({ text })),
    ACTIONS,
    'fr',
  );

describe('what a proposal echoes of the plan', () => {
  test('the nearest action, with the words that say so', () => {
    const [scic, digital] = echoes(
      'Que la métropole prenne des parts dans les SCIC du territoire',
      'former des bénévoles à l’accompagnement numérique dans les quartiers',
    );
    expect(scic![0]).toMatchObject({ action: 'scic' });
    expect(scic![0]!.words).toEqual(expect.arrayContaining(['parts', 'SCIC']));
    expect(digital![0]).toMatchObject({ action: 'numerique' });
    expect(scic![0]!.confidence).toBeGreaterThan(0.5);
    expect(scic![0]!.confidence).toBeLessThanOrEqual(1);
  });

  test('nothing in the plan is an answer: one common word makes no echo', () => {
    expect(
      echoes('une avance de trésorerie pour les associations', 'une solution solidaire', '🙂', ''),
    ).toEqual([[], [], [], []]);
  });

  test('whoever names an action whole speaks of it, common words included; numbers and words in passing say nothing', () => {
    const day = {
      key: 'day',
      title: 'Faites de l’ESS',
      rest: 'Un événement ESS par an dans quatre communes.',
    };
    const [named, passing] = echoesOf(
      [
        { text: "Élargir faites de l'ess à d'autres communes, nous on attend notre tour depuis le début" },
        { text: 'un poste de compta partagé entre quatre assos, un an déjà qu’on en parle' },
      ],
      [...ACTIONS, day],
      'fr',
    );
    expect(named).toMatchObject([{ action: 'day', confidence: 0.95, words: ['faites', 'de', 'l', 'ess'] }]);
    expect(passing).toEqual([]);
  });

  test('words that are names of object members are plain words, and an empty plan echoes nothing', () => {
    expect(echoes('__proto__ constructor hasOwnProperty')).toEqual([[]]);
    expect(echoesOf([{ text: 'Des parts dans les SCIC' }], [], 'fr')).toEqual([[]]);
  });
});
