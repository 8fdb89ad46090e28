/** What the bot says in letters only, in French. */
const s = (n: number): string => (n > 1 ? 's' : '');

export const letters = {
  untold: (n: number): string =>
    `${n} personne${s(n)} n’${n > 1 ? 'ont' : 'a'} que la page, et aucun e-mail ne ${n > 1 ? 'les' : 'la'} préviendra : donnez-leur leur lien personnel.`,
  untoldMark: 'pas d’e-mail',
  ofRound: (waiting: number, failed: number): string =>
    `E-mails de ce tour : ${[
      ...(waiting > 0 ? [`${waiting} en attente de départ`] : []),
      ...(failed > 0 ? [`${failed} refusé${s(failed)} par la messagerie`] : []),
    ].join(', ')}.`,
  recapHello: (name: string | null, title: string): string =>
    `${name ? `Bonjour ${name}. ` : ''}Merci ! Voici ce que nous avons noté de vos réponses (${title}) :`,
  recapLeft: (n: number, until: string): string =>
    n === 1
      ? `Il reste une question, si vous voulez y revenir : votre page la garde jusqu’au ${until}.`
      : `Il reste ${n} questions, si vous voulez y revenir : votre page les garde jusqu’au ${until}.`,
  recapChange: (ref: string, until: string): string =>
    `Quelque chose n’est pas juste ? Sur votre page, jusqu’au ${until} : « corriger ${ref} » réécrit cette idée, « retirer ${ref} » la retire, « mes propositions » les montre toutes.`,
  recapClosed:
    'Le tour est clos. Quelque chose n’est pas juste ? Dites-le sur votre page, l’équipe vous lira.',
  recapNext: 'Chaque idée recevra une réponse motivée.',
};

export type Letters = typeof letters;
