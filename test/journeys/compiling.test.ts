/** A synthesis of thousands of texts is being compiled while people answer. */
import { expect, test } from 'vitest';
import { createThread } from '../../src/analysis/thread.ts';
import type { Scene } from '../../src/app/perform.ts';
import type { Transaction } from '../../src/app/ports/store.ts';
import { importProposals } from '../../src/app/proposal/import-proposals.ts';
import { compileSynthesis } from '../../src/app/synthesis/compile-synthesis.ts';
import type { Group } from '../../src/app/theme/find-themes.ts';
import type { SynthesisId } from '../../src/core/ids.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import type { GroupingInput } from '../../src/core/synthesis/model.ts';
import { journeys } from './harness.ts';
import type { Stage } from './stage.ts';

const TEXTS = 5_000;
const NOUNS =
  'local prêt comptable vélo marché clause formation atelier banque garantie achat réseau emploi jardin loyer'.split(
    ' ',
  );
const noun = (n: number): string => NOUNS[n % NOUNS.length]!;

/** A transaction as Solène acts in one. */
const within =
  ({ bot, consultation, platform }: Stage) =>
  <T>(act: (scene: Scene<keyof Transaction> & { readonly tx: Transaction }) => Promise<T>): Promise<T> =>
    bot.store.transaction(async (tx) => {
      const address = { platform: platform.name, workspace: 'main', userId: 'solene' };
      const [person] = await tx.people.byAddress(address);
      const actor = { person: person!, partners: [] };
      return act({ tx, consultation, actor, now: bot.clock.now(), ids: bot.ids });
    });

/** The first ten by people who chose never to be quoted. */
const SILENT = 10;
const imported = (stage: Stage, from: number, to: number) =>
  within(stage)((scene) =>
    importProposals(
      scene,
      Array.from({ length: to - from }, (_, place) => {
        const n = from + place;
        const text = `un ${noun(n)} pour le ${noun(n * 7 + 3)} du quartier${n % 400}`;
        return {
          line: n + 1,
          id: `text-${n}`,
          text,
          lang: 'fr',
          start: 0,
          end: text.length,
          tags: [axis(n)],
          axis: null,
          label: null,
          unread: [],
          because: [],
        };
      }),
      from < SILENT ? 'none' : 'college',
    ),
  );
const axis = (n: number) =>
  ({ dimension: 'axis', value: String((n % 2) + 1), source: 'machine', confidence: 1, main: true }) as const;

journeys('while thousands of texts are grouped', {}, (at) => {
  test('an answer has its receipt before the draft is there, and the draft speaks of the moment it was read', async () => {
    const { stage } = at;
    await imported(stage, 0, SILENT);
    await imported(stage, SILENT, TEXTS);
    const { users } = await at.story(`
      Bot → Claire: On commence ?
      Claire: oui
      Bot: 1/
    `);
    const claire = users.Claire!;
    const thread = createThread();
    const order: string[] = [];
    let answered: Promise<unknown> | null = null;
    const given: GroupingInput[] = [];
    const group: Group = (texts, lang, axis) => {
      given.push(...texts);
      if (answered === null) {
        stage.clock.leap(stage.clock.now() + 60_000);
        const count = stage.platform.texts(claire).length;
        stage.platform.say(claire, 'une avance de trésorerie en attendant les subventions');
        answered = stage.platform
          .waitForCount(claire, count + 1, { within: 30_000 })
          .then(() => order.push('receipt'));
      }
      return thread.run('group', texts, lang, axis?.themes ?? []);
    };
    const row = await compileSynthesis(
      within(stage),
      { group, opinions: async () => null, echoes: async (texts) => texts.map(() => []) },
      stage.bot.ids.next<SynthesisId>(),
    );
    order.push('draft');
    await answered;
    await thread.close();

    expect(given.filter(({ quotable }) => !quotable)).toHaveLength(SILENT);
    expect(given.every(({ partnerId }) => partnerId === null)).toBe(true);
    expect(order).toEqual(['receipt', 'draft']);
    if (isRefusal(row)) throw new Error(row.code);
    const cited = row.body.axes.flatMap(({ lines }) => lines.flatMap(({ cites }) => cites));
    expect(new Set(cited).size).toBe(TEXTS);
    const said = await stage.read((tx) => tx.proposals.of(stage.consultation.id));
    const own = said.filter(({ partnerId }) => partnerId !== null);
    expect(own).toHaveLength(1);
    expect(row.compiledAt).toBeLessThanOrEqual(own[0]!.submittedAt - 60_000);
  });
});
