import type { Enclosure } from '../chat/enclosure.ts';
import type { Form } from '../chat/form.ts';
import type { Block, Document, Inline } from '../chat/outbound.ts';

const NARROW = '\u202f';
const FIXED = '\u00a0';

const french = (text: string): string =>
  text.replace(/ (?=[;!?])/gu, NARROW).replace(/ (?=:(?:\s|$)|»)|(?<=«) |(?<=n°) /gu, FIXED);

/** The no-break spaces of French, in the bot's own text; what people wrote stays as it is. */
export const typeset = (document: Document): Document =>
  document.lang.startsWith('fr')
    ? {
        ...document,
        blocks: document.blocks.map(block),
        ...(document.encloses === undefined ? {} : { encloses: enclosure(document.encloses) }),
      }
    : document;

export const typesetForm = (form: Form): Form =>
  form.lang.startsWith('fr')
    ? {
        ...form,
        title: french(form.title),
        intro: form.intro.map(block),
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
const inline = (one: Inline): Inline => ('text' in one ? { ...one, text: french(one.text) } : one);
const block = (one: Block): Block =>
  one.type === 'list'
    ? { ...one, items: one.items.map((item) => item.map(inline)) }
    : { type: one.type, content: one.content.map(inline) };
