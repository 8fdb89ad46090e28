import * as z from 'zod';
import { AxisRef, Key, LocalText, Text } from './common.ts';

const Indicator = z.strictObject({ key: Key, label: LocalText, unit: Text });

const Action = z.strictObject({
  key: Key,
  axis: AxisRef.optional(),
  label: LocalText,
  description: LocalText,
  operator: Text.optional().describe('Qui la porte / who carries it out'),
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
  actions: z.array(Action).default([]),
});

export type PlanFile = z.output<typeof PlanShape>;
