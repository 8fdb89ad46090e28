/** Sessions of the committee, in French. Read it aloud. */

import type { Stand } from '../../core/committee/model.ts';
import type { Count, Quorum } from '../../core/committee/tally.ts';
import type { SessionRules } from '../../core/consultation/model.ts';

const s = (n: number): string => (n > 1 ? 's' : '');
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export const committee = {
  untilWhen: (body: string): string => `Jusqu’à quand ? « convoquer ${body} jusqu’au 13 mai ».`,
  head: (n: number, body: string, until: string): string => `Séance n° ${n} : ${body}, jusqu’au ${until}.`,
  preview: (body: string, until: string): string => `Une séance : ${body}, jusqu’au ${until}.`,
  rule: (
    { rule, proxies }: SessionRules,
    { needed, members }: Pick<Quorum, 'needed' | 'members'>,
  ): string => {
    const how =
      rule === 'consent'
        ? 'Par consentement : un point passe si personne n’y oppose d’objection motivée'
        : 'À la majorité : un point passe s’il a plus de voix pour que contre';
    const carried = proxies === 0 ? 'sans pouvoir' : `${proxies} pouvoir${s(proxies)} par personne au plus`;
    return `${how}. Quorum : ${needed} membre${s(needed)} sur ${members} ; ${carried}.`;
  },
  members: (groups: readonly (readonly [string, number])[]): string =>
    `Convoqué·es : ${groups.map(([label, n]) => `${label}, ${n}`).join(' ; ')}.`,
  noGroup: 'sans groupe',
  toDecide: (adjustments: string | null, answers: number): string =>
    `À décider : ${[...(adjustments === null ? [] : [adjustments]), ...(answers > 0 ? [`les réponses à ${answers} proposition${s(answers)}`] : [])].join(', et ')}.`,
  send: 'On envoie ?',
  sent: (n: number, number: number): string =>
    `Séance n° ${number} convoquée : ${n} membre${s(n)} reçoi${n > 1 ? 'vent' : 't'} les documents. « séance » dit où elle en est.`,
  notSent: 'Entendu, personne n’est convoqué.',

  call: (name: string | null, body: string, until: string, points: number): string =>
    `${name === null ? 'Bonjour' : `Bonjour ${name}`}. ${capital(body)} se prononce ici, jusqu’au ${until} : ${points} point${s(points)}, à votre rythme.`,
  callRule: (rule: SessionRules['rule']): string =>
    rule === 'consent'
      ? '« D’accord » si vous pouvez vivre avec ; sinon « objection », avec son motif : l’équipe cherche alors comment en tenir compte.'
      : '« Pour », « contre » ou « abstention » : le résultat se lit à la clôture.',
  callHow: (proxies: number): string =>
    `« séance » pour les points un par un, « d’accord sur tout » pour répondre d’un coup${proxies > 0 ? ', « pouvoir à Prénom Nom » pour confier votre voix' : ''}.`,
  oneByOne: 'Un par un',
  allAgreed: 'D’accord sur tout',
  statusOf: (status: string, n: number): string => `« ${status} » pour ${n}`,
  answersPaper: (n: number, statuses: string): string =>
    `Les réponses proposées à ${n} proposition${s(n)} : ${statuses}. « réponses » les montre, « objection P-0042 : motif » en vise une.`,
  answersTitle: 'les réponses',
  point: (at: number, of: number): string => `${at}/${of}`,
  answerGroup: (status: string, refs: string): string => `${refs} : ${status}. Motif : `,
  moreAnswers: (n: number): string => `Et ${n} de plus, dans les documents de l’équipe.`,
  stands: {
    consent: { agree: 'D’accord', object: 'Objection', abstain: 'Abstention' },
    majority: { agree: 'Pour', object: 'Contre', abstain: 'Abstention' },
  } as Record<SessionRules['rule'], Record<Stand, string>>,
  noted: (subject: string, stand: string): string =>
    `C’est noté. ${capital(subject)} : ${stand.toLowerCase()}.`,
  all: 'tous les points qui restaient',
  askReason: (subject: string): string =>
    `Quelle est votre objection sur ${subject} ? Dites ce qui ne va pas, et si vous le voyez, ce qui irait. « annuler » pour en rester là.`,
  reasonDropped: 'Entendu, rien n’est noté.',
  finished: (until: string, ref: string): string =>
    `Vous avez répondu à tout, merci. Vous pouvez changer d’avis jusqu’au ${until} : « objection ${ref} : motif », « d’accord ${ref} ».`,
  yours: 'Ce que vous avez dit :',
  yourStand: (subject: string, stand: string): string => `${subject} : ${stand.toLowerCase()}`,
  notYet: 'pas encore',
  represented: (name: string): string => `Là où vous ne dites rien, ${name} parle pour vous.`,
  carries: (names: string): string =>
    `Vous parlez aussi pour ${names}, sur les points restés sans réponse de sa part.`,
  proxyGiven: (name: string): string =>
    `C’est noté : ${name} parle pour vous là où vous ne dites rien. « reprendre mon pouvoir » pour changer d’avis.`,
  proxyReceived: (from: string): string =>
    `${from} vous confie sa voix pour cette séance : ce que vous direz comptera aussi en son nom, sur les points restés sans réponse de sa part.`,
  proxyBack: 'C’est noté : vous parlez pour vous-même.',
  proxyWho: (names: string): string => `À qui ? Les membres de la séance : ${names}.`,
  none: 'Aucune séance en cours. « convoquer INSTANCE jusqu’au 13 mai » en convoque une.',
  noneForYou: 'Aucune séance en cours : je vous écrirai à la prochaine.',

  tookPart: ({ present, members, needed, met }: Quorum): string =>
    `${present} membre${s(present)} sur ${members} ${present > 1 ? 'ont' : 'a'} pris part (quorum : ${needed}${met ? ', atteint' : ', pas encore atteint'}).`,
  standing: (subject: string, { agree, object, abstain, silent }: Count): string =>
    `${subject} : ${agree} d’accord, ${object} objection${s(object)}, ${abstain} abstention${s(abstain)}, ${silent} sans réponse`,
  hiddenUntilClosed: 'Le décompte se lit à la clôture.',
  objection: (subject: string, group: string | null): string =>
    `Objection sur ${subject}${group === null ? '' : ` (${group})`} : `,
  overriddenMark: ' (écartée, motif noté)',
  objectionHow: (subject: string): string =>
    subject.startsWith('A-')
      ? `« intégrer ${subject} : nouveau texte » reformule et repose la question ; « passer outre ${subject} : motif » l’écarte en le disant.`
      : `« passer outre ${subject} : motif » l’écarte en le disant ; sans cela, la réponse vous revient à la clôture.`,
  staffHow: '« clore la séance » conclut maintenant, « annuler la séance » la retire.',
  integrated: (ref: string, n: number): string =>
    `${ref} est reformulé, et la question reposée à ${n} membre${s(n)}.`,
  asksAnew: (ref: string): string =>
    `${ref} a été reformulé pour tenir compte d’une objection. D’accord avec ce texte ?`,
  overridden: (subject: string, n: number): string =>
    `C’est noté : ${n} objection${s(n)} écartée${s(n)} sur ${subject}, avec votre motif au procès-verbal.`,
  askClose: 'On clôt ?',
  close: 'Clore',
  wouldPass: (subject: string): string => `${subject} : validation`,
  wouldReturn: (subject: string): string => `${subject} : renvoi à l’équipe`,
  wouldExcept: (refs: string): string => `, sauf ${refs}`,
  stillOpen: 'Entendu, la séance continue.',
  ended: (n: number): string => `Séance n° ${n} close.`,
  noQuorum: ({ present, needed }: Quorum): string =>
    `Le quorum n’est pas atteint (${present} sur ${needed}) : rien n’est décidé.`,
  passed: (body: string, subjects: string): string => `${capital(body)} valide ${subjects}.`,
  answersPassed: (n: number): string => `${n} réponse${s(n)}`,
  returned: (subjects: string): string => `Renvoyé à l’équipe : ${subjects}.`,
  moot: (subjects: string): string => `Décidé ou changé hors de la séance : ${subjects}.`,
  thanks: 'Merci d’y avoir pris part. « procès-verbal » le montre.',
  endedNext: (number: number, next: string | null): string =>
    `« procès-verbal » le montre ; « npx tour session minutes DOSSIER --session ${number} » l’écrit.${next === null ? '' : ` Reste à confirmer : ${next}.`}`,
  cancelled: (n: number): string => `La séance n° ${n} est annulée : rien n’est décidé.`,
  noMinutes: 'Aucune séance n’est close : pas encore de procès-verbal.',
  minutesHead: (n: number, body: string, day: string): string =>
    `Procès-verbal de la séance n° ${n} : ${body}, ${day}.`,
  minutesItem: (subject: string, outcome: string, { agree, object, abstain, silent }: Count): string =>
    `${subject} : ${outcome} (${agree} pour, ${object} contre, ${abstain} abstention${s(abstain)}, ${silent} sans réponse)`,
  outcomes: { passed: 'validation', returned: 'renvoi à l’équipe', moot: 'décision prise hors de la séance' },
  reminder: (name: string | null, until: string, left: number): string =>
    `${name === null ? 'Bonjour' : `Bonjour ${name}`}. La séance se clôt le ${until}, et ${left} point${s(left)} vous attend${left > 1 ? 'ent' : ''} : « séance », ou « pouvoir à Prénom Nom ».`,
};

export type CommitteePhrases = typeof committee;
