import { type Refusal, refuse } from '../../core/refusal.ts';
import { local, type Talk } from '../talk.ts';
import { bare } from '../understand.ts';

/** The key of the college somebody means by its key, its label in any language, or the only label that begins so. */
export function collegeNamed(talk: Pick<Talk, 'consultation'>, asked: string): string | null {
  const wanted = bare(asked).replace(/^(?:les |le |la |the )/u, '');
  if (wanted === '') return null;
  const { colleges } = talk.consultation.content;
  const names = (key: string, label: Readonly<Record<string, string>>) =>
    [key, ...Object.values(label)].map(bare);
  const exact = colleges.find(({ key, label }) => names(key, label).includes(wanted));
  if (exact) return exact.key;
  const begun = colleges.filter(({ key, label }) =>
    names(key, label).some((name) => name.startsWith(wanted)),
  );
  return begun.length === 1 ? begun[0]!.key : null;
}

/** As people call it. */
export const collegeLabel = (talk: Pick<Talk, 'consultation' | 'lang'>, key: string): string =>
  local(talk, talk.consultation.content.colleges.find((one) => one.key === key)!.label);

export const noSuchCollege = (talk: Pick<Talk, 'consultation' | 'lang'>): Refusal =>
  refuse('no-such-college', {
    colleges: talk.consultation.content.colleges.map(({ key }) => collegeLabel(talk, key)).join(' ; '),
  });
