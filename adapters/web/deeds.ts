/** What a person does on the page, as events: each under an id its form made, so that sent twice it happens once. */
import type { Told } from '../../src/chat/inbound.ts';
import type { ChatPort, Place } from '../../src/chat/port.ts';
import { choiceId, type Entry, type History } from '../../src/chat/transcript.ts';
import type { UploadedFile } from './http/multipart.ts';
import { BadRequest } from './http/visit.ts';
import type { Uploads } from './uploads.ts';
import { askingLine, linesOf } from './view/lines.ts';
import { MOST_TEXT } from './view/page.ts';

export interface Done {
  /** As it is now in the conversation; null when it can't be shown. */
  readonly said: Entry | null;
}

export type Deed = (
  place: Place,
  fields: ReadonlyMap<string, string>,
  at: number,
  files?: readonly UploadedFile[],
) => Promise<Done>;
export type Deeds = Readonly<Record<'messages' | 'edit' | 'delete' | 'choices', Deed>>;

export function deedNamed(deeds: Deeds, name: string): Deed {
  if (!Object.hasOwn(deeds, name)) throw new BadRequest(404, 'missing');
  return deeds[name as keyof Deeds];
}

/** A line of the bot's, as the page names it. */
const LINE = /^[\w-]{8,64}\/\d{1,4}$/u;
const ID = /^[\w-]{8,64}$/u;
/** Questions a person may still answer by button are among the last few lines. */
const RECENT = 30;

export function createDeeds(parts: {
  readonly platform: string;
  readonly chat: Pick<ChatPort, 'maxText' | 'maxButtons'>;
  readonly history: History;
  readonly uploads: Uploads;
  /** Resolves when the event is stored. */
  readonly deliver: (event: Told) => Promise<void>;
}): Deeds {
  const { history, deliver } = parts;
  const event = (place: Place, id: string, at: number) => ({
    // The same id from two people is two events.
    id: `${place.ref}/${id}`,
    at,
    platform: parts.platform,
    workspace: place.workspace,
    from: { userId: place.ref, automatic: false },
    place: { kind: 'direct' as const, ref: place.ref },
  });
  const id = (fields: ReadonlyMap<string, string>, name: string): string => {
    const value = fields.get(name) ?? '';
    if (!ID.test(value)) throw new BadRequest(400, 'unreadable');
    return value;
  };
  const text = (fields: ReadonlyMap<string, string>, mayBeEmpty = false): string => {
    const value = fields.get('text') ?? '';
    if (value.length > MOST_TEXT) throw new BadRequest(413, 'tooLong');
    if (value.trim() === '' && !mayBeEmpty) throw new BadRequest(400, 'empty');
    return value;
  };
  return {
    async messages(place, fields, at, files = []) {
      const message = id(fields, 'id');
      const said = text(fields, files.length > 0);
      await parts.uploads.during(files, (told) =>
        deliver({
          ...event(place, `message/${message}`, at),
          type: 'message',
          message,
          text: said.trim() === '' ? '' : said,
          replyTo: null,
          onScreen: LINE.test(fields.get('seen') ?? '') ? fields.get('seen')! : null,
          files: told,
        }),
      );
      return { said: await history.said(place, message) };
    },
    async edit(place, fields, at) {
      const message = id(fields, 'id');
      const change = id(fields, 'edit');
      await deliver({ ...event(place, `edit/${change}`, at), type: 'edit', message, text: text(fields) });
      return { said: await history.said(place, message) };
    },
    async delete(place, fields, at) {
      const message = id(fields, 'id');
      await deliver({ ...event(place, `delete/${message}`, at), type: 'delete', message });
      return { said: await history.said(place, message) };
    },
    async choices(place, fields, at) {
      const message = fields.get('message') ?? '';
      const value = fields.get('value') ?? '';
      const entries = await history.page(place, RECENT);
      const already = entries.find((entry) => entry.id === choiceId(message));
      if (already !== undefined) return { said: already };
      const asking = askingLine(linesOf(entries, parts.chat));
      const offered = asking?.side === 'bot' && asking.id === message ? asking.message.choices : [];
      if (!offered.some((choice) => choice.value === value)) throw new BadRequest(409, 'over');
      await deliver({ ...event(place, choiceId(message), at), type: 'choice', message, value });
      return { said: await history.said(place, choiceId(message)) };
    },
  };
}
