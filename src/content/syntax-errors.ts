import type { Said } from './problem.ts';

/** What the `yaml` parser's error codes ask of the author. */
export const SYNTAX: Readonly<Record<string, Said>> = {
  BAD_INDENT: {
    fr: 'un retrait aligné avec les lignes voisines, et des { } et [ ] fermés',
    en: 'an indent aligned with the lines around it, and closed { } and [ ]',
  },
  TAB_AS_INDENT: { fr: 'des espaces : pas de tabulation en retrait', en: 'spaces: no tab in an indent' },
  DUPLICATE_KEY: { fr: 'chaque clé une seule fois', en: 'each key only once' },
  BLOCK_AS_IMPLICIT_KEY: {
    fr: 'un texte entre guillemets dès qu’il contient « : »',
    en: 'quotes around a text that contains ": "',
  },
  MULTILINE_IMPLICIT_KEY: { fr: 'une clé sur une seule ligne', en: 'a key on one line' },
  MISSING_CHAR: {
    fr: 'le guillemet, la virgule ou le crochet qui manque',
    en: 'the missing quote, comma or bracket',
  },
  BAD_SCALAR_START: {
    fr: 'un texte entre guillemets : ce signe est réservé en YAML',
    en: 'quotes around this text: YAML reserves this sign',
  },
  BAD_DQ_ESCAPE: {
    fr: 'une barre oblique inverse doublée, ou des guillemets simples',
    en: 'a doubled backslash, or single quotes',
  },
  UNEXPECTED_TOKEN: {
    fr: 'la suite de ce qui précède : vérifiez le retrait et les guillemets',
    en: 'what follows from the lines above: check indent and quotes',
  },
  MULTIPLE_DOCS: { fr: 'un seul document, sans ligne « --- »', en: 'one document, without a "---" line' },
  TAG_RESOLVE_FAILED: { fr: 'aucune étiquette « ! »', en: 'no "!" tag' },
  BAD_ALIAS: { fr: 'une ancre définie plus haut', en: 'an anchor set before its alias' },
};
