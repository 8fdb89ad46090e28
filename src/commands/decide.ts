/** `tour decide REF… STATUS` and `tour ratify BODY`: a body speaks, on the record. */
import { ratify, recordDecision } from '../app/decision/record-decisions.ts';
import { keepWords } from '../app/words/keep-words.ts';
import { type DecisionStatus, type Rules, STATUSES } from '../core/consultation/model.ts';
import { inLang } from '../core/consultation/text.ts';
import { numberOf, ref } from '../core/ids.ts';
import { refuse } from '../core/refusal.ts';
import type { Acting } from './acting.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, count, result, Stop, say, unlessRefused } from './context.ts';
import { pastDay } from './day.ts';
import { type ExitCode, onOneLine } from './terminal.ts';

export interface DecideOptions extends AsOptions {
  readonly reason: string;
  readonly body?: string;
  readonly on?: string;
}

/** The last word is the status, by its key or as people say it; those before it are references. */
export async function decide(
  context: Context,
  words: readonly string[],
  options: DecideOptions,
): Promise<ExitCode> {
  const status = statusGiven(context, words.at(-1)!);
  const numbers = words.slice(0, -1).map((word) => numberGiven(context, word));
  const reason = options.reason.trim();
  if (reason === '' || numbers.length === 0) throw incomplete(context, numbers.length);
  const done = await asSomebody(context, options, 'decision.record', async (scene) => {
    const { rules, zone } = scene.consultation.content;
    const { decisions } = rules;
    const body =
      options.body === undefined
        ? (decisions.pathByStatus[status] ?? decisions.path)[0]!
        : bodyGiven(context, decisions, options.body);
    const decidedOn = pastDay(context, '--on', options.on, zone);
    const said = { body, decidedOn, status, reason: await keepWords(scene, reason) };
    const rows = unlessRefused(context, await recordDecision(scene, numbers, said));
    return { proposals: rows.map((row) => ref(row.number)), body: bodyIn(context, scene, body), decidedOn };
  });
  const { proposals, body, decidedOn } = done;
  return result(context, { proposals, status, body: body.key, decidedOn }, () => [
    say(
      context,
      `${proposals.join(', ')} : ${context.statuses(context.lang)[status]}, ${body.label}, le ${decidedOn}.`,
      `${proposals.join(', ')}: ${context.statuses(context.lang)[status]}, ${body.label}, on ${decidedOn}.`,
    ),
  ]);
}

export async function ratifyAnswers(
  context: Context,
  given: string,
  options: AsOptions & { readonly on?: string; readonly except?: readonly string[] },
): Promise<ExitCode> {
  const except = (options.except ?? []).map((word) => numberGiven(context, word));
  const done = await asSomebody(context, options, 'decision.record', async (scene) => {
    const { rules, zone } = scene.consultation.content;
    const body = bodyGiven(context, rules.decisions, given);
    const decidedOn = pastDay(context, '--on', options.on, zone);
    const ratified = unlessRefused(context, await ratify(scene, { body, decidedOn }, except));
    return { ratified, body: bodyIn(context, scene, body), decidedOn };
  });
  const { ratified, body, decidedOn } = done;
  return result(context, { ratified, body: body.key, decidedOn, except: except.map(ref) }, () => [
    say(
      context,
      `Réponses entérinées par ${body.label} le ${decidedOn} : ${count(context, ratified)}.`,
      `Answers ratified by ${body.label} on ${decidedOn}: ${count(context, ratified)}.`,
    ),
  ]);
}

/** Letters as they sound: without accents, marks and capitals. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export function statusGiven(context: Context, given: string): DecisionStatus {
  const spoken = [context.statuses('fr'), context.statuses('en')];
  const found = STATUSES.find((one) =>
    [one, ...spoken.map((names) => names[one])].some((name) => folded(name) === folded(given)),
  );
  if (found) return found;
  const names = context.statuses(context.lang);
  const choices = STATUSES.map((one) => `${one} (${names[one]})`).join(', ');
  throw new Stop(
    2,
    'no-such-status',
    say(
      context,
      `« ${onOneLine(given, 40)} » n’est pas une décision. Au choix, en dernier : ${choices}.`,
      `"${onOneLine(given, 40)}" is no decision. Give one of these, last: ${choices}.`,
    ),
  );
}

export function numberGiven(context: { readonly lang: Context['lang'] }, given: string): number {
  const number = /^\d{1,9}$/u.test(given) ? Number(given) : numberOf(given);
  if (number !== null) return number;
  throw new Stop(
    2,
    'no-reference',
    say(
      context,
      `« ${onOneLine(given, 40)} » n’est pas une référence : attendu P-0042.`,
      `"${onOneLine(given, 40)}" is no reference: P-0042 is expected.`,
    ),
  );
}

export function bodyGiven(context: Context, { bodies }: Rules['decisions'], given: string): string {
  const found = bodies.find(({ key }) => folded(key) === folded(given));
  if (found) return found.key;
  return unlessRefused<string>(
    context,
    refuse('no-such-body', { body: given, bodies: bodies.map(({ key }) => key).join(', ') }),
  );
}

export function bodyIn({ lang }: Context, { consultation: { content } }: Acting, key: string) {
  const label = content.rules.decisions.bodies.find((body) => body.key === key)?.label;
  return { key, label: label ? inLang(label, lang, content.languages) : key };
}

const incomplete = (context: Context, references: number): Stop =>
  new Stop(
    2,
    'decision-incomplete',
    references === 0
      ? say(
          context,
          'Il manque les propositions : « npx tour decide P-0042 P-0043 adopted --reason "…" ».',
          'The proposals are missing: "npx tour decide P-0042 P-0043 adopted --reason …".',
        )
      : say(context, 'Une décision a un motif : --reason "…".', 'A decision has a reason: --reason "…".'),
  );
