/** A dossier as people read it: sections of lines, their own texts apart so that each writer shows them its way. */
import type { Attribution, Lang } from '../consultation/model.ts';
import type { Instant } from '../time.ts';
import type { DossierCounts, PersonDossier } from './dossier.ts';

/** A text by reference: theirs, or a reason written for them. */
export interface Quoted {
  readonly words: string;
  readonly start?: number;
  readonly end?: number;
  readonly text: string | null;
}
/** The program's own sentence, a name or label that somebody gave, or a quoted text. */
export type Piece = string | { readonly given: string } | Quoted;

export interface OutlineSection {
  readonly title: string;
  readonly items: readonly (readonly Piece[])[];
}

/** `received` and `acts` can be left out where they are read elsewhere. */
export function outline(dossier: PersonDossier, parts: { readonly received: boolean }): OutlineSection[] {
  const say = labelsIn(dossier.lang);
  const { zone } = dossier.consultation;
  const on = (at: Instant) => say.date(at, zone);
  const given = (text: string): Piece => ({ given: text });
  const quote = ({ words, start, end, text }: Quoted): Piece[] => [
    say.opening,
    text === null || start === undefined || end === undefined ? { words, text } : { words, start, end, text },
    say.closing,
  ];
  const section = (title: string, items: readonly (readonly Piece[])[]): OutlineSection[] =>
    items.length > 0 ? [{ title, items }] : [];
  const { person } = dossier;
  return [
    ...section(say.you, [
      ...(person.name === null ? [] : [[say.item(say.name), given(person.name)]]),
      [say.item(say.language), person.lang],
      ...(person.email === null ? [] : [[say.item(say.email), given(person.email)]]),
      ...(person.telephone === null ? [] : [[say.item(say.telephone), given(person.telephone)]]),
      ...(person.preferred === null
        ? []
        : [[say.item(say.preferred), say.chats[person.preferred] ?? person.preferred]]),
      [say.item(say.since), on(person.since)],
      ...person.addresses.map((one) => [say.item(say.address), given(`${one.platform}, ${one.userId}`)]),
      ...person.roles.map((one) => [say.item(say.role), say.roles[one.role] ?? one.role]),
      ...(dossier.digest?.nextAt ? [[say.item(say.digest), on(dossier.digest.nextAt)]] : []),
      ...(person.stoppedAt === null ? [] : [[say.item(say.stopped), on(person.stoppedAt)]]),
    ]),
    ...section(
      say.organisations,
      dossier.organisations.map((one) => [
        given(one.acronym === null ? one.organisation : `${one.organisation}, ${one.acronym}`),
        ` (${one.college})`,
        ...placed(one, say),
        `. ${say.quoted[one.attribution]}`,
      ]),
    ),
    ...section(
      say.rounds,
      dossier.rounds.map((one) => [
        `${say.item(one.round)}${say.states[one.state] ?? one.state}. ${say.prompts(one.answered.length, one.passed.length)}`,
      ]),
    ),
    ...section(
      say.messages,
      dossier.messages.map((one) => [`${on(one.at)}  `, ...quote(one)]),
    ),
    ...section(
      say.proposals,
      dossier.proposals.flatMap((one) => [
        [
          `${say.item(one.ref)}${say.proposalStates[one.state]}${one.mergedInto ? ` (${one.mergedInto})` : ''}. `,
          ...one.versions.flatMap((version, index) => [
            ...(index > 0 ? [` ${say.later} `] : []),
            ...quote(version),
          ]),
          tagged(one.tags, say),
          ...(one.nuanceOf.length > 0 ? [` ${say.nuanceOf(one.nuanceOf.join(', '))}`] : []),
          ...(one.nuances > 0 ? [` ${say.nuances(one.nuances)}`] : []),
        ],
        ...one.moderations.map((step): Piece[] => [
          `${say.item(one.ref)}${step.published ? say.published : say.unpublished}, ${on(step.at)}. `,
          ...(step.reason === null ? [] : quote(step.reason)),
        ]),
        ...one.decisions.map((step): Piece[] => [
          `${say.item(one.ref)}${say.answered(say.statuses[step.status] ?? step.status, step.body, step.decidedOn)} `,
          ...quote(step.reason),
        ]),
      ]),
    ),
    ...section(
      say.files,
      dossier.files.map((one) => [
        `${say.item(one.ref)}`,
        ...quote(one.name),
        `, ${on(one.at)}. ${say.fileStates[one.state] ?? one.state}${one.proposals.length > 0 ? ` (${one.proposals.join(', ')})` : ''} `,
        ...(one.reason === null ? [] : quote(one.reason)),
      ]),
    ),
    ...section(
      say.tables,
      dossier.tables.map((one) => [
        ...quote(one.name),
        `, ${on(one.at)} (${one.proposals.join(', ')})${one.confirmedAt === null ? '' : `, ${say.readBack}`}`,
      ]),
    ),
    ...section(
      say.workshops,
      dossier.workshops.map((one) => [
        `${one.round}${one.enteredAt === null ? '' : `, ${on(one.enteredAt)}`}${one.dots.length > 0 ? ` (${one.dots.map(({ group, points }) => say.dots(points, group)).join(', ')})` : ''}`,
      ]),
    ),
    ...section(
      say.reviews,
      dossier.reviews.map((one) => [
        `${on(one.at)}  ${say.reviewed[one.answer]}${one.proposal === null ? '' : ` (${one.proposal})`}`,
      ]),
    ),
    ...section(
      say.supported,
      dossier.supported.map((one) => [
        `${one.proposal}, ${on(one.at)}${one.retractedAt === null ? '' : ` (${say.retracted})`}`,
      ]),
    ),
    ...section(
      say.disputes,
      dossier.disputes.map((one) => [
        `${say.item(one.proposal)}${on(one.raisedAt)}. `,
        ...one.texts.flatMap(quote),
        ...(one.outcome === null || one.reason === null
          ? [` ${say.disputeOpen(on(one.dueAt))}`]
          : [` ${say.outcomes[one.outcome]} `, ...quote(one.reason)]),
      ]),
    ),
    ...section(
      say.received,
      parts.received
        ? dossier.received
            .filter(({ sentAt }) => sentAt !== null)
            .map((one) => [`${on(one.sentAt!)}  `, given(one.text)])
        : [],
    ),
    ...section(
      say.letters,
      parts.received
        ? dossier.letters
            .filter(({ sentAt }) => sentAt !== null)
            .map((one) => [`${on(one.sentAt!)}  ${say.letterKinds[one.kind] ?? one.kind}`])
        : [],
    ),
    ...section(
      say.acts,
      parts.received ? dossier.acts.map((one) => [`${on(one.at)}  ${one.verb} (${one.role})`]) : [],
    ),
  ];
}

/** What the team's file said of their place there, and of the organisation. */
function placed(one: PersonDossier['organisations'][number], say: Labels): Piece[] {
  const labelled = (label: string, text: string | null): Piece[] =>
    text === null ? [] : [`, ${say.item(label)}`, { given: text }];
  return [
    ...(one.jobTitle === null ? [] : [', ', { given: one.jobTitle }]),
    ...(one.capacity === null ? [] : [`, ${say.capacities[one.capacity]}`]),
    ...(one.substitute ? [`, ${say.substitute}`] : []),
    ...labelled('SIRET', one.siret),
    ...labelled('RNA', one.rna),
    ...labelled(say.seat, one.seat),
    ...(one.territories.length === 0 ? [] : [`, ${say.item(say.territories)}${one.territories.join(', ')}`]),
  ];
}

type Tags = PersonDossier['proposals'][number]['tags'];

function tagged(tags: Tags, say: Labels): string {
  const here = tags.filter(({ replacedAt }) => replacedAt === null);
  return here.length === 0
    ? ''
    : ` (${here.map((tag) => `${tag.label}, ${say.sources[tag.source]}`).join(' ; ')})`;
}

/** In a sentence: what is kept. */
export const inFigures = (counts: DossierCounts, lang: Lang): string => labelsIn(lang).figures(counts);

const s = (n: number): string => (n > 1 ? 's' : '');
const plural = (n: number): string => (n === 1 ? '' : 's');
const dates = (locale: string) => (at: Instant, timeZone: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);

const fr = {
  date: dates('fr-FR'),
  opening: '« ',
  closing: ' »',
  item: (label: string): string => `${label} : `,
  you: 'Vous',
  name: 'Nom',
  language: 'Langue',
  email: 'E-mail',
  telephone: 'Téléphone',
  preferred: 'On vous écrit d’abord sur',
  chats: { slack: 'Slack', matrix: 'Matrix', web: 'la page' } as Record<string, string>,
  capacities: { elected: 'élu·e', agent: 'agent·e' },
  substitute: 'suppléant·e',
  seat: 'siège',
  territories: 'territoires',
  since: 'Inscrit·e le',
  address: 'Adresse',
  role: 'Rôle',
  stopped: 'Plus de messages depuis le',
  roles: { facilitator: 'animation', staff: 'équipe', committee: 'comité' } as Record<string, string>,
  organisations: 'Les structures pour lesquelles vous parlez',
  quoted: {
    name: 'Vous êtes cité·e par votre nom et votre structure.',
    organisation: 'Vous êtes cité·e par le nom de votre structure.',
    college: 'Vous êtes cité·e par votre type de structure, sans la nommer.',
    none: 'Vos mots ne sont pas publiés.',
  } satisfies Record<Attribution, string>,
  rounds: 'Les tours auxquels vous étiez invité·e',
  states: {
    invited: 'invité·e',
    started: 'commencé',
    finished: 'terminé',
    declined: 'décliné',
    stopped: 'arrêté',
  } as Record<string, string>,
  prompts: (answered: number, passed: number): string =>
    `Questions répondues : ${answered} ; passées : ${passed}.`,
  messages: 'Tout ce que vous avez écrit',
  proposals: 'Vos propositions, ce qu’on y a lu et leurs réponses',
  proposalStates: {
    submitted: 'en cours',
    merged: 'réunie à une autre',
    withdrawn: 'retirée',
    moderated: 'non publiée',
    split: 'séparée en plusieurs',
    erased: 'effacée',
  },
  later: 'puis',
  published: 'rendue à la publication par l’équipe',
  unpublished: 'non publiée, par l’équipe',
  sources: { machine: 'lu par la machine', partner: 'dit par vous', facilitator: 'dit par l’animation' },
  statuses: {
    adopted: 'retenue',
    'adopted-in-part': 'retenue en partie',
    'under-way': 'déjà engagée',
    'to-be-studied': 'à étudier',
    'not-adopted': 'non retenue',
    'outside-powers': 'hors de nos compétences',
  } as Record<string, string>,
  answered: (status: string, body: string, day: string): string => `${status} (${body}, ${day}).`,
  tables: 'Les tables d’atelier où vous étiez',
  workshops: 'Les ateliers où vous étiez, et vos points',
  dots: (points: number, group: string): string => `${points} sur ${group}`,
  readBack: 'relu par vous',
  files: 'Les fichiers que vous avez envoyés',
  fileStates: {
    waiting: 'Attend d’être lu.',
    extracted: 'Lu, des propositions en ont été tirées.',
    filed: 'Lu, rien n’en a été tiré.',
    erased: 'Effacé.',
  } as Record<string, string>,
  nuanceOf: (refs: string): string => `Nuance de ${refs}.`,
  nuances: (n: number): string => `Nuancée par ${n} autre${s(n)}.`,
  reviews: '« Vous a-t-on bien compris ? » : vos réponses',
  reviewed: { confirmed: 'c’est juste', corrected: 'à corriger', withdrawn: 'retirée' },
  supported: 'Les propositions que vous soutenez',
  retracted: 'retiré depuis',
  digest: 'Prochain digest',
  disputes: 'Les réponses que vous avez contestées',
  disputeOpen: (due: string): string => `Réponse promise le ${due}.`,
  outcomes: {
    upheld: 'Réponse maintenue après relecture :',
    changed: 'Réponse modifiée après relecture :',
    dropped: 'Sans suite.',
  } as Record<string, string>,
  received: 'Ce que je vous ai envoyé',
  letters: 'Les e-mails qui vous ont été adressés',
  letterKinds: {
    invitation: 'invitation',
    reminder: 'relance',
    extension: 'délai de plus',
    recap: 'ce qui a été noté de vos réponses',
    restitution: 'ce que deviennent vos propositions',
    merge: 'question sur une proposition',
    behalf: 'ce qui a été noté pour vous',
  } as Record<string, string>,
  acts: 'Vos actes, tels qu’ils sont consignés',
  figures: (n: DossierCounts): string =>
    [
      ...(n.messages > 0 ? [`${n.messages} message${s(n.messages)} de vous`] : []),
      ...(n.proposals > 0 ? [`${n.proposals} proposition${s(n.proposals)}`] : []),
      ...(n.decisions > 0 ? [`${n.decisions} réponse${s(n.decisions)} à vos idées`] : []),
      ...(n.supported > 0 ? [`${n.supported} soutien${s(n.supported)}`] : []),
      ...(n.rounds > 0 ? [`${n.rounds} tour${s(n.rounds)}`] : []),
      ...(n.received > 0 ? [`${n.received} message${s(n.received)} de ma part`] : []),
    ].join(', ') || 'votre inscription, et rien d’autre',
};

type Labels = typeof fr;

const en: Labels = {
  date: dates('en-GB'),
  opening: '“',
  closing: '”',
  item: (label) => `${label}: `,
  you: 'You',
  name: 'Name',
  language: 'Language',
  email: 'E-mail',
  telephone: 'Telephone',
  preferred: 'You are written to first on',
  chats: { slack: 'Slack', matrix: 'Matrix', web: 'the page' },
  capacities: { elected: 'elected', agent: 'employed there' },
  substitute: 'substitute',
  seat: 'seat',
  territories: 'territories',
  since: 'Enrolled on',
  address: 'Address',
  role: 'Role',
  stopped: 'No more messages since',
  roles: { facilitator: 'facilitator', staff: 'staff', committee: 'committee' },
  organisations: 'The organisations you speak for',
  quoted: {
    name: 'You are quoted by your name and organisation.',
    organisation: 'You are quoted by the name of your organisation.',
    college: 'You are quoted by your type of organisation, without naming it.',
    none: 'Your words are not published.',
  },
  rounds: 'The rounds you were invited to',
  states: {
    invited: 'invited',
    started: 'started',
    finished: 'finished',
    declined: 'declined',
    stopped: 'stopped',
  },
  prompts: (answered, passed) => `Questions answered: ${answered}; passed: ${passed}.`,
  messages: 'Everything you wrote',
  proposals: 'Your proposals, how they were read, and the replies to them',
  proposalStates: {
    submitted: 'in progress',
    merged: 'joined to another',
    withdrawn: 'withdrawn',
    moderated: 'not published',
    split: 'taken apart',
    erased: 'erased',
  },
  later: 'then',
  published: 'given back to publication by the team',
  unpublished: 'kept from publication by the team',
  sources: { machine: 'read by the machine', partner: 'said by you', facilitator: 'said by a facilitator' },
  statuses: {
    adopted: 'adopted',
    'adopted-in-part': 'adopted in part',
    'under-way': 'already under way',
    'to-be-studied': 'to be studied',
    'not-adopted': 'not adopted',
    'outside-powers': 'outside our powers',
  },
  answered: (status, body, day) => `${status} (${body}, ${day}).`,
  tables: 'The workshop tables you sat at',
  workshops: 'The workshops you were in, and your dots',
  dots: (points, group) => `${points} on ${group}`,
  readBack: 'read back by you',
  files: 'The files you sent',
  fileStates: {
    waiting: 'Waiting to be read.',
    extracted: 'Read, proposals were taken from it.',
    filed: 'Read, nothing was taken from it.',
    erased: 'Erased.',
  },
  nuanceOf: (refs) => `A nuance of ${refs}.`,
  nuances: (n) => `${n} other${plural(n)} brought a nuance to it.`,
  reviews: '“Did we understand you?”: your answers',
  reviewed: { confirmed: 'that’s right', corrected: 'to be corrected', withdrawn: 'withdrawn' },
  supported: 'The proposals you support',
  retracted: 'retracted since',
  digest: 'Next digest',
  disputes: 'The replies you disputed',
  disputeOpen: (due) => `Reply promised by ${due}.`,
  outcomes: {
    upheld: 'The reply stands after a second reading:',
    changed: 'The reply changed after a second reading:',
    dropped: 'Closed.',
  },
  received: 'What I sent you',
  letters: 'E-mails to you',
  letterKinds: {
    invitation: 'invitation',
    reminder: 'reminder',
    extension: 'more time',
    recap: 'what was noted of your answers',
    restitution: 'what became of your proposals',
    merge: 'question about a proposal',
    behalf: 'what was noted for you',
  },
  acts: 'Your acts, as they are on record',
  figures: (n) =>
    [
      ...(n.messages > 0 ? [`${n.messages} message${plural(n.messages)} of yours`] : []),
      ...(n.proposals > 0 ? [`${n.proposals} proposal${plural(n.proposals)}`] : []),
      ...(n.decisions > 0 ? [`${n.decisions} repl${n.decisions === 1 ? 'y' : 'ies'} to your ideas`] : []),
      ...(n.supported > 0 ? [`${n.supported} endorsement${plural(n.supported)}`] : []),
      ...(n.rounds > 0 ? [`${n.rounds} round${plural(n.rounds)}`] : []),
      ...(n.received > 0 ? [`${n.received} message${plural(n.received)} from me`] : []),
    ].join(', ') || 'your place here, and nothing else',
};

const labelsIn = (lang: Lang): Labels => (/^fr\b/iu.test(lang) ? fr : en);
