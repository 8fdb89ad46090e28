import type { Attribution } from '../../core/consultation/model.ts';
import { type ProposalId, type Ref, ref, type WordsId } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Transaction } from '../ports/store.ts';
import type { ImportFault } from './import-row.ts';
import type { ReadRow } from './read-import.ts';

/** Texts that nobody known to the consultation wrote are quoted without a name, or never. */
export type ImportAttribution = Extract<Attribution, 'college' | 'none'>;

export interface Imported {
  readonly added: number;
  /** Those whose id was there already, with the same text: nothing is done twice. */
  readonly already: number;
  /** The first and the last reference given; null when nothing was added. */
  readonly refs: readonly [Ref, Ref] | null;
}

/** Stores rows as proposals without an author, all or none: an id that is there already with another text is a fault. */
export async function importProposals(
  scene: Scene<'proposals' | 'words' | 'consultations'>,
  rows: readonly ReadRow[],
  attribution: ImportAttribution,
): Promise<Imported | readonly ImportFault[] | Refusal> {
  const { tx, consultation } = scene;
  let faults: readonly ImportFault[] = [];
  const act = {
    verb: 'proposals.import',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { rows: rows.length, attribution },
  } as const;
  const done = await perform(scene, act, async () => {
    // Held until the commit: of two imports at once, the second finds what the first one stored.
    await tx.consultations.advance(consultation.id, 0);
    const known = await knownTexts(tx, consultation.id);
    faults = rows.flatMap((row) => takenBy(known, row) ?? []);
    const fresh = rows.filter((row) => !known.has(row.id));
    const already = rows.length - fresh.length;
    const storing = faults.length === 0 && fresh.length > 0;
    return { added: fresh.length, already, refs: storing ? await store(scene, fresh, attribution) : null };
  });
  return faults.length > 0 && !isRefusal(done) ? faults : done;
}

interface Known {
  readonly number: number;
  /** null once erased: what was erased never comes back by a file. */
  readonly text: string | null;
}

async function knownTexts(
  tx: Pick<Transaction, 'proposals' | 'words'>,
  consultationId: Scene['consultation']['id'],
): Promise<ReadonlyMap<string, Known>> {
  const before = (await tx.proposals.of(consultationId)).filter((row) => row.externalId !== null);
  const texts = await tx.words.texts(before.map((row) => row.versions[0]!.words));
  return new Map(
    before.map((row) => {
      const text = current(row).n === 1 ? (texts.get(row.versions[0]!.words) ?? null) : null;
      return [row.externalId!, { number: row.number, text }] as const;
    }),
  );
}

function takenBy(known: ReadonlyMap<string, Known>, row: ReadRow): ImportFault | null {
  const before = known.get(row.id);
  if (!before || before.text === null || before.text === asStored(row.text)) return null;
  const details = { id: row.id, proposal: ref(before.number) };
  return { line: row.line, column: 1, code: 'id-taken', details };
}

/** The store keeps no NUL and no lone surrogate. */
const asStored = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

async function store(
  { tx, ids, now, consultation }: Scene<'proposals' | 'words' | 'consultations'>,
  rows: readonly ReadRow[],
  attribution: ImportAttribution,
): Promise<[Ref, Ref]> {
  const { firstNumber, revision } = await tx.consultations.advance(consultation.id, rows.length);
  const made = rows.map((row, index) => ({ row, words: ids.next<WordsId>(), number: firstNumber + index }));
  await tx.words.add(
    made.map(({ row, words }) => ({
      id: words,
      consultationId: consultation.id,
      personId: null,
      text: row.text,
      lang: row.lang,
      writtenAt: now,
    })),
  );
  await tx.proposals.add(
    made.map(({ row, words, number }) => ({
      id: ids.next<ProposalId>(),
      consultationId: consultation.id,
      number,
      partnerId: null,
      roundId: null,
      promptKey: null,
      answerId: null,
      state: 'submitted' as const,
      lateness: 'in-time' as const,
      mergedInto: null,
      versions: [{ n: 1, words, start: row.start, end: row.end, at: now }],
      tags: row.tags,
      submittedAt: now,
      externalId: row.id,
      attribution,
    })),
    { contentId: consultation.contentId, revision },
  );
  return [ref(firstNumber), ref(firstNumber + rows.length - 1)];
}
