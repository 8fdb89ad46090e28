/** How long people wait for their receipts while a synthesis of thousands of texts is compiled. */
import type { MemoryPlatform } from '../../adapters/memory/platform.ts';
import type { LoadedConsultation } from '../../src/app/ports/consultations.ts';
import { importProposals } from '../../src/app/proposal/import-proposals.ts';
import type { Bot } from '../../src/compose.ts';
import { steady, type Talk, type Waits } from './answer-receipt.ts';

export interface Compiling extends Omit<Talk, 'seconds'> {
  readonly bot: Bot;
  readonly consultation: LoadedConsultation;
  readonly platform: MemoryPlatform;
  /** User id of somebody who is facilitator and staff. */
  readonly asker: string;
  readonly texts: number;
}

/**
 * `draft` is the ms from "compiling…" to the draft, `worked` those of processor time in between, of all threads; people
 * talk until a few seconds after it.
 */
export async function whileCompiling(
  given: Compiling,
): Promise<Waits & { readonly draft: number; readonly worked: number }> {
  const { platform, asker } = given;
  await fill(given);
  platform.say(asker, 'synthèse');
  await platform.waitFor(asker, ({ text }) => text.includes('Je prépare'), { within: 30_000 });
  const asked = performance.now();
  const before = process.cpuUsage();
  let [draft, worked] = [Number.NaN, Number.NaN];
  const drafted = platform
    .waitFor(asker, ({ text }) => text.includes('Brouillon'), { within: 120_000 })
    .then(() => {
      draft = performance.now() - asked;
      const { user, system } = process.cpuUsage(before);
      worked = (user + system) / 1_000;
    });
  const waits = await steady({ ...given, seconds: 15 });
  await drafted;
  return { ...waits, draft, worked };
}

const NOUNS =
  'local prêt comptable vélo marché clause formation atelier banque garantie achat réseau emploi jardin loyer école'.split(
    ' ',
  );

/** On one axis, so that grouping is one long piece of work. */
async function fill({ bot, consultation, platform, asker, texts }: Compiling): Promise<void> {
  const said = Array.from({ length: texts }, (_, n) => {
    const some = [1, 3, 7, 11, 13].map((step) => `un ${NOUNS[(n * step + (n >> 4)) % NOUNS.length]}`);
    return `${some.join(' et ')} pour le quartier${n % 700}`;
  });
  const axis = consultation.content.axes[0]!.key;
  const rows = said.map((text, n) => ({
    line: n + 1,
    id: `text-${n}`,
    text,
    lang: 'fr',
    axis: null,
    label: null,
    unread: [],
    because: [],
    start: 0,
    end: text.length,
    tags: [{ dimension: 'axis', value: axis, source: 'machine', confidence: 1, main: true } as const],
  }));
  await bot.store.transaction(async (tx) => {
    const [person] = await tx.people.byAddress({
      platform: platform.name,
      workspace: 'main',
      userId: asker,
    });
    const actor = { person: person!, partners: [] };
    await importProposals({ tx, consultation, actor, now: bot.clock.now(), ids: bot.ids }, rows, 'college');
  });
}
