/** What a short message says, as people write it, in French and English. Pure; knows no consultation. */

/** For comparing: NFKC, lower case, no accent, plain apostrophes, no invisible character, single spaces. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Folded, without the punctuation around it: for a message that is a command or nothing. */
export const bare = (text: string): string =>
  folded(text)
    .replace(/^[\s"'«»“”.!…]+|[\s"'«»“”.!…]+$/gu, '')
    .trim();

const PHRASES = {
  yes: [
    'oui',
    'ouais',
    'ok',
    'okay',
    "d'accord",
    'dac',
    "c'est ca",
    "c'est bien ca",
    "c'est bon",
    'exact',
    'exactement',
    'parfait',
    'tout a fait',
    'bien sur',
    'volontiers',
    'allons-y',
    'vas-y',
    'allez-y',
    'on y va',
    "c'est parti",
    'go',
    'juste',
    'correct',
    'yes',
    'yep',
    'yeah',
    'sure',
    'right',
    "that's right",
    'exactly',
    '👍',
    '✅',
    'ok pour moi',
    'oui oui',
    "oui c'est ca",
    'ok mais vite',
    'oui mais vite',
    'commencer',
    'je commence',
    'on commence',
    'start',
    "let's go",
  ],
  no: [
    'non',
    'nan',
    'no',
    'nope',
    'pas du tout',
    'pas vraiment',
    'non merci',
    'not really',
    'no thanks',
    '👎',
  ],
  later: ['plus tard', 'pas maintenant', 'demain', 'une autre fois', 'later', 'not now', 'tomorrow'],
  notMe: ['pas moi', "ce n'est pas moi", "c'est pas moi", 'not me', 'wrong person'],
  pass: [
    'passe',
    'je passe',
    'passer',
    'pass',
    'skip',
    'suivante',
    'question suivante',
    'next',
    'rien',
    'rien a dire',
    'sans avis',
    'nothing',
  ],
  help: ['aide', 'help', '?', 'au secours', 'comment ca marche'],
  stop: ['stop', 'arreter', 'arretez', 'desinscription', 'unsubscribe'],
  resume: ['reprendre', 'resume', 'continuer', 'continue'],
  mine: ['mes propositions', 'my proposals', 'mes idees', 'my ideas'],
  data: ['mes donnees', 'my data'],
  erase: ['effacer', 'erase', 'effacez tout', 'effacer mes donnees', 'erase my data'],
  both: ['les 2', 'les deux', 'both', 'a et b', 'a and b', 'les deux axes'],
} as const;

export type Said = keyof typeof PHRASES;

const index = new Map<string, Said>(
  (Object.entries(PHRASES) as [Said, readonly string[]][]).flatMap(([said, phrases]) =>
    phrases.map((phrase) => [phrase, said] as const),
  ),
);

/** The whole message is one of the phrases; null otherwise. */
export const said = (text: string): Said | null => index.get(folded(text)) ?? index.get(bare(text)) ?? null;

/** `2`, `2.`, `n°2`, `A`, `la 2`… → 0-based place among `count` options; null otherwise. */
export function option(text: string, count: number): number | null {
  const found =
    /^(?:la |le |l'|the |n ?[°o] ?|option |plutot |rather |reponse )*(?:(\d{1,2})|([a-z]))[).]?$/u.exec(
      bare(text),
    );
  if (!found) return null;
  const place = found[1] ? Number(found[1]) - 1 : found[2]!.charCodeAt(0) - 97;
  return place >= 0 && place < count ? place : null;
}

const OPENING =
  /^[\s"«“]*(oui|ouais|ok|okay|d['’]accord|yes|yep|exact|non|nan|no|nope)\b[\s,;:.!–—-]*(?:(mais|but|plut[oô]t|sauf|except|en fait|actually)\b)?[\s,;:.!–—-]*/iu;

/** "Oui mais pas que Roubaix…": a yes or a no, and where the rest begins (UTF-16); null without a rest. */
export function answerThenRest(text: string): { yes: boolean; restAt: number } | null {
  const found = OPENING.exec(text);
  if (!found || found[0].length >= text.trimEnd().length) return null;
  return { yes: /^(oui|ouais|ok|okay|d|yes|yep|exact)/iu.test(found[1]!), restAt: found[0].length };
}

/** Nothing that can be read: empty, only emoji, only punctuation. */
export const wordless = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);
