import stemmerEn from 'natural/lib/natural/stemmers/porter_stemmer.js';
import stemmerFr from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import type { Lang } from '../core/consultation/model.ts';
import { fold } from './tokens.ts';

/** The stem of a lower-case form, without accents. */
export type Stem = (form: string) => string;

/** What people type for a longer word, and plurals the French stemmer leaves apart from their singular. */
const FRENCH_FORMS = new Map(
  Object.entries({
    asso: 'association',
    assos: 'association',
    compta: 'comptabilité',
    création: 'créer',
    créations: 'créer',
    crédits: 'crédit',
    défis: 'défi',
    délais: 'délai',
    élus: 'élu',
    emplois: 'emploi',
    enjeux: 'enjeu',
    envois: 'envoi',
    essais: 'essai',
    euros: 'euro',
    expo: 'exposition',
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
    individus: 'individu',
    infos: 'information',
    info: 'information',
    jeux: 'jeu',
    lieux: 'lieu',
    logos: 'logo',
    lois: 'loi',
    médias: 'média',
    menus: 'menu',
    milieux: 'milieu',
    photos: 'photo',
    revenus: 'revenu',
    subv: 'subvention',
    subvs: 'subvention',
    territoriale: 'territoire',
    territoriales: 'territoire',
    territorial: 'territoire',
    territoriaux: 'territoire',
    tournois: 'tournoi',
    tréso: 'trésorerie',
    treso: 'trésorerie',
    vélos: 'vélo',
    velos: 'vélo',
  }),
);

/** Words whose stem would be that of another: mobile/mobilité, (une monnaie) locale/(un) local, (les) communs/commune,
 * loyer/loi. */
const FRENCH_STEMS = new Map(
  Object.entries({
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
  }),
);

const LONGEST_WORD = 40;

function french(form: string): string {
  const settled = FRENCH_STEMS.get(form);
  if (settled !== undefined) return settled;
  // The stemmer takes potager for a verb, and leaves potagers whole.
  const singular = form.length > 5 && form.endsWith('ers') ? form.slice(0, -1) : form;
  const usual = FRENCH_FORMS.get(form) ?? singular;
  return fold(stemmerFr.stem(usual));
}

function stemOf(lang: Lang): Stem {
  const base = lang.slice(0, 2);
  if (base === 'fr') return french;
  if (base === 'en') return (form) => stemmerEn.stem(fold(form));
  return fold;
}

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
