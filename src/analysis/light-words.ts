/** Words of any proposal, without accents. */
const GENERIC = `acteur action ameliorer annee ans aspect attente besoin cadre cas chose effet ensemble exemple facon fois forme general
grand grande idee important importante jour lieu maniere moment monde moyen necessaire niveau nombre nouveau nouvelle
nouvelles nouveaux objectif part partie petit petite petites petits personne place plan point possible possibilite probleme
proposition question rapport reel seul simple sorte structure structures suite sujet systeme temps type via
action actions gens passe ancien ancienne anciens certain certaine certains certaines different differente differents differentes
divers diverses double fort forte futur future grands grandes haut haute hauts long longue longs majorite meilleur
meilleure meilleurs mauvais mauvaise maximum minimum nom personnes plupart premier premiere premiers principal principaux principale
problemes propre propres quart reste seule seuls seules tiers veritable vie vrai
idea ideas need needs new people plan question thing things way ways year years big small large great good better
best first last own same other lot lack`;
/** Words that count, and those of place in time or of stance that the common words of a language leave out. */
const COUNTING = `deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent mille
demi an mois semaine semaines heure heures euro euros
two three four five six seven eight nine ten twelve twenty hundred thousand month months week weeks hour hours`;
const PASSING = `avant contre se gens peur sait savent savoir vient viennent venir dire dit disent
against before know knows say says come comes`;

const LIGHT = new Set(`${GENERIC} ${COUNTING} ${PASSING}`.split(/\s+/u));

/** Whether a word (lower case, without accents) names no subject: no two texts are about the same thing for sharing it. */
export const isLight = (folded: string): boolean => LIGHT.has(folded) || /^\p{N}+$/u.test(folded);
