/** `tour session override | integrate`: what the team does with objections, by command. */
import { integrate, override } from '../app/committee/answer-objections.ts';
import { keepWords } from '../app/words/keep-words.ts';
import type { WordsId } from '../core/ids.ts';
import { ADJUSTED_FIELDS, type AdjustedField } from '../core/plan/adjustment.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, count, result, say, unlessRefused } from './context.ts';
import { adjustmentGiven, subjectGiven } from './session-member.ts';
import type { ExitCode } from './terminal.ts';

export async function sessionOverride(
  context: Context,
  given: string,
  options: AsOptions & { readonly reason: string },
): Promise<ExitCode> {
  const on = subjectGiven(context, given);
  const { objections } = await asSomebody(context, options, 'session.override', async (scene) =>
    unlessRefused(context, await override(scene, on, await keepWords(scene, options.reason.trim()))),
  );
  return result(context, { subject: given, objections }, () => [
    say(
      context,
      `Objections écartées sur ${given} : ${count(context, objections)} ; le motif va au procès-verbal.`,
      `Objections to ${given} set aside: ${count(context, objections)}; the reason goes into the minutes.`,
    ),
  ]);
}

/** Another text for an adjustment, which its members are asked about anew. */
export async function sessionIntegrate(
  context: Context,
  given: string,
  options: AsOptions & Readonly<Partial<Record<AdjustedField, string>>>,
): Promise<ExitCode> {
  const number = adjustmentGiven(context, given);
  const reached = await asSomebody(context, options, 'session.integrate', async (scene) => {
    const running = await scene.tx.committee.current(scene.consultation.id);
    const held = running === null ? [] : await context.announce.holdSession(scene, running);
    const fields: Partial<Record<AdjustedField, WordsId>> = {};
    for (const field of ADJUSTED_FIELDS) {
      const text = options[field]?.trim();
      if (text) fields[field] = await keepWords(scene, text);
    }
    const { session } = unlessRefused(context, await integrate(scene, number, fields));
    await context.announce.reworded(scene, session, held, number);
    return held.length;
  });
  return result(context, { subject: given, reached }, () => [
    say(
      context,
      `${given} a un autre texte, sur lequel les membres se prononcent de nouveau ; ${count(context, reached)} l’apprennent par message.`,
      `${given} has another text, on which the members speak anew; ${count(context, reached)} are told by a message.`,
    ),
  ]);
}
