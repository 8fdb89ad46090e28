/**
 * What learning and mixing are set to: chosen by cross-validation on the training parts of the labelled sets
 * (`npm run evals -- --choose` does it again).
 */
export interface Tuning {
  /** What an error costs on an example, and on a description. */
  readonly example: number;
  readonly description: number;
  /** A class of one in so many weighs that to this power more an example: more, not as much as all others together. */
  readonly balance: number;
  /** What rarity in the other classes counts for, beside the margin. */
  readonly complement: number;
  /** What letters weigh against words; each of the two has length one before. */
  readonly letters: number;
  /** What the cosine with the content's own words counts for without any example. */
  readonly cosine: number;
  /** Examples a class with which what is learnt counts for half: slowly at first, so that a single one misleads nobody. */
  readonly halfWay: number;
}

export const CHOSEN: Tuning = {
  example: 0.2,
  description: 0.2,
  balance: 0.6,
  complement: 0.06,
  letters: 0.6,
  cosine: 14.3,
  halfWay: 4,
};
