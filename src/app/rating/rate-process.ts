/** Somebody who was given back what became of their words rates the process, if they like. */
import { type Grade, RATED, type Rated, type Rating } from '../../core/rating/rating.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';

/** What the actor rated so far; refuses whoever was told nothing yet. */
export async function ratingsGiven(
  scene: Scene<'ratings' | 'restitutions'>,
): Promise<readonly Rating[] | Refusal> {
  const { tx, consultation, actor } = scene;
  const mine = new Set(actor.partners.map(({ id }) => id));
  const told = (await tx.restitutions.of(consultation.id)).some(({ partnerId }) => mine.has(partnerId));
  if (!told) return refuse('nothing-to-rate');
  return (await tx.ratings.of(consultation.id)).filter(({ person }) => person === actor.person.id);
}

export async function rateProcess(
  scene: Scene<'ratings' | 'restitutions'>,
  question: Rated,
  grade: Grade,
): Promise<true | Refusal> {
  const { tx, consultation, actor, ids, now } = scene;
  const act = {
    verb: 'process.rate',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { question: RATED.indexOf(question) },
  } as const;
  return perform(scene, act, async () => {
    const given = await ratingsGiven(scene);
    if ('refused' in given) return given;
    await tx.ratings.put(
      { id: ids.next(), person: actor.person.id, question, grade, at: now },
      consultation.id,
    );
    return true;
  });
}
