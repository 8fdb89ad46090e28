/** What the bot says in French. Read it aloud. */

import type { Attribution, Kind } from '../../core/consultation/model.ts';
import { STATUS_WORDS } from '../../core/decision/status-words.ts';
import { adjust } from './adjust-fr.ts';
import { alert } from './alert-fr.ts';
import { amend } from './amend-fr.ts';
import { attachments } from './attachments-fr.ts';
import { committee } from './committee-fr.ts';
import { digest } from './digest-fr.ts';
import { documents } from './documents-fr.ts';
import { facilitation } from './facilitation-fr.ts';
import { followUp } from './follow-up-fr.ts';
import { forms } from './forms-fr.ts';
import { gate } from './gate-fr.ts';
import { home } from './home-fr.ts';
import { letters } from './letters-fr.ts';
import { measure } from './measure-fr.ts';
import { menu } from './menu-fr.ts';
import { midterm } from './midterm-fr.ts';
import { newcomer } from './newcomer-fr.ts';
import { opening } from './opening-fr.ts';
import { orientation } from './orientation-fr.ts';
import { others } from './others-fr.ts';
import { personal } from './personal-fr.ts';
import { plan } from './plan-fr.ts';
import { proofreading } from './proofreading-fr.ts';
import { publicSynthesis } from './public-synthesis-fr.ts';
import { queue } from './queue-fr.ts';
import { quoting } from './quoting-fr.ts';
import { rating } from './rating-fr.ts';
import { refusals } from './refusals-fr.ts';
import { report } from './report-fr.ts';
import { review } from './review-fr.ts';
import { smallTalk } from './small-talk-fr.ts';
import { split } from './split-fr.ts';
import { table } from './table-fr.ts';
import { teamHelp } from './team-help-fr.ts';
import { themes } from './themes-fr.ts';
import { undo } from './undo-fr.ts';
import { validation } from './validation-fr.ts';
import { views } from './views-fr.ts';
import { voices } from './voices-fr.ts';
import { why } from './why-fr.ts';
import { workshop } from './workshop-fr.ts';

const NUMBERS = ['zéro', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const count = (n: number): string => NUMBERS[n] ?? String(n);
const s = (n: number): string => (n > 1 ? 's' : '');

const longDate = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone }).format(at).replace(/^1 /u, '1er ');

export const fr = {
  lang: 'fr' as string,
  count,
  date: (at: number, zone: string): string => longDate(at, zone),
  day: (iso: string): string => longDate(Date.parse(`${iso}T00:00:00Z`), 'UTC'),
  erased: '[effacé]',
  marks: { opening: '« ', closing: ' »' },
  labelled: (label: string, text: string): string => `${label} : ${text}`,
  listed: (items: readonly string[]): string =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`,
  /** To choose from. */
  either: (items: readonly string[]): string =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ou ${items.at(-1)}`,
  /** Between the first and the last of a range. */
  to: 'à',
  attribution: {
    name: 'par votre nom et votre structure',
    organisation: 'par le nom de votre structure',
    college: 'par votre type de structure, sans la nommer',
    none: 'jamais : votre idée compte, vos mots ne sont pas publiés',
  } satisfies Record<Attribution, string>,
  attributionWords: {
    name: 'nom',
    organisation: 'structure',
    college: 'type',
    none: 'jamais',
  } satisfies Record<Attribution, string>,
  kinds: {
    'new-action': 'action nouvelle',
    change: 'évolution',
    project: 'projet',
    need: 'besoin',
    objection: 'objection',
    question: 'question',
  } satisfies Record<Kind, string>,
  statuses: STATUS_WORDS.fr,
  states: {
    submitted: 'en cours',
    merged: 'réunie à une autre',
    withdrawn: 'retirée',
    moderated: 'non publiée',
    split: 'séparée en plusieurs',
    erased: 'effacée',
  },
  axis: (key: string, label: string): string => (/^\d/u.test(key) ? `axe ${key}, ${label}` : label),
  crossReference: (key: string): string => `renvoi vers l’axe ${key}`,

  invitation: {
    hello: (name: string | null): string =>
      `${name ? `Bonjour ${name}` : 'Bonjour'}, je suis le robot de cette consultation.`,
    forAll: (organisations: string): string =>
      `Vous y parlez pour ${organisations} : je vous demanderai au nom de qui.`,
    open: 'Ce qui reste ouvert :',
    decided: 'Ce qui est déjà décidé :',
    background: 'Pour vous faire une idée :',
    terms: (prompts: number, minutes: number, until: string): string =>
      `${count(prompts)[0]!.toUpperCase()}${count(prompts).slice(1)} question${s(prompts)}, environ ${minutes} minutes, jusqu’au ${until} ; « passe » pour celles qui ne vous concernent pas.`,
    quoted: (how: string): string => `Vous y serez cité·e ${how} (« citation » pour changer).`,
    neverQuoted: 'Vos mots ne seront pas publiés (« citation » pour changer).',
    begin: 'On commence ?',
    choices: { yes: 'Commencer', later: 'Plus tard', notMe: 'Pas moi' },
  },
  later: (until: string): string => `Entendu. Écrivez « commencer » quand vous voudrez, jusqu’au ${until}.`,
  notMe:
    'Merci de nous le dire, je ne vous écrirai plus pour ce tour. À qui devrions-nous nous adresser ? Un nom suffit, ou « passe ».',
  referred: 'Merci, l’équipe s’en occupe.',
  referredToo: 'Merci, je transmets ce nom à l’équipe. Vous pouvez continuer quand vous voulez.',
  keptUntilStart: 'J’ai bien gardé votre message. Pour qu’il compte, il me faut votre accord : on commence ?',
  linksHanded: (n: number): string =>
    `L’équipe lira ${n > 1 ? 'les liens' : 'le lien'} que vous avez envoyé${s(n)}.`,
  wordsHanded: 'L’équipe lira aussi vos premiers mots.',
  tooManyBefore: (n: number): string =>
    `Je garde déjà ${n} messages de vous, et pas encore celui-ci : dès que nous aurons commencé, renvoyez-le-moi. On commence ?`,
  consentAgain: 'Pour continuer, il me faut votre accord : on commence ?',
  thanksForThat: 'Merci à vous.',
  promptAt: (position: number, total: number, text: string): string =>
    total > 1 ? `${position}/${total} : ${text}` : text,
  started: 'Merci !',
  passed: 'Pas de souci.',

  noted: 'Noté',
  corrected: 'C’est corrigé.',
  severalIdeas: (n: number): string => `Merci. J’y lis ${count(n)} idées :`,
  isThatRight: 'C’est bien ça ?',
  rightChoices: { yes: 'C’est ça', no: 'Corriger', withdraw: 'Retirer' },
  hesitate: (ref: string, a: string, b: string): string =>
    `J’hésite pour ${ref} : plutôt A) ${a}, ou B) ${b} ?`,
  bothChoice: 'Les deux',
  axisSettled: (ref: string, key: string): string => `${ref} : axe ${key}, c’est noté.`,
  axisBoth: (ref: string, key: string, other: string): string =>
    `${ref} : axe ${key}, avec un renvoi vers l’axe ${other}.`,
  placeSettled: (ref: string, places: string): string => `${ref} : ${places}, c’est noté.`,
  doubtKept: 'Je laisse l’équipe trancher pour l’axe.',
  finished: (until: string): string =>
    `C’est fini, merci ! Jusqu’au ${until} vous pouvez tout changer : écrivez « mes propositions ». Chaque idée recevra une réponse motivée.`,
  nothingLeft: (until: string): string =>
    `Vous avez répondu à tout, merci. Pour relire ou changer jusqu’au ${until} : « mes propositions ».`,
  late: (closed: string, refs: string): string =>
    `Le tour est clos depuis le ${closed}. Je garde ${refs}, hors délai ; l’équipe dira si l’on peut en tenir compte, et vous aurez une réponse.`,
  afterClose: (closed: string): string =>
    `Le tour est clos depuis le ${closed}. Une idée de plus ? Écrivez-la : je la garde hors délai, et l’équipe dira si l’on peut en tenir compte.`,
  lateChange: (closed: string, refs: string, several: boolean): string =>
    `Le tour est clos depuis le ${closed} : ${refs} ne se ${several ? 'modifient' : 'modifie'} plus ici. Je transmets votre changement à l’équipe.`,
  whichOne: (refs: string): string => `Laquelle faut-il corriger : ${refs} ?`,
  rewrite: (ref: string): string =>
    `Comment écririez-vous ${ref} ? Votre prochain message la remplacera ; « non » la laisse.`,
  correctionKept: 'Merci, je transmets cette précision à l’équipe avec votre proposition.',
  early: 'Vous l’avez écrit avant ma question : je l’ajoute à votre réponse précédente.',
  second: (ref: string): string =>
    `Est-ce une précision sur ${ref}, ou votre réponse à la question que je viens de poser ?`,
  secondChoices: (ref: string): string[] => [`Une précision sur ${ref}`, 'Ma réponse'],
  oneMore: 'Je l’ajoute à vos réponses ; « annule » si ce n’en était pas une.',
  addIt: 'Je ne suis pas sûr de comprendre. Est-ce une proposition à ajouter ?',
  addChoices: { yes: 'L’ajouter', no: 'Non' },
  notAdded: 'Entendu, je ne l’ajoute pas.',
  noLongerOpen:
    'Cette question n’est plus ouverte : rien n’a changé. « aide » rappelle ce que vous pouvez faire.',
  questionKept: 'Bonne question : je la transmets à l’équipe, qui vous répondra.',
  askedAgain: (prompt: string): string => `Et vous, avec vos mots : ${prompt}`,
  aboutOne: (ref: string): string =>
    `Je transmets votre mot sur ${ref} à l’équipe. Pour la changer vous-même : « corriger ${ref} : texte », « retirer ${ref} ».`,
  backTo: (question: number): string => `Je reviens à la question ${question}.`,
  nothingToPick: 'Je ne vous proposais pas de choix ici.',
  wordless: 'Bien reçu, mais je ne lis que les mots : deux suffisent, ou « passe ».',
  puzzled:
    'Pas de souci : répondez comme cela vient, même en deux mots, ou « passe ». Une question à l’équipe s’écrit ici aussi.',
  linkAlone:
    'Merci pour le lien : je ne sais pas l’ouvrir, l’équipe le lira. Dites-m’en l’essentiel en deux mots.',
  unclear: 'Je n’y trouve pas encore d’idée : dites-la en quelques mots.',

  yours: 'Vos propositions :',
  noneYet: 'Vous n’avez pas encore fait de proposition.',
  yoursHow: (ref: string): string =>
    `« ${ref} » la montre, « corriger ${ref} » la réécrit, « retirer ${ref} » la retire.`,
  version: (n: number): string => `version ${n}`,
  revised: (ref: string): string => `${ref} est à jour.`,
  edited: (refs: string, several: boolean): string =>
    `J’ai suivi votre modification : ${refs} ${several ? 'sont' : 'est'} à jour.`,
  alsoAdded: (refs: string): string => `J’y ai lu en plus ${refs}.`,
  withdrawn: (refs: string, several: boolean): string =>
    several ? `${refs} sont retirées.` : `${refs} est retirée.`,
  restoreHow: (ref: string): string => `Pour revenir en arrière : « rétablir ${ref} ».`,
  restored: (ref: string): string => `${ref} est rétablie.`,
  quotedHow: (how: string): string => `Vous êtes cité·e ${how}.`,
  attributionSet: (how: string): string => `C’est noté : vous serez cité·e ${how}.`,
  attributionNever: 'C’est noté : vos idées comptent, vos mots ne seront pas publiés.',
  stopped:
    'C’est entendu, je ne vous écris plus. « reprendre » si vous changez d’avis ; vos propositions restent et comptent.',
  resumed: 'Bon retour parmi nous.',
  personal,
  letters,
  others,
  smallTalk,
  amend,
  publicSynthesis,
  review,
  help: [
    'Répondez avec vos mots ; une liste fait plusieurs propositions.',
    '« passe » : question suivante · « mes propositions » : relire et corriger · « retirer P-0042 » · « citation » : comment vous citer · « mes données » · « effacer » · « stop » : ne plus recevoir de message.',
  ],
  whichConsultation:
    'Plusieurs consultations vous attendent. De laquelle parlons-nous ? (« consultations » pour en changer plus tard.)',
  roundCancelled: (title: string): string =>
    `Le tour « ${title} » est annulé. Vos messages restent gardés ; merci de l’attention que vous lui avez donnée.`,
  keptForTeam: 'Aucun tour n’attend votre réponse pour l’instant. Je garde votre message, l’équipe le lira.',
  nothingOpen: 'Aucun tour n’attend votre réponse pour l’instant. « mes propositions » montre les vôtres.',
  apology:
    'Un souci de notre côté : je n’ai pas pu vous répondre, mais votre message est gardé et l’équipe est prévenue.',

  halted: (platform: string, workspace: string): [string, string] => [
    `Je n’ai plus accès à l’espace « ${workspace} » (${platform}) : mon autorisation y a été retirée. Je n’y lis et n’y écris plus rien ; ce que j’ai à y dire attend, rien n’est perdu, et tout continue ailleurs.`,
    'À transmettre à qui fait tourner ce robot : réinstaller l’application dans cet espace, mettre le nouveau jeton dans ses réglages et le redémarrer. J’enverrai alors ce qui attendait, une seule fois.',
  ],
  mergeAsk: (mine: string, other: string): string =>
    `${mine}, la vôtre, et ${other} semblent dire la même chose :`,
  mergeQuestion: (other: string): string =>
    `Voulez-vous réunir la vôtre à ${other} ? Vous soutiendrez ${other}, et sa réponse sera aussi la vôtre.`,
  mergeChoices: { yes: 'Réunir', no: 'Garder à part' },
  merged: (mine: string, other: string): string => `${mine} est réunie à ${other}. Merci !`,
  keptApart: (mine: string): string => `${mine} reste à part.`,

  restitution: {
    hello: (name: string | null, title: string): string =>
      `${name ? `Bonjour ${name}. ` : ''}Voici ce que deviennent vos propositions (${title}).`,
    /** After their own words, between quotes. */
    answer: (ref: string, status: string): string => `(${ref}) : ${status}. Motif :`,
    merged: (ref: string, into: string, status: string): string =>
      `(${ref}, réunie à ${into}) : ${status}. Motif :`,
    /** For somebody who reads another language than the deciders write. */
    otherLanguage: 'Les motifs sont donnés dans la langue de la consultation.',
    decided: (body: string, day: string): string => `(${body}, ${day})`,
    /** When all answers of the message have one body and one day. */
    decidedAll: (body: string, day: string): string => `Qui répond : ${body}, le ${day}.`,
    thanks: 'Merci du temps donné. Si une réponse vous interroge, écrivez-moi : l’équipe vous lira.',
  },

  orientation,
  plan,
  adjust,
  measure,
  alert,
  committee,
  why,
  teamHelp,

  team: {
    yes: 'oui',
    no: 'non',
    send: 'Envoyer maintenant',
    cancel: 'Annuler',
    rounds: 'Les tours :',
    notOpened: 'pas encore ouvert',
    roundState: (state: 'open' | 'closed' | 'cancelled', until: string): string =>
      ({ open: `ouvert jusqu’au ${until}`, closed: 'clos', cancelled: 'annulé' })[state],
    preview: (title: string, prompts: number, people: number, closes: string): string =>
      `« ${title} » : ${prompts} question${s(prompts)}, ${people} personne${s(people)} invitée${s(people)}, clôture le ${closes}.`,
    unreachable: (n: number): string =>
      `${n} personne${s(n)} sans adresse de discussion : je ne peux pas leur écrire.`,
    moved: 'Les dates prévues sont passées : la durée est gardée, à partir d’aujourd’hui.',
    short: (days: number): string =>
      `Attention, ${days} jour${s(days)} seulement : moins de trois semaines, c’est court pour qui doit consulter sa structure.`,
    sendNow: 'On envoie ?',
    notSent: 'Rien n’est parti.',
    noSuchDay: 'Je ne comprends pas cette date. Écrivez-la 2026-12-20 ou 20/12/2026.',
    dayToCome: 'Ce jour n’est pas encore venu : donnez celui où l’instance s’est prononcée.',
    opened: (n: number): string => `C’est ouvert : ${n} invitation${s(n)} en route. « statut » pour suivre.`,
    cancelled: (key: string, dropped: number): string =>
      `« ${key} » est annulé. ${dropped > 0 ? `${dropped} envoi${s(dropped)} en attente ne partir${dropped > 1 ? 'ont' : 'a'} pas.` : 'Rien n’attendait de partir.'}`,
    closed: (key: string): string => `« ${key} » est clos. Les réponses tardives seront gardées à part.`,
    status: (key: string, state: string): string => `« ${key} » : ${state}.`,
    base: (
      label: string,
      row: {
        invited: number;
        reached: number | null;
        answered: number | null;
        passed: number | null;
        silent: number | null;
      },
    ): string =>
      `${label} : ${row.invited} personne${s(row.invited)} invitée${s(row.invited)}${(row.reached ?? 0) < row.invited ? `, ${row.reached} jointe${s(row.reached ?? 0)}` : ''} ; ${[
        (row.answered ?? 0) === 0
          ? 'aucune réponse'
          : `${row.answered} ${(row.answered ?? 0) > 1 ? 'ont' : 'a'} répondu`,
        ...((row.passed ?? 0) > 0 ? [`${row.passed} ${(row.passed ?? 0) > 1 ? 'ont' : 'a'} passé`] : []),
        ...((row.answered ?? 0) > 0 && (row.silent ?? 0) > 0 ? [`${row.silent} sans réponse`] : []),
      ].join(', ')}`,
    noDoubts: 'Rien n’attend votre avis.',
    doubts: (n: number): string => `${n} point${s(n)} à regarder :`,
    doubt: (kind: string, options: readonly string[]): string =>
      (
        ({
          axis: `Axe à trancher (${options.join(' ou ')}) :`,
          'moderation-answer': `Réponse à la modération de ${options.join(', ')} :`,
          'alone-again': 'De nouveau seule, celle qu’elle avait rejointe ayant été retirée :',
          newcomer: 'M’écrit sans être inscrit·e, et se présente :',
          guest: 'A écrit dans l’atelier sans être inscrit·e, et se présente :',
          grouping: 'Place discutée dans un groupe de l’atelier :',
          regrouped: 'Sortie de son groupe par son auteur·rice :',
          late: 'Hors délai, à accepter ou à écarter :',
          question: 'Question posée :',
          'not-understood': 'Pas compris :',
          correction: 'Précision à reprendre :',
          referral: 'Personne à inviter plutôt :',
          visitor: 'Venu·e par le lien de quelqu’un d’autre, se présente :',
          speaker: 'Quelqu’un d’autre, depuis l’adresse d’une personne invitée :',
          'colleague-here': 'Un·e collègue, depuis une adresse qu’on ne sait pas partagée :',
          succession: 'Changement de personne :',
          former: 'Écrit par quelqu’un qui ne parle plus pour une structure :',
          voice: 'Dit parler pour une autre structure :',
          erasure: 'Demande d’effacement',
          file: 'Fichier reçu',
        }) as Record<string, string>
      )[kind] ?? `${kind} :`,
    near: 'Peut-être la même idée :',
    mergeHow: (from: string, into: string): string =>
      `(« réunir ${from} dans ${into} » le propose à l’auteur·rice)`,
    more: (n: number): string => `… et ${n} de plus.`,
    noProposals: 'Aucune proposition pour l’instant.',
    proposals: (n: number): string => `${n} proposition${s(n)} en cours, les dernières :`,
    lateSettled: (ref: string, accepted: boolean, told: boolean): string =>
      `${ref} est ${accepted ? 'acceptée et compte' : 'écartée ; elle recevra une réponse'}.${told ? ' Je préviens qui l’a écrite.' : ''}`,
    mergeAsked: (from: string, into: string): string =>
      `La question est posée à l’auteur·rice de ${from} : la réunir à ${into} ?`,
    compiling: 'Je prépare la synthèse, un instant.',
    compiled: (n: number): string =>
      `Brouillon n° ${n}. « reformuler 1.2 : texte », « sans désaccord 3 », « relire Prénom Nom » pour un autre regard, puis « signer ».`,
    synthesisTitle: (n: number, title: string): string => `Synthèse n° ${n}, ${title}`,
    nothingSaid: 'Rien n’a été dit sur cet axe.',
    disagreements: 'Désaccords',
    noDisagreementBy: (name: string): string => `Aucun, confirmé par ${name}.`,
    noDisagreementUnsigned: (axis: string): string =>
      `Aucun relevé, à confirmer : « sans désaccord ${axis} ».`,
    unclassified: (refs: string): string => `Non classées : ${refs}.`,
    edited: 'C’est fait.',
    stillUnconfirmed: (axes: readonly string[]): string =>
      axes.length === 0
        ? 'Chaque axe a ses désaccords, ou quelqu’un a confirmé qu’il n’y en a pas : « signer » quand tout est relu.'
        : `Reste à confirmer : « sans désaccord ${axes.join(', ')} ».`,
    signed: (n: number, hash: string): string => `Synthèse n° ${n} signée. Empreinte ${hash.slice(0, 12)}.`,
    openUntil: (title: string, until: string): string => `« ${title} » (jusqu’au ${until})`,
    signWhileOpen: (rounds: string, n: number): string =>
      `${n > 1 ? 'Des tours sont encore ouverts' : 'Un tour est encore ouvert'} : ${rounds}. Ce qui arrivera d’ici là ne sera pas dans cette synthèse, et une synthèse signée ne change plus. Signer quand même ?`,
    signAnyway: 'Signer quand même',
    signLater: 'Pas encore',
    notSigned: 'Rien n’est signé : le brouillon vous attend.',
    signedNext:
      '« décider » demande une réponse pour chaque proposition, « dette » dit celles qui manquent, « restitution » les envoie. « documents » donne la synthèse en fichiers.',
    decided: (refs: string, status: string): string => `${refs} : ${status}, c’est noté.`,
    ratified: (n: number, body: string, day: string): string =>
      `${n} réponse${s(n)} enregistrée${s(n)} : ${body}, ${day}.`,
    /** All answers are there; a body is still to speak, which that key names; or the team is. */
    ratifiedAll: '« restitution » montre ce qui partira.',
    ratifiedBut: (body: string, key: string): string =>
      `Reste à entendre : ${body}. Ensuite : « entériner ${key} ».`,
    ratifiedSome: '« dette » dit les réponses qui manquent encore.',
    leftAside: (refs: string, several: boolean): string =>
      several
        ? `${refs} n’attendent plus de réponse : je les laisse de côté.`
        : `${refs} n’attend plus de réponse : je la laisse de côté.`,
    restitutionPreview: (people: number, answers: number): string =>
      `${people} message${s(people)} prêt${s(people)}, ${answers} réponse${s(answers)} en tout. Voici le premier :`,
    restitutionSent: (n: number): string => `C’est parti : ${n} restitution${s(n)}.`,
  },

  validation,
  views,
  voices,
  themes,
  workshop,
  facilitation,
  split,
  quoting,
  undo,
  newcomer,
  table,
  attachments,
  opening,
  forms,
  gate,
  report,
  rating,
  menu,
  midterm,
  home,
  digest,
  documents,
  followUp,
  queue,
  proofreading,
  refusals,
};

export type Phrases = typeof fr;
