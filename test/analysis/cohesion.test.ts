import { expect, test } from 'vitest';
import { apart } from '../../src/analysis/cohesion.ts';

const SAID = [
  ['garage'],
  ['garage', 'voiture'],
  ['voiture', 'bus'],
  ['label'],
  ['recette'],
  ['jury'],
] as const;
const saidBy = (node: number) => SAID[node]!;
const edge = (a: number, b: number, weight: number) => ({ a, b, weight, cosine: weight });
const CHAIN = [edge(0, 1, 0.4), edge(1, 2, 0.3), edge(2, 3, 0.1), edge(3, 4, 0.1), edge(4, 5, 0.1)];

test('a group about nothing in particular falls apart into what is strongly tied', () =>
  expect(apart([[0, 1, 2, 3, 4, 5]], CHAIN, saidBy)).toEqual([[0, 1, 2], [3], [4], [5]]));

test('a group that is about one thing keeps what is about it and what is strongly tied to it; the rest leaves', () => {
  expect(apart([[0, 1, 2]], CHAIN, saidBy)).toEqual([[0, 1, 2]]);
  expect(apart([[0, 1, 3]], CHAIN, saidBy)).toEqual([[0, 1], [3]]);
});

test('two texts alone need more than a word in common', () => {
  expect(apart([[3, 4]], [edge(3, 4, 0.27)], saidBy)).toEqual([[3], [4]]);
  expect(apart([[3, 4]], [edge(3, 4, 0.4)], saidBy)).toEqual([[3, 4]]);
});

test('ties to another group bring nothing together', () =>
  expect(apart([[0, 3, 4], [1, 2], [5]], [...CHAIN, edge(0, 2, 0.9), edge(2, 4, 0.9)], saidBy)).toEqual([
    [0],
    [3],
    [4],
    [1, 2],
    [5],
  ]));
