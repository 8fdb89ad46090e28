/** A key that proposals, rounds or decisions cite can't disappear: its successor says `formerly`. */
import type { Consultation } from '../core/consultation/model.ts';
import { nearest } from './nearest.ts';
import { problemOf } from './parse.ts';
import type { Problem } from './problem.ts';
import { shown } from './report.ts';

export type Collection =
  | 'axis'
  | 'theme'
  | 'college'
  | 'subject'
  | 'territory'
  | 'phase'
  | 'body'
  | 'round'
  | 'prompt'
  | 'action';

/** A prompt's key is `round/prompt`. */
export interface KeyInUse {
  readonly collection: Collection;
  readonly key: string;
}

/** One problem for each key in use that `before` had, and `after` has neither as a key nor as a former one. */
export function vanishedKeys(
  before: Consultation,
  after: Consultation,
  inUse: readonly KeyInUse[],
): Problem[] {
  const had = keysBy(before);
  const has = keysBy(after);
  return inUse.flatMap(({ collection, key }) => {
    if (!had[collection].has(key) || has[collection].has(key)) return [];
    const renames = RENAMABLE.has(collection);
    const expected = {
      fr: renames ? `« ${key} », ou « formerly: [${key}] » sur sa remplaçante` : `« ${key} », comme avant`,
      en: renames ? `"${key}", or "formerly: [${key}]" on what replaces it` : `"${key}", as before`,
    };
    return [
      {
        ...problemOf(FILES[collection] ?? 'consultation.yaml', 'vanished-key', expected),
        path: collection,
        found: shown(null),
        nearest: nearest(key, has[collection]),
      },
    ];
  });
}

const RENAMABLE: ReadonlySet<Collection> = new Set(['axis', 'theme', 'college', 'subject']);
const FILES: Readonly<Partial<Record<Collection, string>>> = {
  action: 'plan.yaml',
  round: 'rounds',
  prompt: 'rounds',
};

function keysBy(consultation: Consultation): Record<Collection, Set<string>> {
  const keys = (list: readonly { key: string; formerly?: readonly string[] }[]): Set<string> =>
    new Set(list.flatMap((item) => [item.key, ...(item.formerly ?? [])]));
  const { axes, colleges, taxonomy, phases, rules, rounds, plan } = consultation;
  return {
    axis: keys(axes),
    theme: keys(axes.flatMap((axis) => axis.themes)),
    college: keys(colleges),
    subject: keys(taxonomy.subjects),
    territory: keys(taxonomy.territories),
    phase: keys(phases),
    body: keys(rules.decisions.bodies),
    round: keys(rounds),
    prompt: new Set(rounds.flatMap((round) => round.prompts.map((prompt) => `${round.key}/${prompt.key}`))),
    action: keys(plan.actions),
  };
}
