/** The chat `web`: a page of its own for people who are on no other chat. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Boards } from '../../src/chat/board.ts';
import type { Files } from '../../src/chat/file.ts';
import type { Guests, Passer } from '../../src/chat/guest.ts';
import type { Told } from '../../src/chat/inbound.ts';
import type { Mailer } from '../../src/chat/letter.ts';
import { plain } from '../../src/chat/plain.ts';
import { ChatError, type ChatPort } from '../../src/chat/port.ts';
import type { Entry, History } from '../../src/chat/transcript.ts';
import { readAssets } from './assets.ts';
import { createDeeds } from './deeds.ts';
import { createListener } from './http/listener.ts';
import { createStreams } from './http/streams.ts';
import { createAccess, type Links } from './links.ts';
import { transportOf } from './mail/folder.ts';
import { senderFrom } from './mail/from.ts';
import { createMailer } from './mail/mailer.ts';
import type { SmtpSettings } from './mail/transport.ts';
import { createSeal } from './seal.ts';
import { createSite } from './site.ts';
import { createUploads } from './uploads.ts';
import { PLATFORM, WORKSPACE } from './workspace.ts';

export interface WebChatParts {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The address people open, without a path; null for the one it listens at. */
  readonly publicUrl: string | null;
  /** At least 32 characters. */
  readonly secret: string;
  readonly guests: Guests;
  readonly files: Files;
  readonly boards: Boards;
  readonly history: History;
  readonly now: () => number;
  /** "Receive no more messages", clicked in a letter. Resolves when it is noted. */
  readonly stop: (consultation: string, userId: string) => Promise<void>;
  /** Somebody else came by that person's link, and says who they are. Resolves when it is kept. */
  readonly visited: (consultation: string, userId: string, passer: Passer) => Promise<void>;
  /** null: no e-mail is sent. */
  readonly mail: MailParts | null;
  /** Told of what went wrong here and was answered with a 5xx. */
  readonly report: (error: unknown) => void;
}

export interface MailParts extends SmtpSettings {
  /** `plan@example.org` or `Plan ESS <plan@example.org>`. */
  readonly from: string;
  /** Where answers are read; null where nobody does. */
  readonly replyTo: string | null;
}

export interface WebChat extends ChatPort {
  /** null when the settings have no mail server. */
  readonly mailer: Mailer | null;
  readonly links: Links;
  /** `http://127.0.0.1:8080`, or the public address; known once it was started. */
  readonly url: string;
}

export function webChat(parts: WebChatParts): WebChat {
  const { now, guests, history, report } = parts;
  const capabilities = { maxText: 40_000, maxButtons: 12, filesByLink: true } as const;
  const seal = createSeal(parts.secret);
  const access = createAccess({ seal, guests, now });
  const streams = createStreams<readonly Entry[]>(now);
  const deliver = async (event: Told): Promise<void> => {
    if (receive === null) throw new ChatError('web: not started', { transient: true });
    await receive(event);
  };
  const uploads = createUploads(randomUUID);
  const site = createSite({
    chat: capabilities,
    workspace: WORKSPACE,
    access,
    history,
    seal,
    streams,
    deeds: createDeeds({ platform: PLATFORM, chat: capabilities, history, uploads, deliver }),
    files: parts.files,
    boards: parts.boards,
    assets: readAssets(),
    now,
    newId: randomUUID,
    report,
    stop: (guest) => parts.stop(guest.consultation, guest.userId),
    visited: (guest, passer) => parts.visited(guest.consultation, guest.userId, passer),
    origin: () => listener.url,
  });
  const listener = createListener({ ...parts, site, report });
  let receive: ((event: unknown) => Promise<void>) | null = null;

  return {
    platform: PLATFORM,
    ...capabilities,
    links: access.links,
    mailer:
      parts.mail === null
        ? null
        : mailerOf(parts.mail, { guests, links: access.links, origin: () => listener.url }),
    get url() {
      return listener.url;
    },
    async start(to) {
      receive = to;
      await listener.start();
    },
    async stop() {
      receive = null;
      await listener.stop(() => streams.close());
    },
    openDirect: async (_workspace, userId) => userId,
    async fetchFile(_place, file) {
      const content = uploads.content(file);
      if (content === null) throw new ChatError('web: no such file', { transient: false });
      return Readable.from([content]);
    },
    // The store has it changed; pages that are open hear of it under the line's own name.
    async edit(place, message, by) {
      streams.publish(place.ref, [{ side: 'bot', id: message, row: message, at: now(), message: by }]);
      streams.wake(place.ref);
    },
    async post(place, message, key) {
      const length = plain(message).length;
      if (length > capabilities.maxText)
        throw new ChatError(`web: ${length} characters, ${capabilities.maxText} allowed`, {
          transient: false,
        });
      if (message.choices.length > capabilities.maxButtons)
        throw new ChatError(`web: ${message.choices.length} buttons, ${capabilities.maxButtons} allowed`, {
          transient: false,
        });
      // The store keeps it; pages that are open hear of it now, the others when they are opened.
      streams.publish(place.ref, [{ side: 'bot', id: key, row: key, at: now(), message }]);
      streams.wake(place.ref);
      return key;
    },
  };
}

/** Throws an Error naming MAIL_FROM when it can't be read. */
export function mailerOf(
  { from, replyTo, ...server }: MailParts,
  of: {
    readonly guests: Pick<Guests, 'find'>;
    readonly links: Pick<Links, 'linkOf' | 'stopOf'>;
    readonly origin: () => string;
  },
): Mailer {
  const sender = senderFrom(from);
  if (sender === null)
    throw new Error('MAIL_FROM is no address: plan@example.org, or Plan ESS <plan@example.org>.');
  const { links } = of;
  return createMailer({
    transport: transportOf(server),
    from: sender,
    replyTo,
    ...of,
    ...links,
    newId: randomUUID,
  });
}
