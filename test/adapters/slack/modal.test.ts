/** Whatever a form of the port's holds, its modal is one that Slack takes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modalOf } from '../../../adapters/slack/outbound/modal.ts';
import { type Field, type Form, LONGEST_TEXT } from '../../../src/chat/form.ts';
import type { Run } from '../../../src/chat/outbound.ts';
import { faultsOfView } from './block-kit.ts';

/** Short ones of any script, and long ones that may be cut within a family of emoji. */
const label = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .tuple(fc.constantFrom('é', '👩‍👩‍👧', 'ﷺ ', '<!channel>'), fc.integer({ min: 20, max: 2_100 }))
    .map(([piece, times]) => piece.repeat(times).slice(0, 4_000)),
);
const asked = fc.record(
  { label, hint: label, optional: fc.constant(true as const) },
  { requiredKeys: ['label'] },
);
const options = fc
  .tuple(fc.integer({ min: 0, max: 250 }), fc.array(label, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([many, labels, grouped]) =>
    Array.from({ length: many }, (_, index) => ({
      value: `v${index}`,
      label: labels[index % labels.length]!,
      ...(grouped ? { group: labels[index % 2] ?? 'x' } : {}),
    })),
  );
const kind = fc.oneof(
  fc.record(
    {
      type: fc.constant('text' as const),
      lines: fc.constantFrom('one' as const, 'many' as const),
      most: fc.integer({ min: 1, max: LONGEST_TEXT }),
      initial: label,
    },
    { requiredKeys: ['type', 'lines', 'most'] },
  ),
  options.map((all) => ({ type: 'one' as const, options: all, initial: all.at(-1)?.value ?? 'x' })),
  options.map((all) => ({
    type: 'several' as const,
    options: all,
    initial: all.slice(0, 3).map(({ value }) => value),
  })),
  fc.constant({ type: 'day' as const, initial: '2026-04-17' }),
);
const fields = fc
  .array(fc.tuple(asked, kind), { maxLength: 12 })
  .map((all) => all.map(([one, two], index): Field => ({ key: `f${index}`, ...one, ...two })));
const form: fc.Arbitrary<Form<Run>> = fc.record({
  name: fc.stringMatching(/^[\w.:/-]{1,200}$/u),
  lang: fc.constant('fr'),
  title: label,
  send: label,
  leave: label,
  intro: fc.array(
    fc.record({
      type: fc.constantFrom('paragraph' as const, 'quote' as const),
      content: fc.array(fc.record({ text: label }), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
  fields,
});

test('any form', () => {
  fc.assert(
    fc.property(form, (given) => {
      const view = modalOf(given);
      fc.pre(view.blocks.length > 0);
      expect(faultsOfView(view)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a list of 150 people is under the headings of their types of actor, each of them once', () => {
  const people = Array.from({ length: 230 }, (_, index) => ({
    value: `id-${index}`,
    label: `Personne ${index}`,
    group: index < 205 ? 'Associations' : 'Communes',
  }));
  const { blocks } = modalOf({
    name: 'behalf/plan',
    lang: 'fr',
    title: 'Saisir',
    send: 'Enregistrer',
    leave: 'Fermer',
    intro: [],
    fields: [{ type: 'one', key: 'who', label: 'Pour qui ?', options: people }],
  });
  const { option_groups: groups } = (blocks[0] as { element: { option_groups: { options: object[] }[] } })
    .element;
  expect(groups.map(({ options: some }) => some.length)).toEqual([100, 100, 5, 25]);
});
