/** C13 of the open data, on any consultation: a reader who tries learns no name that was not given, and no small figure. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyFiles } from '../../src/commands/open-data/verify-files.ts';
import type { Attribution } from '../../src/core/consultation/model.ts';
import { numberOf, type PersonId, type Ref, ref } from '../../src/core/ids.ts';
import type { SynthesisDocument } from '../../src/core/synthesis/document.ts';
import type { SynthesisBody } from '../../src/core/synthesis/model.ts';
import { type Author, publish } from '../../src/core/synthesis/publish.ts';
import { standing } from '../../src/core/synthesis/standing.ts';
import { withhold } from '../../src/core/synthesis/suppress.ts';
import { restitutionJson } from '../../src/report/restitution-json.ts';
import { anyInput, draft } from '../core/synthesis/any-input.ts';
import { checkPrivacy, type SynthesisEntry } from './criteria.ts';
import { openFiles, sourceOf } from './open-sample.ts';
import { agreed, publishInput } from './sample.ts';

/** Each proposal has a text, a name and an organisation that nothing else has. */
const textOf = (proposal: Ref): string => `texte${numberOf(proposal)!}x de quarante signes, ou presque, ici`;
const nameOf = (proposal: Ref): string => `Prénom${numberOf(proposal)!}x`;
const orgOf = (proposal: Ref): string => `Structure${numberOf(proposal)!}x`;

interface Story {
  readonly body: SynthesisBody;
  readonly choices: ReadonlyMap<Ref, Attribution>;
  readonly erased: ReadonlySet<Ref>;
  readonly gone: ReadonlySet<Ref>;
}

const anyStory: fc.Arbitrary<Story> = fc
  .tuple(
    anyInput,
    fc.array(fc.integer({ min: 1, max: 25 }).map(ref), { maxLength: 5 }),
    fc.array(fc.integer({ min: 1, max: 25 }).map(ref), { maxLength: 5 }),
    fc.array(fc.constantFrom<Attribution>('name', 'organisation', 'college', 'none'), {
      minLength: 25,
      maxLength: 25,
    }),
  )
  .map(([input, erased, gone, later]) => ({
    body: signed(draft(input)),
    // Some choose otherwise after it was compiled.
    choices: new Map(
      (input.proposals ?? []).map((one, at) => [one.ref, at % 3 === 0 ? later[at]! : one.attribution]),
    ),
    erased: new Set(erased),
    gone: new Set(gone),
  }));

const by = { by: 'person-staff' as PersonId, at: Date.parse('2015-04-20T09:30:00Z') };
const signed = (body: SynthesisBody): SynthesisBody => ({
  ...body,
  axes: body.axes.map((axis) => ({ ...axis, noDisagreement: axis.disagreements.length === 0 ? by : null })),
});

function documentOf({ body, choices, erased, gone }: Story): SynthesisDocument {
  const wordsOf = (words: string): Ref => ref(Number(words.slice('words-'.length)));
  const input = publishInput();
  return agreed(
    publish({
      ...input,
      synthesis: { ...input.synthesis, body: standing(body, gone, []) },
      resolve: (text) => {
        const proposal = wordsOf(typeof text === 'string' ? text : text.words);
        return erased.has(proposal) ? null : textOf(proposal);
      },
      authorOf: (proposal): Author => ({
        attribution: choices.get(proposal) ?? 'none',
        name: erased.has(proposal) ? '' : nameOf(proposal),
        organisation: orgOf(proposal),
        college: 'territories',
      }),
      merged: [],
    }),
  );
}

test('any synthesis is verified, before and after proposals left it', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      const { faults, disagreements } = verifyFiles(openFiles(documentOf(story)));
      expect([faults, disagreements]).toEqual([[], []]);
    }),
    { numRuns: 60, seed: 3 },
  );
});

test('no file holds a name, an organisation or words beyond what their author chose', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      const all = Object.values(openFiles(documentOf(story))).join('\n');
      for (const [proposal, choice] of story.choices) {
        const silent = choice === 'none' || story.erased.has(proposal);
        if (choice !== 'name' || story.erased.has(proposal)) expect(all).not.toContain(nameOf(proposal));
        if (choice === 'college' || silent) expect(all).not.toContain(orgOf(proposal));
        if (silent || story.gone.has(proposal)) expect(all).not.toContain(textOf(proposal).slice(0, 12));
      }
    }),
    { numRuns: 80, seed: 7 },
  );
});

test('what was told to one person at one moment does not gather their answers', () => {
  const { restitution } = sourceOf();
  const told = JSON.parse(restitutionJson(restitution)).map(
    ({ delivered }: { delivered: string | null }) => delivered,
  );
  expect(new Set(told).size).toBe(2);
  expect(told.filter((at: string | null) => at === null)).toHaveLength(
    restitution.filter(({ delivered }) => delivered === null).length,
  );
});

/** Rows of one college: where its people are. */
const anyBase = fc.record({
  unreached: fc.integer({ min: 0, max: 12 }),
  answered: fc.integer({ min: 0, max: 30 }),
  passed: fc.integer({ min: 0, max: 12 }),
  silent: fc.integer({ min: 0, max: 20 }),
  on: fc.tuple(fc.nat(30), fc.nat(30)),
});
type Base = typeof anyBase extends fc.Arbitrary<infer T> ? T : never;
const figuresOf = (rows: readonly Base[]) => ({
  base: rows.map(({ unreached, answered, passed, silent }, at) => ({
    college: ['economy', 'territories'][at]!,
    invited: unreached + answered + passed + silent,
    reached: answered + passed + silent,
    answered,
    passed,
    silent,
  })),
  participation: rows.flatMap(({ answered, on }, at) =>
    on.map((people, axis) => ({
      college: ['economy', 'territories'][at]!,
      axis: String(axis + 1),
      people: Math.min(people, answered),
    })),
  ),
});

test('no small figure is in a file, nor follows from two files or from two dates', () => {
  fc.assert(
    fc.property(fc.tuple(anyBase, anyBase), fc.tuple(anyBase, anyBase), (first, later) => {
      const input = publishInput();
      const at = (figures: ReturnType<typeof figuresOf>, published: readonly ReturnType<typeof withhold>[]) =>
        openFiles(
          agreed(
            publish({
              ...input,
              published,
              colleges: input.colleges,
              synthesis: {
                ...input.synthesis,
                body: { ...input.synthesis.body, ...figures, understood: [] },
              },
            }),
          ),
        );
      const before = at(figuresOf(first), []);
      const after = at(figuresOf(later), [withhold(figuresOf(first), 5, [])]);
      const read = (files: Record<string, string>) => {
        const synthesis = JSON.parse(files['synthesis.json']!) as SynthesisEntry;
        const data = JSON.parse(files['data.json']!) as {
          participation: SynthesisEntry['base'];
          participation_by_axis: { college: string; axis: string; people: number | null }[];
        };
        return { synthesis: { ...synthesis, base: data.participation }, cells: data.participation_by_axis };
      };
      const [one, two] = [read(before), read(after)];
      const found = checkPrivacy({ proposals: [], restitution: [], synthesis: two.synthesis }, 5, [
        one.synthesis,
      ]);
      expect(found.filter((violation) => !violation.includes('line'))).toEqual([]);
      for (const { synthesis, cells } of [one, two])
        for (const { college, people } of cells) {
          const row = synthesis.base.find((base) => base.college === college)!;
          if (people === null) continue;
          for (const around of [
            people,
            ...[row.answered, row.reached, row.invited].flatMap((all) =>
              all === null ? [] : [all - people],
            ),
          ])
            expect(around === 0 || around >= 5).toBe(true);
        }
      for (const cell of two.cells) {
        const then = one.cells.find(
          ({ college, axis }) => college === cell.college && axis === cell.axis,
        )!.people;
        if (then === null || cell.people === null) continue;
        expect(then === cell.people || Math.abs(then - cell.people) >= 5).toBe(true);
      }
    }),
    { numRuns: 120, seed: 13 },
  );
});
