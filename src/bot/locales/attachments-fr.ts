/** What is said of files people send, in French. */
import type { FileKind } from '../../core/attachment/detect.ts';
import { type Fault, LIMITS } from '../../core/attachment/keep.ts';
import type { AttachmentState } from '../../core/attachment/model.ts';

const MEGA = LIMITS.file / 1_000_000;
const one = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

export const attachments = {
  colon: ' :',
  size: (bytes: number): string =>
    bytes < 1000
      ? `${bytes} octets`
      : bytes < 1_000_000
        ? `${Math.round(bytes / 1000)} ko`
        : `${one.format(bytes / 1_000_000)} Mo`,
  kept: 'Je garde ',
  keptThen: '. Quelqu’un de l’équipe va le lire et vous montrera ce qui en est tiré.',
  keptSeveral: (n: number): string => `Je garde ces ${n} fichiers :`,
  severalThen: 'Quelqu’un de l’équipe va les lire et vous montrera ce qui en est tiré.',
  twoLines: 'L’essentiel en deux lignes, ici même, vous fera entendre plus vite.',
  faults: {
    empty: 'ce fichier est vide. Vérifiez-le, puis renvoyez-le.',
    'too-big': `ce fichier dépasse ${MEGA} Mo, je n’ai pas pu le garder. Envoyez-le en plusieurs parties, ou collez ici le passage qui compte.`,
    'too-many': `je garde ${LIMITS.perMessage} fichiers par message. Renvoyez celui-ci dans un autre message.`,
    'over-quota':
      'vous avez atteint la place prévue pour vos fichiers. « retirer PJ- » et son numéro en libère, ou collez ici le passage qui compte.',
    failed: 'je n’ai pas réussi à le recevoir. Renvoyez-le, ou collez ici le passage qui compte.',
    cannot:
      'je ne peux pas garder de fichier dans cette discussion. Collez ici le passage qui compte, ou envoyez-le depuis votre page personnelle ; l’équipe sait qu’il existe.',
  } satisfies Record<Fault, string>,
  takenBack: (refs: readonly string[], taken: boolean): string =>
    `${refs.join(', ')} : effacé, contenu et nom.${taken ? ' Ce qui en avait été tiré reste parmi « mes propositions ».' : ''}`,

  kinds: {
    pdf: 'PDF',
    png: 'image',
    jpeg: 'photo',
    gif: 'image',
    webp: 'image',
    heic: 'photo',
    audio: 'son',
    video: 'vidéo',
    text: 'texte',
    word: 'document Word',
    sheet: 'tableur',
    slides: 'diaporama',
    opendocument: 'document LibreOffice',
    rtf: 'document',
    archive: 'archive',
    macros: 'document avec macros',
    'old-office': 'ancien document Office',
    html: 'page HTML',
    svg: 'dessin SVG',
    executable: 'programme',
    unknown: 'type inconnu',
  } satisfies Record<FileKind, string>,
  risky: '– prudence : ne l’ouvrez que si vous l’attendiez',
  noneWait: 'Aucune pièce n’attend.',
  wait: (n: number): string =>
    n > 1
      ? `${n} pièces attendent d’être lues, les plus anciennes d’abord :`
      : 'Une pièce attend d’être lue :',
  how: (ref: string): string =>
    `Sur la page, le nom du fichier le télécharge. « extraire ${ref} : texte » en tire des propositions pour qui l’a envoyé (« extraire ${ref} pour Prénom Nom : texte » pour quelqu’un d’autre) ; « classer ${ref} : raison » s’il n’y a rien à en tirer.`,
  states: {
    waiting: 'Attend d’être lue.',
    extracted: 'Des propositions en ont été tirées',
    filed: 'Classée, rien n’en a été tiré :',
    erased: 'Effacée.',
  } satisfies Record<AttachmentState, string>,
  filed: (ref: string, told: boolean): string =>
    `${ref} est classée. ${told ? 'Qui l’a envoyée reçoit la raison.' : 'Je ne peux pas écrire à qui l’a envoyée.'} « rouvrir ${ref} » la remet en attente.`,
  reopened: (ref: string): string => `${ref} attend de nouveau.`,
  toldFiled: (name: string | null, ref: string): string =>
    `${name ? `Bonjour ${name}. ` : ''}Votre fichier ${ref} a été lu, aucune proposition n’en a été tirée. La raison :`,
  toldHow: 'Si une idée vous y tient à cœur, écrivez-la ici en deux lignes : elle sera notée.',
  waitToo: (n: number): string =>
    n > 1 ? `Et ${n} pièces jointes attendent : « pièces ».` : 'Et une pièce jointe attend : « pièces ».',
};

export type AttachmentPhrases = typeof attachments;
