/** Why a proposal is where it is, in French. */
export const why = {
  place: (axis: boolean, key: string, label: string, main: boolean): string =>
    `${axis ? `Axe ${key}, ${label}` : `Thème « ${label} »`}${main ? '' : ' (en renvoi)'}`,
  person: (place: string, author: boolean): string =>
    `${place} : ${author ? 'c’est la personne qui l’a écrite qui l’a dit' : 'c’est l’équipe qui l’y a rangée'}.`,
  machine: (place: string, sure: number, words: number): string =>
    words > 0
      ? `${place} : lu par la machine, sûre à ${sure} %, surtout à cause de `
      : `${place} : lu par la machine, sûre à ${sure} %, d’après la question à laquelle elle répond.`,
  nothing: 'Elle n’est encore rangée nulle part : aucun de ses mots n’a parlé pour un axe.',
  elsewhere: (ref: string, team: boolean): string =>
    `Si ce n’est pas ça : « ${team ? `reclasser ${ref} axe 3` : `${ref} plutôt axe 3`} ». Les prochaines lectures en tiendront compte.`,
};

export type WhyPhrases = typeof why;
