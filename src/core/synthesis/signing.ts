import { type Refusal, refuse } from '../refusal.ts';
import type { SynthesisBody } from './model.ts';

/**
 * Why a draft can't be signed yet, or null when it can: a line cites nothing (`line-without-proposal`, C9), or an
 * axis shows no disagreement and nobody signed that it has none (`disagreement-unsigned`, C10).
 */
export function refusalToSign(body: SynthesisBody): Refusal | null {
  // A report says what was decided and measured: some of that cites nobody, and nobody disagrees in it.
  if (body.report !== undefined) return null;
  for (const axis of body.axes) {
    const bare = [...axis.lines, ...axis.disagreements].find((line) => line.cites.length === 0);
    if (bare) return refuse('line-without-proposal', { line: bare.id });
  }
  const silent = unconfirmed(body);
  if (silent.length === 0) return null;
  return refuse('disagreement-unsigned', { axes: silent.join(', '), count: silent.length });
}

/** Keys of the axes that show no disagreement, and of which nobody signed that they have none. */
export const unconfirmed = (body: Pick<SynthesisBody, 'axes'>): string[] =>
  body.axes
    .filter(
      (axis) => axis.disagreements.length === 0 && axis.noDisagreement === null && !axis.disagreementsLeft,
    )
    .map(({ axis }) => axis);
