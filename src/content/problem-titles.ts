export const TITLES = {
  syntax: { fr: 'YAML mal formé', en: 'malformed YAML' },
  'missing-folder': { fr: 'dossier introuvable', en: 'no such folder' },
  'missing-file': { fr: 'fichier manquant', en: 'missing file' },
  'not-utf8': { fr: 'fichier illisible en UTF-8', en: 'file that is not UTF-8' },
  'ignored-file': { fr: 'fichier ignoré', en: 'ignored file' },
  'unknown-key': { fr: 'clé inconnue', en: 'unknown key' },
  'missing-key': { fr: 'clé manquante', en: 'missing key' },
  'wrong-type': { fr: 'valeur d’un autre type', en: 'value of another type' },
  'bad-value': { fr: 'valeur refusée', en: 'value not allowed' },
  'unknown-reference': { fr: 'renvoi vers rien', en: 'reference to nothing' },
  'repeated-key': { fr: 'clé déjà prise', en: 'key already taken' },
  'repeated-spelling': {
    fr: 'graphie qui désigne deux territoires',
    en: 'spelling that names two territories',
  },
  'missing-language': { fr: 'langue manquante', en: 'missing language' },
  'unknown-language': {
    fr: 'langue qui n’est pas de cette consultation',
    en: 'language this consultation does not have',
  },
  'missing-kind': { fr: 'type de proposition manquant', en: 'missing kind of proposal' },
  order: { fr: 'ordre inversé', en: 'wrong order' },
  'outside-phase': { fr: 'hors des dates de sa phase', en: 'outside the dates of its phase' },
  'missing-prompt': { fr: 'question manquante', en: 'missing prompt' },
  'prompt-axis': {
    fr: 'axe de la question incompatible avec son tour',
    en: 'axis of the prompt at odds with its round',
  },
  'missing-sequence': { fr: 'atelier sans séquence', en: 'workshop without sequences' },
  'sequence-form': { fr: 'séquence hors d’un atelier', en: 'sequence outside a workshop' },
  'sequence-order': { fr: 'séquence qui vient trop tôt', en: 'sequence that comes too early' },
  'sequence-dots': { fr: 'points mal placés', en: 'dots out of place' },
  'sequence-minutes': {
    fr: 'séquences plus longues que l’atelier',
    en: 'sequences longer than the workshop',
  },
  'includes-loop': { fr: 'territoire qui se contient lui-même', en: 'territory that contains itself' },
  'short-round': { fr: 'tour court (C3)', en: 'short round (C3)' },
  'no-background': { fr: 'tour sans document d’appui (C2)', en: 'round without background (C2)' },
  'vanished-key': { fr: 'clé utilisée qui a disparu', en: 'key in use that vanished' },
} as const satisfies Record<string, { fr: string; en: string }>;

export type ProblemCode = keyof typeof TITLES;
