import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/core/ids.ts';
import { votesIn } from '../../../src/core/synthesis/votes.ts';
import { draft } from './any-input.ts';
import { group, grouping, people, proposal, refs } from './sample.ts';

const wide = proposal(1, { supporters: people(1, 6), colleges: ['economy', 'territories'] });
const narrow = proposal(2, { supporters: people(1, 5), colleges: ['economy'] });

describe('what several types of actor stand behind', () => {
  it('is a line that cites it, with nobody counted below the smallest figure', () => {
    const { lines } = draft({
      proposals: [
        wide,
        narrow,
        proposal(3, { supporters: people(1, 2), colleges: ['economy', 'territories'] }),
      ],
      groupings: new Map([['1', grouping(group('Locaux', 1, 2, 3))]]),
    }).axes[0]!;
    expect(lines.map(({ id, kind }) => [id, kind])).toEqual([
      ['1.1', 'theme'],
      ['1.2', 'convergence'],
    ]);
    expect(lines[1]).toMatchObject({
      text: 'Convergence\u00a0: P-0001 est portée par des personnes d’au moins deux collèges, au moins cinq personnes en tout.',
      cites: refs(1),
      quote: { proposal: refs(1)[0] },
    });
  });

  it('a disagreement says when it runs between types of actor', () => {
    const objecting = proposal(4, { kind: 'objection', about: refs(1), college: 'staff' });
    const told = (objection: typeof objecting) =>
      draft({
        proposals: [wide, objection],
        groupings: new Map([['1', grouping(group('Locaux', 1, 4))]]),
      }).axes[0]!.disagreements[0]!.text;
    expect(told(objecting)).toContain('d’un autre collège que les personnes qui la portent');
    expect(told({ ...objecting, attribution: 'none' })).not.toContain('collège');
    expect(told({ ...objecting, college: 'economy' })).not.toContain('collège');
  });
});

describe('groups of opinion', () => {
  const proposals = [1, 2, 3].map((n) => proposal(n));
  const groups = [
    { people: 12, stances: [{ proposal: refs(1)[0]!, for: 'agree' as const }] },
    {
      people: 7,
      stances: [
        { proposal: refs(2)[0]!, for: 'agree' as const },
        { proposal: refs(1)[0]!, for: 'disagree' as const },
      ],
    },
    { people: 3, stances: [{ proposal: refs(3)[0]!, for: 'agree' as const }] },
  ];
  const drafted = (opinions: { groups: typeof groups; common?: Ref[] } | null) =>
    draft({
      proposals,
      groupings: new Map([['1', grouping(group('Locaux', 1, 2, 3))]]),
      opinions: opinions && { common: [], ...opinions },
    });

  it('are told by what they stand for, each line citing it, and never below the smallest figure', () => {
    const body = drafted({ groups });
    expect(body.axes[0]!.lines.slice(1).map(({ text }) => text)).toEqual([
      'Groupe d’opinion 1 sur 3 (au moins dix personnes)\u00a0: il soutient plus que les autres P-0001.',
      'Groupe d’opinion 2 sur 3 (au moins cinq personnes)\u00a0: il soutient plus que les autres P-0002 et s’oppose plus que les autres à P-0001.',
    ]);
    expect(body.axes[0]!.lines.every(({ cites }) => cites.length > 0)).toBe(true);
  });

  it('share what each of them supports, told unless one of them is too small to be told of', () => {
    const common = refs(3, 2);
    const body = drafted({ groups: groups.slice(0, 2), common });
    expect(body.axes[0]!.lines.at(-1)).toMatchObject({
      kind: 'common',
      text: 'Ce qui rassemble les deux groupes d’opinion\u00a0: dans chacun, la plupart des personnes qui se sont prononcées soutiennent P-0003 et P-0002.',
      cites: common,
      quote: { proposal: 'P-0003' },
    });
    expect(drafted({ groups, common }).axes[0]!.lines.map(({ kind }) => kind)).not.toContain('common');
    expect(drafted({ groups: groups.slice(0, 2) }).axes[0]!.lines.map(({ kind }) => kind)).not.toContain(
      'common',
    );
  });

  it('are not spoken of when none hold', () => {
    expect(drafted(null).axes[0]!.lines).toHaveLength(1);
  });

  it('come from what people said, endorsed and objected to', () => {
    const objection = proposal(4, { kind: 'objection', about: refs(1), supporters: people(9, 9) });
    expect(votesIn([proposal(1, { supporters: people(1, 2) }), objection])).toEqual([
      ...people(1, 2).map((person) => ({ person, proposal: refs(1)[0], vote: 1 })),
      { person: people(9, 9)[0], proposal: refs(4)[0], vote: 1 },
      { person: people(9, 9)[0], proposal: refs(1)[0], vote: -1 },
    ]);
  });
});
