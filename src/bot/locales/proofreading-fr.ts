/** The draft of a synthesis among colleagues, in French. */

const WHAT: Readonly<Record<string, (place: string) => string>> = {
  line: (place) => `${place} :`,
  title: (place) => `titre de ${place} :`,
  introduction: (place) => (place === '' ? 'introduction :' : `introduction de l’axe ${place} :`),
  order: (place) => `ordre de l’axe ${place} :`,
  'no-disagreement': (place) => `axe ${place}, sans désaccord`,
};

export const proofreading = {
  titled: (line: string): string => `${line} a son titre.`,
  titlesAccepted: 'Les titres proposés par la machine sont gardés tels quels.',
  asking: (names: string): string => `Je demande une relecture à ${names}.`,
  asked: (by: string | null, n: number): string =>
    `${by ?? 'Quelqu’un de l’équipe'} vous demande de relire le brouillon n° ${n} de la synthèse.`,
  askedHow: '« montrer synthèse » l’affiche ; puis « relu », ou « relu sauf 2.3 : votre remarque ».',
  readBy: (by: string | null, n: number): string =>
    `${by ?? 'Quelqu’un'} a relu le brouillon n° ${n} : rien à redire.`,
  remarkBy: (by: string | null, n: number): string =>
    `${by ?? 'Quelqu’un'} a relu le brouillon n° ${n}, avec une remarque :`,
  thanks: (passedOn: boolean): string => (passedOn ? 'Merci, je transmets.' : 'Merci, c’est noté.'),
  noEdits: 'Personne n’a encore modifié ce brouillon.',
  edits: 'Les modifications, la dernière d’abord :',
  editsHow: '« annuler modification » reprend la dernière.',
  editBy: (who: string, day: string, undone: boolean): string =>
    `${day}, ${who}${undone ? ' (annulée)' : ''},`,
  changed: (what: string, place: string): string => WHAT[what]!(place),
  nothing: '(rien)',
  undone: 'La dernière modification est annulée :',
  machineTitles: (titles: string): string =>
    `Titres proposés par la machine, à reprendre ou à garder : ${titles}. « titrer 1.2 : texte », ou « accepter titres ».`,
  unread:
    'Personne d’autre n’a encore relu la synthèse : « relire Prénom Nom » demande une relecture à un·e collègue.',
  readers: (read: string | null, awaited: string | null): string =>
    `${read ? `Relue par ${read}.` : 'Personne d’autre ne l’a relue.'}${awaited ? ` Sans réponse : ${awaited}.` : ''}`,
};

export type ProofreadingPhrases = typeof proofreading;
