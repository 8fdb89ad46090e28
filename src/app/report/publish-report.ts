/** A signed report is published over nothing owed, or for a reason on record, and those it cites are told. */
import { countOf, type Held, heldBy, onRecord, type Passage, passageOf } from '../../core/gate/gate.ts';
import { type Ref, ref, type WordsId } from '../../core/ids.ts';
import { roots } from '../../core/proposal/lineage.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { citations } from '../../core/synthesis/edit.ts';
import { type DebtNeeds, everythingOwed } from '../decision/owed.ts';
import { directsOf } from '../directs.ts';
import { pass } from '../gate/pass.ts';
import { perform, type Scene } from '../perform.ts';
import type { Conversation } from '../ports/conversations.ts';
import type { Person } from '../ports/people.ts';
import type { SynthesisRow } from '../ports/syntheses.ts';
import { mayBeWrittenTo } from '../round/extend-round.ts';

type Needs = DebtNeeds | 'gates' | 'reports' | 'people';

/** What publishing the latest report would pass over; null when nothing is owed. */
export async function reportDebt(scene: Scene<Needs>): Promise<Held | null | Refusal> {
  const { consultation } = scene;
  const act = { verb: 'decision.owed', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    const row = await publishable(scene);
    return isRefusal(row) ? row : heldBy(await everythingOwed(scene), scene.now);
  });
}

export interface ReportCited {
  readonly person: Person;
  readonly conversation: Conversation;
  /** Theirs, or supported by them, that the report cites. */
  readonly refs: readonly Ref[];
}

export interface ReportPublished {
  readonly row: SynthesisRow;
  readonly passage: Passage;
  readonly told: readonly ReportCited[];
}

/** `reason` is needed over a debt, and kept only over one. */
export async function publishReport(
  scene: Scene<Needs | 'conversations' | 'consultations'>,
  reason: WordsId | null,
): Promise<ReportPublished | Refusal> {
  const { tx, consultation, now } = scene;
  let id = '';
  const act = {
    verb: 'report.publish',
    subjectType: 'report',
    subjectId: () => id,
    refs: reason === null ? {} : { reason },
  } as const;
  return perform(scene, act, async () => {
    const before = await publishable(scene);
    if (isRefusal(before)) return before;
    const cited = await citedIn(scene, before);
    const conversations = await directsOf(
      scene,
      consultation.id,
      cited.map(({ person }) => person),
    );
    await tx.consultations.lock(consultation.id);
    const row = await publishable(scene);
    if (isRefusal(row)) return row;
    id = row.id;
    const debt = heldBy(await everythingOwed(scene), now);
    const passage = await pass(scene, 'report', String(row.number), { debt, reason });
    if (passage === null) return refuse('report-held', { ...countOf(onRecord(debt!)) });
    return { row, passage, told: cited.map((one, at) => ({ ...one, conversation: conversations[at]! })) };
  });
}

async function publishable({
  tx,
  consultation,
}: Scene<'reports' | 'gates'>): Promise<SynthesisRow | Refusal> {
  const row = await tx.reports.latest(consultation.id);
  if (!row) return refuse('no-report');
  if (row.state !== 'signed') return refuse('report-unsigned', { number: row.number });
  return passageOf(await tx.gates.of(consultation.id), 'report', String(row.number)) === null
    ? row
    : refuse('report-published', { number: row.number });
}

async function citedIn(
  { tx, consultation }: Scene<'proposals' | 'people'>,
  { body }: SynthesisRow,
): Promise<Omit<ReportCited, 'conversation'>[]> {
  const cites = citations(body);
  const rows = await tx.proposals.of(consultation.id);
  const rootOf = roots(rows);
  const theirs = rows.filter(
    (row) =>
      (row.state === 'submitted' || row.state === 'merged') &&
      (cites.has(ref(row.number)) || cites.has(ref(rootOf.get(row.id)!.number))),
  );
  const partners = (await tx.people.partners(consultation.id)).filter(mayBeWrittenTo);
  return [...Map.groupBy(partners, ({ person }) => person.id).values()].flatMap((here) => {
    const ids = new Set(here.map(({ id }) => id));
    const refs = theirs
      .filter(
        ({ partnerId, endorsers }) =>
          (partnerId !== null && ids.has(partnerId)) || endorsers.some((one) => ids.has(one)),
      )
      .map(({ number }) => ref(number));
    return refs.length > 0 ? [{ person: here[0]!.person, refs }] : [];
  });
}
