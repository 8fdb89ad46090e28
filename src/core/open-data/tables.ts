/** The tables of the open data: what each is about, and what each of its columns holds. Readers and writers follow it. */

import {
  ACTION,
  ADJUSTMENT,
  AXIS,
  type CellKind,
  COLLEGE,
  column,
  LINE,
  PROPOSAL,
  rounded,
  type Table,
  THEME,
  type Values,
  VERSION,
  withheld,
} from './columns.ts';

export const TABLES = {
  participation: {
    fr: 'Qui a été invité et qui a répondu, par collège.',
    en: 'Who was invited and who answered, by type of actor.',
    columns: {
      college: COLLEGE,
      label: column('text', 'Nom du collège.', 'Name of the type of actor.'),
      invited: column('count', 'Personnes invitées.', 'People invited.'),
      reached: withheld('Personnes jointes', 'People reached'),
      answered: withheld('Ont répondu', 'Answered'),
      passed: withheld('Ont passé leur tour', 'Passed'),
      silent: withheld('Jointes, sans réponse', 'Reached, and silent'),
    },
  },
  participation_by_axis: {
    fr: 'Personnes qui ont contribué, par collège et par axe.',
    en: 'People who contributed, by type of actor and axis.',
    columns: { college: COLLEGE, axis: AXIS, people: withheld('Personnes', 'People') },
  },
  understood: {
    fr: '« Vous a-t-on bien compris ? » : ce que les personnes ont répondu, par tour, quand la synthèse a été signée.',
    en: '"Did we understand you?": what people answered, by round, when the synthesis was signed.',
    columns: {
      round: column('key', 'Clé du tour.', 'Key of the round.'),
      title: column('text', 'Titre du tour.', 'Title of the round.'),
      asked: rounded('Personnes interrogées', 'People asked'),
      reached: rounded('Jointes', 'Reached'),
      confirmed: rounded('Se sont dites comprises', 'Found themselves understood'),
      mended: rounded('Comprises après une correction', 'Understood once something was corrected'),
      corrected: rounded('Ont corrigé sans confirmer depuis', 'Corrected, and did not confirm since'),
      withdrawn: rounded('Ont retiré une proposition', 'Withdrew a proposal'),
      silent: rounded('Sans réponse', 'Silent'),
    },
  },
  views: {
    fr: 'Ce que les personnes pensent des affirmations soumises à leur avis, par collège, quand la synthèse a été signée.',
    en: 'How people see the statements put to them, by type of actor, when the synthesis was signed.',
    columns: {
      round: column('key', 'Clé du tour.', 'Key of the round.'),
      title: column('text', 'Titre du tour.', 'Title of the round.'),
      statement: column('key', 'Clé de l’affirmation.', 'Key of the statement.'),
      text: column('text', 'L’affirmation.', 'The statement.'),
      college: column(
        'key',
        'Clé du collège (type d’acteur) ; `*` pour l’ensemble, qui additionne ce que les autres lignes montrent.',
        'Key of the type of actor; `*` for all of them, which adds up what the other rows show.',
      ),
      invited: column('count', 'Personnes invitées.', 'People invited.'),
      agree: rounded('D’accord', 'Agree'),
      reserve: rounded('D’accord avec des réserves', 'Agree with reservations'),
      object: rounded('Contre', 'Object'),
    },
  },
  axes: {
    fr: 'Les axes de la synthèse.',
    en: 'The axes of the synthesis.',
    columns: {
      axis: AXIS,
      title: column('text', 'Titre.', 'Title.'),
      objective: column('text', 'Objectif.', 'Objective.'),
      introduction: column('text', 'Ce que l’équipe en dit.', 'What the team says of it.'),
    },
  },
  themes: {
    fr: 'Les thèmes de chaque axe.',
    en: 'The themes of each axis.',
    columns: { axis: AXIS, theme: THEME, title: column('text', 'Titre.', 'Title.') },
  },
  theme_proposals: {
    fr: 'Les propositions de chaque thème.',
    en: 'The proposals of each theme.',
    columns: { axis: AXIS, theme: THEME, proposal: PROPOSAL },
  },
  theme_people: {
    fr: 'Personnes qui portent les propositions de chaque thème, par collège.',
    en: 'People behind the proposals of each theme, by type of actor.',
    columns: { axis: AXIS, theme: THEME, college: COLLEGE, people: rounded('Personnes', 'People') },
  },
  lines: {
    fr: 'Les lignes de la synthèse, dans leur ordre.',
    en: 'The lines of the synthesis, in their order.',
    columns: {
      line: LINE,
      axis: AXIS,
      section: column('key', '`lines` ou `disagreements`.', '`lines` or `disagreements`.'),
      kind: column(
        'key',
        'Nature : theme, convergence, opinion, common, single, echo, absent, disagreement, introduced.',
        'Kind: theme, convergence, opinion, common, single, echo, absent, disagreement, introduced.',
      ),
      theme: column(
        'place',
        'Rang du thème, pour la ligne d’un thème.',
        'Place of the theme, for the line of a theme.',
      ),
      text: column('text', 'Ce que dit la ligne.', 'What the line says.'),
      edited: column('yes', 'Écrite ou reformulée par une personne.', 'Written or reworded by a person.'),
      left: column(
        'count',
        'Propositions citées à la signature et retirées, réunies ou modérées depuis.',
        'Proposals cited when it was signed and withdrawn, merged or moderated since.',
      ),
      opposed: column(
        'text',
        'Pour un désaccord : la proposition citée en face.',
        'For a disagreement: the proposal quoted on the other side.',
      ),
    },
  },
  citations: {
    fr: 'Ce que cite chaque ligne.',
    en: 'What each line cites.',
    columns: { line: LINE, proposal: PROPOSAL },
  },
  proposals: {
    fr: 'Les propositions, dans les mots publiés et comme chaque personne a choisi d’être nommée.',
    en: 'The proposals, in the words published and as each person chose to be named.',
    columns: {
      proposal: PROPOSAL,
      state: column(
        'key',
        '`cited` par une ligne, `unclassified`, `merged` dans une autre, `answered` sans être dans la synthèse.',
        '`cited` by a line, `unclassified`, `merged` into another one, `answered` without being in the synthesis.',
      ),
      merged_into: column('text', 'La proposition qui parle pour elle.', 'The proposal that speaks for it.'),
      single_on: column(
        'text',
        'Axe où personne d’autre ne la rejoint.',
        'Axis where no other one joins it.',
      ),
      text: column(
        'text',
        'Ses mots ; vide quand son auteur·rice a choisi de ne pas être cité·e, ou quand ils ont été effacés.',
        'Its words; empty when its author chose not to be quoted, or when they were erased.',
      ),
      by: column(
        'text',
        'Comme son auteur·rice a choisi d’être nommé·e.',
        'As its author chose to be named.',
      ),
    },
  },
  nuances: {
    fr: 'Les propositions que leurs auteur·rices présentent comme une nuance d’une autre.',
    en: 'Proposals that their authors call a nuance of another one.',
    columns: { proposal: PROPOSAL, of: column('key', 'La proposition nuancée.', 'The one it nuances.') },
  },
  decisions: {
    fr: 'Ce que sont devenues les propositions.',
    en: 'What became of the proposals.',
    columns: {
      proposal: PROPOSAL,
      part: column(
        'text',
        'La part dont c’est la réponse, quand ce qui l’a réunie a été scindé.',
        'The part whose answer this is, when what it was merged into was split.',
      ),
      status: column(
        'key',
        'adopted, adopted-in-part, under-way, to-be-studied, not-adopted, outside-powers.',
        'adopted, adopted-in-part, under-way, to-be-studied, not-adopted, outside-powers.',
      ),
      reason: column('text', 'Le motif.', 'The reason.'),
      decided_by: column('text', 'L’instance.', 'The body.'),
      decided_on: column('day', 'Le jour.', 'The day.'),
      told: column('yes', 'La réponse a été remise à son auteur·rice.', 'The answer reached its author.'),
      dispute: column(
        'text',
        'open, upheld ou changed ; vide sans contestation.',
        'open, upheld or changed; empty when nobody disputed it.',
      ),
    },
  },
  plan_versions: {
    fr: 'Les versions du plan, jusqu’à la dernière adoptée.',
    en: 'The versions of the plan, up to the last one adopted.',
    columns: {
      version: VERSION,
      title: column('text', 'Nom du plan.', 'Name of the plan.'),
      origin: column(
        'key',
        'content (le dossier), import (un tableau) ou adoption.',
        'content (the folder), import (a table) or adoption.',
      ),
      decided_by: column('text', 'L’instance qui l’a adoptée.', 'The body that adopted it.'),
      decided_on: column('day', 'Le jour.', 'The day.'),
    },
  },
  plan_actions: {
    fr: 'Les actions de chaque version.',
    en: 'The actions of each version.',
    columns: {
      version: VERSION,
      action: ACTION,
      axis: column('text', 'Axe du plan.', 'Axis of the plan.'),
      objective: column('text', 'Objectif.', 'Objective.'),
      title: column('text', 'Titre.', 'Title.'),
      description: column('text', 'Description.', 'Description.'),
      operator: column('text', 'Qui la porte.', 'Who carries it out.'),
      partners: column('text', 'Avec qui.', 'With whom.'),
      budget: column('text', 'Le budget, tel qu’il est écrit.', 'The budget, as it is written.'),
      euros: column(
        'number',
        'Ce qu’il vaut en euros, quand il dit un seul montant.',
        'What it comes to in euros, when it says one amount.',
      ),
      means: column('text', 'Les moyens.', 'By which means.'),
      calendar: column('text', 'Le calendrier, tel qu’il est écrit.', 'The calendar, as it is written.'),
      state: column('key', 'planned, under-way, done ou dropped.', 'planned, under-way, done or dropped.'),
      illustrative: column('yes', 'Inventée pour l’exemple.', 'Made up as an example.'),
    },
  },
  plan_indicators: {
    fr: 'Les indicateurs de chaque version.',
    en: 'The indicators of each version.',
    columns: {
      version: VERSION,
      action: ACTION,
      indicator: column('key', 'Clé de l’indicateur.', 'Key of the indicator.'),
      title: column('text', 'Titre.', 'Title.'),
      unit: column('text', 'Unité.', 'Unit.'),
      target: column('number', 'Cible.', 'Target.'),
    },
  },
  measures: {
    fr: 'Ce que l’on a mesuré, un jour donné.',
    en: 'What was measured, on a day.',
    columns: {
      action: ACTION,
      indicator: column('key', 'Clé de l’indicateur.', 'Key of the indicator.'),
      day: column('day', 'Le jour.', 'The day.'),
      value: column('number', 'La valeur.', 'The value.'),
    },
  },
  adjustments: {
    fr: 'Les ajustements que chaque version adoptée applique.',
    en: 'The adjustments that each adopted version applies.',
    columns: {
      adjustment: ADJUSTMENT,
      version: VERSION,
      kind: column('key', 'add, amend, strengthen ou drop.', 'add, amend, strengthen or drop.'),
      action: ACTION,
      cites: column('list', 'Les propositions dont il vient.', 'The proposals it comes from.'),
    },
  },
  adjustment_texts: {
    fr: 'Ce que chaque ajustement change, avant et après.',
    en: 'What each adjustment changes, before and after.',
    columns: {
      adjustment: ADJUSTMENT,
      field: column(
        'key',
        'label, description, operator, partners, budget, means ou calendar.',
        'label, description, operator, partners, budget, means or calendar.',
      ),
      before: column('text', 'Avant.', 'Before.'),
      after: column('text', 'Après.', 'After.'),
    },
  },
  figures: {
    fr: 'Chaque chiffre publié, par son nom : ce que « tour verify » recalcule.',
    en: 'Each published figure, by its name: what "tour verify" computes again.',
    columns: {
      figure: column('key', 'Son nom, comme `axis.1.lines`.', 'Its name, such as `axis.1.lines`.'),
      value: column(
        'people',
        'Sa valeur ; vide quand elle est tue.',
        'Its value; empty when it is withheld.',
      ),
    },
  },
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

type ColumnsOf<T extends TableName> = (typeof TABLES)[T]['columns'];
export type Row<T extends TableName> = {
  readonly [C in keyof ColumnsOf<T>]: ColumnsOf<T>[C] extends { readonly kind: infer K extends CellKind }
    ? Values[K]
    : never;
};
export type Tables = { readonly [T in TableName]: readonly Row<T>[] };
