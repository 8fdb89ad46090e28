/** What somebody who opens a round is asked and shown, in French. Read it aloud. */
import type { Field } from '../../core/round/draft-steps.ts';

const s = (n: number): string => (n > 1 ? 's' : '');
const people = (n: number): string => `${n} personne${s(n)}`;
const days = (all: readonly number[]): string => all.join(' et ');

const NAMES: Readonly<Record<string, string>> = {
  fr: 'français',
  en: 'anglais',
  nl: 'néerlandais',
  de: 'allemand',
};
const language = (lang: string): string => NAMES[lang.slice(0, 2)] ?? lang;

const FIELDS: Readonly<Record<Field, string>> = {
  title: 'le titre',
  axes: 'les axes',
  open: 'ce qui reste ouvert',
  decided: 'ce qui est décidé',
  background: 'les documents',
  prompts: 'les questions',
  audience: 'le public',
  until: 'la date',
  reminders: 'les relances',
  minutes: 'la durée',
};

export const opening = {
  language,
  which:
    'Quel tour voulez-vous ouvrir ? Un numéro suffit ; « nouveau » en écrit un avec vous, question par question.',
  brandNew: 'Un nouveau tour',
  resumeAsk: (title: string | null): string =>
    `Vous avez un brouillon${title ? `, « ${title} »` : ''}. On le reprend ?`,
  resumeChoices: { yes: 'Le reprendre', no: 'Repartir de zéro' },
  noDraft: 'Vous n’avez pas de brouillon. « ouvrir » en commence un.',
  keepHow: '« oui » garde ce qui est proposé, « retour » revient en arrière, « annuler » met de côté.',
  keepShort: '« oui » le garde.',
  keep: 'Garder',
  back: 'Retour',
  ask: {
    title: 'Comment s’appelle ce tour, en quelques mots ?',
    axes: (axes: string): string =>
      `Sur quels axes ? ${axes}. Par exemple « 1 et 3 », « tous », ou « aucun » pour un tour sans axes.`,
    open: 'Qu’est-ce qui reste ouvert, que les réponses peuvent encore changer ?',
    decided: 'Et qu’est-ce qui est déjà décidé, que les réponses ne changeront pas ?',
    background:
      'Que faut-il avoir lu avant de répondre ? Une ligne par document : « Titre : https://… » ou « Titre : quelques mots » ; « aucun » s’il n’y a rien.',
    prompts: (axis: string | null): string =>
      `${axis ? `${axis[0]!.toUpperCase()}${axis.slice(1)} : quelle` : 'Quelle'} question poser ? Une par ligne s’il y en a plusieurs.`,
    audience: (colleges: string): string =>
      `Qui inviter ? « tous », des collèges (${colleges}), ou des structures par leur nom, séparés par des virgules.`,
    until: 'Jusqu’à quand ? Par exemple « dans 4 semaines », « le 17 avril » ou « 17/04 ».',
    reminders: (most: number): string =>
      `Combien de jours après l’invitation relancer les personnes silencieuses ? ${most > 1 ? `Par exemple « 10 et 20 », deux relances au plus ;` : 'Par exemple « 10 », une relance au plus ;'} « aucune » sinon.`,
    minutes: 'Combien de minutes cela prend-il, à peu près ?',
  },
  proposed: {
    axes: (axes: string): string => `Proposé : ${axes}.`,
    until: (day: string): string => `Proposé : le ${day}.`,
    audience: 'Proposé : tous.',
    minutes: (n: number): string => `Proposé : ${n} minute${s(n)}.`,
    noReminder: 'Proposé : aucune.',
    reminders: (all: readonly number[]): string => `Proposé : ${days(all)} jours après.`,
    noAxis: 'aucun',
  },
  inLang: (lang: string, readers: number, several: boolean): string =>
    `Et en ${language(lang)}${several ? ', dans le même ordre, une par ligne' : ''} ? ${people(readers)} ${readers > 1 ? 'le lisent' : 'le lit'}. « passe » : ${readers > 1 ? 'elles liront' : 'elle lira'} l’autre langue ; « passe tout » : ne plus demander.`,
  skip: 'Passer',
  noDefault: 'Écrivez-le avec vos mots : je n’ai rien à proposer ici.',
  tooLong: (length: number, most: number): string =>
    `C’est un peu long : ${length} signes, et sur un téléphone ${most} suffisent. Plus court ?`,
  tooMany: (most: number): string =>
    `${most} au plus, pour que les personnes aillent au bout. Lesquelles garder ?`,
  badLink: 'Je ne prends que des adresses en https://. Laquelle est-ce ?',
  sameCount: (n: number): string =>
    `Il en faut ${n}, une par ligne, dans le même ordre. Pouvez-vous reprendre ?`,
  badDays: (most: number): string =>
    `Je n’ai pas compris les jours. ${most === 0 ? 'Cette consultation ne relance pas : « aucune ».' : `${most > 1 ? 'Deux nombres au plus' : 'Un seul nombre'}, ou « aucune ».`}`,
  afterTheClose: (n: number): string => `Ce serait après la clôture : le tour dure ${n} jours. Moins ?`,
  badMinutes: 'Un nombre de minutes, par exemple « 5 ».',
  pastDay: 'Ce jour est passé. Lequel, à partir de demain ?',
  unknownPublic: (names: string): string => `Je ne connais pas : ${names}. Qui inviter ?`,
  severalPublic: (name: string): string => `Plusieurs structures commencent par « ${name} » : laquelle ?`,
  left: 'C’est mis de côté. « reprendre le brouillon » quand vous voudrez, « jeter le brouillon » s’il ne sert plus.',
  dropped: 'Le brouillon est jeté.',

  willGet: 'Ce que chaque personne recevra :',
  thenAsked: 'Puis, une à une :',
  remindersAt: (all: readonly number[]): string =>
    all.length === 0
      ? 'Aucune relance automatique.'
      : `Relance${s(all.length)} ${days(all)} jours après l’invitation, aux seules personnes silencieuses.`,
  noBackground: 'Attention, aucun document : les personnes répondront sans rien avoir lu.',
  otherLanguage: (n: number, lang: string): string =>
    `${people(n)} ${n > 1 ? 'lisent' : 'lit'} en ${language(lang)} : une partie ${n > 1 ? 'leur' : 'lui'} viendra dans l’autre langue.`,
  onlySome: (n: number): string => `Seulement ${n} structure${s(n)} choisie${s(n)}.`,
  stopped: (n: number): string =>
    `${people(n)} ${n > 1 ? 'ont' : 'a'} demandé à ne plus être ${n > 1 ? 'contactées' : 'contactée'} : pas d’invitation.`,
  reviewHow:
    '« destinataires » donne les noms, « test » vous fait jouer le tour, « changer » modifie : titre, axes, ouvert, décidé, documents, questions, public, date, relances, durée.',
  promptsHow:
    'Une question à la fois : « retirer question 2 », « reformuler question 2 : texte », « ajouter question : texte ».',
  prompts: {
    drop: 'La question est retirée.',
    reword: 'La question est reformulée.',
    add: 'La question est ajoutée.',
    inLang: (place: number, lang: string): string =>
      `« reformuler question ${place} (${lang}) : texte » la dit en ${language(lang)}.`,
  },
  recipientsButton: 'Destinataires',
  testButton: 'Test',
  notOpenYet:
    'Rien n’est parti. Dites « envoyer », « destinataires », « test », « changer titre » ou « annuler ».',
  otherPreview: 'Ce bouton est celui d’un autre aperçu : rien n’est parti.',
  changing: (field: Field): string => `On change ${FIELDS[field]}.`,
  changed: (field: Field): string => `C’est changé : ${FIELDS[field]}.`,
  changedHow: '« aperçu » remontre tout le message, « changer » modifie autre chose.',
  lacking: (field: Field): string => `Il manque encore ${FIELDS[field]}.`,

  recipients: (n: number): string => `${people(n)} :`,
  recipientsOf: (label: string, names: string): string => `${label} : ${names}`,
  unreachableMark: 'pas d’adresse',
  stoppedMark: 'a dit stop',
  recipientsHow: '« envoyer », « test » ou « annuler » quand vous êtes prêt·e.',

  test: 'TEST',
  testHow: 'Jouez le tour comme une personne invitée : rien n’est compté. « fin » pour en sortir.',
  testRead: (reading: string): string => `lu ainsi : ${reading}.`,
  testUnread: 'lu sans axe ni thème.',
  testQuestion: 'ce serait transmis à l’équipe comme une question.',
  testNothing: 'je n’y lis pas d’idée.',
  testWould: 'je répondrais :',
  testDone: 'Fin du test, rien n’a été compté.',
};

export type OpeningPhrases = typeof opening;
