import type { Enclosure } from '../chat/enclosure.ts';
import type { Form } from '../chat/form.ts';
import type { Block, Document, Inline } from '../chat/outbound.ts';

const NARROW = '\u202f';
const FIXED = '\u00a0';

const french = (text: string): string =>
  text.replace(/ (?=[;!?])/gu, NARROW).replace(/ (?=:(?:\s|$)|»)|(?<=«) |(?<=n°) /gu, FIXED);

/** No other language of ours has a space there. */
const tight = (text: string): string => text.replace(/ (?=[;:](?: |$))/gu, '');

/** The no-break spaces of French, in the bot's own text; what people wrote stays as it is. */
export const typeset = (document: Document): Document =>
  document.lang.startsWith('fr')
    ? {
        ...document,
        blocks: document.blocks.map(block(french)),
        ...(document.encloses === undefined ? {} : { encloses: enclosure(document.encloses) }),
      }
    : { ...document, blocks: document.blocks.map(block(tight)) };

export const typesetForm = (form: Form): Form =>
  form.lang.startsWith('fr')
    ? {
        ...form,
        title: french(form.title),
        intro: form.intro.map(block(french)),
        fields: form.fields.map((field) => ({
          ...field,
          label: french(field.label),
          ...(field.hint === undefined ? {} : { hint: french(field.hint) }),
        })),
      }
    : form;

const enclosure = (one: Enclosure): Enclosure => ({
  ...one,
  title: french(one.title),
  ...(one.alt === undefined ? {} : { alt: french(one.alt) }),
});
const inline =
  (set: (text: string) => string) =>
  (one: Inline): Inline =>
    'text' in one ? { ...one, text: set(one.text) } : one;
const block =
  (set: (text: string) => string) =>
  (one: Block): Block =>
    one.type === 'list'
      ? { ...one, items: one.items.map((item) => item.map(inline(set))) }
      : { type: one.type, content: one.content.map(inline(set)) };
