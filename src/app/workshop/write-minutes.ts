/** The minutes: drafted from what is there, completed and signed by people. */
import type { RoundContent } from '../../core/consultation/model.ts';
import { type PublishedCollege, publishedColleges } from '../../core/consultation/published-colleges.ts';
import type { PersonId, ProposalId, WordsId } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { draftMinutes, type SignedMinutes, withheldPresence } from '../../core/workshop/minutes.ts';
import type { Workshop } from '../../core/workshop/model.ts';
import { perform, type Scene } from '../perform.ts';
import type { WorkshopMinutes } from '../ports/workshops.ts';
import { resultsOf } from './place-dots.ts';
import { saidIn } from './said.ts';

type Reads = 'workshops' | 'proposals' | 'people' | 'doubts';

/** As they stand now; once signed, the signed ones, with what was added since. */
export interface Minutes extends WorkshopMinutes {
  readonly body: SignedMinutes;
}

export async function minutesOf(
  scene: Pick<Scene<Reads>, 'tx' | 'consultation'>,
  workshop: Workshop,
  content: RoundContent,
): Promise<Minutes> {
  const kept = await scene.tx.workshops.minutes(workshop.id);
  const drafted = await draft(scene, workshop, content);
  return { ...kept, body: kept.signed ? { ...kept.signed.body, added: drafted.added } : drafted };
}

async function draft(
  scene: Pick<Scene<Reads>, 'tx' | 'consultation'>,
  workshop: Workshop,
  content: RoundContent,
): Promise<SignedMinutes> {
  const { tx, consultation } = scene;
  const doubts = await tx.doubts.open(consultation.id);
  const disputed = doubts
    .filter(({ kind, proposalId }) => (kind === 'grouping' || kind === 'regrouped') && proposalId !== null)
    .map(({ proposalId }) => proposalId as ProposalId);
  return draftMinutes({
    workshop,
    axes: content.axes.length > 0 ? content.axes : [null],
    said: await saidIn(scene, workshop, content),
    grouped: await tx.workshops.grouped(workshop.id),
    results: await resultsOf(scene, workshop),
    disputed: new Set(disputed),
    present: withheldPresence(
      await presence(scene, workshop, publishedColleges(consultation.content)),
      consultation.content.rules.smallestFigure,
    ),
  });
}

/** People who were there, in a room or by a word of theirs, by type of actor. */
export async function presence(
  { tx, consultation }: Pick<Scene<'workshops' | 'proposals' | 'people'>, 'tx' | 'consultation'>,
  workshop: Workshop,
  as: readonly Pick<PublishedCollege, 'key' | 'colleges'>[],
): Promise<readonly { readonly college: string; readonly people: number }[]> {
  const partners = await tx.people.partners(consultation.id);
  const there = new Set<PersonId>(
    (await tx.workshops.guests(workshop.id)).flatMap(({ person }) => person ?? []),
  );
  const end = workshop.endedAt ?? Number.POSITIVE_INFINITY;
  const spoke = new Set(
    (await tx.proposals.of(consultation.id, { roundId: workshop.roundId }))
      .filter(({ submittedAt }) => submittedAt <= end)
      .flatMap(({ partnerId, endorsers, table }) => [partnerId, ...(table ? endorsers : [])]),
  );
  for (const { id, person } of partners) if (spoke.has(id)) there.add(person.id);
  return as.map(({ key, colleges }) => {
    const people = new Set(
      partners
        .filter(({ college, person }) => colleges.includes(college) && there.has(person.id))
        .map(({ person }) => person.id),
    );
    return { college: key, people: people.size };
  });
}

/** Before all the rest, or at the end: one more note when it has no number, from 1, else in the place of that one. */
export type InMinutes =
  | { readonly is: 'introduction' }
  | { readonly is: 'note'; readonly number: number | null };

/** Words of somebody of the team; null takes out what stood there. */
export async function writeInMinutes(
  scene: Scene<'workshops'>,
  known: Workshop,
  where: InMinutes,
  words: WordsId | null,
): Promise<true | Refusal> {
  const { tx } = scene;
  const act = { verb: 'workshop.write', subjectType: 'workshop', subjectId: known.id } as const;
  return perform(scene, act, async (): Promise<true | Refusal> => {
    // Notes are written whole: two who write at once must not lose one.
    await tx.workshops.lock(known.id);
    const { signed, notes } = await tx.workshops.minutes(known.id);
    if (signed) return refuse('minutes-signed');
    if (where.is === 'introduction') {
      await tx.workshops.setIntroduction(known.id, words);
      return true;
    }
    const at = where.number === null ? notes.length : where.number - 1;
    if (where.number !== null && notes[at] === undefined)
      return refuse('no-such-note', { number: where.number, notes: notes.length });
    await tx.workshops.setNotes(known.id, notes.toSpliced(at, 1, ...(words === null ? [] : [words])));
    return true;
  });
}

/** From here on they change no more; what is added later is marked as such. */
export async function signMinutes(
  scene: Scene<Reads>,
  known: Workshop,
  content: RoundContent,
): Promise<Minutes | Refusal> {
  const { tx, now, actor } = scene;
  const act = { verb: 'workshop.sign', subjectType: 'workshop', subjectId: known.id } as const;
  return perform(scene, act, async (): Promise<Minutes | Refusal> => {
    const workshop = await tx.workshops.lock(known.id);
    if (!workshop) return refuse('no-workshop');
    if (workshop.course.state !== 'ended') return refuse('workshop-not-ended');
    const body = await draft(scene, workshop, content);
    if (!(await tx.workshops.sign(workshop.id, actor.person.id, now, body))) return refuse('minutes-signed');
    return minutesOf(scene, workshop, content);
  });
}
