/** A validation put together in chat, in French. Read it aloud. */
const s = (n: number): string => (n > 1 ? 's' : '');

export const validation = {
  title: { objectives: 'Validation des objectifs', synthesis: 'Validation de la synthèse' },
  open: 'La formulation de chaque affirmation : une réserve ou une objection, avec sa raison, sera discutée.',
  decided: {
    objectives: 'Le nombre des axes et le calendrier du plan.',
    synthesis: 'Ce qui a été dit : chaque ligne cite ses propositions.',
  },
  prepared: (n: number): string =>
    `J’ai préparé la validation : ${n} affirmation${s(n)}, ${n > 1 ? 'auxquelles' : 'à laquelle'} chaque personne répond « d’accord », « avec des réserves » ou « je m’oppose ». Rien n’est envoyé.`,
  left: (n: number): string =>
    `${n} de plus n’y ${n > 1 ? 'tiennent' : 'tient'} pas : « retirer question 2 » fait de la place.`,
  already: 'La validation est déjà en préparation, la voici. « jeter le brouillon » pour repartir de zéro.',
  draftInTheWay:
    'Vous avez un autre tour en préparation, et je n’en garde qu’un. « reprendre le brouillon » le montre, « jeter le brouillon » l’abandonne ; puis « préparer la validation des objectifs ».',
  nothing: 'Il n’y a encore rien à valider.',
};

export type ValidationPhrases = typeof validation;
