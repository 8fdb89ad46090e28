/** Words and stems of French texts, beside natural's own. */
import stemmerFr from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import { createStemIds } from '../../../src/analysis/stem-ids.ts';
import { createLexicon } from '../../../src/analysis/terms.ts';

const SENTENCES = [
  'Il faudrait une avance de trésorerie en attendant le versement des subventions, car nos associations ne tiennent plus.',
  'Créer un poste de comptable partagé entre quatre structures de l’économie sociale et solidaire du versant nord-est.',
  'Plus de pistes cyclables sécurisées, des parkings à vélos près des gares et des transports en commun moins chers.',
  'L’insertion par l’activité économique manque de passerelles vers l’emploi durable dans les entreprises du territoire.',
  'Former les élu·es et les agents des communes aux clauses sociales dans les marchés publics de la métropole.',
  'Qu’on nous aide à monter les dossiers européens : 40 pages de formulaires pour 3 000 euros, c’est décourageant !',
];

/** Megabytes a second, the best of several rounds: a neighbour slows some down. */
function pace(texts: readonly string[], rounds: number, read: (text: string) => unknown): number {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const took = Math.min(
    ...Array.from({ length: rounds }, () => {
      const since = performance.now();
      for (const text of texts) read(text);
      return (performance.now() - since) / 1_000;
    }),
  );
  return bytes / 2 ** 20 / took;
}

export function benchTokens(): void {
  const texts = Array.from(
    { length: 4_000 },
    (_, k) =>
      `${SENTENCES[k % SENTENCES.length]} ${SENTENCES[(k * 5 + 1) % SENTENCES.length]} Quartier${k % 500}.`,
  );
  const ids = createStemIds(createLexicon('fr'));
  const cold = pace(texts, 1, (text) => ids.of(text));
  const warm = pace(texts, 25, (text) => ids.of(text));
  const natural = pace(texts, 5, (text) => stemmerFr.tokenizeAndStem(text));
  console.log(
    `words and stems: ${warm.toFixed(0)} MB/s warm, ${cold.toFixed(1)} cold; natural's tokenizeAndStem ${natural.toFixed(2)} MB/s: ${Math.round(warm / natural)} times (goal ≥ 40)`,
  );
}
