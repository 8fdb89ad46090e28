/** What the team may ask help about, by any of the words one would try. */
export const HELP_TOPICS = {
  rounds: 'tours?|rounds?|ouvrir|clore|prolonger|phases?|validations?|open|close|extend',
  people:
    'personnes?|partenaires?|gens|relances?|relancer|silence|inviter|ajouter|people|partners?|reminders?|remind|invite|add',
  proposals:
    'propositions?|doutes?|th[èe]mes?|pi[èe]ces?|fichiers?|mod[ée]ration|mod[ée]rer|proposals?|doubts?|themes?|attachments?|files?|moderation|moderate',
  workshop: 'ateliers?|workshops?',
  synthesis: 'synth[èe]se|digest|documents?|signer|relire|relecture|synthesis|sign|proofread|proofreading',
  replies:
    'r[ée]ponses?|d[ée]cider|d[ée]cisions?|restitution|contestations?|dette|repl(?:y|ies)|decide|decisions?|disputes?|debt',
  plan: 'plan|ajustements?|ajuster|indicateurs?|mesures?|mesurer|bilan|adjustments?|adjust|indicators?|measures?|measure|report',
  committee: 'comit[ée]|s[ée]ances?|committee|sessions?',
} as const;

export type HelpTopic = keyof typeof HELP_TOPICS;

const TOPICS = Object.entries(HELP_TOPICS).map(
  ([topic, words]) => [topic as HelpTopic, new RegExp(`^(?:${words})$`, 'iu')] as const,
);

/** null for a word that names none. */
export const helpTopic = (word: string): HelpTopic | null =>
  TOPICS.find(([, words]) => words.test(word))?.[0] ?? null;
