import { describe, expect, it } from 'vitest';
import type { WordsId } from '../../../src/core/ids.ts';
import { isRefusal } from '../../../src/core/refusal.ts';
import type { NearestAction } from '../../../src/core/synthesis/beside-plan.ts';
import { titled } from '../../../src/core/synthesis/titles.ts';
import { draft } from './any-input.ts';
import { group, grouping, proposal, refs } from './sample.ts';

const [cash, shared]: NearestAction[] = [
  { action: 'avance', label: 'Avance de trésorerie', confidence: 0.71 },
  { action: 'emplois', label: 'Emplois partagés', confidence: 0.55 },
];
const drafted = (near: Readonly<Record<number, NearestAction | null>>, kinds: readonly string[] = []) => {
  const proposals = Object.keys(near).map((n, k) =>
    proposal(Number(n), { kind: (kinds[k] ?? 'need') as 'need' }),
  );
  return draft({
    proposals,
    groupings: new Map([['1', grouping(group('Locaux', ...Object.keys(near).map(Number)))]]),
    plan: new Map(Object.entries(near).map(([n, found]) => [refs(Number(n))[0]!, found])),
  }).axes[0]!.lines;
};

describe('beside the plan', () => {
  it('an action that proposals speak of is a line that cites them, the nearest first, with how sure it is', () => {
    const lines = drafted({ 1: shared!, 2: { ...cash!, confidence: 0.6 }, 3: cash! });
    expect(lines.map(({ id, kind, cites }) => [id, kind, cites])).toEqual([
      ['1.1', 'theme', refs(1, 2, 3)],
      ['1.2', 'echo', refs(3, 2)],
      ['1.3', 'echo', refs(1)],
    ]);
    expect(lines[1]!.text).toBe(
      'Action «\u202fAvance de trésorerie\u202f»\u00a0: deux propositions y font écho (rapprochement fait sur les mots, probable pour la plus proche).',
    );
    expect(lines[2]!.text).toContain(
      'une proposition y fait écho (rapprochement fait sur les mots, incertain).',
    );
  });

  it('a theme that no action is near to is named in one line, with the most central of what it asks for', () => {
    const lines = drafted({ 1: null, 2: null, 3: null }, ['question', 'new-action', 'need']);
    expect(lines.at(-1)).toMatchObject({ kind: 'absent', cites: refs(2) });
    expect(lines.at(-1)!.text).toMatch(/aucune action n’est proche.*\u00a0: Locaux\.$/u);
    expect(drafted({ 1: null, 2: cash! }).map(({ kind }) => kind)).toEqual(['theme', 'echo']);
  });

  it('a theme that a person titles is named by what is most central in it', () => {
    const body = draft({
      proposals: [proposal(1), proposal(2)],
      groupings: new Map([['1', grouping(group('Locaux', 1, 2))]]),
      plan: new Map([[refs(1)[0]!, null]]),
    });
    const after = titled(body, '1.1', 'words-9' as WordsId);
    if (isRefusal(after)) throw new Error(after.code);
    expect(after.axes[0]!.lines.at(-1)!.text).toContain('P-0001 et les propositions proches.');
  });

  it('objections and questions echo nothing, and without a plan nothing is said of one', () => {
    expect(drafted({ 1: cash!, 2: null }, ['objection', 'question']).map(({ kind }) => kind)).toEqual([
      'theme',
    ]);
    expect(
      draft({
        proposals: [proposal(1)],
        groupings: new Map([['1', grouping(group('Locaux', 1))]]),
        plan: null,
      }).axes[0]!.lines,
    ).toHaveLength(1);
  });
});
