/** The one place where a message is made to fit a chat: its length, its buttons or their absence, its manner. */
import { DISPLAY_OVERHEAD } from './display.ts';
import type { Manner, Thread } from './manner.ts';
import type { Block, Choice, Message, Run } from './outbound.ts';
import { BETWEEN_BLOCKS, plain, plainBlock } from './plain.ts';
import type { ChatPort } from './port.ts';
import { cut } from './split.ts';

type Capabilities = Pick<ChatPort, 'maxText' | 'maxButtons' | 'forms'>;

/** What is done for a delivery; `thread` is the reference of the message whose thread is meant. */
export type Way =
  | {
      readonly does: 'post';
      readonly thread: string | null;
      readonly pin: boolean;
      /** Where it was asked, when that was another place. */
      readonly asked?: string;
      readonly message: Message;
    }
  | { readonly does: 'edit'; readonly of: string; readonly message: Message }
  | {
      readonly does: 'whisper';
      readonly to: string;
      readonly thread: string | null;
      /** Another place than the conversation's; told there when it can't be shown. */
      readonly in: string | null;
      readonly message: Message;
    }
  /** In the direct conversation with that person. */
  | { readonly does: 'direct'; readonly to: string; readonly message: Message }
  | { readonly does: 'sign'; readonly on: string; readonly emoji: string }
  | { readonly does: 'nothing' };

/**
 * How a chat does what is asked of it. Without threads a message of one is posted in the room, under the thread's name;
 * without whispers it goes to the person's direct conversation; without signs their words are posted; without edits
 * nothing is: what changed is told with what comes next. `anchor` is the reference of what the manner hangs on or
 * changes, null when it was never posted.
 */
export function wayOf(
  message: Message,
  chat: Pick<ChatPort, 'threads' | 'edit' | 'react' | 'whisper' | 'pin'>,
  anchor: string | null,
): Way {
  const manner: Manner = message.manner ?? { as: 'post' };
  if (manner.as === 'edit')
    return anchor === null || !chat.edit ? { does: 'nothing' } : { does: 'edit', of: anchor, message };
  if (manner.as === 'sign' && chat.react) return { does: 'sign', on: manner.on, emoji: manner.emoji };
  if (manner.as === 'whisper' && !chat.whisper)
    return manner.in === undefined
      ? { does: 'direct', to: manner.to, message }
      : { does: 'post', thread: null, pin: false, message };
  const asked = manner.thread === undefined ? null : refOf(manner.thread, anchor);
  const thread = chat.threads ? asked : null;
  const told = manner.thread === undefined || thread !== null ? message : named(message, manner.thread.name);
  if (manner.as === 'whisper')
    return { does: 'whisper', to: manner.to, thread, in: manner.in ?? null, message: told };
  return {
    does: 'post',
    thread,
    pin: manner.as === 'post' && manner.pin === true && !!chat.pin,
    ...(manner.as === 'post' && manner.asked !== undefined ? { asked: manner.asked } : {}),
    message: told,
  };
}

const refOf = ({ root }: Thread, anchor: string | null): string | null =>
  'message' in root ? root.message : anchor;

const named = (message: Message, name: string): Message =>
  name === ''
    ? message
    : {
        ...message,
        blocks: [{ type: 'paragraph', content: [{ text: name, strong: true }] }, ...message.blocks],
      };

/** The choices a chat can show: without forms, those that a form alone makes useful are left out. */
export const offered = (choices: readonly Choice[], { forms }: Pick<ChatPort, 'forms'>): readonly Choice[] =>
  forms
    ? choices
    : choices.flatMap(({ form, ...choice }) => (form !== undefined && choice.spare ? [] : [choice]));

/** Choices as words a person can answer with: `1. Commencer · 2. Plus tard`. */
export const written = (choices: readonly Choice[]): string =>
  choices.map((choice, index) => `${index + 1}. ${choice.label}`).join(' · ');

/**
 * The messages to post in the place of one, in order: every one's plain text fits `maxText`, no character is lost,
 * and buttons, where the chat has enough of them, are on the last.
 */
export function degrade(message: Message, chat: Capabilities): Message[] {
  const choices = offered(message.choices, chat);
  const buttons = choices.length <= (chat.maxButtons ?? 0);
  const blocks: readonly Block<Run>[] = buttons
    ? message.blocks
    : [...message.blocks, ...inWords(choices.filter(({ spare }) => spare !== true))];
  const parts = pack(blocks, chat.maxText);
  return parts.map((part, index) => ({
    lang: message.lang,
    blocks: part,
    choices: buttons && index === parts.length - 1 ? choices : [],
    ...(message.encloses !== undefined && index === parts.length - 1 ? { encloses: message.encloses } : {}),
  }));
}

/** What becomes of a message's file: shown with it, sent after it, or, where a chat has no files, told of. */
export const fileWay = (chat: Pick<ChatPort, 'filesByLink' | 'upload'>): 'shown' | 'sent' | 'told' =>
  chat.filesByLink ? 'shown' : chat.upload ? 'sent' : 'told';

const inWords = (choices: readonly Choice[]): Block<Run>[] =>
  choices.length === 0 ? [] : [{ type: 'paragraph', content: [{ text: written(choices) }] }];

function pack(blocks: readonly Block<Run>[], maxText: number): Block<Run>[][] {
  if (plain({ blocks }).length <= maxText) return [[...blocks]];
  const parts: Block<Run>[][] = [];
  let part: Block<Run>[] = [];
  const room = () =>
    maxText - (part.length === 0 ? 0 : plain({ blocks: part }).length + BETWEEN_BLOCKS.length);
  /** What announces the next block goes with it. */
  const close = () => {
    const said = part.findLastIndex((block) => !announces(block)) + 1;
    // A part of announcements alone is closed as it is: the next block fits with none of them.
    const carried = said > 0 ? part.slice(said) : [];
    if (part.length > carried.length) parts.push(part.slice(0, part.length - carried.length));
    part = carried;
  };
  for (const block of blocks) {
    if (plainBlock(block).length > room() && room() < maxText / 2) close();
    for (let rest: Block<Run> | null = block; rest !== null; ) {
      if (plainBlock(rest).length <= room()) {
        part.push(rest);
        break;
      }
      const [head, tail] = splitBlock(rest, room(), part.length === 0);
      if (head !== null) part.push(head);
      rest = tail;
      close();
    }
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

/** A title, or "Voici … :". */
const announces = (block: Block<Run>): boolean =>
  block.type === 'paragraph' &&
  block.content.length > 0 &&
  block.content.every(({ person }) => !person) &&
  (block.content.every(({ strong }) => strong) || /:\s*$/u.test(block.content.at(-1)!.text));

/** The part of a block that fits `room`, and the rest; no head when nothing sensible fits and it need not (`must`). */
function splitBlock(
  block: Block<Run>,
  room: number,
  must: boolean,
): [head: Block<Run> | null, tail: Block<Run> | null] {
  if (block.type !== 'list') {
    const marks = plainBlock({ type: block.type, content: [] }).length;
    const [head, tail] = splitRuns(block.content, room - marks, must);
    return [
      head.length > 0 ? { type: block.type, content: head } : null,
      tail.length > 0 ? { type: block.type, content: tail } : null,
    ];
  }
  const items = [...block.items];
  const fitting: (readonly Run[])[] = [];
  while (items.length > 0) {
    const grown = [...fitting, items[0]!];
    if (plainBlock({ type: 'list', items: grown }).length > room) break;
    fitting.push(items.shift()!);
  }
  if (fitting.length === 0 && must && items.length > 0) {
    const [head, tail] = splitRuns(items[0]!, room - plainBlock({ type: 'list', items: [[]] }).length, true);
    fitting.push(head);
    if (tail.length > 0) items[0] = tail;
    else items.shift();
  }
  return [
    fitting.length > 0 ? { type: 'list', items: fitting } : null,
    items.length > 0 ? { type: 'list', items } : null,
  ];
}

function splitRuns(content: readonly Run[], room: number, must: boolean): [head: Run[], tail: Run[]] {
  const people = content.filter((run) => run.person).length;
  if (people * DISPLAY_OVERHEAD > room / 2 && content.length > 1) {
    const few = Math.min(content.length - 1, Math.max(1, Math.floor(room / DISPLAY_OVERHEAD / 2)));
    const [head, tail] = splitRuns(content.slice(0, few), room, must);
    return [head, [...tail, ...content.slice(few)]];
  }
  const most = room - people * DISPLAY_OVERHEAD;
  if (most < 1 && !must) return [[], [...content]];
  // A grapheme may span two runs (a mark after a letter): the cut is looked for in the text as a whole.
  return take(content, cut(content.map((run) => run.text).join(''), Math.max(1, most)));
}

function take(content: readonly Run[], at: number): [head: Run[], tail: Run[]] {
  const head: Run[] = [];
  const tail: Run[] = [];
  let left = at;
  for (const run of content) {
    const here = Math.min(left, run.text.length);
    if (here > 0) head.push({ ...run, text: run.text.slice(0, here) });
    if (here < run.text.length) tail.push({ ...run, text: run.text.slice(here) });
    left -= here;
  }
  return [head, tail];
}
