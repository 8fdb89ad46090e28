/** How long people wait for their receipts while the team corrects what thousands of texts are about, one a second. */
import type { MemoryPlatform } from '../../adapters/memory/platform.ts';
import { TASKS } from '../../src/analysis/tasks.ts';
import type { AnalysisThread } from '../../src/analysis/thread.ts';
import type { LoadedConsultation } from '../../src/app/ports/consultations.ts';
import { importProposals } from '../../src/app/proposal/import-proposals.ts';
import type { Bot } from '../../src/compose.ts';
import { steady, type Talk, type Waits } from './answer-receipt.ts';
import { madeUpTexts } from './reading/texts.ts';

/** The baseline: all that a thread of its own would do is done in this one. */
export const inThisThread: AnalysisThread = {
  run: async (task, ...given) => {
    const run: (...all: never[]) => unknown = TASKS[task];
    return run(...(given as unknown as never[])) as never;
  },
  close: async () => {},
};

export interface Learning extends Omit<Talk, 'text'> {
  readonly bot: Bot;
  readonly consultation: LoadedConsultation;
  /** User id of somebody who is facilitator. */
  readonly corrector: string;
  readonly examples: number;
}

const EVERY = 1_000;

export async function whileLearning(given: Learning): Promise<Waits> {
  const { consultation, platform, corrector, examples } = given;
  const axes = consultation.content.axes.map(({ key }) => key);
  const texts = madeUpTexts(examples + 500, 29).map((words) => words.join(' '));
  const first = await file(given, texts.slice(0, examples), (n) => axes[(n * 7) % axes.length]!);
  let corrected = 0;
  const correct = setInterval(() => {
    const reference = `P-${String(first + corrected).padStart(4, '0')}`;
    corrected += 1;
    platform.say(corrector, `reclasser ${reference} axe ${axes[corrected % axes.length]}`);
  }, EVERY);
  const later = texts.slice(examples);
  try {
    return await steady({ ...given, text: (person, n) => later[(person + 31 * n) % later.length]! });
  } finally {
    clearInterval(correct);
  }
}

/** Texts that people filed under an axis; gives the number of the first. */
async function file(
  { bot, consultation, platform, corrector }: Learning & { readonly platform: MemoryPlatform },
  texts: readonly string[],
  axisOf: (n: number) => string,
): Promise<number> {
  const rows = texts.map((text, n) => ({
    line: n + 1,
    id: `filed-${n}`,
    text,
    lang: 'fr',
    axis: axisOf(n),
    label: null,
    unread: [],
    because: [],
    start: 0,
    end: text.length,
    tags: [
      { dimension: 'axis', value: axisOf(n), source: 'facilitator', confidence: 1, main: true } as const,
    ],
  }));
  return bot.store.transaction(async (tx) => {
    const [person] = await tx.people.byAddress({
      platform: platform.name,
      workspace: 'main',
      userId: corrector,
    });
    const actor = { person: person!, partners: [] };
    const scene = { tx, consultation, actor, now: bot.clock.now(), ids: bot.ids };
    const done = await importProposals(scene, rows, 'college');
    if (!('refs' in done) || done.refs === null) throw new Error('nothing was filed');
    return Number(done.refs[0].slice(2));
  });
}
