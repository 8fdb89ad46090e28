/** What an annual report says of its own. */
import { dayIn } from '../core/consultation/day-in.ts';
import type { Lang } from '../core/consultation/model.ts';
import type { AlertLevel } from '../core/plan/alert.ts';
import type { RatedFigure } from '../core/rating/rating.ts';
import type { ReportFacts } from '../core/report/model.ts';

export interface ReportWording {
  title(year: number): string;
  span(facts: ReportFacts): string;
  heard(people: number): string;
  signed(by: string, day: string, proofreaders: readonly string[]): string;
  readonly draft: string;
  adopted(version: number, body: string, day: string): string;
  readonly nothing: string;
  machine(smallestFigure: number): string;
  readonly attention: string;
  readonly levels: Readonly<Record<AlertLevel, string>>;
  readonly rating: string;
  rated(figure: RatedFigure): string;
  readonly owed: string;
  readonly nothingOwed: string;
  owedBy(body: string, refs: string): string;
  readonly disputesLate: string;
  readonly passed: string;
  passedOver(phase: string | null, day: string): string;
  readonly erased: string;
  cites(refs: string): string;
}

const fr: ReportWording = {
  title: (year) => `Bilan annuel ${year}`,
  span: ({ from, to, plan }) => `Du ${dayIn(from, 'fr')} au ${dayIn(to, 'fr')}, version ${plan} du plan.`,
  heard: (people) => `Ce qui y a été décidé vient des mots d’au moins ${people} personnes.`,
  signed: (by, day, proofreaders) =>
    `Signé par ${by} le ${dayIn(day, 'fr')}${proofreaders.length > 0 ? `, relu par ${proofreaders.join(', ')}` : ''}.`,
  draft: 'Brouillon : personne ne l’a encore signé.',
  adopted: (version, body, day) => `Version ${version} du plan, adoptée par ${body} le ${dayIn(day, 'fr')}.`,
  nothing: 'Rien n’y a été décidé ni mesuré cette année.',
  machine: (smallest) =>
    `Les lignes sont rédigées par la machine d’après ce qui est enregistré ; l’équipe les a relues et signées. Aucun effectif de moins de ${smallest} personnes n’est publié.`,
  attention: 'Ce qui demande l’attention',
  levels: {
    missed: 'Cible manquée',
    'far-behind': 'Très en retard',
    behind: 'En retard',
    'to-measure': 'À mesurer',
  },
  rating: 'Ce que les personnes consultées en disent',
  rated: ({ question, answered, content }) => {
    const asked = {
      said: 'Avez-vous pu dire ce que vous aviez à dire ?',
      answered: 'La réponse reçue est-elle claire ?',
      again: 'Referiez-vous une consultation comme celle-ci ?',
    }[question];
    if (answered === null) return `${asked} Trop peu de réponses pour en publier le nombre.`;
    return `${asked} Au moins ${answered} réponses${content === null ? '' : `, dont au moins ${content} « tout à fait » ou « plutôt »`}.`;
  },
  owed: 'Ce qui reste dû',
  nothingOwed: 'Chaque contribution a sa réponse.',
  owedBy: (body, refs) => `${body} doit encore une réponse à ${refs}.`,
  disputesLate: 'Des réponses contestées attendent encore leur seconde lecture, dont le délai est passé.',
  passed: 'Ce sur quoi on a passé outre',
  passedOver: (phase, day) =>
    `${phase === null ? 'Ce bilan a été publié' : `La phase « ${phase} » a été close`} le ${dayIn(day, 'fr')} alors que des réponses étaient dues. Raison donnée : `,
  erased: '[effacé]',
  cites: (refs) => `D’après ${refs}.`,
};

const en: ReportWording = {
  title: (year) => `Annual report ${year}`,
  span: ({ from, to, plan }) =>
    `From ${dayIn(from, 'en')} to ${dayIn(to, 'en')}, version ${plan} of the plan.`,
  heard: (people) => `What was decided this year draws on the words of at least ${people} people.`,
  signed: (by, day, proofreaders) =>
    `Signed by ${by} on ${dayIn(day, 'en')}${proofreaders.length > 0 ? `, proofread by ${proofreaders.join(', ')}` : ''}.`,
  draft: 'Draft: nobody has signed it yet.',
  adopted: (version, body, day) =>
    `Version ${version} of the plan, adopted by ${body} on ${dayIn(day, 'en')}.`,
  nothing: 'Nothing was decided or measured here this year.',
  machine: (smallest) =>
    `The machine drafted these lines from what is on record; the staff read and signed them. No count of fewer than ${smallest} people is published.`,
  attention: 'What needs attention',
  levels: {
    missed: 'Target missed',
    'far-behind': 'Far behind',
    behind: 'Behind',
    'to-measure': 'To be measured',
  },
  rating: 'What the people consulted say about it',
  rated: ({ question, answered, content }) => {
    const asked = {
      said: 'Were you able to say what you had to say?',
      answered: 'Was the reply you received clear?',
      again: 'Would you take part in a consultation like this again?',
    }[question];
    if (answered === null) return `${asked} Too few answers for their number to be published.`;
    return `${asked} At least ${answered} answers${content === null ? '' : `, at least ${content} of them “definitely” or “mostly”`}.`;
  },
  owed: 'What is still owed',
  nothingOwed: 'Every contribution has had its reply.',
  owedBy: (body, refs) => `${body} still owes a reply to ${refs}.`,
  disputesLate: 'Some disputed replies are still waiting for their second reading, which is overdue.',
  passed: 'What went ahead all the same',
  passedOver: (phase, day) =>
    `${phase === null ? 'This report was published' : `The phase “${phase}” was closed`} on ${dayIn(day, 'en')} although replies were still owed. Reason given: `,
  erased: '[erased]',
  cites: (refs) => `Based on ${refs}.`,
};

export const reportWordingIn = (lang: Lang): ReportWording => (/^fr\b/iu.test(lang) ? fr : en);
