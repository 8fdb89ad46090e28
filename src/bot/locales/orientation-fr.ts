/** What the team is told when it says nothing the bot knows, or asks what there is. Read it aloud. */
export const orientation = {
  hello: (name: string | null): string => (name ? `Bonjour ${name}.` : 'Bonjour.'),
  lost: 'Je n’ai pas compris.',
  thanks: 'Avec plaisir.',
  ready: '« ouvrir » lance un tour, question par question ; « tours » montre ceux qui sont prêts.',
  open: (title: string, key: string): string =>
    `« ${title} » est ouvert. « statut », « silence » et « digest » disent où l’on en est, « doutes » ce qui attend votre avis ; « relancer ${key} », « prolonger ${key} jusqu’au … » et « clore ${key} » le mènent à son terme.`,
  closed: (title: string, staff: boolean): string =>
    staff
      ? `« ${title} » est clos. « vérifier » demande à chaque personne si elle a été bien comprise ; « synthèse » en prépare une.`
      : `« ${title} » est clos. « doutes » montre ce qui attend votre avis, « vérifier » demande à chaque personne si elle a été bien comprise ; l’équipe prépare la synthèse.`,
  draft: 'Un brouillon de synthèse vous attend : « montrer synthèse », puis « signer ».',
  signed:
    'La synthèse est signée. « dette » dit à qui l’on doit encore une réponse, « décider » en donne, « restitution » les envoie.',
  all: '« aide équipe » montre ce que vous pouvez faire.',
  menu: 'Pour le reste :',
  group: (command: string, covers: string): string => `« ${command} » : ${covers}`,
};

export type Orientation = typeof orientation;
