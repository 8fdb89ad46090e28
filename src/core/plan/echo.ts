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
  /** Cosine, 0…1: how much the two say the same. */
  readonly likeness: number;
  /** How often an action found so alike was the right one, 0…1: measured on arguments beside the proposals they answer. */
  readonly confidence: number;
  /** The words they share, as the proposal writes them, strongest first. */
  readonly words: readonly string[];
  /** It answers a question on that action: said, not guessed. */
  readonly asked?: true;
}

/** What was asked about comes before what resembles. */
export const withAsked = (asked: string | null, echoes: readonly Echo[]): readonly Echo[] =>
  asked === null
    ? echoes
    : [
        { action: asked, likeness: 1, confidence: 1, words: [], asked: true },
        ...echoes.filter(({ action }) => action !== asked),
      ];
