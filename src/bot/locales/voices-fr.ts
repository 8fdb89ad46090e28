/** What the bot says in French about who speaks, and in whose name. Read it aloud. */

export const voices = {
  inWhoseName: (names: string): string => `Vous parlez ici pour ${names}. Au nom de qui, pour commencer ?`,
  all: (n: number): string => (n === 2 ? 'Les deux' : 'Toutes'),
  speakingFor: (name: string): string => `C’est noté : vous parlez pour ${name}.`,
  firstThen: (name: string, others: string): string =>
    `Je note d’abord pour ${name} ; à la fin, je vous proposerai de reprendre vos réponses pour ${others}.`,
  notTheirs: (names: string): string =>
    `Je vous connais ici pour ${names}. Si vous parlez aussi pour une autre structure, l’équipe est prévenue et vous y invitera.`,
  notedFor: (name: string): string => `Noté pour ${name}`,
  severalFor: (n: string, name: string): string => `Merci. J’y lis ${n} idées, pour ${name} :`,
  sameFor: (name: string): string => `Vous parlez aussi pour ${name} : y reprendre les mêmes réponses ?`,
  sameChoices: ['Les mêmes', 'Répondre à part', 'Plus tard'],
  shared: (refs: string, name: string, several: boolean): string =>
    `C’est noté : ${name} porte aussi ${refs}, et ${several ? 'leurs réponses seront' : 'la réponse sera'} pour vos deux structures. « au nom de ${name} » pour y ajouter une idée.`,
  sharedNothing: (name: string): string => `C’est noté, ${name} n’a rien à ajouter non plus.`,
  notNow: (name: string, until: string): string =>
    `Entendu. « au nom de ${name} » quand vous voudrez, jusqu’au ${until}.`,
  moved: (ref: string, name: string): string => `${ref} est désormais au nom de ${name}.`,
  yoursFor: (name: string): string => `Pour ${name} :`,
  alsoSupports: (refs: string): string => `porte aussi ${refs}`,
  moveHow: '« P-0042 au nom de … » la fait porter par votre autre structure.',
  inThisLanguage: 'Entendu, je vous écris en français (“in English” pour changer).',
};

export type VoicesPhrases = typeof voices;
