/** `tour proposals duplicates`: pairs that may say the same, for somebody to join them in chat. */
import { findDuplicates, readToCompare } from '../app/proposal/list-duplicates.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, count, result, say, share, unlessRefused } from './context.ts';
import { type ExitCode, onOneLine, table } from './terminal.ts';

export interface DuplicatesOptions extends AsOptions {
  readonly limit: number;
}

const SHOWN = 60;

export async function proposalsDuplicates(context: Context, options: DuplicatesOptions): Promise<ExitCode> {
  const read = await asSomebody(context, options, 'proposals.list', async (scene) =>
    unlessRefused(context, await readToCompare(scene)),
  );
  const found = await findDuplicates(read, context.duplicates);
  const shown = found.slice(0, options.limit);
  const pairs = shown.map(({ proposals: [a, b], cosine }) => ({ proposals: [a.ref, b.ref], cosine }));
  return result(context, { total: found.length, pairs }, () =>
    found.length === 0
      ? [
          say(
            context,
            'Aucune paire ne se ressemble assez pour être montrée.',
            'No two proposals are alike enough to be shown.',
          ),
        ]
      : [
          ...table(
            [say(context, 'proches', 'alike'), 'ref', say(context, 'texte', 'text')],
            shown.flatMap(({ proposals, cosine }) =>
              proposals.map(({ ref, text }, k) => [
                k === 0 ? share(context, cosine, 1) : '',
                ref,
                onOneLine(text, SHOWN),
              ]),
            ),
            context.out.colour,
          ),
          say(
            context,
            `${count(context, found.length)} paires${found.length > shown.length ? `, dont ${count(context, shown.length)} ici (--limit)` : ''}. Rien n’est réuni sans l’accord des auteur·rices : dans la discussion, « réunir P-0001 dans P-0002 ».`,
            `${count(context, found.length)} pairs${found.length > shown.length ? `, ${count(context, shown.length)} of them here (--limit)` : ''}. Nothing is joined unless its author agrees: in chat, "merge P-0001 into P-0002".`,
          ),
        ],
  );
}
