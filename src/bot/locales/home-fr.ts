/** What is found when one looks at the bot rather than talks to it, in French. */
const s = (n: number): string => (n > 1 ? 's' : '');

export const home = {
  nothing: 'Rien n’est ouvert pour vous en ce moment : quand un tour le sera, je vous écrirai.',
  toBegin: (prompts: number, minutes: number, until: string): string =>
    `${prompts} question${s(prompts)}, environ ${minutes} minute${s(minutes)}, jusqu’au ${until}.`,
  at: (position: number, total: number, until: string): string =>
    `Vous en êtes à la question ${position} sur ${total}. Jusqu’au ${until}.`,
  done: (until: string): string => `Vous avez répondu à tout, merci. Modifiable jusqu’au ${until}.`,
  yours: 'Vos propositions',
  more: (n: number): string => `Et ${n} autre${s(n)} : « mes propositions ».`,
  noRound: 'Aucun tour n’est encore ouvert.',
  run: 'Vos tours',
  round: (title: string, state: string, heard: number, invited: number): string =>
    `${title} : ${state}. ${heard} réponse${s(heard)} sur ${invited} personne${s(invited)} invitée${s(invited)}.`,
  stranger:
    'Bonjour. Je ne vous connais pas encore : demandez à l’équipe d’animation de vous inviter, et vos tours apparaîtront ici.',
};

export type HomePhrases = typeof home;
