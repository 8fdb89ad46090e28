/** The machine's sentences: counted facts only, no judgement (C6). French for `fr`, English for any other language. */
import type { Kind, Lang, Standing } from '../consultation/model.ts';
import type { Ref } from '../ids.ts';

/** How many people may be said to stand behind something: `atLeast` of them, or exactly so many. */
export interface PeopleFact {
  readonly count: number;
  readonly exact: boolean;
}

export interface ThemeFacts {
  readonly label: string;
  readonly proposals: number;
  /** null when too little is known to say it. */
  readonly colleges: { readonly count: number; readonly exact: boolean } | null;
  readonly people: PeopleFact | null;
  readonly objections: number;
  readonly questions: number;
  /** Those that the machine alone put on this axis, unsure. */
  readonly unsure: readonly Ref[];
}

export interface SingleFacts {
  readonly label: string;
  readonly kind: Kind | null;
  readonly people: PeopleFact | null;
  readonly quoted: boolean;
  readonly unsure: boolean;
}

export interface DisagreementFacts {
  /** Label of the content's theme it belongs to; null when there is none. */
  readonly theme: string | null;
  readonly about: readonly Ref[];
  readonly people: PeopleFact | null;
  readonly quoted: boolean;
  /** Another type of actor stands behind what it objects to. */
  readonly across: boolean;
}

export interface ConvergenceFacts {
  readonly proposal: Ref;
  readonly colleges: number;
  readonly people: PeopleFact;
}

export interface OpinionFacts {
  /** How many groups there are, and the place of this one among them, the largest being 1. */
  readonly groups: number;
  readonly place: number;
  readonly people: PeopleFact;
  readonly agree: readonly Ref[];
  readonly disagree: readonly Ref[];
}

export interface CommonFacts {
  readonly groups: number;
  readonly proposals: readonly Ref[];
}

export interface EchoFacts {
  /** The action's title. */
  readonly label: string;
  readonly proposals: number;
  /** 0…1: of the surest of them. */
  readonly confidence: number;
}

export interface Sentences {
  /** The name of a group: its theme, its words, or both; '' when it has neither. */
  named(group: { readonly label: string; readonly words: readonly string[] }): string;
  theme(facts: ThemeFacts): string;
  single(facts: SingleFacts): string;
  convergence(facts: ConvergenceFacts): string;
  opinion(facts: OpinionFacts): string;
  common(facts: CommonFacts): string;
  disagreement(facts: DisagreementFacts): string;
  echo(facts: EchoFacts): string;
  askedAbout(facts: Pick<EchoFacts, 'label' | 'proposals'>): string;
  /** Names of themes. */
  absent(themes: readonly string[]): string;
  /** A theme without a name of the machine's, by the reference of its most central proposal. */
  around(central: Ref): string;
  transversal: string;
  erased: string;
  ofCollege(label: string): string;
  ofAnyCollege: string;
  /** How far what is quoted commits the organisation named before it. */
  readonly standing: Readonly<Record<Standing, string>>;
}

/** A share of one would be read as a figure of the consultation (C8). */
const sureness = (confidence: number): number => (confidence >= 0.85 ? 2 : confidence >= 0.65 ? 1 : 0);
const FR_SURE = ['incertain', 'probable', 'presque sûr'];
const EN_SURE = ['uncertain', 'likely', 'almost certain'];

const FRENCH =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
const ENGLISH = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

const list = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const frNumber = (count: number, feminine = false): string =>
  feminine && count === 1 ? 'une' : (FRENCH[count] ?? String(count).replace(/\B(?=(?:\d{3})+$)/gu, '\u202f'));
const frMany = (count: number, noun: string): string =>
  `${frNumber(count, true)} ${noun}${count > 1 ? 's' : ''}`;
const frCount = (people: PeopleFact): string =>
  `${people.exact ? '' : 'au moins '}${frMany(people.count, 'personne')}`;
const frPeople = (people: PeopleFact | null, verb: string): string =>
  people === null ? '' : `, ${verb} par ${frCount(people)}`;
const frWith = (people: PeopleFact | null): string =>
  people === null ? '' : `, avec le soutien ${people.exact ? 'de ' : 'd’'}${frCount(people)}`;
const frTitled = (label: string, sentence: string): string =>
  label === '' ? `${upper(sentence)}.` : `${label}\u00a0: ${sentence}.`;
const FR_UNQUOTED = ', que son auteur·rice a choisi de ne pas voir citée';

const FR_SILENT = ', dont l’auteur·rice a choisi de ne pas être cité·e';

const FR_SINGLE: Record<Kind, string> = {
  'new-action': 'action proposée',
  change: 'modification demandée',
  project: 'projet présenté',
  need: 'besoin exprimé',
  objection: 'objection, reprise dans les désaccords',
  question: 'question posée',
};

const frWords = (words: readonly string[]): string =>
  `autour ${words.some((word) => word.includes(' ')) ? 'de' : words.length === 1 ? 'du mot' : 'des mots'} ${list(
    words.map((word) => `«\u202f${word}\u202f»`),
    'et',
  )}`;

const fr: Sentences = {
  named: ({ label, words }) =>
    words.length === 0 ? label : label === '' ? upper(frWords(words)) : `${label}, ${frWords(words)}`,
  theme: ({ label, proposals, colleges, people, objections, questions, unsure }) => {
    const from =
      colleges === null
        ? ''
        : colleges.count === 1
          ? `, ${proposals === 2 ? 'toutes deux' : 'toutes'} d’un même collège`
          : `, ${colleges.exact ? 'de' : 'd’au moins'} ${frNumber(colleges.count)} collèges`;
    const among = [
      ...(objections > 0 ? [frMany(objections, 'objection')] : []),
      ...(questions > 0 ? [frMany(questions, 'question')] : []),
    ];
    const including = among.length === 0 ? '' : `, dont ${list(among, 'et')}`;
    return frTitled(
      label,
      `${frMany(proposals, 'proposition')}${including}${from}${frPeople(people, 'portées')}${unsure.length === 0 ? '' : `. Rattachement à cet axe incertain\u00a0: ${list(unsure, 'et')}`}`,
    );
  },
  single: ({ label, kind, people, quoted, unsure }) => {
    const what = kind === null ? 'proposition' : FR_SINGLE[kind];
    const silent = quoted || kind === 'objection' ? '' : FR_SILENT;
    return frTitled(
      label,
      `${what}${frWith(people)}${silent}${unsure ? '. Rattachement à cet axe incertain' : ''}`,
    );
  },
  convergence: ({ proposal, colleges, people }) =>
    `Convergence\u00a0: ${proposal} est portée par des personnes d’au moins ${frNumber(colleges)} collèges, ${frCount(people)} en tout.`,
  opinion: ({ groups, place, people, agree, disagree }) => {
    const stands = [
      ...(agree.length > 0 ? [`soutient plus que les autres ${list(agree, 'et')}`] : []),
      ...(disagree.length > 0 ? [`s’oppose plus que les autres à ${list(disagree, 'et à')}`] : []),
    ];
    return `Groupe d’opinion ${place} sur ${groups} (${frCount(people)})\u00a0: il ${list(stands, 'et')}.`;
  },
  common: ({ groups, proposals }) =>
    `Ce qui rassemble les ${frNumber(groups)} groupes d’opinion\u00a0: dans chacun, la plupart des personnes qui se sont prononcées soutiennent ${list(proposals, 'et')}.`,
  disagreement: ({ theme, about, people, quoted, across }) => {
    const to = about.length === 0 ? '' : ` à ${list(about, 'et à')}`;
    const among = theme === null ? '' : `, sur le thème «\u202f${theme}\u202f»`;
    return `Une objection${to}${among}${frPeople(people, 'soutenue')}${across ? `, d’un autre collège que les personnes qui ${about.length > 1 ? 'les' : 'la'} portent` : ''}${quoted ? '' : FR_UNQUOTED}.`;
  },
  echo: ({ label, proposals, confidence }) =>
    `Action «\u202f${label}\u202f»\u00a0: ${frMany(proposals, 'proposition')} y ${proposals > 1 ? 'font' : 'fait'} écho (rapprochement fait sur les mots, ${FR_SURE[sureness(confidence)]}${proposals > 1 ? ' pour la plus proche' : ''}).`,
  askedAbout: ({ label, proposals }) =>
    `Action «\u202f${label}\u202f»\u00a0: ${frMany(proposals, 'proposition')} ${proposals > 1 ? 'répondent' : 'répond'} à la question posée à son sujet.`,
  absent: (themes) =>
    `À s’en tenir aux mots, aucune action n’est proche ${themes.length === 1 ? 'de ce thème' : 'de ces thèmes'}\u00a0: ${themes.join('\u00a0; ')}.`,
  around: (central) => `${central} et les propositions proches`,
  transversal: 'Tous axes confondus',
  erased: '[effacé]',
  ofCollege: (label) => `une structure du collège «\u202f${label}\u202f»`,
  ofAnyCollege: 'une structure consultée',
  standing: {
    personal: 'à titre personnel',
    provisional: 'position provisoire',
    official: 'position officielle',
  },
};

const enNumber = (count: number): string =>
  ENGLISH[count] ?? String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
const enMany = (count: number, noun: string): string => `${enNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
const enCount = (people: PeopleFact): string =>
  `${people.exact ? '' : 'at least '}${enNumber(people.count)} ${people.count === 1 ? 'person' : 'people'}`;
const enPeople = (people: PeopleFact | null): string =>
  people === null ? '' : `, supported by ${enCount(people)}`;
const enTitled = (label: string, sentence: string): string =>
  label === '' ? `${upper(sentence)}.` : `${label}: ${sentence}.`;
const EN_UNQUOTED = ', whose author chose not to be quoted';

const EN_SINGLE: Record<Kind, string> = {
  'new-action': 'action proposed',
  change: 'change asked for',
  project: 'project presented',
  need: 'need expressed',
  objection: 'objection, listed under disagreements',
  question: 'question asked',
};

const enWords = (words: readonly string[]): string =>
  `around ${words.some((word) => word.includes(' ')) ? '' : words.length === 1 ? 'the word ' : 'the words '}${list(
    words.map((word) => `“${word}”`),
    'and',
  )}`;

const en: Sentences = {
  named: ({ label, words }) =>
    words.length === 0 ? label : label === '' ? upper(enWords(words)) : `${label}, ${enWords(words)}`,
  theme: ({ label, proposals, colleges, people, objections, questions, unsure }) => {
    const from =
      colleges === null
        ? ''
        : colleges.count === 1
          ? `, ${proposals === 2 ? 'both' : 'all'} from one type of actor`
          : `, from ${colleges.exact ? '' : 'at least '}${enNumber(colleges.count)} types of actor`;
    const among = [
      ...(objections > 0 ? [enMany(objections, 'objection')] : []),
      ...(questions > 0 ? [enMany(questions, 'question')] : []),
    ];
    const including = among.length === 0 ? '' : `, including ${list(among, 'and')}`;
    const doubt = unsure.length === 0 ? '' : `. Not certain to belong to this axis: ${list(unsure, 'and')}`;
    return enTitled(label, `${enMany(proposals, 'proposal')}${including}${from}${enPeople(people)}${doubt}`);
  },
  single: ({ label, kind, people, quoted, unsure }) => {
    const what = kind === null ? 'proposal' : EN_SINGLE[kind];
    const silent = quoted || kind === 'objection' ? '' : EN_UNQUOTED;
    const doubt = unsure ? '. Not certain to belong to this axis' : '';
    return enTitled(label, `${what}${enPeople(people)}${silent}${doubt}`);
  },
  convergence: ({ proposal, colleges, people }) =>
    `Convergence: ${proposal} is supported by people of at least ${enNumber(colleges)} types of actor, ${enCount(people)} in all.`,
  opinion: ({ groups, place, people, agree, disagree }) => {
    const stands = [
      ...(agree.length > 0 ? [`supports ${list(agree, 'and')} more than others do`] : []),
      ...(disagree.length > 0 ? [`opposes ${list(disagree, 'and')} more than others do`] : []),
    ];
    return `Opinion group ${place} of ${groups} (${enCount(people)}): it ${list(stands, 'and')}.`;
  },
  common: ({ groups, proposals }) =>
    `What brings the ${enNumber(groups)} opinion groups together: in each of them, most of those who took a stand support ${list(proposals, 'and')}.`,
  disagreement: ({ theme, about, people, quoted, across }) => {
    const to = about.length === 0 ? '' : ` to ${list(about, 'and')}`;
    const among = theme === null ? '' : `, on the theme “${theme}”`;
    return `An objection${to}${among}${enPeople(people)}${across ? `, from another type of actor than those who support ${about.length > 1 ? 'them' : 'it'}` : ''}${quoted ? '' : EN_UNQUOTED}.`;
  },
  echo: ({ label, proposals, confidence }) =>
    `Action “${label}”: ${enMany(proposals, 'proposal')} ${proposals > 1 ? 'echo' : 'echoes'} it (matched by their words, ${EN_SURE[sureness(confidence)]}${proposals > 1 ? ' for the nearest' : ''}).`,
  askedAbout: ({ label, proposals }) =>
    `Action “${label}”: ${enMany(proposals, 'proposal')} ${proposals > 1 ? 'answer' : 'answers'} the question asked about it.`,
  absent: (themes) =>
    `Going by the words, no action comes close to ${themes.length === 1 ? 'this theme' : 'these themes'}: ${themes.join('; ')}.`,
  around: (central) => `${central} and those like it`,
  transversal: 'Across all axes',
  erased: '[erased]',
  ofCollege: (label) => `an organisation among “${label}”`,
  ofAnyCollege: 'an organisation consulted',
  standing: {
    personal: 'in a personal capacity',
    provisional: 'provisional position',
    official: 'official position',
  },
};

export const sentencesIn = (lang: Lang): Sentences => (/^fr\b/iu.test(lang) ? fr : en);
