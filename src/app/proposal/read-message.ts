import type { ConsultationId } from '../../core/ids.ts';
import { current, saidOf } from '../../core/proposal/model.ts';
import type { Reader, Reading, ReadingContext } from '../../core/proposal/reading.ts';
import type { Transaction } from '../ports/store.ts';

/** A process's warm reader of one consultation, and the revision up to which it knows the proposals. */
export interface Desk {
  readonly reader: Reader;
  revision: number;
}

/** Gives the desk what other processes stored since it last read. */
export async function catchUp(
  tx: Pick<Transaction, 'proposals' | 'words'>,
  desk: Desk,
  consultationId: ConsultationId,
): Promise<void> {
  const changed = await tx.proposals.changedSince(consultationId, desk.revision);
  if (changed.length === 0) return;
  const inForce = changed.filter((proposal) => proposal.state === 'submitted');
  const texts = await tx.words.texts(inForce.map((proposal) => current(proposal).words));
  desk.reader.forget(changed.filter((one) => one.state !== 'submitted').map((one) => one.id));
  desk.reader.know(
    inForce.flatMap((proposal) => {
      const { words, start, end } = current(proposal);
      const text = texts.get(words);
      if (typeof text !== 'string') return [];
      const said = { axis: saidOf(proposal, 'axis'), theme: saidOf(proposal, 'theme') };
      return [{ id: proposal.id, text: text.slice(start, end), said }];
    }),
  );
  desk.revision = changed.at(-1)!.revision;
}

/** Reads one message against everything stored so far. */
export async function readMessage(
  tx: Pick<Transaction, 'proposals' | 'words'>,
  desk: Desk,
  consultationId: ConsultationId,
  text: string,
  context: ReadingContext,
): Promise<Reading> {
  await catchUp(tx, desk, consultationId);
  return desk.reader.read(text, context);
}
