/** The team puts themes right: recorded, taken back one by one, and kept by every synthesis from then on. */
import { type ProposalId, ref, type WordsId } from '../../core/ids.ts';
import { counts } from '../../core/proposal/change.ts';
import { axisOf } from '../../core/proposal/model.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import {
  applied,
  beforeOf,
  merge,
  move,
  type Placed,
  pin,
  putBack,
  rename,
  themeNumbered,
} from '../../core/theme/correct.ts';
import { membersOf, type ThemePatch, type Themes, themeName } from '../../core/theme/model.ts';
import { perform, type Scene } from '../perform.ts';

export type Correction =
  | { readonly does: 'rename'; readonly theme: number; readonly title: WordsId }
  | { readonly does: 'merge'; readonly from: number; readonly into: number }
  /** Out of a theme, into one of their own. */
  | { readonly does: 'split'; readonly theme: number; readonly proposals: readonly number[] }
  | { readonly does: 'move'; readonly proposals: readonly number[]; readonly to: number | 'new' }
  | { readonly does: 'pin'; readonly proposals: readonly number[] }
  /** All of it. */
  | { readonly does: 'pin'; readonly theme: number };

type Needs = 'themes' | 'proposals' | 'consultations';

/** The themes after it, and which of them it made or changed first. */
export interface Corrected {
  readonly themes: Themes;
  readonly changed: readonly string[];
}

export async function correctThemes(
  scene: Scene<Needs>,
  correction: Correction,
): Promise<Corrected | Refusal> {
  const { tx, consultation, actor, now, ids } = scene;
  const act = {
    verb: 'theme.correct',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { does: correction.does },
  } as const;
  return perform(scene, act, async () => {
    // Two at once, or one while a synthesis is drafted: the second reads what the first one wrote.
    await tx.consultations.lock(consultation.id);
    const before = await tx.themes.of(consultation.id);
    const patch = await patchOf(scene, before, correction);
    if (isRefusal(patch)) return patch;
    await tx.themes.change(consultation.id, patch, now);
    await tx.themes.record({
      id: ids.next<string>(),
      consultationId: consultation.id,
      personId: actor.person.id,
      does: correction.does,
      before: beforeOf(before, patch),
      at: now,
    });
    return correctedBy(before, patch);
  });
}

/** Takes the last change back, whoever made it. */
export async function undoThemeChange(scene: Scene<Needs>): Promise<Corrected | Refusal> {
  const { tx, consultation, now } = scene;
  const act = { verb: 'theme.undo', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    await tx.consultations.lock(consultation.id);
    const last = await tx.themes.lastChange(consultation.id);
    if (last === null) return refuse('no-theme-change');
    const before = await tx.themes.of(consultation.id);
    const patch = putBack(before, last.before);
    await tx.themes.change(consultation.id, patch, now);
    await tx.themes.takeBack(last.id, now);
    return correctedBy(before, patch);
  });
}

const correctedBy = (before: Themes, patch: ThemePatch): Corrected => ({
  themes: applied(before, patch),
  changed: [
    ...new Set([
      ...patch.themes.map(({ id, mergedInto }) => mergedInto ?? id),
      ...patch.members.flatMap(({ theme }) => theme ?? []),
    ]),
  ],
});

async function patchOf(
  scene: Scene<Needs>,
  before: Themes,
  correction: Correction,
): Promise<ThemePatch | Refusal> {
  const by = scene.actor.person.id;
  switch (correction.does) {
    case 'rename':
      return rename(before, correction.theme, correction.title);
    case 'merge':
      return merge(before, correction, by);
    case 'move': {
      const proposals = await placed(scene, correction.proposals);
      if (isRefusal(proposals)) return proposals;
      const { to } = correction;
      return move(before, proposals, to === 'new' ? { made: scene.ids.next<string>() } : { number: to }, by);
    }
    case 'split': {
      const theme = themeNumbered(before, correction.theme);
      if (isRefusal(theme)) return theme;
      const proposals = await placed(scene, correction.proposals);
      if (isRefusal(proposals)) return proposals;
      const there = new Set(membersOf(before, theme.id).map(({ proposal }) => proposal));
      if (proposals.some(({ proposal }) => !there.has(proposal)))
        return refuse('not-in-theme', { theme: themeName(theme.number) });
      return move(before, proposals, { made: scene.ids.next<string>() }, by);
    }
    case 'pin': {
      const proposals = await pinned(scene, before, correction);
      return isRefusal(proposals) ? proposals : pin(before, proposals, by);
    }
  }
}

async function pinned(
  scene: Scene<Needs>,
  before: Themes,
  correction: Extract<Correction, { does: 'pin' }>,
): Promise<readonly ProposalId[] | Refusal> {
  if ('theme' in correction) {
    const theme = themeNumbered(before, correction.theme);
    return isRefusal(theme) ? theme : membersOf(before, theme.id).map(({ proposal }) => proposal);
  }
  const proposals = await placed(scene, correction.proposals);
  if (isRefusal(proposals)) return proposals;
  const alone = proposals.findIndex(
    ({ proposal }) => !before.members.some((member) => member.proposal === proposal),
  );
  if (alone >= 0) return refuse('in-no-theme', { proposal: ref(correction.proposals[alone]!) });
  return proposals.map(({ proposal }) => proposal);
}

async function placed(
  { tx, consultation }: Scene<Needs>,
  numbers: readonly number[],
): Promise<readonly Placed[] | Refusal> {
  const found: Placed[] = [];
  for (const number of numbers) {
    const row = await tx.proposals.byNumber(consultation.id, number);
    if (!row || !counts(row)) return refuse('unknown-proposal', { proposal: ref(number) });
    found.push({ proposal: row.id, axis: axisOf(row) });
  }
  return found;
}
