/** A workshop goes on: by the facilitator's word, or by the clock. */
import type { RoundContent, Sequence } from '../../core/consultation/model.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import {
  back,
  type Course,
  end,
  extend,
  next,
  onTime,
  pause,
  resume,
  sequenceOf,
  start,
} from '../../core/workshop/course.ts';
import type { Workshop } from '../../core/workshop/model.ts';
import { perform, type Scene, type Unattended } from '../perform.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Ids } from '../ports/edge.ts';
import type { Transaction } from '../ports/store.ts';
import type { Verb } from '../rights.ts';

type Needs = 'workshops' | 'rounds' | 'jobs';

export type Step =
  | { readonly does: 'start' | 'pause' | 'resume' | 'next' | 'back' | 'end' }
  | { readonly does: 'extend'; readonly minutes: number };

/** What changed, for those who are to be told. */
export interface Moved {
  readonly before: Course;
  /** As it is now. */
  readonly workshop: Workshop;
  readonly content: RoundContent;
}

const VERBS: Readonly<Record<Step['does'], Verb>> = {
  start: 'workshop.start',
  pause: 'workshop.pause',
  resume: 'workshop.resume',
  next: 'workshop.move',
  back: 'workshop.move',
  end: 'workshop.end',
  extend: 'workshop.extend',
};

const DAY = 86_400_000;

export async function stepWorkshop(
  scene: Scene<Needs>,
  known: Workshop,
  step: Step,
): Promise<Moved | Refusal> {
  const act = { verb: VERBS[step.does], subjectType: 'workshop', subjectId: known.id } as const;
  return perform(scene, act, async (): Promise<Moved | Refusal> => {
    const locked = await scene.tx.workshops.lock(known.id);
    const content = locked && (await contentOf(scene, locked));
    if (!locked || !content) return refuse('no-workshop');
    const meanwhile =
      step.does === 'next' || step.does === 'end' ? await movedByAnother(scene, locked) : null;
    if (meanwhile) return meanwhile;
    const course = decide(locked.course, step, content.sequences ?? [], scene.now);
    return isRefusal(course) ? course : settle(scene, locked, content, course);
  });
}

/** Two of the team, or one and the clock, at the same moment: the second one meant the step that was just made. */
const SAME_MOMENT = 10_000;
const MOVES: ReadonlySet<string> = new Set<Verb>(['workshop.start', 'workshop.move']);

async function movedByAnother(
  { tx, actor, now, consultation }: Scene<Needs>,
  { id }: Workshop,
): Promise<Refusal | null> {
  const moves = (await tx.acts.of(consultation.id, id)).filter(({ verb }) => MOVES.has(verb));
  const last = moves.reduce<(typeof moves)[number] | null>(
    (newest, one) => (newest === null || one.at >= newest.at ? one : newest),
    null,
  );
  return last !== null && last.actorId !== actor.person.id && now - last.at < SAME_MOMENT
    ? refuse('workshop-just-moved')
    : null;
}

function decide(
  course: Course,
  step: Step,
  sequences: readonly Sequence[],
  now: Scene['now'],
): Course | Refusal {
  switch (step.does) {
    case 'start':
      return start(course, sequences, now);
    case 'pause':
      return pause(course, now);
    case 'resume':
      return resume(course, now);
    case 'next':
      return next(course, sequences, now);
    case 'back':
      return back(course, sequences, now);
    case 'end':
      return end(course);
    case 'extend':
      return extend(course, step.minutes, now);
  }
}

/** What the clock asks of the workshops of a consultation; `lock` them in one order, conversations before. */
export async function moveOnTime(
  tx: Pick<Transaction, Needs | 'acts'>,
  consultation: LoadedConsultation,
  edge: { readonly ids: Ids; readonly now: number },
  id: string,
): Promise<Moved | null> {
  const locked = await tx.workshops.lock(id);
  const content = locked && (await contentOf({ tx, consultation }, locked));
  if (!locked || !content) return null;
  const course = onTime(locked.course, content.sequences ?? [], edge.now);
  if (course === locked.course) return null;
  const scene: Unattended<Needs> = { ...edge, tx, consultation, actor: 'system' };
  const ended = course.state === 'ended';
  const act = {
    verb: ended ? 'workshop.end' : 'workshop.move',
    subjectType: 'workshop',
    subjectId: id,
  } as const;
  const moved = await perform(scene, act, () => settle({ ...scene, consultation }, locked, content, course));
  return isRefusal(moved) ? null : moved;
}

/** Of a consultation, those whose time may be over. */
export const running = async (
  tx: Pick<Transaction, 'workshops'>,
  { id }: Pick<LoadedConsultation, 'id'>,
): Promise<readonly Workshop[]> =>
  (await tx.workshops.of(id)).filter(({ course }) => course.state === 'running');

async function settle(
  { tx, now, consultation }: Pick<Scene<Needs>, 'tx' | 'now' | 'consultation'>,
  locked: Workshop,
  content: RoundContent,
  course: Course,
): Promise<Moved> {
  await tx.workshops.setCourse(locked.id, course, now);
  // Its round outlasts it: past midnight while it goes on, then for those who were absent to add.
  const days = content.additionDays ?? 7;
  await tx.rounds.extend(locked.roundId, now + (course.state === 'ended' ? days : Math.max(1, days)) * DAY);
  const workshop: Workshop = {
    ...locked,
    course,
    startedAt: locked.startedAt ?? (course.state === 'running' ? now : null),
    endedAt: course.state === 'ended' ? now : null,
  };
  const entered = sequenceOf(course, content.sequences ?? []);
  const left = sequenceOf(locked.course, content.sequences ?? []);
  if (entered?.does === 'grouping' && entered !== left)
    await tx.jobs.send(
      'group-workshop',
      { consultationId: consultation.id, workshopId: locked.id },
      { key: locked.id },
    );
  return { before: locked.course, workshop, content };
}

export async function contentOf(
  {
    tx,
    consultation,
  }: { readonly tx: Pick<Transaction, 'rounds'>; readonly consultation: LoadedConsultation },
  { roundId }: Pick<Workshop, 'roundId'>,
): Promise<RoundContent | null> {
  const round = await tx.rounds.byId(roundId);
  if (!round || round.state === 'cancelled') return null;
  return consultation.content.rounds.find(({ key }) => key === round.key) ?? null;
}
