import { DIMENSIONS, type Tag } from '../../core/proposal/model.ts';

/** The tags after a new reading: what a person said of a dimension stands, the rest is the machine's again. */
export function machineTags(before: readonly Tag[], read: readonly Tag[]): Tag[] {
  return DIMENSIONS.flatMap((dimension) => {
    const here = before.filter((tag) => tag.dimension === dimension);
    return here.some((tag) => tag.source !== 'machine')
      ? here
      : read.filter((tag) => tag.dimension === dimension);
  });
}
