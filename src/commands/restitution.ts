/** `tour restitution preview | send`: what each contributor is answered. */
import { previewRestitution, sendRestitution } from '../app/decision/restitution.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, count, result, say, unlessRefused } from './context.ts';
import type { ExitCode } from './terminal.ts';

export async function restitutionPreview(context: Context, options: AsOptions): Promise<ExitCode> {
  const { messages, unreachable } = await asSomebody(context, options, 'restitution.preview', async (scene) =>
    unlessRefused(context, await previewRestitution(scene)),
  );
  const figures = { messages: messages.length, unreachable: unreachable.length };
  const n = (figure: number) => count(context, figure);
  return result(context, figures, () => [
    say(
      context,
      `Prête : ${n(figures.messages)} messages, un par personne, avec la réponse à tout ce qu’elle a dit ou soutenu. À joindre autrement : ${n(figures.unreachable)}.`,
      `Ready: ${n(figures.messages)} messages, one a person, with the answer to all they said or supported. To be reached otherwise: ${n(figures.unreachable)}.`,
    ),
    say(
      context,
      'Rien n’est parti. « npx tour restitution send » les envoie, une seule fois.',
      'Nothing has left. "npx tour restitution send" sends them, once.',
    ),
  ]);
}

export async function restitutionSend(context: Context, options: AsOptions): Promise<ExitCode> {
  const sent = await asSomebody(context, options, 'restitution.send', async (scene) => {
    const sent = unlessRefused(context, await sendRestitution(scene));
    await context.announce.restitution(scene, sent);
    return sent;
  });
  const figures = { messages: sent.messages.length, unreachable: sent.unreachable.length };
  return result(context, figures, () => [
    say(
      context,
      `Restitution envoyée : ${count(context, figures.messages)} messages. « npx tour deliveries » montre ceux qui attendent ou échouent.`,
      `Restitution sent: ${count(context, figures.messages)} messages. "npx tour deliveries" shows those that wait or fail.`,
    ),
  ]);
}
