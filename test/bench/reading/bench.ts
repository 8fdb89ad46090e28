/** What reading the proposals costs, each figure beside a baseline of the same run. */
import { benchDuplicates } from './duplicates.ts';
import { benchLearning } from './learning.ts';
import { benchThemes } from './themes.ts';
import { benchTokens } from './tokens.ts';

export async function benchReading(): Promise<void> {
  benchTokens();
  await benchLearning();
  benchThemes(10_000);
  benchDuplicates(10_000, 100_000);
}
