import type { College } from '../consultation/model.ts';
import type { PartnerId } from '../ids.ts';
import type { BaseRow, ParticipationCell } from '../synthesis/model.ts';
import type { Participation } from './model.ts';

type Counted = Pick<Participation, 'partnerId' | 'reachedAt' | 'answered' | 'passed'> &
  Partial<Pick<Participation, 'state'>>;

/**
 * One row a college with somebody invited: reached = answered + passed + silent. Somebody who answered one prompt and
 * passed another has answered; somebody who only passed has passed; whoever took their agreement back is silent.
 */
export function baseOf(
  participations: readonly Counted[],
  collegeOf: ReadonlyMap<PartnerId, string>,
  colleges: readonly Pick<College, 'key'>[],
): BaseRow[] {
  return colleges.flatMap(({ key }) => {
    const here = participations.filter((one) => collegeOf.get(one.partnerId) === key);
    if (here.length === 0) return [];
    const agreed = here.filter((one) => one.state !== 'declined');
    const answered = agreed.filter((one) => one.answered.length > 0);
    const passed = agreed.filter((one) => one.answered.length === 0 && one.passed.length > 0);
    const reached = here.filter(
      (one) => one.reachedAt !== null || one.answered.length + one.passed.length > 0,
    );
    return [
      {
        college: key,
        invited: here.length,
        reached: reached.length,
        answered: answered.length,
        passed: passed.length,
        silent: reached.length - answered.length - passed.length,
      },
    ];
  });
}

/** People of each college with a proposal that counts on each axis; every pair is there, zeros too. */
export function participationOf(
  contributions: readonly { partnerId: PartnerId | null; axis: string | null }[],
  collegeOf: ReadonlyMap<PartnerId, string>,
  colleges: readonly string[],
  axes: readonly string[],
): ParticipationCell[] {
  return colleges.flatMap((college) =>
    axes.map((axis) => ({
      college,
      axis,
      people: new Set(
        contributions
          .filter((one) => one.axis === axis && one.partnerId && collegeOf.get(one.partnerId) === college)
          .map((one) => one.partnerId),
      ).size,
    })),
  );
}
