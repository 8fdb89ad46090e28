import stemmerEn from 'natural/lib/natural/stemmers/porter_stemmer.js';
import stemmerFr from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import type { Lang } from '../core/consultation/model.ts';
import { fold } from './tokens.ts';

/** The stem of a lower-case form, without accents. */
export type Stem = (form: string) => string;

/** What people type for a longer word, plurals no rule gives, and words of one family that their stems tell apart. */
const FRENCH_FORMS = new Map(
  Object.entries({
    asso: 'association',
    assos: 'association',
    bijoux: 'bijou',
    cheveux: 'cheveu',
    compta: 'comptabilité',
    création: 'créer',
    créations: 'créer',
    élus: 'élu',
    enjeux: 'enjeu',
    expo: 'exposition',
    feux: 'feu',
    formateur: 'formation',
    formateurs: 'formation',
    formatrice: 'formation',
    formé: 'formation',
    formée: 'formation',
    formées: 'formation',
    former: 'formation',
    formés: 'formation',
    français: 'france',
    française: 'france',
    françaises: 'france',
    impots: 'impôt',
    infos: 'information',
    info: 'information',
    jeux: 'jeu',
    lieux: 'lieu',
    loyaux: 'loyal',
    milieux: 'milieu',
    subv: 'subvention',
    subvs: 'subvention',
    territoriale: 'territoire',
    territoriales: 'territoire',
    territorial: 'territoire',
    territoriaux: 'territoire',
    tréso: 'trésorerie',
    treso: 'trésorerie',
    baux: 'bail',
    coraux: 'corail',
    travaux: 'travail',
    tuyaux: 'tuyau',
    vitraux: 'vitrail',
    velos: 'vélo',
    voeux: 'vœu',
    vœux: 'vœu',
  }),
);

/** Words whose stem would be that of another: mobile/mobilité, (une) coopérative/coopérer, (une monnaie) locale/(un) local, (les) communs/commune,
 * loyer/loi, (se) prêter/(un) prêt. */
const FRENCH_STEMS = new Map(
  Object.entries({
    coopérative: 'cooperative',
    coopératives: 'cooperative',
    commun: 'communs',
    communs: 'communs',
    locale: 'locale',
    locales: 'locale',
    localement: 'locale',
    foyer: 'foyer',
    foyers: 'foyer',
    loyer: 'loyer',
    loyers: 'loyer',
    mobile: 'mobile',
    mobiles: 'mobile',
    prêtent: 'preter',
    prêter: 'preter',
  }),
);

const LONGEST_WORD = 40;
/** The stemmer leaves many plurals apart from their singular: vélos, emplois, délais, crédits. */
const PLURAL = /[^s]s$/u;
const SHORTEST_PLURAL = 4;
/** Nothing is their singular, or something else is. */
const NO_PLURAL = new Set(
  'mois fois bois bras repas dispos propos avis pays campus virus corpus processus'.split(' '),
);

function french(form: string): string {
  const settled = FRENCH_STEMS.get(form);
  if (settled !== undefined) return settled;
  const known = FRENCH_FORMS.get(form);
  if (known !== undefined) return fold(stemmerFr.stem(known));
  const plural = form.length >= SHORTEST_PLURAL && PLURAL.test(form) && !NO_PLURAL.has(form);
  return fold(stemmerFr.stem(plural ? form.slice(0, -1) : form));
}

/** A language that is not here is compared by its words as they are. */
const STEMS: Readonly<Record<string, Stem>> = {
  fr: french,
  en: (form) => stemmerEn.stem(fold(form)),
};

const stemOf = (lang: Lang): Stem => STEMS[lang.slice(0, 2)] ?? fold;

/**
 * Stems each surface form once. `words` are forms spelled with their accents: a form typed without takes the stem of
 * the accented one (`tresorerie` reads as `trésorerie`).
 */
export function createStemmer(lang: Lang, words: Iterable<string> = [], cached = 50_000): Stem {
  const stem = stemOf(lang);
  const accented = new Map<string, string>();
  const known = new Set(words);
  for (const word of known) {
    const plain = fold(word);
    if (plain !== word && !known.has(plain)) accented.set(plain, word);
  }
  const cache = new Map<string, string>();
  return (form) => {
    if (form.length > LONGEST_WORD) return fold(form);
    const before = cache.get(form);
    if (before !== undefined) return before;
    const fresh = stem(accented.get(form) ?? form);
    if (cache.size >= cached) cache.clear();
    cache.set(form, fresh);
    return fresh;
  };
}
