/** What axe-core finds on a page, by day and by night. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** A line a barrier: the hour of the page, axe's name for it, and the elements. */
export async function barriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  // By night only colours change. A line that is still appearing has not its colours yet.
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
    const { violations } = await page.evaluate<Found>(
      colorScheme === 'light' ? 'axe.run()' : "axe.run({ runOnly: ['color-contrast'] })",
    );
    for (const { id, nodes } of violations)
      found.push(`${colorScheme}: ${id} ${nodes.map(({ html }) => html).join(' ')}`);
  }
  return found;
}
