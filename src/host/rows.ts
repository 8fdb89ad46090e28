/** An event as it is stored: its structure in the inbox, every text a person wrote in Words. */
import type { Ids } from '../app/ports/edge.ts';
import type { InboundRow } from '../app/ports/inbox.ts';
import type { WordsRow } from '../app/ports/words.ts';
import { Inbound } from '../chat/inbound.ts';
import type { InboundId, WordsId } from '../core/ids.ts';
import type { Instant } from '../core/time.ts';

/** Names of files are people's words too; a type or a value that doesn't look like one may be a sentence. */
const TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/;
const VALUE = /^[\w.:/-]{1,200}$/;
const EMOJI = /^(?:[\w+:-]{1,64}|[^\p{L}]{1,32})$/u;
const MOST_FILES = 20;

export interface EventRows {
  readonly inbound: InboundRow;
  /** Without owner: who wrote is known once the event was handled. */
  readonly words: readonly WordsRow[];
  /** Of its files, in order. */
  readonly fileNames: readonly WordsId[];
  /** Of what was written in a form, by field. */
  readonly fieldWords: ReadonlyMap<string, WordsId>;
}

export function rowsOf(event: Inbound, ids: Ids, now: Instant): EventRows {
  const words: WordsRow[] = [];
  const fileNames: WordsId[] = [];
  const fieldWords = new Map<string, WordsId>();
  const keep = (text: string): WordsId => {
    const id = ids.next<WordsId>();
    words.push({ id, consultationId: null, personId: null, text, lang: null, writtenAt: event.at });
    return id;
  };
  const text =
    (event.type === 'message' || event.type === 'edit') && event.text !== '' ? keep(event.text) : null;
  const { from, place } = event;
  return {
    inbound: {
      id: ids.next<InboundId>(),
      platform: event.platform,
      workspace: event.workspace,
      eventId: event.id,
      type: event.type,
      at: event.at,
      messageRef: event.type === 'presence' ? null : event.message,
      wordsId: text,
      payload: { from: { userId: from.userId }, place, ...details(event, keep, fileNames, fieldWords) },
      receivedAt: now,
    },
    words,
    fileNames,
    fieldWords,
  };
}

/** A message back from its row; texts that aren't given are empty. */
export function eventOf(
  row: InboundRow,
  texts: ReadonlyMap<WordsId, string | null>,
): { readonly event: Inbound; readonly fileNames: readonly WordsId[] } {
  const { files = [], ...payload } = row.payload as {
    readonly from: { readonly userId: string };
    readonly files?: readonly { ref: string; name: WordsId; type: string | null; bytes: number }[];
  };
  const text = (id: WordsId | null) => (id === null ? '' : (texts.get(id) ?? ''));
  const event = Inbound.parse({
    replyTo: null,
    ...payload,
    id: row.eventId,
    platform: row.platform,
    workspace: row.workspace,
    type: row.type,
    at: row.at,
    message: row.messageRef,
    from: { ...payload.from, automatic: false },
    text: text(row.wordsId),
    files: files.map((file) => ({ ...file, name: text(file.name), type: file.type ?? '' })),
  });
  return { event, fileNames: files.map(({ name }) => name) };
}

function details(
  event: Inbound,
  keep: (text: string) => WordsId,
  fileNames: WordsId[],
  fieldWords: Map<string, WordsId>,
): Record<string, unknown> {
  switch (event.type) {
    case 'message':
      return {
        ...(event.replyTo === null ? {} : { replyTo: event.replyTo }),
        ...(event.onScreen === null ? {} : { onScreen: event.onScreen }),
        ...(event.files.length === 0
          ? {}
          : {
              files: event.files.slice(0, MOST_FILES).map((file) => {
                const name = keep(file.name);
                fileNames.push(name);
                return {
                  ref: file.ref,
                  name,
                  type: TYPE.test(file.type) ? file.type : null,
                  bytes: file.bytes,
                };
              }),
            }),
      };
    case 'choice':
      return VALUE.test(event.value) ? { value: event.value } : { valueWords: keep(event.value) };
    case 'form':
      return {
        form: event.form,
        fields: event.fields.map((field) => {
          if ('chosen' in field) return field;
          const words = keep(field.text);
          fieldWords.set(field.key, words);
          return { key: field.key, words };
        }),
      };
    case 'reaction':
      return { emoji: EMOJI.test(event.emoji) ? event.emoji : null, removed: event.removed };
    case 'presence':
      return { here: event.here };
    default:
      return {};
  }
}
