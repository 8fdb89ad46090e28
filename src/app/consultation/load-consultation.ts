import type { Consultation } from '../../core/consultation/model.ts';
import type { ConsultationId } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Instant } from '../../core/time.ts';
import { perform } from '../perform.ts';
import { loadPlan } from '../plan/load-plan.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Ids } from '../ports/edge.ts';
import type { Transaction } from '../ports/store.ts';

/** What content may no longer drop without saying `formerly`. */
export interface KeyInUse {
  readonly collection: 'axis' | 'theme' | 'college' | 'round';
  readonly key: string;
}

/** Puts a content in force: a new consultation, a new version, or nothing when it is the one in force already. */
export async function loadConsultation(
  tx: Pick<Transaction, 'consultations' | 'plans' | 'acts'>,
  content: Consultation,
  edge: { readonly ids: Ids; readonly now: Instant; readonly salt: string },
): Promise<LoadedConsultation> {
  const before = await tx.consultations.byKey(content.key);
  if (before?.content.version === content.version) {
    await loadPlan(tx, before.id, content, edge);
    return before;
  }
  const id = before?.id ?? edge.ids.next<ConsultationId>();
  const contentId = edge.ids.next();
  const act = {
    verb: 'consultation.load',
    subjectType: 'consultation',
    subjectId: id,
    refs: { content: contentId, version: content.version },
  } as const;
  const loaded = await perform({ ...edge, tx, consultation: { id }, actor: 'operator' }, act, () =>
    tx.consultations.save({ id, contentId, salt: before?.salt ?? edge.salt, content, at: edge.now }),
  );
  if (isRefusal(loaded)) throw new Error(`the operator may not load a consultation: ${loaded.code}`);
  await loadPlan(tx, id, content, edge);
  return loaded;
}

/** Keys that rows in the database speak of. */
export async function keysInUse(
  tx: Pick<Transaction, 'proposals' | 'people' | 'rounds' | 'drafts'>,
  id: ConsultationId,
): Promise<readonly KeyInUse[]> {
  const tags = (await tx.proposals.of(id)).flatMap((row) => row.tags);
  const colleges = (await tx.people.partners(id)).map((partner) => partner.college);
  // What was written in chat needs no file of its own, and keeps speaking of axes and colleges.
  const written = await tx.drafts.opened(id);
  const rounds = (await tx.rounds.of(id))
    .map((round) => round.key)
    .filter((key) => !written.some((one) => one.key === key));
  const unique = (collection: KeyInUse['collection'], keys: readonly string[]) =>
    [...new Set(keys)].map((key) => ({ collection, key }));
  return [
    ...unique('axis', [
      ...tags.filter((tag) => tag.dimension === 'axis').map((tag) => tag.value),
      ...written.flatMap(({ draft }) => draft.axes ?? []),
    ]),
    ...unique(
      'theme',
      tags.filter((tag) => tag.dimension === 'theme').map((tag) => tag.value),
    ),
    ...unique('college', [...colleges, ...written.flatMap(({ draft }) => draft.audience ?? [])]),
    ...unique('round', rounds),
  ];
}
