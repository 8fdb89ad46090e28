/** One proposal becomes several, in French. */
const NUMBERS = ['zéro', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six'];

export const split = {
  ask: (ref: string, n: number): string =>
    `Dans ${ref}, l’équipe lit ${NUMBERS[n] ?? n} idées, avec vos mots :`,
  how: (ref: string): string =>
    `Où la couper ? « scinder ${ref} : première idée / deuxième idée », avec ses mots.`,
  question: 'On les sépare, pour que chacune ait sa réponse ?',
  choices: ['Séparer', 'Laisser ensemble'],
  asked: (ref: string, n: number): string =>
    `La question est posée à qui a écrit ${ref} : ${n} parties, rien ne change avant sa réponse.`,
  done: (ref: string): string => `${ref} devient plusieurs propositions, chacune aura sa réponse :`,
  undo: (ref: string): string => `« recoller ${ref} » revient en arrière.`,
  keptWhole: (ref: string): string => `Entendu, ${ref} reste d’un seul tenant.`,
  rejoined: (ref: string, parts: string): string =>
    `${ref} est de nouveau d’un seul tenant${parts === '' ? '' : ` (${parts} y ${parts.includes(' ') ? 'reviennent' : 'revient'})`}.`,
};

export type SplitPhrases = typeof split;
