/** What the bot says in French to those who ask for the synthesis that is published. Read it aloud. */
const s = (n: number): string => (n > 1 ? 's' : '');

export const publicSynthesis = {
  notYet:
    'La synthèse n’est pas encore publiée : l’équipe la relit et la signe après la clôture. « mes propositions » montre les vôtres.',
  here: (number: number, day: string, proposals: string, n: number): string =>
    `Voici la synthèse n° ${number}, signée le ${day} : ${proposals} proposition${s(n)}.`,
  disagreement: 'Désaccord :',
  moreLines: (n: number): string => `et ${n} autre${s(n)} ligne${s(n)}`,
  whole: 'La synthèse entière est dans le fichier joint ; « synthèse en pdf » pour l’imprimer.',
  yours: 'Les vôtres y sont citées là :',
  cited: (lines: string, n: number): string => `ligne${s(n)} ${lines}`,
  unclassified: 'parmi celles qui ne sont pas classées',
  more: (n: number): string => `Et ${n} de plus.`,
};

export type PublicSynthesisPhrases = typeof publicSynthesis;
