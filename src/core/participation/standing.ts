import type { College, Standing } from '../consultation/model.ts';

/** How far what a partner says commits their organisation: as they chose, else as their college has it. */
export const standingOf = (
  partner: { readonly standing: Standing | null; readonly college: string },
  colleges: readonly Pick<College, 'key' | 'standing'>[],
): Standing =>
  partner.standing ?? colleges.find(({ key }) => key === partner.college)?.standing ?? 'personal';
