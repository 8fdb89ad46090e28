/** Shares that sum to 1, from scores: the lower the temperature, the surer. `prior` are shares too. */
export function softmax(
  scores: readonly number[],
  temperature: number,
  prior: readonly number[] = scores.map(() => 1 / scores.length),
): number[] {
  const logits = scores.map((score, index) => score / temperature + Math.log(prior[index] ?? 0));
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
