/** What is said in a workshop and of it, in French. Read it aloud: some of it is projected in a room. */

const s = (n: number): string => (n > 1 ? 's' : '');
const points = (n: number): string => `${n} point${s(n)}`;
const ideas = (n: number): string => (n === 0 ? 'pas encore d’idée' : `${n} idée${s(n)}`);
const people = (n: number): string => `${n} personne${s(n)}`;

export const workshop = {
  hour: (at: number, timeZone: string): string =>
    new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone })
      .format(at)
      .replace(':', ' h '),

  gathering: (plan: string): string => `On s’installe. Au programme : ${plan}.`,
  planned: (title: string, minutes: number): string => `${title} (${minutes} min)`,
  underWay: (place: string, title: string, until: string): string => `${place} · ${title}, jusqu’à ${until}`,
  paused: (place: string, title: string): string => `${place} · ${title}, en pause`,
  over: 'L’atelier est terminé, merci.',
  counts: (n: number, there: number): string => `${ideas(n)}, ${people(there)} ici`,
  onThread: (name: string, n: number): string => `${name} : ${ideas(n)}`,
  dotsPlaced: (n: number, voters: number): string => `${points(n)} placé${s(n)} par ${people(voters)}`,
  howRoom:
    'Une idée s’écrit dans le fil de son axe. Ce qui s’écrit hors des fils reste une conversation : rien n’en est retenu.',
  howRoomPlain:
    'Une idée s’écrit dans le fil de sa question. Ce qui s’écrit hors des fils reste une conversation : rien n’en est retenu.',
  howHere: 'Écrivez vos idées ici : elles rejoignent celles de la salle.',

  begins: (place: string, title: string, until: string): string => `${place} · ${title}, jusqu’à ${until}.`,
  goesOn: (title: string, until: string): string => `On reprend : ${title}, jusqu’à ${until}.`,
  pauses: (title: string, left: number): string =>
    `Pause. Il restera ${left} minute${s(left)} pour « ${title} ».`,
  moreTime: (title: string, until: string): string => `Plus de temps pour « ${title} » : jusqu’à ${until}.`,
  soon: (title: string, left: number): string => `Encore ${left} minute${s(left)} pour « ${title} ».`,
  ended: (until: string): string =>
    `L’atelier est terminé, merci. Le compte rendu suivra ; jusqu’au ${until}, on peut encore ajouter une idée en m’écrivant en privé.`,
  endedHere: (until: string): string =>
    `L’atelier est terminé, merci. Le compte rendu suivra ; jusqu’au ${until}, vous pouvez encore ajouter une idée ici.`,

  invitation: (title: string, hasRoom: boolean): string =>
    `L’atelier « ${title} » s’ouvre. On y prend part ${hasRoom ? 'dans son salon, ou d’ici' : 'd’ici'}.`,
  invitationBegin: 'Pour le suivre d’ici, « commencer ».',
  invited: (n: number): string => (n === 0 ? 'Personne à prévenir.' : `Je préviens ${people(n)}.`),
  cancelHow: (key: string): string => `Pour l’annuler, dites-moi « annuler ${key} » en message privé.`,
  cancelled: (title: string): string =>
    `L’atelier « ${title} » est annulé. Ce que vous avez écrit reste gardé ; merci de l’attention que vous lui avez donnée.`,
  cancelledRoom: (title: string): string =>
    `L’atelier « ${title} » est annulé. Ce qui a été écrit reste gardé ; ce qui s’écrit ici désormais n’est plus noté.`,
  cancelledBoard: 'Cet atelier est annulé.',
  opened: (title: string): string => `« ${title} » est ouvert. « atelier début » lance la première séquence.`,
  openedHow: (key: string): string =>
    `Pour le tenir aussi dans un salon de Slack ou de Matrix : ajoutez-y le robot, puis écrivez-y son nom, suivi de « atelier ${key} ».`,
  openedRoom: 'L’atelier se tient aussi dans ce salon.',
  here: 'L’atelier se tient déjà dans ce salon.',
  none: 'Aucun atelier n’est ouvert. « atelier CLÉ » en ouvre un ; « tours » montre les clés.',
  noneHere: 'Aucun atelier ne se tient en ce moment.',
  how: '« atelier début », « atelier pause », « atelier +10 », « atelier suite », « atelier retour », « atelier fin ».',

  moreIdeas: 'D’autres idées ? Écrivez-les ici quand elles viennent.',
  noted: (refs: string): string => `Noté, ${refs}.`,
  questionKept: 'C’est une question : je la garde pour l’animation.',
  notUnderstood: 'Je n’ai pas compris. Une idée s’écrit dans un fil ; « atelier » dit où l’on en est.',

  whoAreYou: (title: string): string =>
    `Bonjour. Vous avez écrit dans l’atelier « ${title} », et je ne vous connais pas encore : vos mots sont gardés. Qui êtes-vous, et pour quelle structure ?`,
  guestNoted: 'Merci. Je transmets à l’animation, qui vous inscrira ; ce que vous avez écrit comptera alors.',
  guestTaken: (refs: string): string =>
    `Vous voilà inscrit·e : ce que vous aviez écrit dans l’atelier compte, ${refs}.`,
  guestHow: (n: number): string => `(« ajouter Prénom Nom, Organisation, collège, invité:${n} »)`,
  whoFirst: 'Dites-moi d’abord qui vous êtes, en privé : vos points compteront ensuite.',

  groupsTitle: (n: number): string =>
    `${n} groupe${s(n)} d’idées proches, à corriger ensemble. « P-0042 est mal rangée » le signale.`,
  noGroups:
    'Les idées sont trop différentes pour que je propose des groupes : « P-0042 nouveau groupe » en crée un.',
  group: (name: string): string => `${name} · `,
  untitled: 'idées proches',
  groupRefs: (refs: readonly string[]): string => ` (${refs.join(', ')})`,
  emptied: (name: string): string => `${name} · ce groupe n’a plus d’idée.`,
  mergedGroup: (name: string, into: string): string => `${name} · réuni à ${into}.`,
  regrouped: (ref: string, name: string | null): string =>
    name === null ? `${ref} ne fait plus partie d’un groupe.` : `${ref} est dans ${name}.`,
  renamed: (name: string): string => `${name} a son nouveau nom.`,
  groupsMerged: (from: string, into: string): string => `${from} est réuni à ${into}, avec ses points.`,
  objected: (ref: string, own: boolean): string =>
    own
      ? `${ref} sort de son groupe : c’est la vôtre. L’animation le voit.`
      : `C’est noté pour ${ref} : l’animation tranchera avec la salle.`,

  dotsTitle: (most: number): string =>
    `${points(most)} par personne : « 2 points sur G1 » ou sur un autre, un pouce ou un bouton sous un groupe. On peut changer jusqu’à la fin de la séquence.`,
  dotsHere: (most: number): string =>
    `${points(most)} à placer, sur un groupe ou plusieurs : « 2 points sur G1 », par exemple. On peut changer jusqu’à la fin de la séquence.`,
  plusOne: '+1 point',
  minusOne: '−1 point',
  myDots: (placed: readonly { readonly group: number; readonly points: number }[], left: number): string =>
    placed.length === 0
      ? `Aucun point placé, il vous en reste ${left}.`
      : `Vos points : ${placed.map((one) => `${one.points} sur G${one.group}`).join(', ')}. ${left === 0 ? 'Tous sont placés.' : `Il vous en reste ${left}.`}`,
  resultsTitle: 'Les priorités :',
  result: (name: string, of: number | null): string =>
    `${name} · ${of === null ? 'quelques points' : points(of)} · `,
  resultCells: (cells: readonly string[]): string => (cells.length === 0 ? '' : ` – ${cells.join(', ')}`),
  cell: (college: string, of: number): string => `${college} ${of}`,
  noDots: 'Aucun point n’a été placé.',

  room: (there: number, unknown: number): string =>
    `${people(there)} dans la salle${unknown > 0 ? `, dont ${unknown} que je ne connais pas encore` : ''}.`,
  roomCollege: (label: string, there: number, spoke: number): string =>
    `${label} : ${there} présente${s(there)}, ${spoke === 0 ? 'aucune n’a écrit' : spoke > 1 ? `${spoke} ont écrit` : 'une a écrit'}`,
  roomSilent: (names: string): string => `On n’a pas encore lu : ${names}.`,

  minutesTitle: (title: string): string => `Compte rendu · ${title}`,
  minutesDraft:
    'Brouillon : « compte rendu introduction : texte », « compte rendu note : texte », « compte rendu note 1 : texte » ou « compte rendu sans note 1 » pour la corriger, « renommer G2 : texte », puis « signer compte rendu ».',
  minutesPresent: (cells: readonly string[]): string => `Présents : ${cells.join(' ; ')}.`,
  presentCell: (college: string, n: number | null): string =>
    `${college} ${n === null ? '(quelques personnes)' : n}`,
  minutesGroup: (name: string, of: number | null): string =>
    `${name}${of === null || of === 0 ? '' : ` (${points(of)})`} · `,
  minutesDisputed: (refs: string): string => ` Place discutée : ${refs}.`,
  minutesApart: 'Hors groupe :',
  minutesAdded: 'Ajouté après l’atelier :',
  minutesNotes: 'À retenir :',
  minutesEmpty: 'Rien n’a été écrit pendant cet atelier.',
  minutesSigned: (name: string, day: string): string => `Signé par ${name} le ${day}.`,
  minutesSent: (n: number): string =>
    `Le compte rendu est signé. Je l’envoie à ${people(n)}, présentes ou non.`,
  minutesLead: (name: string | null, there: boolean, until: string | null): string =>
    [
      name ? `Bonjour ${name}.` : null,
      there
        ? 'Voici le compte rendu de l’atelier.'
        : 'Vous n’avez pas pu venir : voici le compte rendu de l’atelier.',
      until === null
        ? null
        : `Une idée à ajouter ? Écrivez-la ici jusqu’au ${until}, elle sera marquée comme telle.`,
    ]
      .filter((part) => part !== null)
      .join(' '),
  written: 'C’est dans le compte rendu.',
  unwritten: 'C’est retiré du compte rendu.',
};

export type WorkshopPhrases = typeof workshop;
