/** Types of actor as everybody sees them: some are counted together, so that none of them is too small to be shown. */
import type { Consultation, LocalText } from './model.ts';

export interface PublishedCollege {
  readonly key: string;
  readonly label: LocalText;
  /** The keys of the types it stands for: its own, or those counted together. */
  readonly colleges: readonly string[];
  /** The keys they had before. */
  readonly formerly?: readonly string[];
}

/** Whether somebody of that type of actor is counted in the row, under the key it has or had. */
export const countsFor = (
  { colleges, formerly = [] }: Pick<PublishedCollege, 'colleges' | 'formerly'>,
  college: string,
): boolean => colleges.includes(college) || formerly.includes(college);

/** In the order of the content; those counted together stand where the first of them does. */
export function publishedColleges(
  content: Pick<Consultation, 'colleges' | 'publishedTogether'>,
): readonly PublishedCollege[] {
  const together = content.publishedTogether ?? [];
  return content.colleges.flatMap(({ key, label, formerly = [] }): PublishedCollege[] => {
    const row = together.find(({ colleges }) => colleges.includes(key));
    if (row === undefined) return [{ key, label, colleges: [key], ...before(formerly) }];
    const here = content.colleges.filter((one) => row.colleges.includes(one.key));
    if (here[0]!.key !== key) return [];
    return [{ ...row, ...before(here.flatMap((one) => one.formerly ?? [])) }];
  });
}

const before = (formerly: readonly string[]): Pick<PublishedCollege, 'formerly'> =>
  formerly.length === 0 ? {} : { formerly };

/** Under the key of a type of actor, or of types counted together; undefined for one the content has no more. */
export const collegeNamed = (
  content: Pick<Consultation, 'colleges' | 'publishedTogether'>,
  key: string,
): LocalText | undefined =>
  [...content.colleges, ...(content.publishedTogether ?? [])].find((one) => one.key === key)?.label;
