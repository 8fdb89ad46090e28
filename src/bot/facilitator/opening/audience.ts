import { display } from '../../../chat/display.ts';
import type { OrganisationId } from '../../../core/ids.ts';
import type { RoundDraft } from '../../../core/round/draft.ts';
import type { Talk } from '../../talk.ts';
import { bare, folded } from '../../understand.ts';
import { collegeNamed } from '../college.ts';

type Audience = Pick<RoundDraft, 'audience' | 'organisations'>;

const MOST = 200;

/** Colleges and organisations as they are named; a sentence where one is not known. */
export async function audienceSaid(talk: Talk, text: string): Promise<Audience | string> {
  const partners = await talk.tx.people.partners(talk.consultation.id);
  const colleges = new Set<string>();
  const organisations = new Map<OrganisationId, string>();
  const unknown: string[] = [];
  for (const name of namesIn(talk, text)) {
    const college = collegeNamed(talk, name);
    if (college !== null) {
      colleges.add(college);
      continue;
    }
    const wanted = folded(name);
    const exact = partners.filter((one) => folded(one.organisation) === wanted);
    const found =
      exact.length > 0 ? exact : partners.filter((one) => folded(one.organisation).startsWith(wanted));
    if (new Set(found.map(({ organisationId }) => organisationId)).size > 1)
      return talk.say.opening.severalPublic(display(name));
    for (const { organisationId, college: theirs } of found) organisations.set(organisationId, theirs);
    if (found.length === 0) unknown.push(display(name));
  }
  if (unknown.length > 0 || colleges.size + organisations.size === 0)
    return talk.say.opening.unknownPublic(talk.say.listed(unknown.slice(0, 5)));
  const audience = talk.consultation.content.colleges
    .map(({ key }) => key)
    .filter((key) => colleges.has(key) || [...organisations.values()].includes(key));
  if (organisations.size === 0) return { audience, organisations: null };
  const whole = partners.filter(({ college }) => colleges.has(college));
  return {
    audience,
    organisations: [
      ...new Set([...whole.map(({ organisationId }) => organisationId), ...organisations.keys()]),
    ],
  };
}

/** "A, B et C"; a name may hold an "et" of its own. */
function namesIn(talk: Talk, text: string): string[] {
  const pieces = text.split(/[,;\n]/u).map((one) => one.trim());
  return pieces
    .flatMap((one) => (collegeNamed(talk, one) === null && /\s(?:et|and)\s/u.test(one) ? split(one) : [one]))
    .filter((one) => bare(one) !== '')
    .slice(0, MOST);
}

const split = (text: string): string[] => text.split(/\s(?:et|and)\s/u);
