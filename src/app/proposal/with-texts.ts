import { current } from '../../core/proposal/model.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import type { Transaction } from '../ports/store.ts';

export interface WithText {
  readonly row: ProposalRow;
  /** What it says now; '' once erased. */
  readonly text: string;
}

/** Proposals with what they say, in their order. */
export async function withTexts(
  tx: Pick<Transaction, 'words'>,
  rows: readonly ProposalRow[],
): Promise<readonly WithText[]> {
  const texts = await tx.words.texts(rows.map((row) => current(row).words));
  return rows.map((row) => {
    const { words, start, end } = current(row);
    return { row, text: texts.get(words)?.slice(start, end) ?? '' };
  });
}
