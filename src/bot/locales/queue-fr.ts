/** The queue of doubts, in French. Read it aloud. */

const s = (n: number): string => (n > 1 ? 's' : '');

const WORDS =
  '« répondre : texte » lui répond, « proposition » en fait une proposition (la personne en est informée et peut la retirer), « classer » ou « classer : raison » s’il n’y a rien à faire.';
const ACTIONS: Readonly<Record<string, string>> = {
  axis: 'Répondez « A », « B », « les deux, plutôt B » ou « axe 3 ».',
  late: '« accepter » : elle compte ; « écarter » : elle recevra une réponse motivée.',
  near: '« réunir » pose la question à l’auteur·rice ; « classer » si ce sont deux idées.',
  'near-unshown':
    'Les mots de l’une ne peuvent pas être montrés à l’auteur·rice de l’autre : rien ne les réunit ici. « classer » quand c’est vu.',
  question: WORDS,
  'not-understood': WORDS,
  correction: `« corriger P-0042 : texte » propose une nouvelle version à l’auteur·rice ; ${WORDS}`,
  referral:
    '« inviter Prénom Nom, plateforme:identifiant » (ou son e-mail) l’invite dans la même structure ; « répondre : texte » demande une précision ; « classer » sinon.',
  visitor:
    '« inviter Prénom Nom, adresse@e-mail » lui donne un lien à elle, dans la même structure ; « remplacer » si elle prend la suite ; « classer » sinon : ce qu’elle a écrit est alors effacé.',
  succession: '« remplacer » lui passe la suite ; « répondre : texte » ou « classer » sinon.',
  former: '« répondre : texte » ou « classer ».',
  voice: WORDS,
  'moderation-answer': '« répondre : texte », « publier P-0042 : raison » ou « classer ».',
  guest:
    '« ajouter Prénom Nom, Organisation, collège, invité:1 » l’inscrit, et ses mots comptent ; « classer » sinon.',
  newcomer:
    '« ajouter Prénom Nom, Organisation, collège, nouveau:code » l’inscrit et l’invite ; « classer » sinon.',
  grouping: '« P-0042 dans G2 », « P-0042 hors groupe », ou « classer » si elle est à sa place.',
  regrouped: '« P-0042 dans G2 » lui trouve un autre groupe ; « classer » si elle reste à part.',
  'alone-again': '« reclasser », « réunir P-0042 dans P-0007 », ou « classer » si elle se suffit.',
};

export const queue = {
  how: '« doute 1 » le montre en entier et dit quoi répondre ; « suivant » passe au point d’après.',
  inAnswerTo: 'En réponse à :',
  hesitates: (axes: readonly string[], sure: number | null, needed: number): string =>
    `La machine hésite entre ${axes.map((one, index) => `${'AB'[index]}) ${one}`).join(' et ')}${sure === null ? '' : ` : sûre à ${sure} % du premier, il lui en faut ${needed} pour trancher seule`}.`,
  actions: (kind: string): string => ACTIONS[kind] ?? '« répondre : texte » ou « classer ».',
  goOn: '« suivant », « précédent ».',
  left: (n: number): string =>
    n === 0 ? 'Rien n’attend votre avis.' : `Reste${n > 1 ? 'nt' : ''} ${n} point${s(n)}.`,
  whichOne: 'Dites lequel, par exemple « doute 1 » ; « doutes » les montre.',
  noSuch: (n: number): string =>
    n === 0 ? 'Rien n’attend votre avis.' : `Il n’y en a que ${n}. « doutes » les montre.`,
  settledAlready: (n: number): string => `Le ${n} est déjà réglé. « suivant », ou « doutes » pour la liste.`,
  last: 'C’était le dernier. « doutes » montre ceux qui restent.',
  first: 'C’est le premier.',
  whatAnswer: 'Que lui répondre ? Votre prochain message lui sera envoyé tel quel ; « annuler » sinon.',
  isAnswer: (name: string | null): string => `Est-ce votre réponse${name ? ` à ${name}` : ''} ?`,
  sendAnswer: 'La lui envoyer',
  dontSend: 'Non',
  notAnswered: 'Rien n’est envoyé.',
  answered: (name: string | null): string => `C’est envoyé${name ? ` à ${name}` : ''}.`,
  dismissed: 'C’est classé.',
  notForThis: (how: string): string => `Pas pour ce point. ${how}`,
  proposed: (refs: string, name: string): string => `${refs}, au nom de ${name}.`,
  told: (name: string | null, said: boolean): string =>
    `${name ? `Bonjour ${name}. ` : ''}L’équipe vous répond${said ? '. Vous aviez écrit :' : '.'}`,
  toldAnswer: 'Sa réponse :',
  suggested: (ref: string): string => `C’est proposé à l’auteur·rice de ${ref}, qui confirmera ou non.`,
  suggestion: (name: string | null, ref: string): string =>
    `${name ? `Bonjour ${name}. ` : ''}D’après ce que vous nous avez dit, l’équipe propose d’écrire ${ref} ainsi :`,
  suggestionInstead: 'au lieu de :',
  suggestionQuestion: 'On la remplace ?',
  suggestionChoices: { yes: 'Remplacer', no: 'Garder la mienne' },
  suggestionKept: (ref: string): string => `${ref} reste comme vous l’aviez écrite.`,
};

export type QueuePhrases = typeof queue;
