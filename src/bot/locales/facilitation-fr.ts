/** What those who run a round are told about its people, in French. */
import type { Choice } from '../../chat/outbound.ts';

const s = (n: number): string => (n > 1 ? 's' : '');
const people = (n: number): string => `${n} personne${s(n)}`;

const SOURCES: Readonly<Record<string, string>> = {
  paper: ', d’après votre réponse sur papier',
  letter: ', d’après votre courrier',
  phone: ', d’après votre appel',
  attachment: ', d’après le fichier que vous avez envoyé',
  meeting: ', d’après ce que vous avez dit en réunion',
  message: ', d’après votre message',
};

interface Counts {
  readonly answered: number;
  readonly passed: number;
  readonly silent: number;
}

/** Of a type of actor. */
interface Whole extends Counts {
  readonly invited: number;
  readonly reached: number;
  readonly declined: number;
}

const replied = (n: number): string => `${n} ${n > 1 ? 'ont' : 'a'} répondu`;

const others = ({ invited, passed, declined, silent }: Whole): string[] => [
  ...(passed > 0 ? [`${passed} ${passed > 1 ? 'ont' : 'a'} passé`] : []),
  ...(declined > 0 ? [`${declined} ${declined > 1 ? 'ont' : 'a'} dit non`] : []),
  ...(silent === 0 ? ['personne ne manque'] : []),
  ...(silent > 0 && silent < invited ? [`${silent} silencieuse${s(silent)}`] : []),
];

export const facilitation = {
  silenceAt: (hour: string): string => `État à ${hour}.`,
  silenceEnded: (hour: string): string => `Le tour est clos : état arrêté à ${hour}.`,
  silence: (key: string): string => `Qui manque encore à l’appel, « ${key} » :`,
  silentCollege: (label: string, whole: Whole): string =>
    [
      `${label} : ${people(whole.invited)} invitée${s(whole.invited)}${whole.reached < whole.invited ? `, ${whole.reached} jointe${s(whole.reached)}` : ''}`,
      whole.answered === 0 ? 'aucune réponse' : replied(whole.answered),
      ...others(whole),
    ].join(', '),
  silentIn: (label: string, whole: Whole): string =>
    [
      `${label} : ${whole.answered === 0 ? 0 : replied(whole.answered)} sur ${whole.invited}`,
      ...(whole.reached < whole.invited ? [`${whole.reached} jointe${s(whole.reached)}`] : []),
      ...others(whole),
    ].join(', '),
  silentAxis: (label: string, { answered, passed, silent }: Counts): string =>
    `${label} : ${answered === 0 ? 'aucune réponse' : `${answered} réponse${s(answered)}`}${passed > 0 ? `, ${passed} passe${s(passed)}` : ''}, ${silent === 0 ? 'aucun silence' : `${silent} silence${s(silent)}`}`,
  spokenOf: (
    label: string,
    { answered, passed }: Pick<Counts, 'answered' | 'passed'>,
    without: string | null,
  ): string =>
    `${label} : ${answered === 0 ? 'aucune réponse' : `${answered} réponse${s(answered)}`}${passed > 0 ? `, ${passed} passe${s(passed)}` : ''}${without === null ? '' : ` ; rien de ${without}`}`,
  notSpokenOf: (axes: readonly string[]): string => `rien encore : ${axes.join(' ; ')}`,
  noAxisYet: 'aucun axe n’a encore de réponse',
  silenceHow: (college: string): string =>
    `« silence ${college} » donne les noms, « relancer » prépare une relance.`,
  remindNow: (key: string): Choice => ({ value: `relancer ${key}`, label: 'Relancer' }),
  closeNow: (key: string): Choice => ({ value: `clore ${key}`, label: 'Clore le tour' }),
  nobodyInvited: (label: string): string => `${label} : personne n’est invité à ce tour.`,
  nobodySilent: 'Toutes les structures de ce collège se sont exprimées.',
  silentNames: (n: number): string => `${n} structure${s(n)} silencieuse${s(n)} :`,
  silentName: (name: string, reached: boolean): string => (reached ? name : `${name} (pas encore jointe)`),

  untilWhen: (key: string): string =>
    `Jusqu’à quel jour ? Par exemple « prolonger ${key} jusqu’au 31 janvier ».`,
  extended: (key: string, until: string, told: number): string =>
    `« ${key} » est prolongé jusqu’au ${until}. ${told === 0 ? 'Personne à prévenir.' : `Je préviens ${people(told)} qui ${told > 1 ? 'peuvent' : 'peut'} encore répondre.`}`,
  moreTime: (name: string | null, title: string, until: string): string =>
    `${name ? `Bonjour ${name}. ` : ''}Vous avez plus de temps : « ${title} » est prolongé jusqu’au ${until}.`,
  moreTimeBegin: 'Écrivez « commencer » quand vous voudrez.',
  moreTimeGoOn: 'Écrivez « reprendre » pour continuer là où vous en étiez.',

  reopened: (key: string, until: string, inTime: number): string =>
    `« ${key} » est rouvert, jusqu’au ${until}.${inTime > 0 ? ` ${inTime} proposition${s(inTime)} arrivée${s(inTime)} entre-temps ${inTime > 1 ? 'comptent' : 'compte'}, et je le dis à qui ${inTime > 1 ? 'les ' : 'l’'}a écrite${s(inTime)}.` : ''}`,
  countsAfterAll: (refs: string, several: boolean): string =>
    `Le tour avait été clos par erreur, il continue : ${refs} ${several ? 'sont dans les temps et comptent' : 'est dans les temps et compte'}.`,
  reopenHow: (key: string): string => `Par erreur ? Jusqu’à ce soir, « rouvrir ${key} ».`,
  countdown: (days: number): string =>
    days === 0
      ? 'aujourd’hui'
      : days > 0
        ? `dans ${days} jour${s(days)}`
        : `en retard de ${-days} jour${s(-days)}`,
  closesIn: (when: string, short: boolean): string =>
    `Clôture ${when}${short ? ' ; moins de trois semaines en tout, c’est court' : ''}.`,
  restitutionDue: (day: string, when: string): string => `Restitution à faire avant le ${day} (${when}).`,
  decisionDue: (day: string, when: string): string => `Décision à rendre avant le ${day} (${when}).`,
  restitutionDone: (day: string): string => `Restitution envoyée le ${day}.`,
  stillOpen: (key: string): string => `Rien ne change : « ${key} » reste ouvert.`,
  cancelAsk: (key: string, heard: number): string =>
    `${people(heard)} ${heard > 1 ? 'ont' : 'a'} déjà répondu à « ${key} » : l’annuler quand même ? Les personnes jointes en seront prévenues, leurs mots restent gardés.`,
  cancelChoices: { yes: 'Annuler le tour', no: 'Le garder ouvert' },

  added: (name: string, key: string, referrals: number): string =>
    `${name} est invité·e à « ${key} », l’invitation part.${referrals > 0 ? ' Le point « personne à inviter plutôt » de sa structure est réglé.' : ''}`,
  someName: 'Prénom Nom',
  somewhere: 'plateforme:identifiant',
  someOrganisation: 'Organisation',
  someCollege: 'collège',
  byLinkOf: (who: string): string => `(par le lien de ${who}) `,
  referralHow: (
    organisation: string,
    college: string,
    { name, at } = { name: 'Prénom Nom', at: 'plateforme:identifiant' },
  ): string => `(« ajouter ${name}, ${organisation}, ${college}, ${at} » l’invite)`,

  recorded: (name: string, late: boolean): string =>
    `Noté pour ${name}${late ? ', hors délai (« accepter » ou « écarter »)' : ''} :`,
  recordedAsked: 'Je lui demande de confirmer.',
  recordedUnasked: 'Je ne peux pas lui écrire : faites-lui relire autrement.',
  recordedStays:
    'Ce que vous aviez noté pour quelqu’un ne change plus avec votre message : cette personne peut le corriger ou le retirer.',
  behalf: {
    told: (name: string | null, recorder: string | null, source: string): string =>
      `${name ? `Bonjour ${name}. ` : ''}${recorder ?? 'Quelqu’un'}, de l’équipe d’animation, a noté pour vous${SOURCES[source] ?? ''} :`,
    choices: ['Oui', 'Corriger', 'Retirer'],
    confirmed: 'Merci de l’avoir relu, c’est confirmé.',
  },

  lateTold: (name: string | null, ref: string, accepted: boolean): string =>
    `${name ? `Bonjour ${name}. ` : ''}${ref} est arrivée hors délai : ${accepted ? 'l’équipe l’accepte, elle compte comme les autres et aura sa réponse' : 'elle n’entre pas dans la synthèse de ce tour. Elle est gardée et aura, elle aussi, une réponse'}.`,

  moderated: (ref: string, kept: boolean, told: boolean): string =>
    `${ref} ${kept ? 'ne sera ni citée, ni listée, ni comptée' : 'est de nouveau publiée'}. ${told ? 'Son auteur·rice reçoit la raison.' : 'Je ne peux pas écrire à son auteur·rice.'}`,
  moderation: {
    moderated: (name: string | null, ref: string): string =>
      `${name ? `Bonjour ${name}. ` : ''}L’équipe a décidé de ne pas publier ${ref}. La raison :`,
    reinstated: (name: string | null, ref: string): string =>
      `${name ? `Bonjour ${name}. ` : ''}${ref} est de nouveau publiée. La raison :`,
    how: (ref: string): string =>
      `Elle reste visible de vous seul·e. Si vous n’êtes pas d’accord : « contester ${ref} : votre réponse », et quelqu’un vous lira.`,
    heard: 'C’est transmis : quelqu’un de l’équipe relira cette décision et vous répondra.',
  },
  moderationLog: (n: number): string => `Journal de modération, ${n} décision${s(n)} :`,
  moderationEntry: (day: string, ref: string, kept: boolean): string =>
    `${day}, ${ref} ${kept ? 'non publiée' : 'de nouveau publiée'} :`,
  nothingModerated: 'Rien n’a été modéré.',

  remindPreview: (key: string, n: number): string => `« ${key} » : ${people(n)} à relancer.`,
  departures: (now: number, later: number, from: string, never: number): string =>
    `${[
      ...(now > 0 ? [`${now} message${s(now)} ${now > 1 ? 'partent' : 'part'} tout de suite`] : []),
      ...(later > 0
        ? [
            `${later} ${later > 1 ? 'partiront' : 'partira'} à partir du ${from} (aux heures ouvrées, sans dépasser le nombre de messages permis par semaine)`,
          ]
        : []),
      ...(never > 0
        ? [`${never} ne partir${never > 1 ? 'ont' : 'a'} pas : aucune heure ouvrée commune`]
        : []),
    ].join(' ; ')}.`,
  /** "mardi 1er décembre à 9 h", "lundi 23 mars à 14 h 30". */
  moment: (at: number, timeZone: string): string => {
    const day = new Intl.DateTimeFormat('fr-FR', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone,
    });
    const hour = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone });
    const [hours, minutes] = hour.format(at).split(':');
    return `${day.format(at).replace(/ 1 /u, ' 1er ')} à ${Number(hours)} h${minutes === '00' ? '' : ` ${minutes}`}`;
  },
  remindedEnough: (n: number): string =>
    `${people(n)} encore silencieuse${s(n)} ${n > 1 ? 'ont' : 'a'} déjà eu toutes ${n > 1 ? 'leurs' : 'ses'} relances.`,
  remindText: 'Le message :',
  reminding: (n: number): string =>
    `C’est noté : ${n} relance${s(n)}, chacune à son heure. Qui répond d’ici là n’en reçoit pas.`,
  reminder: {
    invited: (name: string | null, title: string, until: string, minutes: number): string =>
      `${name ? `Bonjour ${name}. ` : ''}Votre avis nous manque encore : « ${title} » est ouvert jusqu’au ${until}${minutes > 0 ? `, environ ${minutes} minutes` : ''}.`,
    alsoAnswers: '« Pas moi » et « stop » sont aussi des réponses.',
    begun: (name: string | null, title: string, until: string): string =>
      `${name ? `Bonjour ${name}. ` : ''}Vous aviez commencé « ${title} », ouvert jusqu’au ${until} ; il nous manque vos réponses.`,
    goOn: 'On reprend ?',
    resume: { value: 'reprendre', label: 'Reprendre', main: true as const },
  },
};

export type Facilitation = typeof facilitation;
