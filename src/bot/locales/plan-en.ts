/** The plan and its versions, in English. Read it aloud. */
import type { PlanPhrases } from './plan-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');

export const plan: PlanPhrases = {
  head: (label, version, last, actions) =>
    `${label}: ${actions} action${s(actions)}, version ${version}${version === last ? '' : ` (the last one is ${last})`}.`,
  counted: (axis, actions) => `${axis} (${actions} action${s(actions)})`,
  noneOfAxis: 'No action on this axis.',
  axisHow: (axis) => `“plan axis ${axis}” shows its actions.`,
  actionHow: (key) => `“plan ${key}” shows one action in full.`,
  versions: (n) => (n === 1 ? 'One version of the plan:' : `${n} versions of the plan, the last one holds:`),
  origins: { content: 'from the folder', import: 'imported from a table', adoption: 'adopted' },
  adopted: (body, day) => `adopted by ${body} on ${day}`,
  version: (n, origin, since, actions) =>
    `version ${n}, ${origin}, since ${since} (${actions} action${s(actions)})`,
  compareHow: (before, after) => `“compare plan ${before} and ${after}” says what changes.`,
  compared: (before, after) => `From version ${before} to version ${after}.`,
  moreChanges: (n) => `And ${n} more change${s(n)}: “npx tour plan diff” gives them all.`,
};
