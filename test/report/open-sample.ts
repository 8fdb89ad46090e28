/** What open data is made of, for the tests: the sample's synthesis, its answers, and a plan a body adopted. */
import { createHash } from 'node:crypto';
import { STATUSES } from '../../src/core/consultation/model.ts';
import type { RestitutionEntry } from '../../src/core/decision/model.ts';
import { ref } from '../../src/core/ids.ts';
import type { OpenDataSource } from '../../src/core/open-data/assemble.ts';
import { type About, DATA, MANIFEST, manifestOf, SUMS, sumsOf } from '../../src/core/open-data/manifest.ts';
import type { Plan } from '../../src/core/plan/model.ts';
import type { PublishedPlan } from '../../src/core/plan/published.ts';
import type { SynthesisDocument } from '../../src/core/synthesis/document.ts';
import { openDataFiles } from '../../src/report/open-data.ts';
import { sampleDocument } from './sample.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const LICENCE = {
  name: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
};

const plan = (actions: Plan<string>['actions']): Plan<string> => ({
  key: 'plan',
  label: 'Plan d’actions',
  axes: [{ key: '1', label: 'Financer', objective: null }],
  objectives: [{ key: 'o1', axis: '1', label: 'Avancer' }],
  actions,
});
const action = (key: string, budget: string): Plan<string>['actions'][number] => ({
  key,
  axis: '1',
  objective: 'o1',
  label: `Action ${key}`,
  description: null,
  operator: '=SOMME(A1:A9)',
  partners: null,
  budget: {
    written: budget,
    amounts: [{ euros: 110_000, upTo: null, tax: null, per: null, about: false, part: false }],
  },
  means: null,
  calendar: { written: '2016-2018', from: '2016', to: '2018' },
  indicators: [{ key: 'structures', label: 'Structures aidées', unit: 'structures', target: 12.5 }],
  state: 'planned',
  illustrative: false,
  notes: [],
});

export const samplePlan: PublishedPlan = {
  versions: [
    {
      number: 1,
      origin: 'content',
      decidedBy: null,
      decidedOn: null,
      plan: plan([action('a', '110 k€')]),
      adjustments: [],
    },
    {
      number: 2,
      origin: 'adoption',
      decidedBy: 'le Conseil',
      decidedOn: '2015-10-16',
      plan: plan([action('a', '110 k€'), action('b', '12 k€')]),
      adjustments: [
        {
          ref: 'A-1',
          kind: 'add',
          action: 'b',
          changes: [{ field: 'label', before: null, after: 'Action b' }],
          cites: [ref(1), ref(2)],
        },
      ],
    },
  ],
  measures: [{ action: 'a', indicator: 'structures', day: '2016-05-03', value: 4.5 }],
};

/** An answer to each proposal the synthesis speaks of, told at moments of their own. */
export const answersTo = (synthesis: SynthesisDocument): RestitutionEntry[] => {
  const lines = synthesis.axes.flatMap((axis) => [...axis.lines, ...axis.disagreements]);
  const all = [...new Set([...lines.flatMap(({ cites }) => cites), ...synthesis.unclassified])];
  return all.map((proposal, at) => ({
    proposal,
    part: null,
    status: STATUSES[at % STATUSES.length]!,
    reason: 'Le service instruit la proposition.',
    decidedBy: 'le Conseil',
    decidedOn: '2015-10-16',
    delivered: at % 5 === 4 ? null : new Date(Date.UTC(2015, 9, 24, 8, 0, at)).toISOString(),
    dispute: at % 7 === 3 ? 'upheld' : null,
  }));
};

export const sourceOf = (
  synthesis: SynthesisDocument = sampleDocument(),
): OpenDataSource & Pick<About, 'licence'> => ({
  synthesis,
  restitution: answersTo(synthesis),
  plan: samplePlan,
  licence: LICENCE,
});

export const openFiles = (synthesis?: SynthesisDocument): Record<string, string> => ({
  ...openDataFiles(sourceOf(synthesis), sha256),
});

/** Files with their hashes made anew, as somebody who hides what they changed would. */
export function resealed(files: Readonly<Record<string, string>>): Record<string, string> {
  const { about } = JSON.parse(files[DATA]!) as { about: About };
  return {
    ...files,
    [SUMS]: sumsOf(files, sha256),
    [MANIFEST]: manifestOf(about, files, sha256, Buffer.byteLength),
  };
}
