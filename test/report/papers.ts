/** A document of each kind, with what makes it long: names, other scripts, many lines. */
import type { Minutes } from '../../src/core/committee/minutes.ts';
import { ref } from '../../src/core/ids.ts';
import type { Annex } from '../../src/core/plan/annex.ts';
import type { ExportedProposal } from '../../src/core/proposal/exported.ts';
import type { ModerationDocument } from '../../src/core/proposal/moderation-log.ts';
import type { ReportDocument } from '../../src/core/report/document.ts';
import type { SynthesisDocument } from '../../src/core/synthesis/document.ts';
import { annexDocument } from '../../src/report/annex-document.ts';
import { annexHtml } from '../../src/report/annex-html.ts';
import { annexMarkdown } from '../../src/report/annex-markdown.ts';
import { minutesOutline } from '../../src/report/minutes-outline.ts';
import type { Outline } from '../../src/report/outline.ts';
import { outlineHtml } from '../../src/report/outline-html.ts';
import { outlineMarkdown } from '../../src/report/outline-markdown.ts';
import { reportOutline } from '../../src/report/report-outline.ts';
import { synthesisOutline } from '../../src/report/synthesis-document.ts';
import { synthesisHtml } from '../../src/report/synthesis-html.ts';
import { synthesisMarkdown } from '../../src/report/synthesis-markdown.ts';
import { samplePlan } from './open-sample.ts';
import { sampleDocument } from './sample.ts';

export interface Paper {
  readonly outline: Outline;
  readonly html: string;
  readonly markdown: string;
}

/** Themes that several types of actor share, so that all three charts are drawn. */
const withThemes = (document: SynthesisDocument): SynthesisDocument => ({
  ...document,
  axes: document.axes.map((axis, at) => ({
    ...axis,
    themes: axis.themes.map((theme) => ({
      ...theme,
      people: document.base.map(({ college }, n) => ({
        college,
        people: (at + n) % 2 === 0 ? 10 + 5 * n : null,
      })),
    })),
  })),
});

const synthesis = (over: Partial<SynthesisDocument> = {}): Paper => {
  const document = { ...withThemes(sampleDocument()), ...over };
  return {
    outline: synthesisOutline(document),
    html: synthesisHtml(document),
    markdown: synthesisMarkdown(document),
  };
};

const fromOutline = (outline: Outline): Paper => ({
  outline,
  html: outlineHtml(outline),
  markdown: outlineMarkdown(outline),
});

const report = (lang: 'fr' | 'en'): ReportDocument => ({
  document: { ...sampleDocument(), lang },
  facts: {
    year: 2016,
    from: '2016-01-01',
    to: '2016-12-31',
    plan: 3,
    adopted: [{ version: 3, body: 'le Conseil', decidedOn: '2016-10-01' }],
    alerts: [
      { level: 'missed', text: '« Emplois partagés », Postes : 12.' },
      { level: 'behind', text: '« Fonds d’amorçage », Euros engagés : 12 500.' },
    ],
    debt: { answers: {}, adjustments: {}, disputes: [2] },
    heard: 25,
    rated: [
      { question: 'said', answered: 40, content: 35 },
      { question: 'again', answered: null, content: null },
    ],
  },
  publishedOn: '2017-02-01',
  debt: [{ body: 'le Comité', refs: ['P-0004', 'P-0001', 'P-0002'] }],
  passedOver: [{ phase: 'Écriture du plan', on: '2016-04-17', reason: 'Le Conseil siège demain.' }],
});

const changes = [
  { field: 'label', before: null, after: 'Avance de trésorerie' },
  { field: 'budget', before: '110 k€', after: '150 k€ par an, 1 250 € au plus par dossier' },
] as const;

const annex = (lang: 'fr' | 'en'): Annex => {
  const [first, second] = samplePlan.versions.at(-1)!.plan.actions;
  return {
    lang,
    consultation: { title: 'Plan métropolitain', asker: 'la Métropole' },
    plan: 'Plan d’actions',
    version: 2,
    decidedBy: 'le Conseil',
    decidedOn: '2015-10-16',
    axes: [
      {
        key: '1',
        label: 'Financer',
        objective: 'Que chaque structure passe son premier hiver.',
        groups: [
          {
            objective: 'Avancer',
            actions: [
              { action: first!, adjustments: [] },
              {
                action: { ...second!, description: 'Une avance, remboursée à la subvention. '.repeat(30) },
                adjustments: [
                  { ref: 'A-1', kind: 'add', action: 'b', changes, cites: [ref(1), ref(2), ref(31)] },
                ],
              },
            ],
          },
        ],
      },
      {
        key: null,
        label: null,
        objective: null,
        groups: [{ objective: null, actions: [{ action: first!, adjustments: [] }] }],
      },
    ],
    figures: { actions: 3, adjustments: 1, proposals: 3 },
  };
};

const minutes = (lang: 'fr' | 'en'): Minutes => ({
  lang,
  consultation: { title: 'Plan métropolitain', asker: 'la Métropole' },
  number: 4,
  body: 'le Comité',
  convenedOn: '2015-05-04',
  closedOn: '2015-05-13',
  rules: { rule: 'consent', quorum: 0.5, proxies: 1 },
  quorum: { members: 4, present: 3, needed: 2, met: true },
  groups: [
    {
      label: 'Acteurs de l’ESS',
      members: [
        { name: 'Hélène Moreau', presence: 'present', proxy: null },
        { name: null, presence: 'represented', proxy: 'Marc Delattre' },
        { name: 'Ирина Ткаченко', presence: 'absent', proxy: null },
      ],
    },
    { label: null, members: [{ name: 'Δημήτρης', presence: 'present', proxy: null }] },
  ],
  items: [
    {
      outcome: 'passed',
      count: { agree: 2, object: 1, abstain: 0, silent: 1 },
      adjustment: {
        ref: 'A-1',
        kind: 'amend',
        action: 'b',
        title: 'Avance de trésorerie',
        changes,
        cites: [ref(1), ref(2)],
      },
      reworded: [{ field: 'budget', before: '110 k€', after: '200 k€' }],
      answers: [],
      objections: [
        {
          proposal: null,
          group: 'Acteurs de l’ESS',
          reason: 'Le montant n’est <pas> financé.',
          became: 'overridden',
          override: 'Le budget est voté en octobre.',
        },
        { proposal: ref(2), group: null, reason: null, became: 'withdrawn', override: null },
      ],
    },
    {
      outcome: 'returned',
      count: { agree: 1, object: 2, abstain: 1, silent: 0 },
      adjustment: null,
      reworded: null,
      answers: [
        {
          status: 'to-be-studied',
          reason: 'Le service instruit la proposition.',
          taken: [ref(3), ref(4), ref(5)],
          returned: [ref(9)],
        },
      ],
      objections: [],
    },
  ],
});

/** What each is called, in both languages where one outline makes them. */
export const PAPERS: readonly (readonly [string, Paper])[] = [
  ['the synthesis', synthesis()],
  ['the synthesis of the team', synthesis({ audience: 'internal' })],
  ['the synthesis in English', synthesis({ lang: 'en' })],
  ...(['fr', 'en'] as const).flatMap((lang) => [
    [`the annual report, ${lang}`, fromOutline(reportOutline(report(lang)))] as const,
    [
      `the annex, ${lang}`,
      {
        outline: annexDocument(annex(lang)),
        html: annexHtml(annex(lang)),
        markdown: annexMarkdown(annex(lang)),
      },
    ] as const,
    [`the minutes, ${lang}`, fromOutline(minutesOutline(minutes(lang)))] as const,
  ]),
];

export const sampleProposals: readonly ExportedProposal[] = [1, 2, 3].map((number) => ({
  ref: ref(number),
  axis: String(number),
  text: number === 1 ? '=HYPERLINK("https://x.example")' : 'Une avance\nde trésorerie <&>',
  college: number === 2 ? null : 'ess',
  tags: [{ dimension: 'axis', value: String(number), source: 'machine', confidence: 0.5 }],
  state: 'submitted',
  standing: 'personal',
  versions: number,
  supporters: 2,
}));

export const sampleLog: ModerationDocument = {
  lang: 'fr',
  consultation: { key: 'ess', title: 'Plan métropolitain', asker: 'la Métropole', zone: 'Europe/Paris' },
  at: Date.parse('2015-05-01T10:00:00Z'),
  smallestFigure: 5,
  authors: null,
  unpublished: 1,
  entries: [
    {
      at: Date.parse('2015-04-12T10:00:00Z'),
      did: 'moderate',
      proposal: ref(3),
      reason: 'Propos injurieux.',
    },
    { at: Date.parse('2015-04-13T10:00:00Z'), did: 'reinstate', proposal: ref(3), reason: null },
    { at: Date.parse('2015-04-14T10:00:00Z'), did: 'moderate', proposal: ref(9), reason: 'Publicité.' },
  ],
};
