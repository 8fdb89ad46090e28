/** Files that go with messages, made for whoever they are for: what somebody may no longer have is not made. */
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store, Transaction } from '../app/ports/store.ts';
import type { DocumentFile } from '../bot/documents/files.ts';
import { phrasesIn } from '../bot/locales/phrases.ts';
import { partnersHere, speakerOf } from '../bot/shared-mailbox.ts';
import type { Enclosures, MadeFile, Recipient } from '../chat/enclosure.ts';
import type { Files, HandedFile } from '../chat/file.ts';
import type { Document } from '../chat/outbound.ts';
import type { ConsultationId, DeliveryId, PersonId } from '../core/ids.ts';
import { isRefusal } from '../core/refusal.ts';
import { type Drafted, MAKERS, MIME } from './makers.ts';

export interface EnclosureParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Told of a file that could not be made, and was said so. */
  readonly report: (error: unknown) => void;
}

export function createEnclosures({ store, clock, ids, report }: EnclosureParts): Enclosures {
  return {
    async make({ file }, to) {
      const say = phrasesIn(to.lang, []);
      try {
        const drafted = await store.transaction((tx) =>
          drafting(tx, { clock, ids }, file as unknown as DocumentFile, to),
        );
        if (typeof drafted === 'string') return drafted;
        const { name, write, as, alt } = drafted;
        const written = await write();
        const data = typeof written === 'string' ? Buffer.from(written) : written;
        return {
          name: `${name}.${as}`,
          mime: MIME[as]!,
          data,
          ...(alt === undefined ? {} : { alt }),
        } satisfies MadeFile;
      } catch (error) {
        if ((error as { transient?: unknown } | null)?.transient === true) throw error;
        report(error);
        return say.documents.failed;
      }
    },
    unsent({ title, alt }, lang, why) {
      const said = phrasesIn(lang, []).documents.unsent(title, why);
      if (alt === undefined) return said;
      // A picture says the same in words, whatever became of it.
      return why.why === 'no-files' ? alt : `${said}\n\n${alt}`;
    },
  };
}

/** What to write, or why there is nothing. */
async function drafting(
  tx: Transaction,
  edge: { readonly clock: Clock; readonly ids: Ids },
  file: DocumentFile,
  to: Recipient,
): Promise<(Drafted & { readonly as: string }) | string> {
  const say = phrasesIn(to.lang, []);
  const { platform, workspace, userId, consultationId } = to;
  const consultation =
    consultationId === null ? null : await tx.consultations.byId(consultationId as ConsultationId);
  const people = userId === null ? [] : await tx.people.byAddress({ platform, workspace, userId });
  const owner = people.find((person) => person.consultationId === consultation?.id);
  if (!consultation || !owner) return say.documents.gone;
  const guest = await speakerOf(tx, { speakerId: to.speakerId as PersonId | null }, owner, consultation);
  const actor = { person: guest ?? owner, partners: await partnersHere(tx, owner, guest) };
  const scene = { tx, consultation, actor, ids: edge.ids, now: edge.clock.now() };
  const found = await MAKERS[file.is](scene, file as never);
  if (found === null) return say.documents.gone;
  if (isRefusal(found)) return say.refusals(found);
  return { ...found, as: file.as };
}

/** The file of a message of one's own conversation, on the page, as it is now. */
export const createOpener =
  (
    store: Store,
    enclosures: Enclosures,
    page: { readonly platform: string; readonly workspace: string },
  ): Files['enclosed'] =>
  async (guest, id): Promise<HandedFile | string | null> => {
    const found = await store.transaction(async (tx) => {
      const delivery = await tx.outbox.byId(id as DeliveryId);
      const conversation = delivery && (await tx.conversations.byId(delivery.conversationId));
      const consultation = await tx.consultations.byKey(guest.consultation);
      const own =
        conversation?.platform === page.platform &&
        conversation.workspace === page.workspace &&
        conversation.userId === guest.userId &&
        delivery?.consultationId === consultation?.id;
      return own && delivery ? { delivery, conversation } : null;
    });
    if (found === null) return null;
    const document = found.delivery.document as Document;
    if (document.encloses === undefined) return null;
    const { platform, workspace, userId, speakerId } = found.conversation;
    const { consultationId } = found.delivery;
    return enclosures.make(document.encloses, {
      platform,
      workspace,
      userId,
      speakerId,
      consultationId,
      lang: document.lang,
    });
  };
