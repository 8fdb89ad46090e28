/** Themes found anew among what was said so far, in three steps, so that the long one holds no transaction. */
import type { Axis, Consultation, Lang } from '../../core/consultation/model.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { Grouping, GroupingInput } from '../../core/synthesis/model.ts';
import type { Themes } from '../../core/theme/model.ts';
import { type Groupings, settle } from '../../core/theme/settle.ts';
import { perform, refusalOf, type Scene } from '../perform.ts';
import { takeSnapshot } from '../synthesis/snapshot.ts';
import { type ShownThemes, showThemes } from './show-themes.ts';

/** Groups the proposals of one axis, elsewhere than in this thread; `axis` null for those of a round without axes. */
export type Group = (proposals: readonly GroupingInput[], lang: Lang, axis: Axis | null) => Promise<Grouping>;

/** By axis, what grouping needs; under null what has no axis. */
export type Texts = ReadonlyMap<string | null, readonly GroupingInput[]>;

type Reading = Parameters<typeof takeSnapshot>[0];

/** First step: reads. Refuses when nothing was said yet. */
export async function readForThemes(scene: Scene & { readonly tx: Reading }): Promise<Texts | Refusal> {
  const refused = refusalOf(scene.actor, 'themes.find');
  if (refused) return refused;
  const { texts } = await takeSnapshot(scene.tx, scene.consultation);
  return [...texts.values()].some(({ length }) => length > 0) ? texts : refuse('no-proposals');
}

/** Second step, outside any transaction: axis by axis. */
export async function groupByAxis(
  { axes, rounds, languages }: Consultation,
  texts: Texts,
  group: Group,
): Promise<Groupings> {
  const lang = languages[0];
  const groupings = new Map<string | null, Grouping>();
  for (const axis of axes) groupings.set(axis.key, await group(texts.get(axis.key) ?? [], lang, axis));
  const withoutAxes = rounds.some((round) => round.axes.length === 0 && round.prompts.length > 0);
  const across = texts.get(null) ?? [];
  if (withoutAxes && across.length > 1) groupings.set(null, await group(across, lang, null));
  return groupings;
}

/** Third step: keeps them, and says what they are now. */
export async function keepFoundThemes(
  scene: Scene<'themes' | 'consultations' | 'proposals'>,
  found: Groupings,
): Promise<ShownThemes | Refusal> {
  const { consultation } = scene;
  const act = { verb: 'themes.find', subjectType: 'consultation', subjectId: consultation.id } as const;
  const kept = await perform(scene, act, () => keepThemes(scene, found));
  return isRefusal(kept) ? kept : showThemes(scene);
}

/** Groups as themes that last: what people changed of them, also since they were read, is kept. */
export async function keepThemes(
  { tx, consultation, ids, now }: Scene<'themes' | 'consultations'>,
  found: Groupings,
): Promise<Themes> {
  await tx.consultations.lock(consultation.id);
  const themes = settle(await tx.themes.of(consultation.id), found, () => ids.next<string>());
  await tx.themes.keep(consultation.id, themes, now);
  return themes;
}
