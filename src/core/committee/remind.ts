import type { Rules } from '../consultation/model.ts';
import { isWorking } from '../consultation/working-hours.ts';
import type { PersonId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Session } from './model.ts';
import { unspoken } from './tally.ts';

const DAY = 86_400_000;

/** Who has something left to say and gave their voice to nobody: once each, in the last day of a session of two days or more. */
export function membersToRemind(
  session: Session,
  now: Instant,
  { hours, zone }: { readonly hours: Rules['workingHours']; readonly zone: string },
): PersonId[] {
  const { closesAt, convenedAt, members } = session;
  const lastDay = now >= closesAt - DAY && now < closesAt;
  if (!lastDay || closesAt - convenedAt < 2 * DAY || !isWorking(now, hours, [zone])) return [];
  return members
    .filter((one) => one.proxy === null && one.remindedAt === null)
    .map(({ person }) => person)
    .filter((person) => unspoken(session, person).length > 0);
}
