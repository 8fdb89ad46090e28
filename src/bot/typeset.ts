import type { Block, Document, Inline } from '../chat/outbound.ts';

const NARROW = '\u202f';
const FIXED = '\u00a0';

const french = (text: string): string =>
  text.replace(/ (?=[;!?])/gu, NARROW).replace(/ (?=:(?:\s|$)|»)|(?<=«) |(?<=n°) /gu, FIXED);

/** The no-break spaces of French, in the bot's own text; what people wrote stays as it is. */
export function typeset(document: Document): Document {
  if (!document.lang.startsWith('fr')) return document;
  const inline = (one: Inline): Inline => ('text' in one ? { ...one, text: french(one.text) } : one);
  const block = (one: Block): Block =>
    one.type === 'list'
      ? { ...one, items: one.items.map((item) => item.map(inline)) }
      : { type: one.type, content: one.content.map(inline) };
  return { ...document, blocks: document.blocks.map(block) };
}
