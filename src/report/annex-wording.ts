/** What the annex of a deliberation says of its own. */

import { dayIn } from '../core/consultation/day-in.ts';
import type { Lang } from '../core/consultation/model.ts';
import type { AdjustmentKind } from '../core/plan/adjustment.ts';
import type { Annex } from '../core/plan/annex.ts';

const s = (n: number): string => (n > 1 ? 's' : '');

export interface AnnexWording {
  readonly title: string;
  adopted(annex: Annex): string;
  figures(figures: Annex['figures']): string;
  readonly kinds: Readonly<Record<AdjustmentKind, string>>;
  readonly sources: string;
  from(refs: string): string;
  became(before: string | null, after: string): string;
  readonly adjustments: string;
}

const fr: AnnexWording = {
  title: 'Annexe à la délibération',
  adopted: ({ version, decidedBy, decidedOn }) =>
    `Version ${version} du plan, adoptée par ${decidedBy} le ${dayIn(decidedOn, 'fr')}.`,
  figures: ({ actions, adjustments, proposals }) =>
    `${actions} action${s(actions)} ; ${adjustments} ajustement${s(adjustments)}, d’après ${proposals} proposition${s(proposals)}.`,
  kinds: {
    add: 'action ajoutée',
    amend: 'action modifiée',
    strengthen: 'action renforcée',
    drop: 'action retirée',
  },
  sources:
    'Les propositions citées se lisent, dans les mots de leurs auteur·rices, en annexe de la synthèse.',
  from: (refs) => `D’après ${refs}.`,
  became: (before, after) => (before === null ? `« ${after} »` : `« ${before} » devient « ${after} »`),
  adjustments: 'Ajustements issus de la consultation',
};

const en: AnnexWording = {
  title: 'Annex to the deliberation',
  adopted: ({ version, decidedBy, decidedOn }) =>
    `Version ${version} of the plan, adopted by ${decidedBy} on ${dayIn(decidedOn, 'en')}.`,
  figures: ({ actions, adjustments, proposals }) =>
    `${actions} action${actions === 1 ? '' : 's'}; ${adjustments} adjustment${adjustments === 1 ? '' : 's'}, based on ${proposals} proposal${proposals === 1 ? '' : 's'}.`,
  kinds: {
    add: 'action added',
    amend: 'action amended',
    strengthen: 'action strengthened',
    drop: 'action dropped',
  },
  sources: 'The proposals cited can be read, in their authors’ own words, in the annex to the synthesis.',
  from: (refs) => `Based on ${refs}.`,
  became: (before, after) => (before === null ? `“${after}”` : `“${before}” becomes “${after}”`),
  adjustments: 'Adjustments from the consultation',
};

export const annexWordingIn = (lang: Lang): AnnexWording => (/^fr\b/iu.test(lang) ? fr : en);
