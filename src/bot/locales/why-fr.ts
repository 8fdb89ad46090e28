/** Why a proposal is where it is, in French. */
import type { Kind } from '../../core/consultation/model.ts';
import type { Dimension } from '../../core/proposal/model.ts';

const NAMES: Record<Exclude<Dimension, 'axis'>, string> = {
  theme: 'Thème',
  territory: 'Lieu',
  kind: 'Nature',
  subject: 'Sujet',
};

export const why = {
  place: (dimension: Dimension, key: string, label: string, main: boolean): string =>
    `${dimension === 'axis' ? (/^\d/u.test(key) ? `Axe ${key}, ${label}` : `Axe « ${label} »`) : `${NAMES[dimension]} « ${label} »`}${main ? '' : ' (en renvoi)'}`,
  person: (place: string, author: boolean): string =>
    `${place} : ${author ? 'c’est la personne qui l’a écrite qui l’a dit' : 'c’est l’équipe qui l’y a rangée'}.`,
  machine: (place: string, sure: number, words: number): string =>
    words > 0
      ? `${place} : lu par la machine, sûre à ${sure} %, surtout à cause de `
      : `${place} : lu par la machine, sûre à ${sure} %, d’après la question à laquelle elle répond.`,
  inWords: (place: string): string => `${place} : lu par la machine, à cause de `,
  kind: (place: string, kind: Kind): string =>
    kind === 'question'
      ? `${place} : lu par la machine, à cause de son point d’interrogation.`
      : kind === 'need'
        ? `${place} : lu par la machine, d’après la question à laquelle elle répond.`
        : `${place} : c’est ce que la machine suppose quand aucun mot ne dit autre chose.`,
  noWords: (place: string): string => `${place} : lu par la machine, dans des mots qui ont changé depuis.`,
  nothing: 'Elle n’est encore rangée nulle part : aucun de ses mots n’a parlé pour un axe.',
  elsewhere: (ref: string, team: boolean): string =>
    `Si ce n’est pas ça : « ${team ? `reclasser ${ref} axe 3` : `${ref} plutôt axe 3`} ». Les prochaines lectures en tiendront compte.`,
  together: (name: string, n: number): string =>
    `${name}, ${n} propositions. Ce qui les rapproche, mot pour mot :`,
  by: ' : par ',
  put: ' : placée par l’équipe',
  noWord: ' : aucun mot en commun',
  sameTheme: (ref: string): string => ` : rangée sous ce thème, comme d’autres ici (« pourquoi ${ref} »)`,
  asked: (action: string): string => ` : répond à la question sur « ${action} »`,
  near: (action: string, sure: number): string => ` : proche de « ${action} », sûr à ${sure} %`,
  themes: 'Si l’une n’a rien à y faire : « P-0042 dans T2 », « P-0042 nouveau thème ».',
  titledByTeam: 'Son titre est de l’équipe.',
  titledByWords: 'Son titre est fait de mots qu’elles partagent : « titrer 1.2 : texte » pour le vôtre.',
  titledByContent: 'Son titre est un thème de la consultation.',
  alone: (line: string, ref: string): string =>
    `${line} : aucune autre proposition de cet axe n’est assez proche de ${ref} par les mots. Une voix isolée reste visible.`,
  behind: (ref: string, people: number, colleges: string): string =>
    `${ref} est portée par ${people} personne${people > 1 ? 's' : ''} : qui l’a écrite, qui l’a rejointe. Leurs collèges : ${colleges}.`,
  opinion:
    'Ces groupes se calculent sur qui soutient et qui s’oppose à quoi. Ils ne sont montrés que parce qu’ils tiennent quand on retire des personnes au hasard.',
  common:
    'Dans chacun de ces groupes, plus de la moitié de celles et ceux qui se sont prononcés sur ces propositions les soutiennent, et cela ne peut guère être un hasard.',
  echo: (line: string): string => `${line}, à quoi tient le rapprochement :`,
  absent:
    'Pour ces thèmes, cités chacun par leur proposition la plus centrale, aucune action du plan ne partage assez de mots avec une proposition. Une même idée dite autrement peut s’y cacher : « plan » le montre.',
  readAsObjection: (ref: string, sure: number): string =>
    `${ref} a été lue comme une objection par la machine, sûre à ${sure} %. Si ce n’en est pas une : « montrer ${ref} ».`,
  saidObjection: (ref: string, author: boolean): string =>
    `${ref} est une objection : ${author ? 'son auteur·rice l’a dit' : 'l’équipe l’a rangée ainsi'}.`,
  byTeam: (line: string): string => `${line} a été écrite par l’équipe.`,
  reworded: 'Sa phrase est de l’équipe : « montrer modifications » dit de qui, et quand.',
};

export type WhyPhrases = typeof why;
