/** A proposal beside the actions of the plan in force. */
export interface ProposalText {
  readonly text: string;
}

export interface ActionText {
  readonly key: string;
  readonly title: string;
  /** Its description, means and indicators. */
  readonly rest: string;
}

export interface Echo {
  readonly action: string;
  /** Cosine, 0…1: how much the two say the same. No probability: nobody rated such pairs. */
  readonly likeness: number;
  /** The words they share, as the proposal writes them, strongest first. */
  readonly words: readonly string[];
}
