/** The threads of a workshop: one an axis, or one a question where the round has no axes. */
import type { WorkshopPost } from '../../app/ports/workshops.ts';
import type { Document } from '../../chat/outbound.ts';
import type { Lang, Prompt, RoundContent } from '../../core/consultation/model.ts';
import type { Phrases } from '../locales/fr.ts';
import { list, type Reply } from '../talk.ts';
import { deliver, type Held, localIn, roomLang, roomSay } from './held.ts';

export interface Thread {
  readonly key: string;
  readonly name: string;
  readonly prompts: readonly Prompt[];
}

export function threadsOf(
  held: Pick<Held, 'consultation' | 'content'>,
  say: Pick<Phrases, 'axis'>,
  lang: Lang,
): Thread[] {
  const { axes, prompts } = held.content;
  const asked = promptsNow(held.content);
  if (axes.length === 0)
    return asked.map((prompt) => ({
      key: prompt.key,
      name: localIn(held, lang, prompt.text),
      prompts: [prompt],
    }));
  return axes.map((key) => {
    const axis = held.consultation.content.axes.find((one) => one.key === key);
    return {
      key,
      name: axis ? heading(say.axis(key, localIn(held, lang, axis.short))) : key,
      prompts: prompts.filter((prompt) => prompt.axis === key && asked.includes(prompt)),
    };
  });
}

/** As it stands at the head of a message. */
export const heading = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Those of the sequences of ideas. */
function promptsNow({ prompts, sequences = [] }: RoundContent): readonly Prompt[] {
  const named = sequences.filter(({ does }) => does === 'ideas').flatMap((one) => one.prompts ?? []);
  return named.length === 0 ? prompts : prompts.filter(({ key }) => named.includes(key));
}

const ABOUT = /^thread:(.+)$/su;

/** The thread a message of the bot's opened; null when it opened none. */
export const threadKey = ({ about }: Pick<WorkshopPost, 'about'>): string | null =>
  ABOUT.exec(about)?.[1] ?? null;

/** Opens them in the rooms that have none. */
export async function openThreads(held: Held): Promise<void> {
  const { tx, workshop } = held;
  const posts = await tx.workshops.posts(workshop.id);
  const say = roomSay(held);
  const lang = roomLang(held);
  for (const { conversation } of await tx.workshops.rooms(workshop.id)) {
    if (posts.some((post) => post.conversation === conversation && threadKey(post) !== null)) continue;
    const threads = threadsOf(held, say, lang);
    const told = threads.map((thread) => ({ conversation, lang, reply: question(held, thread, lang) }));
    const deliveries = await deliver(held, told);
    await tx.workshops.addPosts(
      workshop,
      threads.map(({ key }, at) => ({ delivery: deliveries[at]!, conversation, about: `thread:${key}` })),
    );
  }
}

function question(held: Held, { name, prompts }: Thread, lang: Lang): Pick<Reply, 'blocks'> {
  const texts = prompts.map(({ text }) => localIn(held, lang, text)).filter((text) => text !== name);
  return {
    blocks: [
      { type: 'paragraph', content: [{ text: name, strong: true }] },
      ...(texts.length > 0 ? [list(...texts.map((text) => [text]))] : []),
    ],
  };
}

/** A message changed in place is known by the delivery that changed it last. */
export const isAbout = (
  post: WorkshopPost,
  { id, document }: { readonly id: string; readonly document: unknown },
): boolean => {
  const manner = (document as Document).manner;
  return post.delivery === id || (manner?.as === 'edit' && manner.of === post.delivery);
};
