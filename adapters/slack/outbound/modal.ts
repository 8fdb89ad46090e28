/** A form as a modal of Slack's. */
import type { Field, Form, Option } from '../../../src/chat/form.ts';
import type { Block, Run } from '../../../src/chat/outbound.ts';
import { richText } from './blocks.ts';
import { plainText } from './short.ts';

/** Slack's own figures. */
const TITLE = 24;
const LABEL = 2_000;
const OPTION = 75;
const INITIAL = 3_000;
const FEW = 10;
const IN_GROUP = 100;
const GROUPS = 100;

/** Every modal of the bot's that is sent back. */
export const FORM = 'form';
/** Of the one element of each field. */
const ANSWER = 'answer';

export function modalOf(form: Form<Run>) {
  return {
    type: 'modal' as const,
    callback_id: FORM,
    private_metadata: form.name,
    title: plainText(form.title, TITLE),
    ...(form.send === null ? {} : { submit: plainText(form.send, TITLE) }),
    close: plainText(form.leave, TITLE),
    blocks: [...richText(form.intro), ...form.fields.filter(hasChoice).map(inputOf)],
  };
}

/** Something to read, and to close. */
export const noticeOf = (
  { name, close }: { readonly name: string; readonly close: string },
  blocks: readonly Block<Run>[],
) => ({
  type: 'modal' as const,
  title: plainText(name, TITLE),
  close: plainText(close, TITLE),
  blocks: richText(blocks),
});

/** Slack refuses a list of nothing. */
const hasChoice = (field: Field): boolean => !('options' in field) || field.options.length > 0;

const inputOf = (field: Field) => ({
  type: 'input' as const,
  block_id: field.key,
  label: plainText(field.label, LABEL),
  ...(field.hint === undefined ? {} : { hint: plainText(field.hint, LABEL) }),
  ...(field.optional ? { optional: true } : {}),
  element: { action_id: ANSWER, ...elementOf(field) },
});

function elementOf(field: Field) {
  switch (field.type) {
    case 'text':
      return {
        type: 'plain_text_input',
        multiline: field.lines === 'many',
        max_length: Math.min(field.most, INITIAL),
        ...(field.initial ? { initial_value: field.initial.slice(0, Math.min(field.most, INITIAL)) } : {}),
      };
    case 'day':
      return { type: 'datepicker', ...(field.initial ? { initial_date: field.initial } : {}) };
    case 'one': {
      const initial = field.options.find(({ value }) => value === field.initial);
      return {
        type: isFew(field.options) ? 'radio_buttons' : 'static_select',
        ...listOf(field.options),
        ...(initial ? { initial_option: optionOf(initial) } : {}),
      };
    }
    case 'several': {
      const initial = field.options.filter(({ value }) => field.initial?.includes(value));
      return {
        type: isFew(field.options) ? 'checkboxes' : 'multi_static_select',
        ...listOf(field.options),
        ...(initial.length > 0 ? { initial_options: initial.map(optionOf) } : {}),
      };
    }
  }
}

const isFew = (options: readonly Option[]): boolean => options.length <= FEW;

const optionOf = ({ value, label }: Option) => ({ text: plainText(label, OPTION), value });

/** A list holds a hundred: longer ones, and those with headings, are in groups. */
function listOf(options: readonly Option[]) {
  const grouped = options.some(({ group }) => group !== undefined);
  if (isFew(options) || (!grouped && options.length <= IN_GROUP)) return { options: options.map(optionOf) };
  const groups = [...Map.groupBy(options, ({ group }) => group ?? '…')].flatMap(([label, all]) =>
    pieces(all).map((some) => ({ label: plainText(label, OPTION), options: some.map(optionOf) })),
  );
  return { option_groups: groups.slice(0, GROUPS) };
}

const pieces = (all: readonly Option[]): Option[][] =>
  Array.from({ length: Math.ceil(all.length / IN_GROUP) }, (_, index) =>
    all.slice(index * IN_GROUP, (index + 1) * IN_GROUP),
  );
