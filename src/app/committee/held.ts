import type { Session } from '../../core/committee/model.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Scene } from '../perform.ts';

/** The session under way, behind whoever closes it or rewords what it decides on: held until the commit. */
export async function heldSession({
  tx,
  consultation,
}: Pick<Scene<'committee' | 'consultations'>, 'tx' | 'consultation'>): Promise<Session | Refusal> {
  await tx.consultations.lock(consultation.id);
  return (await tx.committee.current(consultation.id)) ?? refuse('no-session');
}
