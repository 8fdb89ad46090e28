/** The shape of the files other programs read. Their JSON Schemas lie in `schemas/`, generated from here. */
import { z } from 'zod';
import { KINDS, STANDINGS, STATUSES } from '../core/consultation/model.ts';
import { DIMENSIONS } from '../core/proposal/model.ts';

const ref = z
  .string()
  .regex(/^P-\d{4,}$/)
  .describe('Reference of a proposal, such as P-0042');
const refs = z.array(ref);
const cites = refs.min(1).describe('The proposals the line rests on');
const figure = z
  .number()
  .int()
  .min(0)
  .nullable()
  .describe('People; null when the figure is withheld so that nobody can be recognised');
const instant = z.iso.datetime().describe('ISO 8601, UTC');
const signature = z.strictObject({ by: z.string().min(1), at: instant });

export const proposalsFile = z
  .array(
    z.strictObject({
      ref,
      axis: z.string().nullable().describe('Key of the main axis; null when it has none'),
      text: z.string().describe('Current version, as it was written'),
      college: z.string().nullable().describe('Key of the type of actor; null without a known author'),
      tags: z.array(
        z.strictObject({
          dimension: z.enum(DIMENSIONS),
          value: z.string().describe(`A key of the consultation; for kind one of ${KINDS.join(', ')}`),
          source: z.enum(['machine', 'partner', 'facilitator']),
          confidence: z.number().min(0).max(1).describe('1 when a person said so'),
        }),
      ),
      state: z.enum(['submitted', 'merged', 'withdrawn', 'moderated', 'split', 'erased']),
      standing: z.enum(STANDINGS).describe('How far it commits the organisation; provisional until approved'),
      versions: z.number().int().min(1).describe('How many versions it has had'),
      supporters: z.number().int().min(0).describe('Distinct people behind it, its author included'),
    }),
  )
  .meta({ title: 'Proposals of a consultation (internal)' });

export const synthesisFile = z
  .strictObject({
    consultation: z.string().describe('Key of the consultation'),
    audience: z
      .enum(['public', 'internal'])
      .describe('An internal file holds all names and figures: it is not to be published'),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    signature: signature.nullable().describe('Who signed the synthesis; null for an internal draft'),
    proofreaders: z.array(z.string()).describe('Colleagues who read it before it was signed'),
    base: z.array(
      z.strictObject({
        college: z.string().describe('Key of the type of actor, or of several that are published as one'),
        colleges: z
          .array(z.string())
          .min(2)
          .optional()
          .describe('Keys of the types of actor that the row counts together, where it is of several'),
        invited: z.number().int().min(0),
        reached: figure,
        answered: figure,
        passed: figure,
        silent: figure,
      }),
    ),
    understood: z
      .array(
        z.strictObject({
          round: z.string().describe('Key of the round'),
          asked: figure,
          reached: figure,
          confirmed: figure.describe('Found themselves understood, and corrected nothing'),
          mended: figure.describe('Found themselves understood once something was corrected'),
          corrected: figure.describe('Corrected something, and did not confirm since'),
          withdrawn: figure,
          silent: figure,
        }),
      )
      .describe(
        'What contributors last answered when asked whether they were understood, frozen when the synthesis was signed; for the public, rounded down to a multiple of the smallest figure, null below it, and without those reached',
      ),
    views: z
      .array(
        z.strictObject({
          round: z.string().describe('Key of the validation'),
          statement: z.string().describe('Key of the statement'),
          text: z.string().describe('What it says'),
          college: z
            .string()
            .nullable()
            .describe('Key of the type of actor, or of several that are published as one; null for all'),
          colleges: z.array(z.string()).min(2).optional().describe('As in the base'),
          invited: z.number().int().min(0),
          agree: figure,
          reserve: figure.describe('Agree with reservations'),
          object: figure,
        }),
      )
      .describe(
        'How statements put to partners were seen, frozen when the synthesis was signed; for the public, rounded down to a multiple of the smallest figure, null below it, and of all the sum of what the rows show',
      ),
    axes: z.array(
      z.strictObject({
        axis: z.string().describe('Key of the axis; "transversal" for a round without axes'),
        themes: z.array(
          z.strictObject({
            label: z.string(),
            proposals: refs.min(2),
            quotes: z.array(
              z.strictObject({
                proposal: ref,
                text: z.string().describe('Exact extract of the proposal'),
                by: z
                  .string()
                  .nullable()
                  .describe('As its author agreed to be named; null when unknown or erased'),
              }),
            ),
          }),
        ),
        lines: z.array(z.strictObject({ text: z.string().min(1), cites })),
        disagreements: z.array(
          z.strictObject({
            text: z.string().min(1),
            cites,
            opposed: z
              .strictObject({
                proposal: ref,
                text: z.string(),
                by: z.string().nullable(),
                other: z
                  .strictObject({ proposal: ref, text: z.string(), by: z.string().nullable() })
                  .nullable()
                  .describe('A second person’s, who says something else'),
                known: z
                  .boolean()
                  .describe('True when the objection is about it; false for what is asked for on its theme'),
              })
              .nullable()
              .describe('The other side, in its author’s words'),
          }),
        ),
        noDisagreement: signature.nullable().describe('Who signed that the axis has no disagreement'),
        singleVoices: refs.describe('Proposals that no other one joins'),
      }),
    ),
    unclassified: refs,
    annex: z
      .array(
        z.strictObject({
          proposal: ref,
          text: z.string().nullable().describe('Whole text; null when its author chose not to be quoted'),
          by: z.string().nullable(),
        }),
      )
      .describe('What each proposal said when the synthesis was compiled'),
    nuances: z
      .array(
        z.strictObject({
          proposal: ref,
          of: ref,
          text: z.string().nullable().describe('null when its author chose not to be quoted'),
          by: z.string().nullable(),
        }),
      )
      .describe('Proposals that their authors call a nuance of another one'),
    merged: z
      .array(z.strictObject({ proposal: ref, into: ref }))
      .describe('Joined to another proposal, whose lines speak for it'),
  })
  .meta({ title: 'Synthesis of a consultation' });

export const restitutionFile = z
  .array(
    z.strictObject({
      proposal: ref,
      part: ref
        .nullable()
        .describe('The part whose answer this is, when what it was merged into was split; null otherwise'),
      status: z.enum(STATUSES),
      reason: z.string().min(1),
      decidedBy: z.string().min(1),
      decidedOn: z.iso.date(),
      delivered: z.iso
        .datetime({ offset: true })
        .nullable()
        .describe(
          'By when all who could be told were, its author among them: the same instant for all; null if nobody could be',
        ),
      dispute: z
        .enum(['open', 'upheld', 'changed'])
        .nullable()
        .describe('Whether this answer was disputed and what the second reader said; null when nobody did'),
    }),
  )
  .meta({ title: 'What became of each proposal' });

export const moderationFile = z
  .strictObject({
    consultation: z.string().describe('Key of the consultation'),
    at: instant,
    authors: figure.describe('People whose words were kept from publication; null when few'),
    unpublished: z.number().int().min(0).describe('Proposals not published at present'),
    decisions: z.array(
      z.strictObject({
        at: instant,
        proposal: ref,
        published: z.boolean().describe('True when it was given back to publication'),
        reason: z
          .string()
          .nullable()
          .describe('null when it names somebody, repeats what it is about, or was erased'),
      }),
    ),
  })
  .meta({ title: 'Moderation log' });

export type ProposalsFile = z.infer<typeof proposalsFile>;
export type ProposalRow = ProposalsFile[number];
export type SynthesisFile = z.infer<typeof synthesisFile>;

/** JSON Schema text by file name. */
export function reportSchemas(): Record<string, string> {
  const files = {
    moderation: moderationFile,
    proposals: proposalsFile,
    restitution: restitutionFile,
    synthesis: synthesisFile,
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`,
    ]),
  );
}
