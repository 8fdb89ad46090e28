/** What the documents say around the synthesis. French for `fr`, English for any other language. */
import type { Lang } from '../core/consultation/model.ts';
import type { Understood } from '../core/participation/understood.ts';
import type { Figure } from '../core/synthesis/model.ts';
import { numeral, typeset } from './typography.ts';

/** An exact count with a `step` of 1; else one rounded down to a multiple of it, or null below it. */
const counted = (count: Figure, step: number, lang: Lang, atLeast: string, fewerThan: string): string =>
  step <= 1
    ? numeral(count ?? 0, lang)
    : count === null
      ? `${fewerThan} ${step}`
      : `${atLeast} ${numeral(count, lang)}`;

const fr = {
  lang: 'fr',
  title: (number: number) => `Synthèse n° ${number}`,
  draft: 'Brouillon interne, ni relu ni signé',
  internal: 'Interne, ne pas diffuser : noms et effectifs complets',
  internalShort: 'Interne, ne pas diffuser',
  signed: (by: string, on: string) => `Relue et signée par ${by}, le ${on}`,
  proofread: (by: string) => `Relue aussi par ${by}`,
  opposedKnown: 'Ce à quoi elle s’oppose',
  opposedBeside: 'Ce qui est demandé sur le même thème',
  nuance: (proposal: string, of: string) => `${proposal} apporte une nuance à ${of}`,
  unquoted: 'Son auteur·rice a choisi de ne pas voir ses mots publiés.',
  mergedInto: (into: string) => `réunie à ${into}`,
  joinedHere: (refs: string) => `avec ${refs}`,
  compiled: (on: string) => `Propositions arrêtées au ${on}`,
  for: 'Consultation menée par',
  skip: 'Aller au texte',
  contents: 'Sommaire',
  who: 'Qui a été consulté, qui a répondu',
  college: 'Collège',
  columns: {
    invited: 'Invitées',
    reached: 'Jointes',
    answered: 'Ont répondu',
    passed: 'Ont passé',
    silent: 'Sans réponse',
  },
  baseCaption: 'Nombre de personnes, par collège',
  chartCaption: 'Personnes qui ont contribué, par collège et par axe',
  chartHow: 'La longueur entière de chaque barre représente les personnes invitées du collège.',
  colon: ' : ',
  semicolon: ' ; ',
  theme: 'Thème',
  themesCaption: 'Qui porte chaque thème, par collège',
  themesHow: (step: number, others: number) =>
    step === 1
      ? 'Nombre de personnes derrière les propositions du thème.'
      : `Nombre de personnes derrière les propositions du thème, arrondi au multiple de ${step} inférieur.${others === 0 ? '' : ` ${others === 1 ? 'Un autre thème est porté' : `Les ${others} autres thèmes sont portés`} par moins de ${step} personnes de chaque collège.`}`,
  convergenceCaption: 'Les thèmes que plusieurs collèges portent',
  convergenceHow: (step: number) =>
    step === 1
      ? 'Un rond plein : quelqu’un de ce collège porte le thème.'
      : `Un rond plein : au moins ${step} personnes de ce collège portent le thème.`,
  noConvergence: (step: number) =>
    step === 1
      ? 'Aucun thème n’est porté par plusieurs collèges.'
      : `Aucun thème n’est porté par au moins ${step} personnes de plusieurs collèges.`,
  ofColleges: (count: number, all: number) => `${count} collèges sur ${all}`,
  proposalCount: (count: number) => `${numeral(count, 'fr')} proposition${count > 1 ? 's' : ''}`,
  moreThemes: (count: number) =>
    count === 1 ? 'Un autre thème est dans la synthèse.' : `${count} autres thèmes sont dans la synthèse.`,
  moreBelow: (count: number) =>
    count === 1 ? 'Un autre thème figure ci-dessous.' : `${count} autres thèmes figurent ci-dessous.`,
  continued: 'suite',
  invited: (count: number) =>
    `${numeral(count, 'fr')}\u00a0${count === 1 ? 'personne invitée' : 'personnes invitées'}`,
  outOf: (people: number, invited: number) => `${numeral(people, 'fr')} sur ${numeral(invited, 'fr')}`,
  withheld: 'n.c.',
  withheldWord: 'non communiqué',
  withheldNote: (smallest: number) =>
    `n.c. : non communiqué. Un effectif de 1 à ${smallest - 1}\u00a0personnes n’est pas publié, ni ceux qui permettraient de le retrouver par soustraction, y compris avec une synthèse précédente.`,
  basis:
    'Jointes : le message leur est parvenu ; elles ont répondu, passé leur tour ou n’ont pas répondu. Les autres personnes invitées n’ont pas pu être jointes.',
  table: 'Les mêmes chiffres en tableau',
  understood: {
    title: '« Vous a-t-on bien compris ? »',
    how: 'Avant cette synthèse, chacun·e a pu relire comment ses réponses avaient été comprises. La dernière réponse de chaque personne compte.',
    colon: ' : ',
    row: (row: Understood<Figure>, step: number): string => {
      const n = (count: Figure): string => counted(count, step, 'fr', 'au moins', 'moins de');
      return `personnes interrogées : ${n(row.asked)} ;${row.reached === null ? '' : ` question reçue : ${n(row.reached)} ;`} « c’est juste » : ${n(row.confirmed)}, et ${n(row.mended)} après correction ; corrections demandées : ${n(row.corrected)} ; retraits : ${n(row.withdrawn)} ; sans réponse : ${n(row.silent)}.`;
    },
    rounded: (smallest: number): string =>
      `Ces nombres sont arrondis au multiple de ${smallest} inférieur, pour que personne ne soit reconnu par soustraction.`,
  },
  views: {
    title: 'Ce qui a été soumis à l’avis des partenaires',
    how: 'Sur chaque affirmation, les personnes invitées pouvaient se dire d’accord, d’accord avec des réserves, ou s’y opposer. Le dernier avis de chaque personne compte ; les raisons des réserves et des objections sont des propositions comme les autres.',
    all: 'Ensemble',
    columns: { agree: 'D’accord', reserve: 'Avec des réserves', object: 'Contre' },
    rounded: (smallest: number): string =>
      `Ces avis sont arrondis au multiple de ${smallest} inférieur, et non communiqués (n.c.) en dessous, pour que personne ne soit reconnu par soustraction. « Ensemble » additionne ce que chaque ligne montre : c’est un minimum.`,
  },
  axis: (key: string) => `Axe\u00a0${key}`,
  across: 'Tous',
  grouped: 'Propositions qui se rejoignent',
  singles: 'Propositions isolées',
  besidePlan: 'Au regard du plan en vigueur',
  disagreements: 'Désaccords',
  noDisagreement: (by: string, on: string) =>
    `Aucun désaccord relevé : constaté et signé par ${by}, le ${on}.`,
  disagreementsLeft: 'Ce qui faisait désaccord à la signature a été retiré depuis.',
  disagreementUnsigned: 'Aucun désaccord relevé à ce stade ; ce constat n’est pas encore signé.',
  nothing: 'Aucune proposition sur cet axe.',
  unclassified: 'Propositions non classées',
  unclassifiedNote:
    'Reçues et conservées, elles n’ont pas été rattachées à un axe. Leurs auteur·rices recevront aussi une réponse.',
  erasedNote:
    'Effacées à la demande de leurs auteur·rices : leurs mots n’existent plus, et sont seulement comptées ici.',
  index: 'Annexe : les propositions, dans les mots de leurs auteur·rices',
  indexNote:
    'Chaque proposition telle qu’elle a été écrite, et les paragraphes qui la citent. Celles qui ont été retirées ou écartées de la publication n’y sont pas.',
  edited: 'rédigé par l’équipe',
  cites: 'Propositions citées',
  cited: (count: number) => `${numeral(count, 'fr')}\u00a0propositions citées`,
  proposals: (count: number) => `${numeral(count, 'fr')}\u00a0propositions :`,
  to: 'à',
  indexed: (ref: string, lines: string) => `- ${ref} : ${lines}`,
  open: '« ',
  close: ' »',
  more: '[…]',
  about: 'À propos de ce document',
  method: (edited: number): string =>
    `Les propositions ont été regroupées par un programme ; ${edited === 0 ? 'aucun paragraphe n’a été réécrit' : edited === 1 ? 'un paragraphe a été réécrit' : `${edited} paragraphes ont été réécrits`} par l’équipe. Chaque paragraphe cite les propositions sur lesquelles il repose. Les citations sont des extraits exacts ; personne n’est nommé au-delà de ce qui a été choisi. Cette synthèse rapporte ce qui a été dit ; elle ne décide de rien.`,
  hash: 'Empreinte (SHA-256)',
  none: 'non classée',
};

export type Wording = typeof fr;

const en: Wording = {
  lang: 'en',
  title: (number) => `Synthesis no.\u00a0${number}`,
  draft: 'Internal draft, not proofread, not signed',
  internal: 'Internal, not to be circulated: all names and figures',
  internalShort: 'Internal, not to be circulated',
  signed: (by, on) => `Proofread and signed by ${by} on ${on}`,
  proofread: (by) => `Also proofread by ${by}`,
  opposedKnown: 'What it objects to',
  opposedBeside: 'What others ask for on the same theme',
  nuance: (proposal, of) => `${proposal} adds a nuance to ${of}`,
  unquoted: 'Its author chose not to have their words published.',
  mergedInto: (into) => `joined to ${into}`,
  joinedHere: (refs) => `with ${refs}`,
  compiled: (on) => `Proposals as of ${on}`,
  for: 'Consultation run by',
  skip: 'Skip to the text',
  contents: 'Contents',
  who: 'Who was consulted, who answered',
  college: 'Type of actor',
  columns: {
    invited: 'Invited',
    reached: 'Reached',
    answered: 'Answered',
    passed: 'Passed',
    silent: 'No answer',
  },
  baseCaption: 'Number of people, by type of actor',
  chartCaption: 'People who contributed, by type of actor and axis',
  chartHow: 'The full length of each bar stands for the people invited.',
  colon: ': ',
  semicolon: '; ',
  theme: 'Theme',
  themesCaption: 'Who is behind each theme, by type of actor',
  themesHow: (step, others) =>
    step === 1
      ? 'People behind the proposals of the theme.'
      : `People behind the proposals of the theme, rounded down to a multiple of ${step}.${others === 0 ? '' : ` Behind ${others === 1 ? 'one more theme' : `the ${others} other themes`} are fewer than ${step} people of each type of actor.`}`,
  convergenceCaption: 'Themes that several types of actor share',
  convergenceHow: (step) =>
    step === 1
      ? 'A filled circle: somebody of that type of actor is behind the theme.'
      : `A filled circle: at least ${step} people of that type of actor are behind the theme.`,
  noConvergence: (step) =>
    step === 1
      ? 'No theme has people of several types of actor behind it.'
      : `No theme has at least ${step} people of several types of actor behind it.`,
  ofColleges: (count, all) => `${count} of ${all} types of actor`,
  proposalCount: (count) => `${numeral(count, 'en')} proposal${count === 1 ? '' : 's'}`,
  moreThemes: (count) =>
    count === 1 ? 'One more theme is in the synthesis.' : `${count} more themes are in the synthesis.`,
  moreBelow: (count) =>
    count === 1 ? 'One more theme is listed below.' : `${count} more themes are listed below.`,
  continued: 'continued',
  invited: (count) => `${numeral(count, 'en')}\u00a0invited`,
  outOf: (people, invited) => `${numeral(people, 'en')} of ${numeral(invited, 'en')}`,
  withheld: 'n/d',
  withheldWord: 'not disclosed',
  withheldNote: (smallest) =>
    `n/d: not disclosed. A count of 1 to ${smallest - 1} people is not published, nor any figure that would give it away by subtraction, including from an earlier synthesis.`,
  basis:
    'Reached: the message got to them; they answered, passed, or did not answer. The other people invited could not be reached.',
  table: 'The same figures as a table',
  understood: {
    title: '“Did we understand you?”',
    how: 'Before this synthesis, contributors could check how their answers had been understood. Each person’s last answer counts.',
    colon: ': ',
    row: (row, step) => {
      const n = (count: Figure): string => counted(count, step, 'en', 'at least', 'fewer than');
      return `people asked: ${n(row.asked)};${row.reached === null ? '' : ` question received: ${n(row.reached)};`} “that’s right”: ${n(row.confirmed)}, and ${n(row.mended)} after a correction; corrections asked for: ${n(row.corrected)}; withdrawals: ${n(row.withdrawn)}; no answer: ${n(row.silent)}.`;
    },
    rounded: (smallest) =>
      `These numbers are rounded down to a multiple of ${smallest}, so that nobody can be recognised by subtraction.`,
  },
  views: {
    title: 'What was put to partners for their views',
    how: 'On each statement, the people invited could agree, agree with reservations, or object. Each person’s last view counts; the reasons for reservations and objections are proposals like any other.',
    all: 'All together',
    columns: { agree: 'Agree', reserve: 'With reservations', object: 'Object' },
    rounded: (smallest) =>
      `These views are rounded down to a multiple of ${smallest}, and not disclosed (n/d) below it, so that nobody can be recognised by subtraction. “All together” adds up what each row shows: it is a minimum.`,
  },
  axis: (key) => `Axis\u00a0${key}`,
  across: 'All',
  grouped: 'Proposals that converge',
  singles: 'Proposals that stand alone',
  besidePlan: 'Compared with the current plan',
  disagreements: 'Disagreements',
  noDisagreement: (by, on) => `No disagreement found: confirmed and signed by ${by} on ${on}.`,
  disagreementsLeft: 'What people disagreed about when this was signed has since been withdrawn.',
  disagreementUnsigned: 'No disagreement found so far; nobody has signed this yet.',
  nothing: 'No proposal on this axis.',
  unclassified: 'Unclassified proposals',
  unclassifiedNote:
    'Received and kept, they were not attached to an axis. Their authors will be answered too.',
  erasedNote: 'Erased at their authors’ request: their words are gone, and they are only counted here.',
  index: 'Annex: the proposals in their authors’ words',
  indexNote:
    'Each proposal as it was written, and the paragraphs that cite it. Those withdrawn or kept from publication are not here.',
  edited: 'written by the team',
  cites: 'Proposals cited',
  cited: (count) => `${numeral(count, 'en')}\u00a0proposals cited`,
  proposals: (count) => `${numeral(count, 'en')}\u00a0proposals:`,
  to: 'to',
  indexed: (ref, lines) => `- ${ref}: ${lines}`,
  open: '“',
  close: '”',
  more: '[…]',
  about: 'About this document',
  method: (edited) =>
    `A program grouped the proposals; ${edited === 0 ? 'no paragraph was' : edited === 1 ? 'one paragraph was' : `${edited} paragraphs were`} rewritten by the team. Each paragraph cites the proposals it rests on. Quotes are exact extracts; nobody is named beyond what was chosen. This synthesis reports what was said; it decides nothing.`,
  hash: 'Fingerprint (SHA-256)',
  none: 'unclassified',
};

/** Every sentence of a wording, with the spaces of its language. */
function set(wording: Wording): Wording {
  const fitting = (value: unknown): unknown => {
    if (typeof value === 'string') return typeset(value, wording.lang);
    if (typeof value === 'function')
      return (...facts: unknown[]) => typeset(value(...facts) as string, wording.lang);
    return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, fitting(part)]));
  };
  return fitting(wording) as Wording;
}

const [FR, EN] = [set(fr), set(en)];

export const wordingIn = (lang: Lang): Wording => (/^fr\b/iu.test(lang) ? FR : EN);

export const shownFigure = (figure: Figure, wording: Wording): string =>
  figure === null ? wording.withheld : numeral(figure, wording.lang);

/** A long date in the document's language and the consultation's zone. */
export const longDate = (at: number, wording: Wording, zone: string): string =>
  new Intl.DateTimeFormat(wording.lang === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: zone,
  }).format(at);
