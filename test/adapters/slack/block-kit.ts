/** What Slack takes of blocks and views, strictly: an unknown field or a figure passed is a fault, as in its reference. */
import { z } from 'zod';

const id = z.string().min(1).max(255);
const plainText = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  });
const markdown = (most: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(most),
    verbatim: z.boolean().optional(),
  });
const anyText = (most: number) => z.union([plainText(most), markdown(most)]);

const option = z.strictObject({
  text: anyText(75),
  value: z.string().min(1).max(150),
  description: plainText(75).optional(),
});
const confirm = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: id.optional(),
  value: z.string().max(2000).optional(),
  url: z.url().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
  confirm: confirm.optional(),
});
const chooser = {
  action_id: id.optional(),
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
};
const select = z.strictObject({
  ...chooser,
  type: z.enum(['static_select', 'multi_static_select']),
  placeholder: plainText(150).optional(),
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z
    .array(z.strictObject({ label: plainText(75), options: z.array(option).min(1).max(100) }))
    .min(1)
    .max(100)
    .optional(),
  initial_option: option.optional(),
  initial_options: z.array(option).optional(),
  max_selected_items: z.number().int().min(1).optional(),
});
const few = z.strictObject({
  ...chooser,
  type: z.enum(['checkboxes', 'radio_buttons']),
  options: z.array(option).min(1).max(10),
  initial_option: option.optional(),
  initial_options: z.array(option).optional(),
});
const overflow = z.strictObject({
  ...chooser,
  type: z.literal('overflow'),
  options: z.array(option).min(1).max(5),
});
const input = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: id.optional(),
  placeholder: plainText(150).optional(),
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(3000).optional(),
  max_length: z.number().int().min(1).max(3000).optional(),
  focus_on_load: z.boolean().optional(),
});
const date = z.strictObject({
  ...chooser,
  type: z.literal('datepicker'),
  placeholder: plainText(150).optional(),
  initial_date: z.iso.date().optional(),
});
const imageElement = z.strictObject({
  type: z.literal('image'),
  image_url: z.url().max(3000),
  alt_text: z.string().min(1).max(2000),
});

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional();
const run = z.union([
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({
    type: z.literal('link'),
    url: z.url().max(3000),
    text: z.string().min(1).optional(),
    style,
  }),
  z.strictObject({ type: z.literal('emoji'), name: z.string().min(1) }),
]);
const richSection = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(run) });
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.optional(),
  elements: z
    .array(
      z.union([
        richSection,
        z.strictObject({
          type: z.literal('rich_text_quote'),
          elements: z.array(run).min(1),
          border: z.number().optional(),
        }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(richSection).min(1),
          indent: z.number().int().min(0).max(8).optional(),
          offset: z.number().int().min(0).optional(),
          border: z.number().optional(),
        }),
      ]),
    )
    .min(1),
});

const block = z.union([
  richText,
  z.strictObject({
    type: z.literal('section'),
    block_id: id.optional(),
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: z.union([button, select, few, overflow, date, imageElement]).optional(),
    expand: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: id.optional(),
    elements: z
      .array(z.union([button, select, few, overflow, date]))
      .min(1)
      .max(25),
  }),
  z.strictObject({
    type: z.literal('context'),
    block_id: id.optional(),
    elements: z
      .array(z.union([anyText(2000), imageElement]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('header'), block_id: id.optional(), text: plainText(150) }),
  z.strictObject({ type: z.literal('divider'), block_id: id.optional() }),
  z.strictObject({
    type: z.literal('image'),
    block_id: id.optional(),
    image_url: z.url().max(3000),
    alt_text: z.string().min(1).max(2000),
    title: plainText(2000).optional(),
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id: id.optional(),
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: z.union([input, select, few, date]),
  }),
]);

const shared = {
  private_metadata: z.string().max(3000).optional(),
  callback_id: id.optional(),
  external_id: id.optional(),
  blocks: z.array(block).min(1).max(100),
};
const view = z.union([
  z.strictObject({
    ...shared,
    type: z.literal('modal'),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  }),
  z.strictObject({ ...shared, type: z.literal('home') }),
]);

/** slackapi/bolt-js#2509: what all blocks of one message may hold together, though no reference says so. */
const MOST_IN_BLOCKS = 13_200;
const MOST_BLOCKS = 50;
const MOST_TEXT = 40_000;

/** What Slack would refuse of a message; nothing when it would take it. */
export function faultsOfMessage(message: { readonly text?: unknown; readonly blocks?: unknown }): string[] {
  const { text, blocks } = message;
  const faults: string[] = [];
  if (typeof text !== 'string' || text === '') faults.push('text: notifications and screen readers need one');
  else if (text.length > MOST_TEXT) faults.push(`text: ${text.length} characters`);
  if (blocks === undefined) return faults;
  const found = z.array(block).max(MOST_BLOCKS).safeParse(blocks);
  if (!found.success) return [...faults, ...problems(found.error)];
  const length = characters(blocks);
  if (length > MOST_IN_BLOCKS) faults.push(`blocks: ${length} characters together`);
  return [...faults, ...twins(blocks)];
}

/** What Slack would refuse of a modal or of App Home. */
export function faultsOfView(given: unknown): string[] {
  const found = view.safeParse(given);
  if (!found.success) return problems(found.error);
  const asks = found.data.blocks.some(({ type }) => type === 'input');
  const faults =
    asks && found.data.type === 'modal' && found.data.submit === undefined ? ['submit: missing'] : [];
  return [...faults, ...found.data.blocks.flatMap(listFaults), ...twins(found.data.blocks)];
}

/** A list has options or groups of them, each value once, and what is chosen beforehand is one of them, word for word. */
function listFaults(one: unknown): string[] {
  const { element } = one as { element?: z.infer<typeof select> };
  if (element === undefined || !('options' in element || 'option_groups' in element)) return [];
  const { options, option_groups: groups } = element;
  if ((options === undefined) === (groups === undefined)) return ['either options or option_groups'];
  const all = [...(options ?? []), ...(groups ?? []).flatMap((group) => group.options)];
  const initial = [
    ...(element.initial_option ? [element.initial_option] : []),
    ...(element.initial_options ?? []),
  ];
  const known = new Set(all.map((option) => JSON.stringify(option)));
  return [
    ...(new Set(all.map(({ value }) => value)).size < all.length ? ['a value twice'] : []),
    ...initial
      .filter((option) => !known.has(JSON.stringify(option)))
      .map(({ value }) => `initial option unknown: ${value}`),
    ...(initial.length > 1 && !element.type.startsWith('multi') && element.type !== ('checkboxes' as string)
      ? ['several initial options']
      : []),
  ];
}

const problems = (error: z.ZodError): string[] =>
  z
    .prettifyError(error)
    .split('\n')
    .filter((line) => line.trim() !== '');

function twins(blocks: unknown): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const one of blocks as { block_id?: string; elements?: { action_id?: string }[] }[]) {
    if (one.block_id !== undefined && seen.has(one.block_id)) faults.push(`block_id twice: ${one.block_id}`);
    if (one.block_id !== undefined) seen.add(one.block_id);
    const actions = (one.elements ?? []).flatMap(({ action_id }) =>
      action_id === undefined ? [] : [action_id],
    );
    if (new Set(actions).size < actions.length) faults.push(`action_id twice: ${actions.join(', ')}`);
  }
  return faults;
}

function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + characters(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) =>
      sum + (['text', 'url'].includes(key) && typeof one === 'string' ? one.length : characters(one)),
    0,
  );
}
