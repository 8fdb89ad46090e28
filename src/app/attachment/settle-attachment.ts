/** What the team does of a file it has read, and what its sender may do. */
import { type AttachmentId, attachmentRef, ref, type WordsId } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { AttachmentRow } from '../ports/attachments.ts';
import type { ErasureLedger } from '../ports/personal.ts';

const act = (verb: 'attachment.settle' | 'attachment.erase', { id }: AttachmentRow, to: string) =>
  ({ verb, subjectType: 'attachment', subjectId: id, refs: { to } }) as const;

export async function waitingAttachments(
  scene: Scene<'attachments'>,
): Promise<readonly AttachmentRow[] | Refusal> {
  const { tx, consultation } = scene;
  const list = {
    verb: 'attachment.list',
    subjectType: 'consultation',
    subjectId: consultation.id,
  } as const;
  return perform(scene, list, () => tx.attachments.of(consultation.id, ['waiting']));
}

export async function numberedAttachment(
  { tx, consultation }: Scene<'attachments'>,
  number: number,
): Promise<AttachmentRow | Refusal> {
  const row = await tx.attachments.byNumber(consultation.id, number);
  const named = { attachment: attachmentRef(number) };
  if (row === null) return refuse('no-such-attachment', named);
  return row.state === 'erased' ? refuse('attachment-erased', named) : row;
}

/** Nothing is to be taken from it, for a reason its sender is given. */
export async function fileAttachment(
  scene: Scene<'attachments'>,
  number: number,
  reason: WordsId | null,
): Promise<AttachmentRow | Refusal> {
  const row = await numberedAttachment(scene, number);
  if ('refused' in row) return row;
  const filed = { ...act('attachment.settle', row, 'filed') };
  return perform(scene, reason === null ? filed : { ...filed, refs: { to: 'filed', reason } }, async () => {
    const named = { attachment: attachmentRef(number) };
    if (reason === null) return refuse('filing-needs-reason', named);
    if (row.state === 'filed') return refuse('attachment-filed', named);
    await scene.tx.attachments.settle(row, { state: 'filed', reason, at: scene.now });
    return row;
  });
}

/** Back among those that wait. */
export async function reopenAttachment(
  scene: Scene<'attachments'>,
  number: number,
): Promise<AttachmentRow | Refusal> {
  const row = await numberedAttachment(scene, number);
  if ('refused' in row) return row;
  return perform(scene, act('attachment.settle', row, 'waiting'), async () => {
    if (row.state === 'waiting') return refuse('attachment-waits', { attachment: attachmentRef(number) });
    await scene.tx.attachments.settle(row, { state: 'waiting', reason: null, at: null });
    return row;
  });
}

/** Takes it for extraction: whoever took proposals from it may take more, for anybody else it is dealt with. */
export async function attachmentToExtract(
  scene: Scene<'attachments' | 'acts'>,
  number: number,
): Promise<AttachmentRow | Refusal> {
  const row = await numberedAttachment(scene, number);
  if ('refused' in row || row.state === 'waiting') return row;
  const settled = (await scene.tx.acts.of(scene.consultation.id, row.id)).findLast(
    ({ verb }) => verb === 'attachment.settle',
  );
  if (settled?.actorId === scene.actor.person.id) return row;
  const named = { attachment: attachmentRef(number) };
  if (row.state === 'filed') return refuse('attachment-filed', named);
  return refuse('attachment-extracted', { ...named, proposals: row.proposals.map(ref).join(', ') });
}

/** Proposals were taken from it. */
export async function markExtracted(
  scene: Scene<'attachments'>,
  row: AttachmentRow,
): Promise<AttachmentRow | Refusal> {
  return perform(scene, act('attachment.settle', row, 'extracted'), async () => {
    await scene.tx.attachments.settle(row, { state: 'extracted', reason: null, at: scene.now });
    return row;
  });
}

/** Its sender takes it back: the content and the name are gone; what was taken from it stands, as theirs. */
export async function eraseAttachment(
  scene: Scene<'attachments'>,
  row: AttachmentRow,
  ledger: ErasureLedger,
): Promise<AttachmentRow | Refusal> {
  return perform(scene, act('attachment.erase', row, 'erased'), async () => {
    const named = { attachment: attachmentRef(row.number) };
    if (row.personId !== scene.actor.person.id) return refuse('no-such-attachment', named);
    if (row.state === 'erased') return refuse('attachment-erased', named);
    await scene.tx.attachments.erase(row.id, scene.now);
    ledger.record({ attachment: row.id, at: scene.now });
    return row;
  });
}

export interface Opened {
  readonly row: AttachmentRow;
  readonly data: Uint8Array;
}

/** The content, for its sender or by right for the team; for anybody else there is no such file. */
export async function openAttachment(
  scene: Scene<'attachments'>,
  id: AttachmentId,
): Promise<Opened | Refusal> {
  const row = await scene.tx.attachments.byId(id);
  if (row === null || row.consultationId !== scene.consultation.id) return refuse('no-such-attachment', {});
  const own = row.personId === scene.actor.person.id;
  const opened = {
    verb: own ? 'attachment.open-own' : 'attachment.open',
    subjectType: 'attachment',
    subjectId: row.id,
  } as const;
  return perform(scene, opened, async () => {
    const data = await scene.tx.attachments.content(row.id);
    return data === null
      ? refuse('attachment-erased', { attachment: attachmentRef(row.number) })
      : { row, data };
  });
}
