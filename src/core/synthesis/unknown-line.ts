import { type Refusal, refuse } from '../refusal.ts';
import type { SynthesisBody } from './model.ts';

/** As many as are read at a glance; of more, the first and the last of each axis. */
const AT_A_GLANCE = 20;

/** `line-unknown`, with the lines that there are: `1.1, 1.2, 2.d1`. */
export function unknownLine({ axes }: Pick<SynthesisBody, 'axes'>, line: string): Refusal {
  const ids = axes.map(({ lines, disagreements }) => [...lines, ...disagreements].map(({ id }) => id));
  const all = ids.flat();
  const lines =
    all.length <= AT_A_GLANCE
      ? all
      : ids.flatMap((some) => (some.length < 3 ? some : `${some[0]} … ${some.at(-1)}`));
  return refuse('line-unknown', { line, lines: lines.join(', ') });
}
