/** `tour proposals list`: what was said, and how it was read. */
import { exported } from '../app/documents/gather-documents.ts';
import type { ExportedProposal } from '../core/proposal/exported.ts';
import { acting } from './acting.ts';
import { consultationNamed } from './consultation-named.ts';
import { type Context, count, result, say } from './context.ts';
import { type ExitCode, onOneLine, table } from './terminal.ts';

export interface ListOptions {
  readonly consultation?: string;
  readonly as?: string;
  readonly axis?: string;
  /** Only those whose axis the machine would not choose alone, or that have none. */
  readonly unsure?: boolean;
  readonly limit: number;
}

export async function proposalsList(context: Context, options: ListOptions): Promise<ExitCode> {
  const found = await context.store.transaction(async (tx) => {
    const consultation = await consultationNamed(context, tx, options.consultation);
    const scene = await acting(context, tx, consultation, { as: options.as, verb: 'proposals.list' });
    const { doubtBelow } = consultation.content.rules;
    const all = await exported(scene, await tx.proposals.of(consultation.id));
    return all.filter(
      (row) =>
        (options.axis === undefined || row.axis === options.axis) &&
        (!options.unsure || (row.state === 'submitted' && confidenceOf(row) < doubtBelow)),
    );
  });
  const shown = found.slice(0, options.limit);
  return result(context, { total: found.length, proposals: shown }, () => [
    ...table(
      [
        'ref',
        say(context, 'axe', 'axis'),
        say(context, 'sûreté', 'sure'),
        say(context, 'état', 'state'),
        say(context, 'texte', 'text'),
      ],
      shown.map((row) => [row.ref, row.axis ?? '–', sureness(row), row.state, onOneLine(row.text, 80)]),
      context.out.colour,
    ),
    ...(found.length > shown.length
      ? [
          say(
            context,
            `… et ${count(context, found.length - shown.length)} autres (--limit ; « npx tour proposals export DOSSIER » les écrit toutes).`,
            `… and ${count(context, found.length - shown.length)} more (--limit; "npx tour proposals export DIR" writes them all).`,
          ),
        ]
      : []),
  ]);
}

const axisTag = (row: ExportedProposal) =>
  row.tags.find((tag) => tag.dimension === 'axis' && tag.value === row.axis);
const confidenceOf = (row: ExportedProposal): number => axisTag(row)?.confidence ?? 0;

function sureness(row: ExportedProposal): string {
  const tag = axisTag(row);
  return tag ? tag.confidence.toFixed(2) : '';
}
