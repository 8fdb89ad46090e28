/** What the machine writes in an annual report: French for `fr`, English for any other language. */
import { dayIn } from '../consultation/day-in.ts';
import type { Lang } from '../consultation/model.ts';
import type { AdjustmentKind } from '../plan/adjustment.ts';
import { figureSaid } from '../plan/figure.ts';
import type { Pace } from '../plan/measure.ts';
import type { PlanIndicator } from '../plan/model.ts';

export interface ReportSentences {
  /** `people` is null where a count would be small. */
  adopted(of: {
    readonly title: string;
    readonly kind: AdjustmentKind;
    readonly ref: string;
    readonly body: string;
    readonly decidedOn: string;
    readonly people: number | null;
  }): string;
  asked(of: { readonly title: string; readonly people: number | null }): string;
  measured(
    title: string,
    indicator: PlanIndicator<string>,
    last: { readonly value: number; readonly day: string } | null,
    progress: { readonly share: number | null; readonly pace: Pace },
  ): string;
}

const frFigure = (value: number, unit: string | null): string => figureSaid(value, unit, 'fr');
const enFigure = (value: number, unit: string | null): string => figureSaid(value, unit, 'en');

const fr: ReportSentences = {
  adopted: ({ title, kind, ref, body, decidedOn, people }) => {
    const became = { add: 'ajoutée', amend: 'modifiée', strengthen: 'renforcée', drop: 'retirée' }[kind];
    const fed = people === null ? '' : ` Au moins ${people} personnes l’avaient demandé ou soutenu.`;
    return `« ${title} » : action ${became} (${ref}), ${body}, le ${dayIn(decidedOn, 'fr')}.${fed}`;
  },
  asked: ({ title, people }) =>
    `« ${title} » : ce qu’il faudrait y changer a été demandé à mi-parcours${people === null ? '' : `, et au moins ${people} personnes y ont répondu`}.`,
  measured: (title, { label, unit, target, baseline }, last, { share, pace }) => {
    const aim = target === null ? '' : `, pour une cible de ${frFigure(target, unit)}`;
    const from = baseline === undefined ? '' : ` en partant de ${frFigure(baseline, unit)}`;
    if (last === null) return `« ${title} », ${label} : pas encore mesuré${aim}${from}.`;
    const part = share === null ? '' : ` (${Math.floor(share * 100)} %)`;
    const said = { reached: ', cible atteinte', 'off-track': ', en retard', 'on-track': ', dans les temps' };
    const keeps = said[pace as keyof typeof said] ?? '';
    return `« ${title} », ${label} : ${frFigure(last.value, unit)} le ${dayIn(last.day, 'fr')}${aim}${from}${part}${keeps}.`;
  },
};

const en: ReportSentences = {
  adopted: ({ title, kind, ref, body, decidedOn, people }) => {
    const became = { add: 'added', amend: 'amended', strengthen: 'strengthened', drop: 'dropped' }[kind];
    const fed = people === null ? '' : ` At least ${people} people had asked for it or supported it.`;
    return `“${title}”: action ${became} (${ref}) by ${body} on ${dayIn(decidedOn, 'en')}.${fed}`;
  },
  asked: ({ title, people }) =>
    `“${title}”: at mid-term, people were asked what should change in it${people === null ? '' : `, and at least ${people} answered`}.`,
  measured: (title, { label, unit, target, baseline }, last, { share, pace }) => {
    const aim = target === null ? '' : `, against a target of ${enFigure(target, unit)}`;
    const from = baseline === undefined ? '' : `, starting from ${enFigure(baseline, unit)}`;
    if (last === null) return `“${title}”, ${label}: not measured yet${aim}${from}.`;
    const part = share === null ? '' : ` (${Math.floor(share * 100)}%)`;
    const said = { reached: ', target met', 'off-track': ', behind schedule', 'on-track': ', on track' };
    const keeps = said[pace as keyof typeof said] ?? '';
    return `“${title}”, ${label}: ${enFigure(last.value, unit)} on ${dayIn(last.day, 'en')}${aim}${from}${part}${keeps}.`;
  },
};

export const reportSentencesIn = (lang: Lang): ReportSentences => (/^fr\b/iu.test(lang) ? fr : en);
