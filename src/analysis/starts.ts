import type { Lang } from '../core/consultation/model.ts';
import { createPhrases, type Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';

/** How a sentence or a clause begins, which says whether it carries an idea of its own. */
export type Start = 'separate' | 'explains' | 'noun-phrase' | 'infinitive' | 'plain';

const FR = {
  separate: `par ailleurs|de plus|en outre|ensuite|enfin|deuxièmement|troisièmement|d'autre part|d'un autre côté|autre idée
autre chose|autre point|autre besoin|autre proposition|et aussi|et puis|et aussi il|aussi il|également|puis il faut|sinon il`,
  explains: `parce que|parce qu|car|en effet|cela|ça|ca|c'est|c est|ce|cet|cette|ces|celui|celle|ils|elles|elle|il s'agit|il permet|il permettrait|il permettra|il aura|il aurait|il pourra|il pourrait|il viendrait|et bien|eh bien|par exemple|ex
notamment|ainsi|donc|aujourd'hui|actuellement|mais|or|surtout|comme|d'autant|puisque|afin|pour cela|pour ça|le but|l'idée|l'objectif
résultat|du coup|bref|autrement dit|c'est-à-dire|cad|sans cela|sans ça|sinon|on y|et ce|et cela|et ça|leur|leurs|tout cela|là|y compris|et c'est|et surtout`,
  nounPhrase: 'un|une|des|du|de la|de l|plus de|davantage de|plus d|moins de|qqn|quelqu un|quelques',
};

const EN = {
  separate: `also|besides|secondly|thirdly|finally|another idea|another point|in addition|moreover|and also|and then`,
  explains: `because|this|that|it|it's|they|these|those|for example|so|therefore|but|since|which|today|currently|otherwise|such`,
  nounPhrase: 'a|an|some|more|fewer|someone|somebody',
};

const NOMINAL = new Set(
  `suppression baisse hausse creation mise developpement ouverture retour augmentation diminution reduction organisation formation
renforcement amelioration accompagnement financement soutien aide acces mutualisation simplification maintien limitation interdiction
installation reconnaissance valorisation promotion`.split(/\s+/u),
);
const NOT_INFINITIVES = new Set(
  `hier cher chers premier dernier quartier metier chantier atelier papier entier regulier particulier courrier calendrier
mer fer hiver hier janvier fevrier leader projet loyer foyer dossier panier vestiaire avenir loisir plaisir devenir desir souvenir
hospitalier financier foncier immobilier mobilier forestier routier ouvrier hotelier policier infirmier cahier escalier palier
singulier familier saisonnier cuisinier jardinier pompier banquier sentier collier tablier
notre votre autre entre contre outre semestre titre centre cadre livre maire lettre`.split(/\s+/u),
);
const INFINITIVES_IN_RE = new Set(
  `mettre faire rendre permettre prendre remettre reduire construire produire reprendre apprendre etre promettre
transmettre defendre attendre repondre suivre inclure conduire introduire ecrire lire dire vivre connaitre reconnaitre`.split(
    /\s+/u,
  ),
);

type Table = Phrases<Start>;
const table = (lists: typeof FR): Table =>
  createPhrases<Start>([
    ...lists.separate
      .trim()
      .split(/[|\n]/u)
      .map((phrase) => [phrase, 'separate'] as const),
    ...lists.explains
      .trim()
      .split(/[|\n]/u)
      .map((phrase) => [phrase, 'explains'] as const),
    ...lists.nounPhrase.split('|').map((phrase) => [phrase, 'noun-phrase'] as const),
  ]);

const BY_LANG = new Map<Lang, Table>([
  ['fr', table(FR)],
  ['en', table(EN)],
]);

/** A French infinitive, from the ending of a form without accents; English has none to see. */
export function isInfinitive(folded: string | undefined, lang: Lang): boolean {
  if (folded === undefined || !lang.startsWith('fr')) return false;
  if (NOT_INFINITIVES.has(folded) || folded.length < 4) return false;
  return folded.endsWith('er') || folded.endsWith('ir') || INFINITIVES_IN_RE.has(folded);
}

/** How the row begins, and the number of tokens that say so (0 for a plain start). */
export function startOf(
  tokens: readonly Token[],
  lang: Lang,
): { readonly start: Start; readonly length: number } {
  const match = BY_LANG.get(lang.slice(0, 2))?.at(tokens, 0) ?? null;
  if (match !== null) return { start: match.value, length: match.length };
  if (isInfinitive(tokens[0]?.folded, lang)) return { start: 'infinitive', length: 1 };
  if (NOMINAL.has(tokens[0]?.folded ?? '')) return { start: 'noun-phrase', length: 1 };
  return { start: 'plain', length: 0 };
}
