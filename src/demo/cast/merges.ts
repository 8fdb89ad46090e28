/** What the facilitator suggests to merge, and what the author of the first of the two answers. */
export type MessageKey = `${string}:${string}`;

export interface Merge {
  /** The proposal that would join, then the one it would join: `character:message`, each holding one idea. */
  readonly pair: readonly [from: MessageKey, into: MessageKey];
  readonly reply: string;
  readonly agrees: boolean;
}

export const MERGES: readonly Merge[] = [
  { pair: ['mathilde:compta', 'claire:compta'], reply: 'oui', agrees: true },
  { pair: ['samir:dossier', 'thomas:dossier'], reply: 'ok', agrees: true },
  // Home care has hours of its own.
  { pair: ['odile:groupement', 'julien:groupement'], reply: 'non', agrees: false },
];
