/** What a run of guesses is worth. */
export interface Guess {
  /** Shares of the classes, likeliest first. */
  readonly ranked: readonly { readonly key: string; readonly share: number }[];
  readonly truth: string;
}

export interface Worth {
  readonly texts: number;
  readonly accuracy: number;
  /** Mean over the classes that occur or are claimed of the F1 score. */
  readonly macroF1: number;
  readonly top2: number;
  /** Accuracy on the most confident 80 %. */
  readonly surest: number;
  /** Expected calibration error, ten bands of equal width. */
  readonly calibration: number;
}

const BANDS = 10;
const SUREST = 0.8;

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const right = ({ ranked, truth }: Guess): boolean => ranked[0]?.key === truth;
const confidence = ({ ranked }: Guess): number => ranked[0]?.share ?? 0;
const accuracyOf = (guesses: readonly Guess[]): number => share(guesses.filter(right).length, guesses.length);

function macroF1(guesses: readonly Guess[]): number {
  const keys = new Set(guesses.flatMap(({ ranked, truth }) => [truth, ranked[0]?.key ?? truth]));
  const scores = [...keys].map((key) => {
    const hits = guesses.filter((guess) => guess.truth === key && right(guess)).length;
    const wanted = guesses.filter(({ truth }) => truth === key).length;
    const claimed = guesses.filter(({ ranked }) => ranked[0]?.key === key).length;
    return share(2 * hits, wanted + claimed);
  });
  return share(
    scores.reduce((sum, score) => sum + score, 0),
    scores.length,
  );
}

function calibration(guesses: readonly Guess[]): number {
  const bands = Map.groupBy(guesses, (guess) => Math.min(BANDS - 1, Math.floor(confidence(guess) * BANDS)));
  return [...bands.values()].reduce((sum, band) => {
    const said = share(
      band.reduce((total, guess) => total + confidence(guess), 0),
      band.length,
    );
    return sum + share(band.length, guesses.length) * Math.abs(said - accuracyOf(band));
  }, 0);
}

export function worthOf(guesses: readonly Guess[]): Worth {
  const bySurest = guesses.toSorted((a, b) => confidence(b) - confidence(a));
  const inTwo = guesses.filter(({ ranked, truth }) => ranked.slice(0, 2).some(({ key }) => key === truth));
  return {
    texts: guesses.length,
    accuracy: accuracyOf(guesses),
    macroF1: macroF1(guesses),
    top2: share(inTwo.length, guesses.length),
    surest: accuracyOf(bySurest.slice(0, Math.round(SUREST * guesses.length))),
    calibration: calibration(guesses),
  };
}
