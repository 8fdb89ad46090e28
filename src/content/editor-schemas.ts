/** The shapes as JSON Schema (draft 7, which YAML editors read): for editors, and for finding one's way in a file. */
import * as z from 'zod';
import { ConsultationShape } from './shape/consultation.ts';
import { PlanShape } from './shape/plan.ts';
import { RoundShape } from './shape/round.ts';

/** The part of JSON Schema that zod writes for our shapes. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly allOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
}

const toSchema = (shape: z.ZodType): SchemaNode =>
  z.toJSONSchema(shape, { io: 'input', target: 'draft-7' }) as SchemaNode;

export const SCHEMAS = {
  consultation: toSchema(ConsultationShape),
  round: toSchema(RoundShape),
  plan: toSchema(PlanShape),
} as const;

const TITLES = {
  consultation: 'Tour de table: consultation.yaml',
  round: 'Tour de table: rounds/*.yaml',
  plan: 'Tour de table: plan.yaml',
} as const;

/** The files of `prompts/schemas/`, by name: what `# yaml-language-server: $schema=…` points at. */
export function editorSchemas(): Record<string, string> {
  const names = ['consultation', 'round', 'plan'] as const;
  return Object.fromEntries(
    names.map((name) => [
      `${name}.schema.json`,
      `${JSON.stringify({ title: TITLES[name], ...SCHEMAS[name] }, null, 2)}\n`,
    ]),
  );
}
