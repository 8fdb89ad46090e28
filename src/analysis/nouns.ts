import type { Lang } from '../core/consultation/model.ts';
import { isLight } from './light-words.ts';
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
/** Without accents: two proposals may be alike by them, but they are no name, or come before their noun. */
const NO_NAME = new Set('jeune mesure projet projets project projects'.split(' '));

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
    if (plain.length < 3 || isLight(plain) || NO_NAME.has(plain)) return false;
    // What also has a plural (potager, potagers) is no verb.
    return asNoun(form.toLowerCase()) && (!isInfinitive(plain, lang) || uses.has(`${form}s`));
  };
}
