/** What the bot says in letters only, in French. */
const s = (n: number): string => (n > 1 ? 's' : '');

export const letters = {
  untold: (n: number): string =>
    `${n} personne${s(n)} n’${n > 1 ? 'ont' : 'a'} que la page, et aucun e-mail ne ${n > 1 ? 'les' : 'la'} préviendra : donnez-leur leur lien personnel.`,
  untoldMark: 'pas d’e-mail',
  refused: (n: number): string =>
    n > 1
      ? `${n} personnes n’ont pas pu être jointes : leur messagerie a refusé le message.`
      : 'Une personne n’a pas pu être jointe : sa messagerie a refusé le message.',
  refusedName: (name: string, organisation: string, by: readonly ('chat' | 'mail')[]): string =>
    `${name}, ${organisation} (${by.map((way) => (way === 'mail' ? 'e-mail' : 'discussion')).join(' et ')})`,
  refusedHow: (name: string): string =>
    `Vérifiez l’adresse, et corrigez-la en important de nouveau le fichier des partenaires. Si quelqu’un d’autre parle pour la structure : « remplacer ${name} par Prénom Nom, plateforme:identifiant ». Si une réponse vient par téléphone : « pour ${name} (téléphone) : … ».`,
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
