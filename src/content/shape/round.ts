import * as z from 'zod';
import { ROUND_FORMS } from '../../core/consultation/model.ts';
import { AxisRef, asks, CollegeRef, Day, Key, LocalText, PhaseRef } from './common.ts';

const Background = z
  .strictObject({
    label: LocalText,
    url: z.url({ protocol: /^https$/, ...asks('url') }).optional(),
    text: LocalText.optional(),
  })
  .refine((item) => item.url !== undefined || item.text !== undefined, asks('urlOrText'));

const Prompt = z.strictObject({
  key: Key,
  axis: AxisRef.optional().describe('Absent dans un tour sans axes / absent in a round without axes'),
  text: LocalText,
  hint: LocalText.optional(),
});

export const RoundShape = z.strictObject({
  key: Key,
  form: z.enum(ROUND_FORMS),
  phase: PhaseRef,
  title: LocalText,
  axes: z.array(AxisRef).default([]).describe('Vide pour un tour sans axes / empty for a round without axes'),
  audience: z
    .array(CollegeRef)
    .min(1)
    .optional()
    .describe(
      'Si absent : tous les collèges, ou aucun pour une décision / when absent: every college, or none for a decision',
    ),
  from: Day.describe(
    'Ouvre à la première heure ouvrée de ce jour / opens when the working hours of that day start',
  ),
  to: Day.describe('Ferme à la fin de ce jour / closes at the end of that day'),
  open: LocalText.describe('Ce que les réponses peuvent changer (C1) / what the answers can still change'),
  decided: LocalText.describe('Ce qui est déjà décidé (C1) / what is already decided'),
  background: z.array(Background).default([]),
  minutes: z
    .int()
    .min(1)
    .max(600)
    .describe('Le temps que cela prend à une personne / the time it takes one person'),
  prompts: z.array(Prompt).default([]),
});

export type RoundFile = z.output<typeof RoundShape>;
