/** The plan and its versions, in French. Read it aloud. */

const s = (n: number): string => (n > 1 ? 's' : '');

export const plan = {
  head: (label: string, version: number, last: number, actions: number): string =>
    `${label} : ${actions} action${s(actions)}, version ${version}${version === last ? '' : ` (la dernière est la ${last})`}.`,
  counted: (axis: string, actions: number): string => `${axis} (${actions} action${s(actions)})`,
  noneOfAxis: 'Aucune action pour cet axe.',
  axisHow: (axis: string): string => `« plan axe ${axis} » en montre les actions.`,
  actionHow: (key: string): string => `« plan ${key} » montre une action en entier.`,
  versions: (n: number): string =>
    n === 1 ? 'Une version du plan :' : `${n} versions du plan, la dernière vaut :`,
  origins: { content: 'du dossier', import: 'importée d’un tableau', adoption: 'adoptée' },
  adopted: (body: string, day: string): string => `adoptée par ${body} le ${day}`,
  version: (n: number, origin: string, since: string, actions: number): string =>
    `version ${n}, ${origin}, depuis le ${since} (${actions} action${s(actions)})`,
  compareHow: (before: number, after: number): string =>
    `« comparer plan ${before} et ${after} » dit ce qui change.`,
  compared: (before: number, after: number): string => `De la version ${before} à la version ${after}.`,
  moreChanges: (n: number): string =>
    `Et ${n} autre${s(n)} changement${s(n)} : « npx tour plan diff » les donne tous.`,
};

export type PlanPhrases = typeof plan;
