/** `tour synthesis edit …`: people reword, order and introduce; citations stay. */
import { type EditAsked, editSynthesis } from '../app/synthesis/edit-synthesis.ts';
import { showSynthesis } from '../app/synthesis/show-synthesis.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, result, say, unlessRefused } from './context.ts';
import type { ExitCode } from './terminal.ts';

export async function synthesisEdit(
  context: Context,
  asked: EditAsked,
  options: AsOptions,
): Promise<ExitCode> {
  const number = await asSomebody(context, options, 'synthesis.edit', async (scene) => {
    unlessRefused(context, await editSynthesis(scene, asked));
    return unlessRefused(context, await showSynthesis(scene, 'internal')).number;
  });
  return result(context, { number, edit: asked.edit }, () => [
    say(
      context,
      `Synthèse n° ${number} modifiée. « npx tour synthesis show » la montre.`,
      `Synthesis no. ${number} edited. "npx tour synthesis show" shows it.`,
    ),
  ]);
}
