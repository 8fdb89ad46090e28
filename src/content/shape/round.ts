import * as z from 'zod';
import { ROUND_FORMS, SEQUENCE_KINDS } from '../../core/consultation/model.ts';
import { ActionRef, AxisRef, asks, CollegeRef, Day, Key, LocalText, PhaseRef } from './common.ts';

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
  action: ActionRef.optional().describe(
    'L’action du plan dont elle parle / the action of the plan it speaks of',
  ),
  text: LocalText,
  hint: LocalText.optional(),
});

const Sequence = z.strictObject({
  key: Key,
  does: z
    .enum(SEQUENCE_KINDS)
    .describe('Idées, regroupement, points, conclusion / ideas, grouping, dots, wrap-up'),
  title: LocalText,
  text: LocalText.describe('Ce que la salle est invitée à faire / what the room is asked to do'),
  minutes: z.int().min(1).max(600),
  prompts: z
    .array(Key)
    .min(1)
    .optional()
    .describe('Les questions de cette séquence ; toutes si absent / its prompts; all when absent'),
  dots: z.int().min(1).max(20).optional().describe('Points par personne / dots a person has'),
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
  sequences: z
    .array(Sequence)
    .default([])
    .describe('Le déroulé d’un atelier, dans l’ordre / the parts of a workshop, in order'),
  additionDays: z
    .int()
    .min(0)
    .max(60)
    .optional()
    .describe(
      'Jours pour compléter après un atelier ; 7 si absent / days to add after a workshop; 7 when absent',
    ),
});

export type RoundFile = z.output<typeof RoundShape>;
