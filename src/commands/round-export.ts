/** `tour round export KEY`: a round, written in chat or not, as a file of the consultation's folder. */
import { writeFile } from 'node:fs/promises';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, result, Stop, say } from './context.ts';
import type { ExitCode } from './terminal.ts';

export async function roundExport(
  context: Context,
  key: string,
  options: AsOptions & { readonly out?: string },
): Promise<ExitCode> {
  const { yaml, notes } = await asSomebody(context, options, 'round.watch', async (scene) => {
    const { content } = scene.consultation;
    const round = content.rounds.find((one) => one.key === key);
    if (round === undefined)
      throw new Stop(
        1,
        'no-such-round',
        say(
          context,
          `La consultation n’a pas de tour « ${key} ». « npx tour round status » les montre.`,
          `The consultation has no round "${key}". "npx tour round status" shows them.`,
        ),
      );
    // It may have been extended, or closed early.
    const row = (await scene.tx.rounds.of(scene.consultation.id)).find((one) => one.key === key);
    const { openedAt: opensAt, closesAt } = row ?? { openedAt: round.opensAt, closesAt: round.closesAt };
    return context.roundYaml({ ...round, opensAt, closesAt }, content);
  });
  const { out } = options;
  const told = notes.map((note) => note[context.lang]);
  if (out === undefined) {
    if (context.json) return result(context, { round: key, yaml, notes: told }, () => []);
    context.out.print(yaml.trimEnd());
    return 0;
  }
  await writeFile(context.path(out), yaml);
  return result(context, { round: key, file: out, notes: told }, () => [
    say(
      context,
      `Écrit dans ${out}. Dans le dossier « rounds » de la consultation, « npx tour check » le relit.`,
      `Written to ${out}. In the folder "rounds" of the consultation, "npx tour check" reads it.`,
    ),
    ...told.map((note) => `  ${note}`),
  ]);
}
