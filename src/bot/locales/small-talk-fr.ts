/** What the bot says in French to questions put to it, and to words beside the point. Read it aloud. */

const s = (n: number): string => (n > 1 ? 's' : '');

export const smallTalk = {
  until: (date: string): string => `Jusqu’au ${date} ; d’ici là, tout peut encore changer.`,
  closed: (date: string): string => `C’est clos depuis le ${date}, mais je garde encore ce que vous écrivez.`,
  time: (minutes: number, left: number): string =>
    left > 0
      ? `Environ ${minutes} minutes en tout ; il vous reste ${left} question${s(left)}. Deux lignes par réponse suffisent.`
      : `Environ ${minutes} minutes en tout, et vous avez déjà répondu à tout.`,
  untilAhead: (opens: string, closes: string): string =>
    `Aucun tour n’est encore ouvert : le prochain est prévu du ${opens} au ${closes}. L’invitation vous donnera la date limite.`,
  noneAhead:
    'Aucun tour n’est prévu pour l’instant : s’il y en a un, l’invitation vous donnera la date limite.',
  timeAhead: (minutes: number): string =>
    `Environ ${minutes} minutes, quand le tour ouvrira ; deux lignes par réponse suffiront.`,
  data: 'Vos messages et vos propositions sont gardés le temps de la consultation et de son suivi, et rien d’autre. « mes données » vous les montre, « effacer » les efface.',
  /** After an answer: how to have the team's instead. */
  passOn: '(« transmettre » si vous demandiez autre chose.)',
  passedOn: 'C’est transmis : l’équipe vous répondra ici.',
  nothingToPassOn: 'Écrivez votre question en une phrase : je la transmettrai à l’équipe.',
  hello: (name: string | null, where: string): string =>
    `${name ? `Bonjour ${name} !` : 'Bonjour !'}${where && ` ${where}`}`,
  youAreAt: (position: number, total: number): string =>
    total > 1 ? `Nous en sommes à la question ${position} sur ${total}.` : '',
  axes: (axes: readonly string[]): string =>
    `Un axe est une grande direction du plan. Il y en a plusieurs : ${axes.join(' ; ')}.`,
  noAxes: 'Un axe est une grande direction du plan ; celui-ci n’en a pas encore.',
  quoted: (how: string): string =>
    `L’équipe sait qui écrit ; dans ce qui est publié, vous êtes cité·e ${how}. « citation » pour changer.`,
  neverQuoted:
    'L’équipe sait qui écrit ; rien de ce que vous écrivez n’est cité dans ce qui est publié. « citation » pour changer.',
  robot:
    'Je suis un robot : je pose les questions, je range vos réponses, et des personnes de l’équipe les lisent.',
  open: (open: string, decided: string): string => `Reste ouvert : ${open} Déjà décidé : ${decided}`,
  next: 'Vos idées entrent dans une synthèse relue et signée par l’équipe ; chacune recevra ensuite une réponse motivée, ici même.',
  pause: (until: string): string =>
    `Entendu, rien ne presse. Écrivez « reprendre » quand vous voudrez, jusqu’au ${until}.`,
  whichAxis: (refs: string, first: string, axis: string): string =>
    `Pour laquelle : ${refs} ? Par exemple « ${first} axe ${axis} ».`,
  sameAsBefore: 'Compris, comme plus haut : je le signale à l’équipe, et je passe à la suite.',
  sameAsOther:
    'Je ne peux pas vous répéter ce que d’autres ont dit ; je signale à l’équipe que vous êtes du même avis. Avec vos mots, même deux, cela compterait aussi.',
  saidElsewhere:
    'Je n’ai pas ce qui s’est dit ailleurs : je le signale à l’équipe. Deux mots ici, et votre idée compte.',
  rude: 'Je l’entends. Si quelque chose ne va pas, écrivez-le comme vous voulez : l’équipe vous lira. « stop » pour ne plus recevoir de message.',
  nothingToUndo: 'Il n’y a rien à annuler pour l’instant.',
};

export type SmallTalkPhrases = typeof smallTalk;
