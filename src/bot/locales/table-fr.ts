/** What a table of a workshop said, in French. */
const s = (n: number): string => (n > 1 ? 's' : '');

export const table = {
  how: [
    'Pour noter ce qu’une table a dit : « table "atelier du 12 mars, table 3" : Prénom Nom, Organisation, 4 territoires », puis, à la ligne, ce qui s’y est dit.',
    'Après les deux points, qui était là, séparé par des virgules : des personnes connues, des structures, ou un nombre par collège. Le même nom de table une deuxième fois complète la première.',
  ],
  unknown: 'Je ne connais ni personne, ni structure, ni collège de ce nom ; rien n’est noté :',
  several: 'Plusieurs portent ce nom ; précisez la structure entre parenthèses, rien n’est noté :',
  noted: (late: boolean, again: boolean): string =>
    `${again ? 'Ajouté à cette table' : 'Noté pour cette table'}${late ? ', hors délai (« accepter » ou « écarter »)' : ''} :`,
  told: (told: number, known: number, ref: string): string =>
    `${told === 0 ? 'Je ne peux écrire à personne de cette table.' : `Je montre ce qui est noté à ${told} personne${s(told)}${known > told ? ` sur ${known}` : ''} de cette table, qui recevr${told > 1 ? 'ont' : 'a'} aussi les réponses.`} Dans la journée, « retirer ${ref} » revient en arrière.`,
  ask: (name: string | null, recorder: string | null): string =>
    `${name ? `Bonjour ${name}. ` : ''}${recorder ?? 'Quelqu’un'}, de l’équipe d’animation, a noté ce qui s’est dit à votre table,`,
  askAgain: (name: string | null, recorder: string | null): string =>
    `${name ? `Bonjour ${name}. ` : ''}${recorder ?? 'Quelqu’un'}, de l’équipe d’animation, a corrigé ce qui est noté de votre table,`,
  rewritten: (ref: string, told: number, known: number): string =>
    `${ref} est réécrite, sa version d’avant est gardée. ${told === 0 ? 'Je ne peux écrire à personne de cette table.' : `Je la montre à ${told} personne${s(told)}${known > told ? ` sur ${known}` : ''} de cette table.`}`,
  doubtOf: 'C’est la table',
  doubtHow: (refs: readonly string[]): string =>
    refs.length === 0
      ? 'Rien n’y est plus noté.'
      : `« corriger ${refs[0]} : texte » réécrit ce qui est noté${refs.length > 1 ? ` (ou ${refs.slice(1).join(', ')})` : ''}, et le montre à toute la table.`,
  moderatedHow:
    'Elle avait été notée à votre table. Si vous n’êtes pas d’accord, écrivez-moi pourquoi : l’équipe vous lira.',
  question: 'Est-ce bien ce qui s’est dit ?',
  choices: ['Oui', 'Corriger'],
  confirmed: 'Merci de l’avoir relu. Vous recevrez les réponses comme les autres personnes de cette table.',
  whatToChange: 'Écrivez ce qu’il faut changer : qui a noté le lira.',
  correctionKept: 'Merci, c’est transmis à l’équipe. Les idées restent celles de toute la table.',
};

export type TablePhrases = typeof table;
