/** What the bot says in French of words that take back, or correct, what was just noted. Read it aloud. */
const or = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ou ${names.at(-1)}`;

export const amend = {
  ask: (refs: readonly string[]): string => `Est-ce une correction de ${or(refs)}, ou une nouvelle idée ?`,
  fix: (ref: string): string => `Corriger ${ref}`,
  fresh: 'Nouvelle idée',
  /** Followed by the new words. */
  done: (ref: string): string => `C’est corrigé, ${ref} : `,
  undo: '. « annule » remet vos mots d’avant.',
  rest: 'L’équipe lira le reste de votre précision.',
};

export type AmendPhrases = typeof amend;
