/** What a table of a workshop said, entered by somebody of the team: the table's, and nobody's alone. */
import type { ProposalId, WordsId } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { heard } from '../../core/participation/progress.ts';
import type { Proposal } from '../../core/proposal/model.ts';
import type { Idea } from '../../core/proposal/reading.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import type { Instant } from '../../core/time.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import type { Attendee, Table } from '../ports/tables.ts';
import { seatOf } from './rewrite-table.ts';
import { takeOut } from './withdraw.ts';

export interface TableEntry {
  /** null for one nobody wrote down before. */
  readonly known: Table | null;
  readonly label: WordsId;
  readonly attendees: readonly Attendee[];
  /** The message, which holds names; and what the table said, on its own. */
  readonly message: WordsId;
  readonly words: WordsId;
  readonly ideas: readonly Idea[];
}

export interface TableRecorded {
  readonly table: Pick<Table, 'id' | 'consultationId'>;
  readonly round: Round;
  readonly proposals: readonly Proposal[];
  /** Known partners who sit there, those of earlier entries too. */
  readonly partners: readonly Partner[];
  readonly late: boolean;
}

type Needs =
  | 'tables'
  | 'proposals'
  | 'consultations'
  | 'doubts'
  | 'participations'
  | 'reminders'
  | 'rounds'
  | 'people';

/** The attendees have been heard; the proposals count for all of them, and they are given the answers. */
export async function recordTable(scene: Scene<Needs>, entry: TableEntry): Promise<TableRecorded | Refusal> {
  const { tx, ids, now, consultation, actor } = scene;
  const table = { id: entry.known?.id ?? ids.next(), consultationId: consultation.id };
  const act = { verb: 'table.record', subjectType: 'table', subjectId: table.id } as const;
  return perform(scene, act, async () => {
    const rounds = (await tx.rounds.of(consultation.id)).filter(({ state }) => state !== 'cancelled');
    const round = rounds.find(({ state }) => state === 'open') ?? rounds[0];
    if (!round) return refuse('nothing-opened');
    if (entry.known === null && entry.attendees.length === 0) return refuse('table-needs-attendees');
    const late = round.state !== 'open' || now >= round.closesAt;
    const { firstNumber, revision } = await tx.consultations.advance(consultation.id, entry.ideas.length);
    if (entry.known === null) await tx.tables.add({ ...table, label: entry.label, createdAt: now });
    await tx.tables.seat(table, entry.attendees);
    await tx.tables.addEntry({ table, words: entry.message, by: actor.person.id, at: now });
    const proposals = entry.ideas.map((idea, index) => ({
      id: ids.next<ProposalId>(),
      consultationId: consultation.id,
      number: firstNumber + index,
      partnerId: null,
      roundId: round.id,
      promptKey: null,
      answerId: null,
      state: 'submitted' as const,
      lateness: late ? ('pending' as const) : ('in-time' as const),
      mergedInto: null,
      table: table.id,
      versions: [{ n: 1, words: entry.words, start: idea.start, end: idea.end, at: now }],
      tags: idea.tags,
      submittedAt: now,
      externalId: null,
      attribution: 'name' as const,
    }));
    await tx.proposals.add(proposals, { contentId: consultation.contentId, revision });
    for (const { id } of late ? proposals : [])
      await tx.doubts.add({
        id: ids.next(),
        consultationId: consultation.id,
        proposalId: id,
        inboundId: null,
        kind: 'late',
        options: [],
        raisedAt: now,
      });
    const seated = new Set([...(entry.known?.attendees ?? []), ...entry.attendees].flatMap(seatOf));
    const partners = (await tx.people.partners(consultation.id)).filter(({ id }) => seated.has(id));
    if (!late) await hear(scene, round, partners, now);
    return { table, round, proposals, partners, late };
  });
}

async function hear(
  { tx }: Scene<'participations' | 'reminders'>,
  round: Round,
  partners: readonly Partner[],
  now: Instant,
): Promise<void> {
  for (const { id, person } of partners) {
    const participation = await tx.participations.find(round.id, id);
    if (!participation) continue;
    await tx.participations.save(heard(participation, now));
    await tx.reminders.callOff(person.id, round.id);
  }
}

/** An attendee read what was noted, and it is right. */
export async function confirmTable(
  scene: Scene<'tables'>,
  tableId: string,
  partner: Partner,
): Promise<true | Refusal> {
  const act = { verb: 'table.confirm', subjectType: 'table', subjectId: tableId } as const;
  return perform(scene, act, async () => {
    await scene.tx.tables.confirm(tableId, partner.id, scene.now);
    return true as const;
  });
}

const DAY = 86_400_000;

/** The team takes back what it entered for a table, within a day; null when it is no table's. */
export async function withdrawFromTable(
  scene: Scene<'proposals' | 'consultations' | 'doubts'>,
  number: number,
): Promise<ProposalRow | Refusal | null> {
  const { tx, consultation, now } = scene;
  const row = await tx.proposals.byNumber(consultation.id, number);
  if (!row?.table) return null;
  const act = { verb: 'table.withdraw', subjectType: 'proposal', subjectId: row.id } as const;
  return perform(scene, act, async () => {
    const named = { proposal: ref(number) };
    if (row.state !== 'submitted') return refuse('not-in-force', named);
    if (now > row.submittedAt + DAY) return refuse('table-undo-over', named);
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    await takeOut(scene, [row], 'withdrawn', revision);
    await tx.doubts.resolve(row.id, 'late', now);
    return row;
  });
}
