import type { Session } from '../../core/committee/model.ts';
import type { Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';

/** The session that runs, with all that was said in it; null when none does. */
export async function showSession(scene: Scene<'committee'>): Promise<Session | null | Refusal> {
  const { tx, consultation } = scene;
  const act = { verb: 'session.show', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, () => tx.committee.current(consultation.id));
}
