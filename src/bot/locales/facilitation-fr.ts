/** What those who run a round are told about its people, in French. */

const s = (n: number): string => (n > 1 ? 's' : '');
const people = (n: number): string => `${n} personne${s(n)}`;

interface Counts {
  readonly answered: number;
  readonly passed: number;
  readonly silent: number;
}

export const facilitation = {
  silence: (key: string): string => `Où l’on n’a encore rien entendu, « ${key} » :`,
  silentCollege: (
    label: string,
    {
      invited,
      reached,
      answered,
      passed,
      declined,
      silent,
    }: Counts & {
      readonly invited: number;
      readonly reached: number;
      readonly declined: number;
    },
  ): string =>
    [
      `${label} : ${people(invited)} invitée${s(invited)}, ${reached} jointe${s(reached)}`,
      answered === 0 ? 'aucune réponse' : `${answered} ${answered > 1 ? 'ont' : 'a'} répondu`,
      ...(passed > 0 ? [`${passed} ${passed > 1 ? 'ont' : 'a'} passé`] : []),
      ...(declined > 0 ? [`${declined} ${declined > 1 ? 'ont' : 'a'} dit non`] : []),
      `${silent} silencieuse${s(silent)}`,
    ].join(', '),
  silentAxis: (label: string, { answered, passed, silent }: Counts, nobody: readonly string[]): string =>
    `${label} : ${answered} réponse${s(answered)}${passed > 0 ? `, ${passed} passe${s(passed)}` : ''}, ${silent} silence${s(silent)}${
      nobody.length > 0 ? ` ; rien encore : ${nobody.join(', ')}` : ''
    }`,
  silenceHow: (college: string): string =>
    `« silence ${college} » donne les noms, « relancer » prépare une relance.`,
  nobodyInvited: (label: string): string => `${label} : personne n’est invité à ce tour.`,
  nobodySilent: 'Toutes les structures de ce collège se sont exprimées.',
  silentNames: (n: number): string => `${n} structure${s(n)} silencieuse${s(n)} :`,
  silentName: (name: string, reached: boolean): string => (reached ? name : `${name} (pas encore jointe)`),

  extended: (key: string, until: string, told: number): string =>
    `« ${key} » est prolongé jusqu’au ${until}. ${told === 0 ? 'Personne à prévenir.' : `Je préviens ${people(told)} qui ${told > 1 ? 'peuvent' : 'peut'} encore répondre.`}`,
  moreTime: (name: string | null, title: string, until: string): string =>
    `${name ? `Bonjour ${name}. ` : ''}Vous avez plus de temps : « ${title} » est prolongé jusqu’au ${until}.`,
  moreTimeBegin: 'Écrivez « commencer » quand vous voudrez.',
  moreTimeGoOn: 'Écrivez « reprendre » pour continuer là où vous en étiez.',
};

export type Facilitation = typeof facilitation;
