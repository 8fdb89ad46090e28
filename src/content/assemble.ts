/** From what the author wrote, once checked, to the consultation the core knows. */
import { Temporal } from 'temporal-polyfill';
import type { Consultation, PlanContent, RoundContent, Rules, Sequence } from '../core/consultation/model.ts';
import type { Instant } from '../core/time.ts';
import type { ConsultationFile } from './shape/consultation.ts';
import type { PlanFile } from './shape/plan.ts';
import type { RoundFile } from './shape/round.ts';
import { withTypographicTexts } from './typographic.ts';
import { versionOf } from './version.ts';

/** `rounds` in any order: they come out by opening, then by key. */
export function assemble(
  file: ConsultationFile,
  rounds: readonly RoundFile[],
  plan: PlanFile | null,
): Consultation {
  const content: Omit<Consultation, 'version'> = {
    key: file.key,
    title: file.title,
    asker: file.asker,
    purpose: file.purpose,
    readers: file.readers,
    languages: file.languages as [string, ...string[]],
    zone: file.zone,
    // Contents without one keep the version they had before there were any.
    ...(file.licence === undefined ? {} : { licence: file.licence }),
    axes: file.axes.map(({ short, ...axis }) => ({ ...axis, short: short ?? axis.label })),
    colleges: file.colleges,
    // Contents that group none keep the version they had before any could.
    ...(file.publishedTogether?.length ? { publishedTogether: file.publishedTogether } : {}),
    committee: file.committee,
    phases: file.phases.map(({ key, label, from, to }) => ({
      key,
      label,
      startsAt: startOfDay(from, file.zone),
      endsAt: endOfDay(to, file.zone),
    })),
    taxonomy: {
      ...file.taxonomy,
      territories: file.taxonomy.territories.map(({ code, ...territory }) => ({
        ...territory,
        ...(code === undefined ? {} : { code }),
      })),
    },
    rules: rulesOf(file.rules),
    rounds: rounds
      .map((round) => roundOf(round, file))
      .sort((a, b) => a.opensAt - b.opensAt || (a.key < b.key ? -1 : 1)),
    plan: plan ? planOf(plan) : { key: file.key, label: file.title, actions: [] },
  };
  const shown = withTypographicTexts(content, content.languages);
  return { ...shown, version: versionOf(shown) };
}

function rulesOf(rules: ConsultationFile['rules']): Rules {
  const { workingHours, reminders, decisions } = rules;
  return {
    ...rules,
    workingHours: {
      days: workingHours.days as Rules['workingHours']['days'],
      from: minutes(workingHours.from),
      to: minutes(workingHours.to),
    },
    reminders: { most: reminders.afterDays.length, ...reminders },
    decisions: {
      ...decisions,
      pathByStatus: decisions.pathByStatus as Rules['decisions']['pathByStatus'],
    },
  };
}

function roundOf(round: RoundFile, file: ConsultationFile): RoundContent {
  const { from, to, audience, background, prompts, sequences, additionDays, ...rest } = round;
  return {
    ...rest,
    audience: audience ?? (round.form === 'decision' ? [] : file.colleges.map((college) => college.key)),
    opensAt: at(from, file.rules.workingHours.from, file.zone),
    closesAt: endOfDay(to, file.zone),
    background: background.map(({ label, url, text }) => ({
      label,
      ...(url === undefined ? {} : { url }),
      ...(text === undefined ? {} : { text }),
    })),
    prompts: prompts.map(({ key, axis, action, text, hint }) => ({
      key,
      axis: axis ?? null,
      ...(action === undefined ? {} : { action }),
      text,
      hint: hint ?? null,
    })),
    // Contents without a workshop keep the version they had before there were any.
    ...(sequences.length === 0
      ? {}
      : { sequences: sequences.map(sequenceOf), additionDays: additionDays ?? ADDITION_DAYS }),
  };
}

const ADDITION_DAYS = 7;

const sequenceOf = ({ prompts, dots, ...one }: RoundFile['sequences'][number]): Sequence => ({
  ...one,
  ...(prompts === undefined ? {} : { prompts }),
  ...(dots === undefined ? {} : { dots }),
});

// Contents that say nothing of objectives, partners or budgets keep the version they had before there were any.
const planOf = ({ objectives, actions, ...plan }: PlanFile): PlanContent => ({
  ...plan,
  ...(objectives.length === 0
    ? {}
    : { objectives: objectives.map((one) => ({ ...one, axis: one.axis ?? null })) }),
  actions: actions.map(({ indicators, ...action }) => ({
    ...said(action),
    axis: action.axis ?? null,
    operator: action.operator ?? null,
    indicators: indicators.map(said),
  })),
});

type Said<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** Without what was left out. */
const said = <T extends object>(given: T): Said<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Said<T>;

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const at = (day: string, time: string, zone: string): Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;

const startOfDay = (day: string, zone: string): Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

/** The last millisecond of the day, so that it still shows as that day. */
const endOfDay = (day: string, zone: string): Instant =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1;
