import type { Lang } from '../core/consultation/model.ts';
import { isInfinitive } from './starts.ts';
import { fold, type Token } from './tokens.ts';

/** What stands before a noun, without accents. Not `de` alone: "de nouveau", "de faire". */
const BEFORE_NOUN = new Map<string, ReadonlySet<string>>(
  Object.entries({
    fr: `le la les l un une des du au aux ce cet cette ces mon ma mes son sa ses notre nos votre vos leur leurs chaque quel quelle
quels quelles aucun aucune plusieurs quelques`,
    en: 'a an the this that these those my our your their his her its each every some no any many several',
    nl: 'de het een deze dit die dat onze ons hun mijn uw elke elk geen',
  }).map(([lang, words]) => [lang, new Set(words.split(/\s+/u))]),
);
/** Of its uses, the share that must follow such a word: adjectives rarely do. */
const SHARE = 0.3;
/** Words of any proposal, and adjectives that come before their noun, without accents. */
const GENERIC = new Set(
  `acteur action ameliorer annee ans aspect attente besoin cadre cas chose effet ensemble exemple facon fois forme general
grand grande idee important importante jour lieu maniere mesure moment monde moyen necessaire niveau nombre nouveau nouvelle
nouvelles nouveaux objectif part partie petit petite petites petits personne place plan point possible possibilite probleme
projet projets proposition question rapport reel seul simple sorte structure structures suite sujet systeme temps type via
action actions gens passe ancien ancienne anciens certain certaine certains certaines different differente differents differentes
divers diverses double fort forte futur future grands grandes haut haute hauts jeune long longue longs majorite meilleur
meilleure meilleurs mauvais mauvaise maximum minimum nom personnes plupart premier premiere premiers principal principaux principale
problemes propre propres quart reste seule seuls seules tiers veritable vie vrai
idea ideas need needs new people plan project projects question thing things way ways year years big small large great good better
best first last own same other lot lack`.split(/\s+/u),
);

const singularAndPlural = (form: string): string[] => [
  form,
  `${form}s`,
  `${form}x`,
  ...(/[sx]$/u.test(form) ? [form.slice(0, -1)] : []),
];

/** Whether a form (lower case) can name something: a noun by what stands before it in these texts, of no common sense. */
export type NamesSomething = (form: string) => boolean;

/** Of a language whose articles aren't known here, every word that is no number or common word passes. */
export function nounsIn(texts: readonly (readonly Token[])[], lang: Lang): NamesSomething {
  const before = BEFORE_NOUN.get(lang.slice(0, 2));
  const uses = new Map<string, { all: number; named: number }>();
  for (const tokens of texts) {
    tokens.forEach(({ form }, at) => {
      const known = uses.get(form) ?? { all: 0, named: 0 };
      known.all += 1;
      if (before?.has(tokens[at - 1]?.folded ?? '')) known.named += 1;
      uses.set(form, known);
    });
  }
  const asNoun = (form: string): boolean => {
    const found = singularAndPlural(form).flatMap((one) => uses.get(one) ?? []);
    const named = found.reduce((sum, one) => sum + one.named, 0);
    return (
      before === undefined || (named > 0 && named >= SHARE * found.reduce((sum, one) => sum + one.all, 0))
    );
  };
  return (form) => {
    const plain = fold(form.toLowerCase());
    if (plain.length < 3 || /^\p{N}+$/u.test(plain) || GENERIC.has(plain)) return false;
    // What also has a plural (potager, potagers) is no verb.
    return asNoun(form.toLowerCase()) && (!isInfinitive(plain, lang) || uses.has(`${form}s`));
  };
}
