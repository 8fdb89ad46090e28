/** `tour session say | proxy | take-back`: what a member of the committee does, by command. */
import { giveProxy, type On, takeBackProxy, takePosition } from '../app/committee/speak.ts';
import { keepWords } from '../app/words/keep-words.ts';
import type { Stand } from '../core/committee/model.ts';
import { numberOf } from '../core/ids.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, result, Stop, say, unlessRefused } from './context.ts';
import { type ExitCode, onOneLine } from './terminal.ts';
import { named } from './who.ts';

export async function sessionSay(
  context: Context,
  given: string,
  stand: Stand,
  options: AsOptions & { readonly reason?: string },
): Promise<ExitCode> {
  const on = subjectGiven(context, given);
  const text = options.reason?.trim();
  await asSomebody(context, options, 'session.take-position', async (scene) => {
    const running = await scene.tx.committee.current(scene.consultation.id);
    const convener =
      stand === 'object' && running !== null ? await context.announce.holdConvener(scene, running) : null;
    const reason = text ? await keepWords(scene, text) : null;
    const session = unlessRefused(context, await takePosition(scene, on, { stand, reason }));
    await context.announce.objected(scene, session, convener, on, reason);
  });
  return result(context, { subject: given, stand }, () => [
    say(context, `${given} : c’est noté.`, `${given}: noted.`),
  ]);
}

export async function sessionProxy(context: Context, who: string, options: AsOptions): Promise<ExitCode> {
  const to = await asSomebody(context, options, 'session.give-proxy', async (scene) => {
    const { tx, consultation } = scene;
    const running = await tx.committee.current(consultation.id);
    const person = await named(context, tx, consultation, who);
    const held = running === null ? [] : await context.announce.holdSession(scene, running);
    unlessRefused(context, await giveProxy(scene, person.id));
    await context.announce.proxyGiven(
      scene,
      held.filter(({ member }) => member.id === person.id),
    );
    return person;
  });
  const name = onOneLine(to.name ?? '', 60);
  return result(context, { to: { id: to.id, name: to.name } }, () => [
    say(
      context,
      `${name} porte cette voix jusqu’à la fin de la séance ; « npx tour session take-back » la reprend.`,
      `${name} speaks for it until the session ends; "npx tour session take-back" takes it back.`,
    ),
  ]);
}

export async function sessionTakeBack(context: Context, options: AsOptions): Promise<ExitCode> {
  const session = await asSomebody(context, options, 'session.give-proxy', async (scene) =>
    unlessRefused(context, await takeBackProxy(scene)),
  );
  return result(context, { session: session.number }, () => [
    say(context, 'La voix est reprise.', 'The voice is taken back.'),
  ]);
}

export function subjectGiven(context: Context, given: string): On {
  if (/^(?:tout|all)$/iu.test(given)) return { on: 'all' };
  if (/^(?:r[ée]ponses|answers)$/iu.test(given)) return { on: 'answers' };
  const adjustment = /^a[-‐–]?(\d{1,6})$/iu.exec(given);
  if (adjustment) return { on: 'adjustment', number: Number(adjustment[1]) };
  const number = /^p/iu.test(given) ? numberOf(given) : null;
  if (number !== null) return { on: 'answer', number };
  throw new Stop(
    2,
    'no-reference',
    say(
      context,
      `« ${onOneLine(given, 40)} » : attendu A-3, P-0042, « réponses » ou « tout ».`,
      `"${onOneLine(given, 40)}": A-3, P-0042, "answers" or "all" is expected.`,
    ),
  );
}

/** `A-3` and nothing else. */
export function adjustmentGiven(context: Context, given: string): number {
  const on = subjectGiven(context, given);
  if (on.on === 'adjustment') return on.number;
  throw new Stop(
    2,
    'no-reference',
    say(
      context,
      `« ${onOneLine(given, 40)} » : attendu A-3, un ajustement. Ce qui est proposé comme réponse se redécide.`,
      `"${onOneLine(given, 40)}": A-3, an adjustment, is expected. A reply is decided anew instead.`,
    ),
  );
}
