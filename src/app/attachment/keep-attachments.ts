/** Files somebody sent: kept as they are, never opened, for a person of the team to read. */
import { type FileKind, kindOf } from '../../core/attachment/detect.ts';
import { type Fault, faultsOf } from '../../core/attachment/keep.ts';
import type { Attachment, Offered } from '../../core/attachment/model.ts';
import type { AttachmentId, ConversationId, InboundId, WordsId } from '../../core/ids.ts';
import type { Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';

export interface Sent {
  readonly inboundId: InboundId;
  readonly conversationId: ConversationId;
  readonly messageRef: string;
  readonly files: readonly Offered[];
}

/** What became of one file. */
export type Taken =
  | { readonly kept: Attachment }
  | { readonly name: WordsId; readonly fault: Fault; readonly kind: FileKind | null };

export async function keepAttachments(
  scene: Scene<'attachments' | 'consultations'>,
  { inboundId, conversationId, messageRef, files }: Sent,
): Promise<readonly Taken[] | Refusal> {
  const { tx, ids, now, consultation, actor } = scene;
  const act = { verb: 'attachment.keep', subjectType: 'inbound', subjectId: inboundId } as const;
  return perform(scene, act, async () => {
    await tx.consultations.lock(consultation.id);
    const faults = faultsOf(files, await tx.attachments.held(actor.person.id));
    const taken: Taken[] = [];
    for (const [place, { name, file }] of files.entries()) {
      const fault = faults[place] ?? null;
      if (fault !== null || 'fault' in file) {
        taken.push({ name, fault: fault ?? 'failed', kind: null });
        continue;
      }
      const row = {
        id: ids.next<AttachmentId>(),
        consultationId: consultation.id,
        personId: actor.person.id,
        conversationId,
        inboundId,
        messageRef,
        place,
        name,
        kind: kindOf(file.data),
        bytes: file.data.length,
        sha256: file.sha256,
        state: 'waiting' as const,
        reason: null,
        receivedAt: now,
        settledAt: null,
      };
      taken.push({ kept: await tx.attachments.add(row, file.data) });
    }
    return taken;
  });
}
