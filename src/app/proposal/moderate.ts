/** Kept from publication, with a reason; given back to it; and the log of both. */

import { inLang } from '../../core/consultation/text.ts';
import { type Ref, ref, type WordsId } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import { mayModerate } from '../../core/proposal/moderate.ts';
import { type ModerationDocument, moderationDocument } from '../../core/proposal/moderation-log.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Instant } from '../../core/time.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { tableOf } from './rewrite-table.ts';
import { takeOut } from './withdraw.ts';

export interface Moderated {
  readonly proposal: ProposalRow;
  /** Owed a word: its author, or those known of its table; nobody for an imported text. */
  readonly owed: readonly Partner[];
}

/** What the machine or the calendar asked about it is settled by its leaving. */
const QUESTIONS = ['axis', 'near', 'late', 'alone-again'];

/** The author keeps it and may answer; nobody else reads it, and it is neither quoted, listed nor counted. */
export async function moderate(
  scene: Scene<'proposals' | 'consultations' | 'doubts' | 'people' | 'tables'>,
  number: number,
  reason: WordsId | null,
): Promise<Moderated | Refusal> {
  return settle(scene, number, 'moderate', reason, async (row, revision) => {
    await takeOut(scene, [row], 'moderated', revision);
    for (const kind of QUESTIONS) await scene.tx.doubts.resolve(row.id, kind, scene.now);
  });
}

export async function reinstate(
  scene: Scene<'proposals' | 'consultations' | 'doubts' | 'people' | 'tables'>,
  number: number,
  reason: WordsId | null,
): Promise<Moderated | Refusal> {
  const { tx, ids, now, consultation } = scene;
  return settle(scene, number, 'reinstate', reason, async (row, revision) => {
    await tx.proposals.setState(row.id, 'submitted', null, revision);
    await tx.doubts.resolve(row.id, 'moderation-answer', now);
    if (row.lateness === 'pending')
      await tx.doubts.add({
        id: ids.next(),
        consultationId: consultation.id,
        proposalId: row.id,
        inboundId: null,
        kind: 'late',
        options: [],
        raisedAt: now,
      });
  });
}

/** Who is told what becomes of a proposal as its author would be. */
export async function whoIsOwed(
  scene: Scene<'people' | 'tables'>,
  row: Pick<ProposalRow, 'partnerId' | 'table'>,
): Promise<readonly Partner[]> {
  if (row.table) return (await tableOf(scene, row))?.partners ?? [];
  return (await scene.tx.people.partners(scene.consultation.id)).filter(({ id }) => id === row.partnerId);
}

async function settle(
  scene: Scene<'proposals' | 'consultations' | 'people' | 'tables'>,
  number: number,
  to: 'moderate' | 'reinstate',
  reason: WordsId | null,
  change: (row: ProposalRow, revision: number) => Promise<void>,
): Promise<Moderated | Refusal> {
  const { tx, consultation } = scene;
  let settled = '';
  const act = {
    verb: `proposal.${to}`,
    subjectType: 'proposal',
    subjectId: () => settled,
    refs: { number, ...(reason === null ? {} : { reason }) },
  } as const;
  return perform(scene, act, async () => {
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    const row = await tx.proposals.byNumber(consultation.id, number);
    if (!row) return refuse('unknown-proposal', { proposal: ref(number) });
    const refusal = mayModerate(row, to, reason !== null);
    if (refusal) return refusal;
    settled = row.id;
    await change(row, revision);
    return { proposal: row, owed: await whoIsOwed(scene, row) };
  });
}

export interface ModerationEntry {
  readonly at: Instant;
  readonly did: 'moderate' | 'reinstate';
  readonly proposal: Ref;
  readonly reason: WordsId;
}

/** Oldest first; names nobody and quotes nothing that was moderated, so that it may be published. */
export async function moderationLog(scene: Scene): Promise<readonly ModerationEntry[] | Refusal> {
  const { tx, consultation } = scene;
  const act = { verb: 'moderation.log', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () =>
    (await tx.acts.done(consultation.id, ['proposal.moderate', 'proposal.reinstate'])).map((one) => ({
      at: one.at,
      did: one.verb === 'proposal.moderate' ? ('moderate' as const) : ('reinstate' as const),
      proposal: ref(Number(one.refs.number)),
      reason: one.refs.reason as WordsId,
    })),
  );
}

/** The log as a document of its own. */
export async function exportLog(
  scene: Scene<'proposals' | 'people' | 'words'>,
): Promise<ModerationDocument | Refusal> {
  const act = {
    verb: 'documents.export',
    subjectType: 'consultation',
    subjectId: scene.consultation.id,
    refs: { document: 'moderation' },
  } as const;
  return perform(scene, act, () => publishableLog(scene));
}

/** The log for everybody: whoever may export documents may publish it. */
export async function publishableLog({
  tx,
  consultation,
  now,
}: Scene<'proposals' | 'people' | 'words'>): Promise<ModerationDocument> {
  const { content } = consultation;
  const [lang] = content.languages;
  const acts = await tx.acts.done(consultation.id, ['proposal.moderate', 'proposal.reinstate']);
  const rows = new Map((await tx.proposals.of(consultation.id)).map((row) => [row.id as string, row]));
  const about = acts.flatMap(({ subjectId }) => rows.get(subjectId) ?? []);
  const texts = await tx.words.texts([
    ...acts.flatMap(({ refs }) => (refs.reason === undefined ? [] : [refs.reason as WordsId])),
    ...about.map((row) => current(row).words),
  ]);
  const partners = await tx.people.partners(consultation.id);
  const people = partners.flatMap(({ person }) => person.name ?? []);
  for (const role of ['facilitator', 'staff', 'committee'] as const)
    people.push(...(await tx.people.withRole(consultation.id, role)).flatMap(({ name }) => name ?? []));
  return moderationDocument(
    {
      lang,
      consultation: {
        key: content.key,
        title: inLang(content.title, lang),
        asker: inLang(content.asker, lang),
        zone: content.zone,
      },
      at: now,
      smallestFigure: content.rules.smallestFigure,
    },
    acts.map(({ at, verb, subjectId, refs }) => {
      const row = rows.get(subjectId);
      const { words, start, end } = row ? current(row) : { words: null, start: 0, end: 0 };
      return {
        at,
        did: verb === 'proposal.moderate' ? 'moderate' : 'reinstate',
        proposal: ref(Number(refs.number)),
        author: row?.partnerId ?? null,
        // Names of people who were erased are known no more, so that nothing tells whether it holds one.
        reason: row?.state === 'erased' ? null : (texts.get(refs.reason as WordsId) ?? null),
        words: (words && texts.get(words)?.slice(start, end)) ?? null,
      };
    }),
    { people, organisations: partners.map(({ organisation }) => organisation) },
  );
}
