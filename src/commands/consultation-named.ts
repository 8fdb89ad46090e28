/** Which consultation a command is about: a folder, a key, or the only one there is. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keysInUse, loadConsultation } from '../app/consultation/load-consultation.ts';
import type { LoadedConsultation } from '../app/ports/consultations.ts';
import type { Transaction } from '../app/ports/store.ts';
import { loadFolder } from '../content/load-folder.ts';
import { format } from '../content/problem.ts';
import { vanishedKeys } from '../content/vanished-keys.ts';
import type { Consultation } from '../core/consultation/model.ts';
import { type Context, Stop, say } from './context.ts';
import { tame } from './terminal.ts';

export const isFolder = ({ path }: Pick<Context, 'path'>, given: string): boolean =>
  existsSync(join(path(given), 'consultation.yaml')) || /[/\\]|^\.{1,2}$/u.test(given);

/** The content of a folder; its problems are shown, and stop the command when it can't be loaded. */
export async function contentOf(
  context: Pick<Context, 'out' | 'lang' | 'path'>,
  folder: string,
): Promise<Consultation> {
  const loaded = await loadFolder(context.path(folder));
  const problems = loaded.ok ? loaded.warnings : loaded.problems;
  for (const problem of problems) context.out.error(tame(`${folder}: ${format(problem, context.lang)}`));
  if (loaded.ok) return loaded.consultation;
  throw new Stop(
    problems.some(({ code }) => code === 'missing-folder') ? 2 : 1,
    'consultation-faulty',
    say(
      context,
      `La consultation de ${folder} ne peut pas être chargée : corrigez ce qui précède, puis « npx tour check ${folder} ».`,
      `The consultation of ${folder} can't be loaded: mend the above, then "npx tour check ${folder}".`,
    ),
  );
}

/** The consultation in the database that was named; `content` when a folder was. */
export async function consultationNamed(
  context: Context,
  tx: Pick<Transaction, 'consultations'>,
  given: string | undefined,
): Promise<LoadedConsultation> {
  if (given === undefined) return onlyOne(context, await tx.consultations.all());
  const key = isFolder(context, given) ? (await contentOf(context, given)).key : given;
  const found = await tx.consultations.byKey(key);
  if (found) return found;
  const keys = (await tx.consultations.all()).map(({ content }) => content.key);
  throw new Stop(
    1,
    'consultation-unknown',
    say(
      context,
      `La base n’a pas de consultation « ${key} ». ${keys.length > 0 ? `Il y a : ${keys.join(', ')}. ` : ''}« npx tour consultation load DOSSIER » en charge une.`,
      `The database has no consultation "${key}". ${keys.length > 0 ? `There is: ${keys.join(', ')}. ` : ''}"npx tour consultation load FOLDER" loads one.`,
    ),
  );
}

function onlyOne(context: Context, all: readonly LoadedConsultation[]): LoadedConsultation {
  if (all.length === 1) return all[0]!;
  const keys = all.map(({ content }) => content.key).join(', ');
  throw new Stop(
    all.length === 0 ? 1 : 2,
    all.length === 0 ? 'no-consultation' : 'which-consultation',
    all.length === 0
      ? say(
          context,
          'La base n’a encore aucune consultation. « npx tour consultation load DOSSIER » en charge une, par exemple prompts/mel-ess-2015-2020.',
          'The database has no consultation yet. "npx tour consultation load FOLDER" loads one, for instance prompts/mel-ess-2015-2020.',
        )
      : say(
          context,
          `La base a plusieurs consultations : dites laquelle avec --consultation (${keys}).`,
          `The database has several consultations: say which with --consultation (${keys}).`,
        ),
  );
}

export interface InForce {
  readonly consultation: LoadedConsultation;
  readonly was: 'new' | 'older' | 'the-same';
}

/** Puts a content in force; stops when it drops keys that rows speak of. */
export async function putInForce(
  context: Pick<Context, 'out' | 'lang' | 'ids' | 'clock' | 'newSalt'>,
  tx: Pick<Transaction, 'consultations' | 'plans' | 'proposals' | 'people' | 'rounds' | 'drafts' | 'acts'>,
  content: Consultation,
): Promise<InForce> {
  const before = await tx.consultations.byKey(content.key);
  const was = !before ? 'new' : before.content.version === content.version ? 'the-same' : 'older';
  if (before && was === 'older') {
    const lost = vanishedKeys(before.content, content, await keysInUse(tx, before.id));
    for (const problem of lost) context.out.error(tame(format(problem, context.lang)));
    if (lost.length > 0)
      throw new Stop(
        1,
        'keys-vanished',
        say(
          context,
          'Ces clés servent déjà dans la base : remettez-les, ou dites « formerly » sur ce qui les remplace.',
          'These keys are in use in the database: put them back, or say "formerly" on what replaces them.',
        ),
        {
          keys: lost.map(({ path, expected }) => ({ collection: path, expected: expected?.[context.lang] })),
        },
      );
  }
  const edge = { ids: context.ids, now: context.clock.now(), salt: context.newSalt() };
  return { consultation: await loadConsultation(tx, content, edge), was };
}
