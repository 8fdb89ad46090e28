/** What the bot says, before it meets a platform. JSON; stored with the delivery that carries it. */
import type { Enclosure } from './enclosure.ts';
import type { Manner } from './manner.ts';
import { mentioned, withNames } from './mention.ts';

/** The bot's own text, which may mention people by reference (`mention.ts`), or an extract (UTF-16 offsets; the whole when absent) of what a person wrote, by id. */
export type Inline =
  | { readonly text: string; readonly strong?: true }
  | {
      readonly words: string;
      readonly start?: number;
      readonly end?: number;
      /** It goes on after `end`: shown up to the last whole word. */
      readonly cut?: true;
      /** The id of a kept file whose name this is: a link where the chat can give it, to who may have it. */
      readonly file?: string;
    };

export type Block<I = Inline> =
  | { readonly type: 'paragraph'; readonly content: readonly I[] }
  | { readonly type: 'quote'; readonly content: readonly I[] }
  | {
      readonly type: 'list';
      readonly items: readonly (readonly I[])[];
      /** A bar beside each item, where the chat can draw one. The items say it all without. */
      readonly bars?: readonly { readonly value: number; readonly of: number }[];
    };

/** A short cut: `value` comes back in a choice event, or as the text a person could have typed. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What most people are here for: it stands out where the chat can show that. One of a message at most. */
  readonly main?: true;
  /** Left out where there are no buttons: the text says how else. */
  readonly spare?: true;
  /** The form it opens where the chat has forms. Elsewhere it is its `value`, and nothing when it is a spare one. */
  readonly form?: string;
}

export interface Document<I = Inline> {
  readonly lang: string;
  readonly blocks: readonly Block<I>[];
  readonly choices: readonly Choice[];
  /** Ids of what it shows, for a reaction to it; and what the sender waits for with it: its shape is the sender's. */
  readonly about?: readonly string[];
  readonly asks?: unknown;
  /** Sent after it, in the same conversation; a link to it where the chat has those. */
  readonly encloses?: Enclosure;
  /** Posted at the end of the conversation when absent. */
  readonly manner?: Manner;
}

/** Resolved: no reference left. `person` text is hostile until the adapter has escaped it. */
export type Run = {
  readonly text: string;
  readonly strong?: true;
  readonly person?: true;
  readonly file?: string;
};
/** What a port posts. */
export type Message = Document<Run>;

export const paragraph = (...content: (string | Inline)[]): Block => ({
  type: 'paragraph',
  content: content.map((piece) => (typeof piece === 'string' ? { text: piece } : piece)),
});

/** Ids of all words a document refers to. */
export function wordsIn(document: Document): string[] {
  const ids = new Set<string>();
  for (const block of document.blocks)
    for (const inline of block.type === 'list' ? block.items.flat() : block.content)
      if ('words' in inline) ids.add(inline.words);
  return [...ids];
}

/** Ids of everybody whom a document's own text mentions. */
export function peopleIn(document: Document): string[] {
  const ids = new Set<string>();
  for (const block of document.blocks)
    for (const inline of block.type === 'list' ? block.items.flat() : block.content)
      if ('text' in inline) for (const id of mentioned(inline.text)) ids.add(id);
  return [...ids];
}

/** Without its last, perhaps unfinished word; all of it when that would leave less than half. */
function wholeWords(text: string): string {
  const kept = text.replace(/\s+\S*$/u, '').replace(/[\s,;:–—-]+$/u, '');
  return kept.length >= text.length / 2 ? kept : text;
}

/** Puts people's words and names in place; what was erased reads as `erased`. */
export function resolve(
  document: Document,
  lookup: ReadonlyMap<string, string | null>,
  erased: string,
): Message {
  const run = (inline: Inline): Run => {
    if ('text' in inline) return { ...inline, text: withNames(inline.text, lookup, erased) };
    const text = lookup.get(inline.words);
    if (text === undefined || text === null) return { text: erased };
    const extract = text.slice(inline.start ?? 0, inline.end ?? text.length);
    const run: Run = { text: inline.cut ? wholeWords(extract) : extract, person: true };
    return inline.file === undefined ? run : { ...run, file: inline.file };
  };
  return {
    lang: document.lang,
    choices: document.choices,
    ...(document.manner === undefined ? {} : { manner: document.manner }),
    ...(document.encloses === undefined ? {} : { encloses: document.encloses }),
    blocks: document.blocks.map((block) =>
      block.type === 'list'
        ? { ...block, items: block.items.map((item) => item.map(run)) }
        : { type: block.type, content: block.content.map(run) },
    ),
  };
}
