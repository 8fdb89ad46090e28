/** What the bot says in French once something was undone, and of ideas that are two, or one. Read it aloud. */
const NUMBERS = ['zéro', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six'];
const n = (count: number): string => NUMBERS[count] ?? String(count);

export const undo = {
  withdrawn: (refs: string, several: boolean): string =>
    `C’est annulé : ${refs} ${several ? 'sont retirées' : 'est retirée'}.`,
  restoreHow: (first: string): string => `« rétablir ${first} » la remet.`,
  asBefore: (ref: string): string => `C’est annulé : ${ref} retrouve ses mots d’avant.`,
  readAsBefore: (ref: string): string => `C’est annulé : ${ref} est de nouveau lue comme avant.`,
  reviewed: (ref: string): string => `C’est annulé : votre précision sur ${ref} ne compte plus.`,
  confirmed: 'C’est annulé : votre « c’est juste » ne compte plus.',
  reviewTaken: (ref: string): string =>
    `L’équipe a déjà pris en compte votre précision sur ${ref}. Écrivez-lui ici ce qu’il faut retenir.`,
  nuance: (mine: string): string => `C’est annulé : ${mine} n’est plus une nuance d’une autre proposition.`,
  joinedAgain: (mine: string, other: string): string => `C’est annulé : ${mine} rejoint de nouveau ${other}.`,
  pass: 'C’est annulé, revenons à cette question.',
  decline: 'C’est annulé : vous restez invité·e. On commence ?',
  stopped: 'C’est annulé : je ne vous écris plus. « reprendre » si vous changez d’avis.',
  resumed: 'C’est annulé : je vous écris de nouveau.',
  quoted: (how: string): string => `C’est annulé : vous êtes cité·e ${how}, comme avant.`,
  standing: 'C’est annulé : vos propositions engagent votre structure comme avant, ni plus ni moins.',
  erased: 'Ce qui est effacé ne revient pas : je n’en ai rien gardé. Vous pouvez l’écrire de nouveau.',
  apart: (mine: string): string =>
    `${mine} est à part. « rejoindre P-0007 avec ${mine} » la réunit à une autre.`,
  not: 'Cela, je ne sais pas l’annuler d’un mot. « mes propositions » montre où vous en êtes ; sinon, dites-moi ce qu’il faut changer, l’équipe vous lira.',

  whichTwo: (refs: string, first: string): string =>
    `Laquelle en contient plusieurs : ${refs} ? Par exemple « ${first}, c’est deux idées ».`,
  asRead: (refs: string): string => `C’est bien ce que j’ai noté : ${refs}.`,
  likeThis: (ref: string): string => `${ref}, séparée ainsi ?`,
  likeThisChoices: ['Séparer', 'Autrement'],
  whereTo: (ref: string): string =>
    `Quelles sont les idées de ${ref} ? Écrivez-les à la suite, séparées par « / » ou une par ligne.`,
  oneOnly: (first: string, others: string, several: boolean): string =>
    `C’est noté, une seule idée : ${first} (${others} y ${several ? 'sont réunies' : 'est réunie'}).`,
  again: (count: number): string => `Je n’y vois qu’une idée. Écrivez les ${n(count)}, séparées par « / ».`,

  reinstatedHere: (name: string | null, organisation: string): string =>
    `${name ? `Bonjour ${name}. ` : ''}Je vous avais écrit que quelqu’un prenait votre suite pour ${organisation} : l’équipe revient là-dessus. Vous parlez de nouveau pour cette structure, et « mes propositions » montre où vous en êtes. Pardon pour ce va-et-vient.`,
  notNeeded: (name: string | null, to: string, organisation: string, proposals: boolean): string =>
    `${name ? `Bonjour ${name}. ` : ''}Finalement, c’est ${to} qui continue de parler pour ${organisation} : vous n’avez rien à faire.${
      proposals ? ' Ce que vous avez proposé reste à la structure et recevra une réponse.' : ''
    } Vos données restent les vôtres : « mes données », « effacer ».`,
};

export type UndoPhrases = typeof undo;
