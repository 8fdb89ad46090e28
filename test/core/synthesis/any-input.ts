import fc from 'fast-check';
import { ref } from '../../../src/core/ids.ts';
import { type AssembleInput, assemble } from '../../../src/core/synthesis/assemble.ts';
import type { BesidePlan } from '../../../src/core/synthesis/beside-plan.ts';
import type { Grouping, SynthesisBody } from '../../../src/core/synthesis/model.ts';
import { idOf, person, proposal, twoColleges } from './sample.ts';

export const draft = (input: Partial<AssembleInput>): SynthesisBody =>
  assemble({
    lang: 'fr',
    axes: [{ key: '1' }, { key: '2' }],
    proposals: [],
    groupings: new Map(),
    smallestFigure: 5,
    ...twoColleges,
    ...input,
  });

const KINDS = ['need', 'project', 'objection', 'question', null] as const;

/** Proposals and groupings at random, the groupings forgetting, repeating and making up members. */
export const anyInput: fc.Arbitrary<Partial<AssembleInput>> = fc.integer({ min: 0, max: 25 }).chain((count) =>
  fc.record({
    lang: fc.constantFrom('fr', 'en', 'nl'),
    proposals: fc.tuple(
      ...Array.from({ length: count }, (_, place) =>
        fc
          .record({
            axis: fc.constantFrom('1', '2', 'gone', null),
            kind: fc.constantFrom(...KINDS),
            college: fc.constantFrom('economy', 'territories', null),
            attribution: fc.constantFrom('name', 'organisation', 'college', 'none'),
            supporters: fc.uniqueArray(fc.integer({ min: 1, max: 40 }).map(person), { maxLength: 12 }),
            about: fc.array(fc.integer({ min: 1, max: 30 }).map(ref), { maxLength: 3 }),
          })
          .map((facts) => proposal(place + 1, facts)),
      ),
    ),
    plan: fc.option<BesidePlan>(
      fc
        .array(
          fc.tuple(
            fc.integer({ min: 1, max: 30 }).map(ref),
            fc.option(
              fc.record({
                action: fc.constantFrom('avance', 'emplois'),
                label: fc.constant('Avance de trésorerie'),
                confidence: fc.double({ min: 0.5, max: 0.95, noNaN: true }),
              }),
            ),
          ),
        )
        .map((entries) => new Map(entries)),
    ),
    groupings: fc
      .array(
        fc.tuple(
          fc.constantFrom('1', '2', null),
          fc.array(
            fc.record({
              label: fc.constantFrom('', 'Formation', 'Locaux'),
              words: fc.constantFrom([], ['vélo'], ['vélo', 'piste']),
              members: fc.array(fc.integer({ min: 1, max: 30 }).map(idOf), { maxLength: 8 }),
            }),
            { maxLength: 6 },
          ),
        ),
        { maxLength: 4 },
      )
      .map(
        (entries) => new Map(entries.map(([axis, groups]): [string | null, Grouping] => [axis, { groups }])),
      ),
  }),
);
