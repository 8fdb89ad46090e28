/** The staff at work: a digest that comes by itself, a draft titled and read by a colleague, a theme answered at once. */
import type { Expected } from '../cast/character.ts';
import { type Host, saying } from '../team.ts';

/** Asked for once; it comes on its day, with what is new. The digest as it was read. */
export async function digestOnItsDay(
  drafter: Host,
  { leap, tick }: { readonly leap: () => void; readonly tick: () => Promise<void> },
): Promise<string> {
  await drafter.ask('digest chaque lundi 9h');
  leap();
  await tick();
  const { text } = await drafter.hears();
  await drafter.ask('digest stop');
  return text;
}

/** Read by somebody who did not write it: a remark, a second wording, then nothing more to say. */
export async function proofread(drafter: Host, reader: Host, line: string, better: string): Promise<void> {
  await drafter.ask('relire Maëlys');
  await reader.hears();
  await reader.ask('montrer synthèse');
  await reader.ask(`relu sauf ${line} : dire ce qui est demandé, sans dire à quel point c’est juste`);
  saying(await drafter.hears(), /remarque/u);
  await drafter.ask(`reformuler ${line} : ${better}`);
  await drafter.ask('montrer modifications');
  await reader.ask('relu');
  await drafter.hears();
}

export interface Theme {
  readonly line: string;
  readonly answer: Expected;
  readonly status: string;
  /** What is answered apart. */
  readonly except: readonly string[];
}

/** One answer for a theme, shown before it is recorded. */
export async function answeredTogether(
  drafter: Host,
  { line, answer, status, except }: Theme,
): Promise<void> {
  const save = except.length > 0 ? ` sauf ${except.join(', ')}` : '';
  const [shown] = await drafter.ask(`décider thème ${line} ${status}${save} : ${answer.reason}`);
  saying(shown, /On enregistre/u);
  await drafter.ask('oui');
}

/** What nobody answered one by one: shown before it is recorded. */
export async function theRest(drafter: Host, reason: string): Promise<void> {
  await drafter.ask(`décider le reste à étudier : ${reason}`);
  await drafter.ask('oui');
  await drafter.ask('dette');
}
