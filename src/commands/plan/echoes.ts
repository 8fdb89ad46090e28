/** `tour plan echoes`: each proposal beside the actions of the plan, and those the plan says nothing of. */
import { type Echoing, findEchoes, readToEcho } from '../../app/plan/echoes.ts';
import { type AsOptions, asSomebody } from '../as-somebody.ts';
import { type Context, count, result, say, share, unlessRefused } from '../context.ts';
import { type ExitCode, onOneLine, table } from '../terminal.ts';

export interface EchoesOptions extends AsOptions {
  /** Only those the plan says nothing of. */
  readonly candidates?: boolean;
  readonly limit: number;
}

export async function planEchoes(context: Context, options: EchoesOptions): Promise<ExitCode> {
  const read = await asSomebody(context, options, 'plan.show', async (scene) =>
    unlessRefused(context, await readToEcho(scene)),
  );
  const found = await findEchoes(read, context.analysis.echoes);
  const candidates = found.filter(({ candidate }) => candidate).length;
  const asked = options.candidates ? found.filter(({ candidate }) => candidate) : found;
  const shown = asked.slice(0, options.limit);
  return result(context, { total: asked.length, candidates, proposals: shown }, () => {
    if (found.length === 0)
      return [
        say(
          context,
          'Il n’y a encore aucune proposition à rapprocher du plan.',
          'There is no proposal yet to hold beside the plan.',
        ),
      ];
    return echoed(context, shown, { all: found.length, candidates });
  });
}

function echoed(
  context: Context,
  shown: readonly Echoing[],
  { all, candidates }: { readonly all: number; readonly candidates: number },
): string[] {
  return [
    ...table(
      [
        'ref',
        say(context, 'dans le plan', 'in the plan'),
        say(context, 'sûr à', 'sure'),
        say(context, 'par ces mots', 'by these words'),
        say(context, 'texte', 'text'),
      ],
      shown.flatMap((one) => rowsOf(context, one)),
      context.out.colour,
    ),
    say(
      context,
      `${count(context, all)} propositions, dont ${count(context, candidates)} qui demandent quelque chose dont le plan ne parle pas (--candidates). Ces rapprochements sont faits sur les mots : à vous de juger.`,
      `${count(context, all)} proposals, of which ${count(context, candidates)} ask for something the plan says nothing of (--candidates). These are found by their words: it is for you to judge.`,
    ),
  ];
}

function rowsOf(context: Context, { ref, echoes, text }: Echoing): string[][] {
  const shown = onOneLine(text, 50);
  if (echoes.length === 0)
    return [[ref, say(context, 'rien dans le plan', 'nothing in the plan'), '', '', shown]];
  return echoes.map(({ label, confidence, words }, k) => [
    k === 0 ? ref : '',
    onOneLine(label, 44),
    share(context, confidence, 1),
    onOneLine(words.join(', '), 40),
    k === 0 ? shown : '',
  ]);
}
