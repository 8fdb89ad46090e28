/** What reading the proposals costs, each figure beside a baseline of the same run. */
import { benchDuplicates } from './duplicates.ts';
import { benchTokens } from './tokens.ts';

export async function benchReading(): Promise<void> {
  benchTokens();
  benchDuplicates(10_000, 100_000);
}
