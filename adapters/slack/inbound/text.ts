/** Slack's notation of a text, back to what the person typed. */
import { emojiOf } from './emoji.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
/** `<https://a.org|a.org>`, `<@U123|claire>`, `<#C123|atelier>`, `<!subteam^S1|@equipe>`, `<!here>`. */
const REFERENCE = /<([^<>|]{1,4000})(?:\|([^<>]{0,4000}))?>/gu;
const SHORT_NAME = /:([a-z0-9_+'-]{1,64}):(?::skin-tone-[2-6]:)?/gu;

const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|amp);/gu, (entity) => ENTITIES[entity] ?? entity);

export function typed(text: string): string {
  const read = text.replace(REFERENCE, (_, to: string, label: string | undefined) => reference(to, label));
  return unescaped(read.replace(SHORT_NAME, (name, short: string) => emojiOf(short) ?? name));
}

function reference(to: string, label: string | undefined): string {
  const shown = label === undefined || label === '' ? null : label;
  switch (to[0]) {
    case '@':
      return `@${shown?.replace(/^@/u, '') ?? to.slice(1)}`;
    case '#':
      return `#${shown ?? to.slice(1)}`;
    case '!':
      return shown ?? `@${to.slice(1).split('^')[0]}`;
    default: {
      const address = to.replace(/^(?:mailto|tel):/u, '');
      // Slack makes a link of `example.org`, and labels it with what was typed.
      const bare = address.replace(/^https?:\/\//u, '');
      if (shown === null || shown === bare) return shown ?? address;
      return shown === address ? address : `${shown} (${address})`;
    }
  }
}

/** The text without the bot's name at its head; null when it doesn't begin with that. */
export function addressedTo(text: string, bots: ReadonlySet<string>): string | null {
  const [whole, user] = /^\s*<@([A-Z0-9]{1,30})(?:\|[^<>]{0,80})?>[\s:,]*/u.exec(text) ?? [];
  return whole !== undefined && user !== undefined && bots.has(user) ? text.slice(whole.length) : null;
}
