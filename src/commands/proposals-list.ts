/** `tour proposals list`: what was said, and how it was read. */
import { listProposals } from '../app/proposal/list-proposals.ts';
import type { Consultation } from '../core/consultation/model.ts';
import type { ExportedProposal } from '../core/proposal/exported.ts';
import type { ProposalState } from '../core/proposal/model.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, count, result, say, share, unlessRefused } from './context.ts';
import { known } from './known.ts';
import { type ExitCode, onOneLine, table } from './terminal.ts';

export interface ListOptions extends AsOptions {
  readonly axis?: string;
  readonly college?: string;
  readonly state?: readonly ProposalState[];
  /** Values of tags of any dimension; a proposal has all of them. */
  readonly tag?: readonly string[];
  /** Words of its text, whatever their accents and capitals. */
  readonly text?: string;
  /** Only those whose axis the machine would not choose alone, or that have none. */
  readonly unsure?: boolean;
  readonly limit: number;
}

export async function proposalsList(context: Context, options: ListOptions): Promise<ExitCode> {
  const found = await asSomebody(context, options, 'proposals.list', async (scene) => {
    const { content } = scene.consultation;
    known(context, '--axis', options.axis, content.axes);
    known(context, '--college', options.college, content.colleges);
    const all = unlessRefused(context, await listProposals(scene));
    return all.filter((row) => matches(row, options, content.rules));
  });
  const shown = found.slice(0, options.limit);
  return result(context, { total: found.length, proposals: shown }, () =>
    found.length === 0
      ? [say(context, 'Aucune proposition de ce genre.', 'No such proposal.')]
      : [
          ...table(
            [
              'ref',
              say(context, 'axe', 'axis'),
              say(context, 'sûreté', 'sure'),
              say(context, 'état', 'state'),
              say(context, 'texte', 'text'),
            ],
            shown.map((row) => [
              row.ref,
              row.axis ?? '–',
              sureness(context, row),
              states(context)[row.state],
              onOneLine(row.text, 80),
            ]),
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
        ],
  );
}

function matches(
  row: ExportedProposal,
  options: ListOptions,
  { doubtBelow }: Consultation['rules'],
): boolean {
  const { axis, college, state, tag, text, unsure } = options;
  return (
    (axis === undefined || row.axis === axis) &&
    (college === undefined || row.college === college) &&
    (state === undefined || state.includes(row.state)) &&
    (tag ?? []).every((value) => row.tags.some((one) => one.value === value)) &&
    (text === undefined || folded(row.text).includes(folded(text))) &&
    (!unsure || (row.state === 'submitted' && confidenceOf(row) < doubtBelow))
  );
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

const axisTag = (row: ExportedProposal) =>
  row.tags.find((tag) => tag.dimension === 'axis' && tag.value === row.axis);
const confidenceOf = (row: ExportedProposal): number => axisTag(row)?.confidence ?? 0;

function sureness(context: Context, row: ExportedProposal): string {
  const tag = axisTag(row);
  return tag ? share(context, tag.confidence, 1) : '';
}

export const STATES: readonly ProposalState[] = ['submitted', 'merged', 'withdrawn', 'moderated', 'erased'];

const ENGLISH = {
  submitted: 'submitted',
  merged: 'merged',
  withdrawn: 'withdrawn',
  moderated: 'moderated',
  split: 'split',
  erased: 'erased',
} as const;

const states = ({ lang }: Context): Readonly<Record<ProposalState, string>> =>
  lang === 'en'
    ? ENGLISH
    : {
        submitted: 'déposée',
        merged: 'réunie',
        withdrawn: 'retirée',
        moderated: 'modérée',
        split: 'séparée',
        erased: 'effacée',
      };
