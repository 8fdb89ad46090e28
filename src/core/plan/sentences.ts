/** What is said of plans by the bot, the command line and documents: French for `fr`, English for any other language. */
import type { Lang } from '../consultation/model.ts';
import type { ActionChange, FieldChange, PlanDiff, PlanField } from './diff.ts';
import type { PlanState } from './model.ts';

export interface PlanSentences {
  readonly lang: 'fr' | 'en';
  readonly fields: Readonly<Record<PlanField | 'key' | 'notes', string>>;
  readonly states: Readonly<Record<PlanState, string>>;
  readonly change: Readonly<Record<ActionChange['change'], string>>;
  /** "Axe 1 : Créer et financer"; of no axis when the key is null. */
  axis(key: string | null, label: string | null): string;
  /** How much changed, in one sentence. */
  summary(diff: PlanDiff): string;
  /** One change, in one sentence or two. */
  changed(change: ActionChange): string;
  labelled(label: string, text: string): string;
  quoted(text: string): string;
  readonly example: string;
}

const s = (n: number): string => (n > 1 ? 's' : '');

const fr: PlanSentences = {
  lang: 'fr',
  fields: {
    key: 'clé',
    label: 'intitulé',
    axis: 'axe',
    objective: 'objectif',
    description: 'description',
    operator: 'opérateur',
    partners: 'partenaires',
    budget: 'budget',
    means: 'moyens',
    calendar: 'calendrier',
    indicators: 'indicateurs',
    state: 'état',
    notes: 'notes',
  },
  states: { planned: 'prévue', 'under-way': 'en cours', done: 'réalisée', dropped: 'abandonnée' },
  change: { added: 'ajoutée', removed: 'retirée', changed: 'modifiée' },
  axis: (key, label) =>
    key === null ? 'Sans axe' : label === null || label === key ? `Axe ${key}` : `Axe ${key} : ${label}`,
  summary: ({ changes, same }) => {
    const n = (change: ActionChange['change']) => changes.filter((one) => one.change === change).length;
    const said = (['added', 'changed', 'removed'] as const)
      .filter((change) => n(change) > 0)
      .map(
        (change, at) =>
          `${n(change)} ${at === 0 ? `action${s(n(change))} ` : ''}${fr.change[change]}${s(n(change))}`,
      );
    const kept = same === 0 ? '' : ` ${same} inchangée${s(same)}.`;
    return said.length === 0 ? `Rien n’a changé.${kept}` : `${capital(said.join(', '))}.${kept}`;
  },
  changed: ({ change, action, fields }) =>
    change === 'changed'
      ? `« ${action.label} » : ${fields.map((one) => frField(one)).join(' ; ')}.`
      : `« ${action.label} » est ${change === 'added' ? 'ajoutée' : 'retirée'}${action.axis === null ? '' : ` (axe ${action.axis})`}.`,
  labelled: (label, text) => `${label} : ${text}`,
  quoted: (text) => `« ${text} »`,
  example: 'exemple',
};

function frField({ field, before, after }: FieldChange): string {
  const name = fr.fields[field];
  const said = (text: string) => (field === 'state' ? (fr.states[text as PlanState] ?? text) : `« ${text} »`);
  if (before === null)
    return `${name} ajouté${field === 'description' ? 'e' : field === 'partners' || field === 'indicators' || field === 'means' ? 's' : ''}, ${said(after!)}`;
  if (after === null) return `${name} : ${said(before)} est retiré`;
  return `${name} : ${said(before)} devient ${said(after)}`;
}

const en: PlanSentences = {
  lang: 'en',
  fields: {
    key: 'key',
    label: 'title',
    axis: 'axis',
    objective: 'objective',
    description: 'description',
    operator: 'operator',
    partners: 'partners',
    budget: 'budget',
    means: 'means',
    calendar: 'calendar',
    indicators: 'indicators',
    state: 'state',
    notes: 'notes',
  },
  states: { planned: 'planned', 'under-way': 'under way', done: 'done', dropped: 'dropped' },
  change: { added: 'added', removed: 'removed', changed: 'changed' },
  axis: (key, label) =>
    key === null ? 'No axis' : label === null || label === key ? `Axis ${key}` : `Axis ${key}: ${label}`,
  summary: ({ changes, same }) => {
    const n = (change: ActionChange['change']) => changes.filter((one) => one.change === change).length;
    const said = (['added', 'changed', 'removed'] as const)
      .filter((change) => n(change) > 0)
      .map((change, at) => `${n(change)} ${at === 0 ? `action${s(n(change))} ` : ''}${en.change[change]}`);
    const kept = same === 0 ? '' : ` ${same} unchanged.`;
    return said.length === 0 ? `Nothing changed.${kept}` : `${said.join(', ')}.${kept}`;
  },
  changed: ({ change, action, fields }) =>
    change === 'changed'
      ? `“${action.label}”: ${fields.map((one) => enField(one)).join('; ')}.`
      : `“${action.label}” is ${change === 'added' ? 'added' : 'removed'}${action.axis === null ? '' : ` (axis ${action.axis})`}.`,
  labelled: (label, text) => `${label}: ${text}`,
  quoted: (text) => `“${text}”`,
  example: 'example',
};

function enField({ field, before, after }: FieldChange): string {
  const name = en.fields[field];
  const said = (text: string) => (field === 'state' ? (en.states[text as PlanState] ?? text) : `“${text}”`);
  if (before === null) return `${name} added, ${said(after!)}`;
  if (after === null) return `${name}: ${said(before)} is removed`;
  return `${name}: ${said(before)} becomes ${said(after)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const planSentencesIn = (lang: Lang): PlanSentences => (/^fr\b/iu.test(lang) ? fr : en);
