/** What the minutes of a session say of their own. */
import type { Minutes, MinutesMember, MinutesObjection } from '../core/committee/minutes.ts';
import type { Outcome } from '../core/committee/model.ts';
import type { Count } from '../core/committee/tally.ts';
import { dayIn } from '../core/consultation/day-in.ts';
import type { Lang } from '../core/consultation/model.ts';

const s = (n: number): string => (n > 1 ? 's' : '');
const es = (n: number): string => (n === 1 ? '' : 's');

export interface MinutesWording {
  title(minutes: Pick<Minutes, 'number' | 'body'>): string;
  dates(minutes: Pick<Minutes, 'convenedOn' | 'closedOn'>): string;
  rule(rules: Minutes['rules']): string;
  quorum(quorum: Minutes['quorum']): string;
  readonly members: string;
  readonly noGroup: string;
  readonly erased: string;
  member(member: MinutesMember): string;
  readonly agenda: string;
  readonly answers: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly noQuorum: string;
  count(count: Count, rule: Minutes['rules']['rule']): string;
  readonly firstText: string;
  answer(status: string, refs: string): string;
  reason(reason: string): string;
  /** After a status. */
  readonly sentBack: string;
  readonly objections: string;
  objection(objection: MinutesObjection): string;
  /** Around what somebody wrote. */
  readonly marks: readonly [string, string];
  readonly became: Readonly<Record<MinutesObjection['became'], string>>;
  override(reason: string): string;
}

const fr: MinutesWording = {
  title: ({ number, body }) => `Procès-verbal de la séance n° ${number} : ${body}`,
  dates: ({ convenedOn, closedOn }) =>
    `Convoquée le ${dayIn(convenedOn, 'fr')}, close le ${dayIn(closedOn, 'fr')}.`,
  rule: ({ rule, proxies }) =>
    `${rule === 'consent' ? 'Décision par consentement : un point est validé si aucune objection motivée ne tient' : 'Décision à la majorité des voix exprimées'} ; ${proxies === 0 ? 'sans pouvoir' : `${proxies} pouvoir${s(proxies)} par personne au plus`}.`,
  quorum: ({ present, members, needed, met }) =>
    `${present} membre${s(present)} sur ${members} ont pris part ou étaient représenté·es ; quorum de ${needed} ${met ? 'atteint' : 'non atteint'}.`,
  members: 'Membres',
  noGroup: 'Sans groupe',
  erased: '[effacé]',
  member: ({ name, presence, proxy }) =>
    `${name ?? '[effacé]'}${presence === 'present' ? '' : presence === 'represented' ? `, pouvoir à ${proxy ?? '[effacé]'}` : ', n’a pas pris part'}`,
  agenda: 'Ordre du jour et décisions',
  answers: 'Réponses proposées aux propositions',
  outcomes: {
    passed: 'Validation.',
    returned: 'Renvoi à l’équipe.',
    moot: 'Décision prise ou texte changé hors de la séance.',
  },
  noQuorum: 'Faute de quorum, rien n’est décidé.',
  count: ({ agree, object, abstain, silent }, rule) =>
    `${agree} ${rule === 'consent' ? 'd’accord' : 'pour'}, ${object} ${rule === 'consent' ? `objection${s(object)}` : 'contre'}, ${abstain} abstention${s(abstain)}, ${silent} sans réponse.`,
  firstText: 'Texte soumis d’abord, reformulé à la suite d’une objection :',
  answer: (status, refs) => `${refs} : ${status}.`,
  reason: (reason) => ` Motif : ${reason}`,
  sentBack: 'renvoi à l’équipe',
  objections: 'Objections',
  objection: ({ proposal, group }) =>
    [group ?? 'Un·e membre', ...(proposal === null ? [] : [`sur ${proposal}`])].join(', '),
  marks: ['«\u202f', '\u202f» '],
  became: {
    integrated: 'Prise en compte : le texte a été reformulé.',
    withdrawn: 'Retirée par qui l’avait soulevée.',
    overridden: 'Écartée, avec ce motif :',
    standing: 'Maintenue.',
  },
  override: (reason) => ` ${reason}`,
};

const en: MinutesWording = {
  title: ({ number, body }) => `Minutes of session ${number}: ${body}`,
  dates: ({ convenedOn, closedOn }) =>
    `Convened on ${dayIn(convenedOn, 'en')}, closed on ${dayIn(closedOn, 'en')}.`,
  rule: ({ rule, proxies }) =>
    `${rule === 'consent' ? 'Decided by consent: an item is agreed unless a reasoned objection stands' : 'Decided by a majority of the votes cast'}; ${proxies === 0 ? 'no proxies' : `no more than ${proxies} prox${proxies === 1 ? 'y' : 'ies'} per person`}.`,
  quorum: ({ present, members, needed, met }) =>
    `${present} of ${members} member${es(members)} took part or were represented; the quorum of ${needed} was ${met ? 'reached' : 'not reached'}.`,
  members: 'Members',
  noGroup: 'No group',
  erased: '[erased]',
  member: ({ name, presence, proxy }) =>
    `${name ?? '[erased]'}${presence === 'present' ? '' : presence === 'represented' ? `, proxy to ${proxy ?? '[erased]'}` : ', did not take part'}`,
  agenda: 'Agenda and decisions',
  answers: 'Proposed replies to the proposals',
  outcomes: {
    passed: 'Agreed.',
    returned: 'Sent back to the team.',
    moot: 'Decided, or its text changed, outside the session.',
  },
  noQuorum: 'Without a quorum, nothing is decided.',
  count: ({ agree, object, abstain, silent }, rule) =>
    `${agree} ${rule === 'consent' ? 'in agreement' : 'for'}, ${object} ${rule === 'consent' ? `objection${es(object)}` : 'against'}, ${abstain} abstention${es(abstain)}, ${silent} without an answer.`,
  firstText: 'Text first put to the session, reworded after an objection:',
  answer: (status, refs) => `${refs}: ${status}.`,
  reason: (reason) => ` Reason: ${reason}`,
  sentBack: 'sent back to the team',
  objections: 'Objections',
  objection: ({ proposal, group }) =>
    [group ?? 'A member', ...(proposal === null ? [] : [`to ${proposal}`])].join(', '),
  marks: ['“', '” '],
  became: {
    integrated: 'Met: the text was reworded.',
    withdrawn: 'Withdrawn by whoever raised it.',
    overridden: 'Set aside, with this reason:',
    standing: 'Still stands.',
  },
  override: (reason) => ` ${reason}`,
};

export const minutesWordingIn = (lang: Lang): MinutesWording => (/^fr\b/iu.test(lang) ? fr : en);
