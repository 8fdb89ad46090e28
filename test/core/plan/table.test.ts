/** A table as administrations keep it becomes actions, or is refused line by line. */
import { describe, expect, test } from 'vitest';
import { actionsOf } from '../../../src/core/plan/table/actions.ts';
import type { SheetRow } from '../../../src/core/plan/table/model.ts';
import { readRows } from '../../../src/core/plan/table/read.ts';

const KNOWN = {
  axes: [
    { key: '1', names: ['Créer et financer', 'Starting and funding'] },
    { key: '2', names: ['Animation territoriale'] },
  ],
  before: [],
  objectivesBefore: [],
};

/** Rows as a CSV gives them: what a merged cell covers is empty. */
const rows = (...lines: string[]): SheetRow[] =>
  lines.map((line, index) => ({
    line: index + 1,
    cells: line.split('|').map((text) => ({
      text: text.trim(),
      note: null,
      formula: text.trim().startsWith('='),
      covered: null,
    })),
  }));
const read = (...lines: string[]) => actionsOf(readRows(rows(...lines)), KNOWN);
const faults = (...lines: string[]) =>
  read(...lines).faults.map(({ code, line, column }) => [code, line, column]);

describe('a table of actions', () => {
  test('titles above, axes filled down, continued rows joined, totals left out', () => {
    const {
      actions,
      faults: wrong,
      remarks,
    } = read(
      'Plan 2015||||',
      'Axe|Action|Opérateur|Budget (k€)|Indicateurs',
      'Axe 1 : Créer et financer|Réseaux|APES|110|Structures (cible : 60 structures)',
      '|Locaux partagés|MEL|15 000 € HT|m² ; hébergées',
      '||Région||bureaux',
      '2|Animation|||',
      'Total|||125|',
    );
    expect(wrong).toEqual([]);
    expect(actions.map(({ key, axis, operator }) => [key, axis, operator])).toEqual([
      ['reseaux', '1', 'APES'],
      ['locaux-partages', '1', 'MEL\nRégion'],
      ['animation', '2', null],
    ]);
    expect(actions[0]!.budget).toMatchObject({ written: '110', amounts: [{ euros: 110_000 }] });
    expect(actions[0]!.indicators).toEqual([
      { key: 'structures', label: 'Structures', unit: 'structures', target: 60 },
    ]);
    expect(actions[1]!.indicators.map(({ label }) => label)).toEqual(['m²', 'hébergées', 'bureaux']);
    expect(remarks.map(({ code, line }) => [code, line])).toEqual([
      ['rows-joined', 5],
      ['total-left-out', 7],
    ]);
  });

  test('lines that only name an axis or an objective hold for those below', () => {
    const { actions, objectives } = read(
      'Action|Pilote',
      'AXE 1|',
      'Objectif 1.1 : financer|',
      'Avance|MEL',
      'Axe 2 - Animation territoriale|',
      'Fête|MEL',
    );
    expect(objectives).toEqual([
      { key: 'objectif-1-1-financer', axis: '1', label: 'Objectif 1.1 : financer' },
    ]);
    expect(actions.map(({ axis, objective }) => [axis, objective])).toEqual([
      ['1', 'objectif-1-1-financer'],
      ['2', null],
    ]);
  });

  test('an action keeps the key it had, whatever number stands before its name', () => {
    const before = [
      { key: 'soutien-reseaux', label: 'Soutien aux réseaux', indicators: [], illustrative: true },
    ];
    const { actions } = actionsOf(readRows(rows('Action|Budget', '1.1 Soutien aux Réseaux|5 k€')), {
      ...KNOWN,
      before,
    });
    expect(actions).toMatchObject([{ key: 'soutien-reseaux', illustrative: true }]);
  });

  test('what cannot be read is said where it is', () => {
    expect(faults('rien|du tout')).toEqual([['header-missing', 1, 1]]);
    expect(faults('Axe|Action|État', 'Axe 7|A|en cours', 'Axe 7|B|en cours')).toEqual([
      ['axis-unknown', 2, 1],
      ['axis-unknown', 3, 1],
    ]);
    expect(faults('Action|État', 'A|bof', 'B|prévue')).toEqual([['state-unknown', 2, 2]]);
    expect(faults('Action|Budget', 'A|=1+1')).toEqual([['formula', 2, 2]]);
    expect(faults('Action|Budget', 'A|1 k€', 'a|2 k€')).toEqual([['action-twice', 3, 1]]);
    expect(faults('Action|Budget', '|1 k€')).toEqual([['action-missing', 2, 1]]);
    expect(faults('Action|Budget', 'A\u0000|1 k€')).toEqual([['control-character', 2, 1]]);
    expect(faults('Action|Budget')).toEqual([['no-action', 1, 1]]);
  });

  test('a budget that is no amount is kept and remarked', () => {
    const { actions, remarks } = read('Action|Budget', 'A|2 réunions', 'B|à définir');
    expect(actions.map(({ budget }) => budget?.written)).toEqual(['2 réunions', 'à définir']);
    expect(remarks).toMatchObject([{ code: 'budget-unread', line: 2, column: 2 }]);
  });
});
