/** The themes of the synthesis, as the team puts them right, in French. */

const s = (n: number): string => (n > 1 ? 's' : '');

const placed = (n: number, put: number): string =>
  put === 0 ? '' : put < n ? `, dont ${put} placée${s(put)} par l’équipe` : `, placée${s(n)} par l’équipe`;

export const themes = {
  none: 'Il n’y a pas encore de thèmes : rien de ce qui a été dit ne se ressemble assez.',
  finding: 'Je cherche ce qui se ressemble, un instant.',
  ofAxis: (key: string, label: string): string => `Axe ${key}, ${label} :`,
  ofNone: 'Sans axe :',
  theme: (name: string): string => `${name} · `,
  members: (n: number, put: number, refs: string, cut: boolean): string =>
    ` (${n} proposition${s(n)}${placed(n, put)} : ${refs}${cut ? '…' : ''})`,
  alone: (refs: string, more: number): string =>
    `Dans aucun thème : ${refs}${more > 0 ? `, et ${more} autre${s(more)}` : ''}.`,
  more: (n: number): string => `… et ${n} de plus.`,
  put: '(placée par l’équipe)',
  empty: (name: string): string => `${name} est vide à présent.`,
  how: '« T3 » montre un thème ; « renommer T3 : texte », « fusionner T3 dans T1 », « scinder T3 : P-0004, P-0007 », « P-0042 dans T2 », « P-0042 nouveau thème », « épingler T3 ». « annuler thème » reprend le dernier changement, « chercher thèmes » range ce qui est arrivé depuis.',
  done: {
    rename: 'C’est renommé :',
    merge: 'C’est réuni :',
    split: 'C’est séparé :',
    move: 'C’est déplacé :',
    pin: 'C’est épinglé, la machine n’y touchera plus :',
  } as Readonly<Record<'rename' | 'merge' | 'split' | 'move' | 'pin', string>>,
  undone: 'Le dernier changement est annulé.',
  next: 'Le prochain brouillon de synthèse en tiendra compte. « annuler thème » pour revenir en arrière.',
};

export type ThemesPhrases = typeof themes;
