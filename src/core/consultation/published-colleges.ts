/** Types of actor as everybody sees them: some are counted together, so that none of them is too small to be shown. */
import type { Consultation, LocalText } from './model.ts';

export interface PublishedCollege {
  readonly key: string;
  readonly label: LocalText;
  /** The keys of the types it stands for: its own, or those counted together. */
  readonly colleges: readonly string[];
}

/** In the order of the content; those counted together stand where the first of them does. */
export function publishedColleges(
  content: Pick<Consultation, 'colleges' | 'publishedTogether'>,
): readonly PublishedCollege[] {
  const together = content.publishedTogether ?? [];
  return content.colleges.flatMap(({ key, label }): PublishedCollege[] => {
    const row = together.find(({ colleges }) => colleges.includes(key));
    if (row === undefined) return [{ key, label, colleges: [key] }];
    const first = content.colleges.find((one) => row.colleges.includes(one.key))!.key;
    return first === key ? [row] : [];
  });
}

/** Under the key of a type of actor, or of types counted together; undefined for one the content has no more. */
export const collegeNamed = (
  content: Pick<Consultation, 'colleges' | 'publishedTogether'>,
  key: string,
): LocalText | undefined =>
  [...content.colleges, ...(content.publishedTogether ?? [])].find((one) => one.key === key)?.label;
