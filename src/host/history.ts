/** What a page shows of a direct conversation, read from the store each time: nothing is kept twice. */
import type { TranscriptRow } from '../app/ports/conversations.ts';
import type { Clock } from '../app/ports/edge.ts';
import type { Address } from '../app/ports/people.ts';
import type { Store, Transaction } from '../app/ports/store.ts';
import { offered as offeredIn } from '../chat/degrade.ts';
import { type Document, resolve } from '../chat/outbound.ts';
import type { Place } from '../chat/port.ts';
import { choiceId, type Entry, type History } from '../chat/transcript.ts';
import type { WordsId } from '../core/ids.ts';
import { lookUp } from './lookup.ts';

/** Where a place is called by its person, as on the page. `erasedText` stands in the place of erased words. */
export function createHistory(settings: {
  readonly store: Store;
  readonly platform: string;
  readonly clock: Clock;
  readonly erasedText: (lang: string) => string;
}): History {
  const { store, platform, clock, erasedText } = settings;
  const read = (place: Place, asked: Omit<Parameters<Transaction['transcripts']['of']>[1], 'now'>) =>
    store.transaction(async (tx) => {
      const address: Address = { platform, workspace: place.workspace, userId: place.ref };
      const rows = await tx.transcripts.of(address, { ...asked, now: clock.now() });
      const documents = rows.flatMap((row) => (row.kind === 'delivery' ? [row.document as Document] : []));
      const words = await lookUp(tx, documents, wanted(rows));
      return rows.map((row) => entry(row, words, erasedText));
    });
  return {
    page: (place, limit, before) => read(place, { limit, ...(before === undefined ? {} : { before }) }),
    since: (place, at, limit) => read(place, { limit, since: at }),
    said: async (place, id) => {
      const [, pressed] = /^choice:(.+)$/su.exec(id) ?? [];
      const found = await read(place, { limit: 5, said: [pressed ?? id] });
      return found.find((one) => one.id === id) ?? null;
    },
  };
}

const wanted = (rows: readonly TranscriptRow[]): WordsId[] =>
  rows.flatMap((row) => [
    ...(row.wordsId === null ? [] : [row.wordsId]),
    ...row.files.map(({ name }) => name),
  ]);

function entry(
  row: TranscriptRow,
  words: ReadonlyMap<string, string | null>,
  erasedText: (lang: string) => string,
): Entry {
  const position = { at: row.at, row: row.row };
  if (row.kind === 'delivery') {
    const document = row.document as Document;
    const message = resolve(document, words, erasedText(document.lang));
    return {
      ...position,
      side: 'bot',
      id: row.row,
      message: { ...message, choices: offeredIn(message.choices, {}) },
    };
  }
  const { kind: type, edited, deleted } = row;
  // An empty message or a file alone has no words; null is for what was erased.
  const said = row.wordsId === null ? (row.value ?? '') : (words.get(row.wordsId) ?? null);
  // A button's value is the program's own: without its label, as once the message it was under is erased, nothing is shown.
  const offered = type === 'choice' ? (row.document as Document | null)?.choices : undefined;
  return {
    ...position,
    side: 'person',
    id: type === 'choice' ? choiceId(row.messageRef ?? row.row) : (row.messageRef ?? row.row),
    type,
    text: type === 'choice' ? (offered?.find(({ value }) => value === said)?.label ?? null) : said,
    edited,
    deleted,
    files: row.files.map(({ name, bytes, attachment }) => ({
      name: words.get(name) ?? null,
      bytes,
      id: attachment,
    })),
  };
}
