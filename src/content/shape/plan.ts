import * as z from 'zod';
import { AxisRef, Key, LocalText, ObjectiveRef, Text } from './common.ts';

const Indicator = z.strictObject({
  key: Key,
  label: LocalText,
  unit: Text.optional(),
  target: z.number().optional().describe('La cible / the target'),
  baseline: z
    .number()
    .optional()
    .describe(
      'Sa valeur avant le plan : une cible plus basse se vise à la baisse / what it was before the plan: a lower target is one that goes down',
    ),
});

const Objective = z.strictObject({ key: Key, axis: AxisRef.optional(), label: LocalText });

const Action = z.strictObject({
  key: Key,
  axis: AxisRef.optional(),
  objective: ObjectiveRef.optional(),
  label: LocalText,
  description: LocalText,
  operator: Text.optional().describe('Qui la porte / who carries it out'),
  partners: LocalText.optional().describe('Avec qui / with whom'),
  budget: LocalText.optional().describe('Tel qu’on l’écrit, comme « 110 k€ » / as it is written: "€110k"'),
  means: LocalText.optional().describe('Les moyens / by which means'),
  calendar: LocalText.optional().describe('Comme « 2015-2017 » / such as "2015-2017"'),
  state: z.enum(['planned', 'under-way', 'done', 'dropped']),
  illustrative: z
    .boolean()
    .default(false)
    .describe('Vrai pour un exemple inventé / true for a made-up example'),
  indicators: z.array(Indicator).default([]),
});

export const PlanShape = z.strictObject({
  key: Key,
  label: LocalText,
  objectives: z.array(Objective).default([]),
  actions: z.array(Action).default([]),
});

export type PlanFile = z.output<typeof PlanShape>;
