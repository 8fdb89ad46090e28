/** What the bot says in French about ideas of others. Read it aloud. */

const s = (n: number): string => (n > 1 ? 's' : '');

export const others = {
  near: (n: number): string =>
    n > 1 ? 'Deux idées proches ont déjà été proposées :' : 'Une idée proche a déjà été proposée :',
  ask: (n: number): string =>
    n > 1
      ? 'En rejoindre une, y apporter une nuance, ou garder la vôtre à part ?'
      : 'La rejoindre, y apporter une nuance, ou garder la vôtre à part ?',
  joinIt: 'La rejoindre',
  join: (ref: string): string => `Rejoindre ${ref}`,
  nuance: 'Une nuance',
  apart: 'À part',
  whichJoin: (refs: string): string => `Laquelle voulez-vous rejoindre : ${refs} ?`,
  whichNuance: (refs: string): string => `Une nuance de laquelle : ${refs} ?`,
  joined: (mine: string, other: string): string =>
    `${mine} rejoint ${other} : vous la soutenez, et sa réponse sera aussi la vôtre. Pour revenir en arrière : « séparer ${mine} ».`,
  nuanced: (mine: string, other: string): string =>
    `C’est noté : ${mine} compte comme une proposition entière, nuance de ${other}.`,
  keptApart: (mine: string): string => `${mine} reste à part.`,
  gone: (refs: string): string => `${refs} ne peut plus être montrée : la vôtre reste telle quelle.`,
  separated: (mine: string): string => `C’est fait : ${mine} est de nouveau une proposition à part.`,

  supported: (ref: string): string =>
    `Vous soutenez ${ref}, c’est noté. Pour revenir en arrière : « ne plus soutenir ${ref} ».`,
  retracted: (refs: string): string => `Vous ne soutenez plus ${refs}, c’est noté.`,
  whichSupport: (refs: string): string => `Laquelle soutenez-vous : ${refs} ?`,
  leftAsIs: 'Je laisse comme c’était.',
  how: (ref: string): string => `« rejoindre ${ref} » pour la soutenir.`,
  backed: (n: number): string => `soutenue par ${n} autre${s(n)} personne${s(n)}`,
  nuanceOf: (refs: string): string => `nuance de ${refs}`,
  nuancedBy: (refs: string): string => `nuancée par ${refs}`,
  mergedInto: (ref: string): string => `réunie à ${ref}`,
  youSupport: (refs: string): string => `Vous soutenez aussi ${refs}.`,
  changed: (name: string | null, ref: string): string =>
    `${name ? `Bonjour ${name}. ` : ''}${ref}, que vous soutenez, a été réécrite :`,
  changedSupport: (ref: string): string =>
    `Si elle ne dit plus ce que vous pensez, écrivez « ne plus soutenir ${ref} ». Sinon, rien à faire.`,
  changedJoined: (mine: string): string =>
    `Si elle ne dit plus ce que vous pensez, écrivez « séparer ${mine} ». Sinon, rien à faire.`,

  shareAsk: (how: string): string =>
    `Une dernière chose : si quelqu’un d’autre a une idée proche d’une des vôtres, puis-je la lui montrer, en vous citant ${how} ?`,
  shareChoices: { yes: 'Oui', no: 'Non' },
  shared: 'C’est noté, merci. « ne pas montrer mes idées » si vous changez d’avis.',
  notShared:
    'C’est noté : je ne montre vos idées à aucun autre partenaire. « montrer mes idées » si vous changez d’avis.',
  neverShared:
    'Vous avez choisi de ne pas être cité·e : vos mots ne sont montrés à personne. « citation » pour changer.',
};

export type OthersPhrases = typeof others;
