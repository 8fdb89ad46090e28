import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import type { Instant } from '../core/time.ts';
import type { LoadedConsultation } from './ports/consultations.ts';
import type { Ids } from './ports/edge.ts';
import type { Partner, Person } from './ports/people.ts';
import type { Transaction } from './ports/store.ts';
import { type ActorRole, type Office, roleFor, type Verb } from './rights.ts';

/** Who acts, as known in one consultation. */
export interface Actor {
  readonly person: Person;
  /** The organisations the person speaks for. */
  readonly partners: readonly Partner[];
}

/** Where a use case happens: its transaction (only the repositories it names), its actor, its present. */
export interface Scene<Needs extends keyof Transaction = never> {
  readonly tx: Pick<Transaction, Needs | 'acts'>;
  readonly consultation: LoadedConsultation;
  readonly actor: Actor;
  readonly now: Instant;
  readonly ids: Ids;
}

export interface ActOf {
  readonly verb: Verb;
  readonly subjectType: string;
  /** A function when the subject is only known once the act is done. */
  readonly subjectId: string | (() => string);
  readonly refs?: Readonly<Record<string, string | number | readonly string[]>>;
}

const rolesOf = (actor: Actor | Office): readonly ActorRole[] => {
  if (typeof actor === 'string') return [actor];
  const { person, partners } = actor;
  if (partners.length > 0) return [...person.roles, 'partner'];
  return person.roles.length > 0 ? person.roles : ['former'];
};

/** Why this actor may not do that; null when they may. For what is long or asks first: `perform` looks again. */
export const refusalOf = (actor: Actor | Office, verb: Verb): Refusal | null =>
  roleFor(verb, rolesOf(actor)) === null ? refuse('no-right', { verb }) : null;

/** A scene where nobody acts in person. */
export type Unattended<Needs extends keyof Transaction = never> = Omit<
  Scene<Needs>,
  'actor' | 'consultation'
> & {
  readonly actor: Office;
  readonly consultation: Pick<LoadedConsultation, 'id'>;
};

/**
 * Runs `body` if a role of the actor gives the right, and records the act in the same transaction. A refusal, of the
 * right or by `body`, records nothing.
 */
export async function perform<T>(
  scene: Scene | Unattended,
  act: ActOf,
  body: () => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const { actor } = scene;
  const role = roleFor(act.verb, rolesOf(actor));
  if (role === null) return refuse('no-right', { verb: act.verb });
  const result = await body();
  if (isRefusal(result)) return result;
  await scene.tx.acts.add({
    id: scene.ids.next(),
    consultationId: scene.consultation.id,
    actorId: typeof actor === 'string' ? null : actor.person.id,
    role,
    verb: act.verb,
    subjectType: act.subjectType,
    subjectId: typeof act.subjectId === 'string' ? act.subjectId : act.subjectId(),
    refs: act.refs ?? {},
    at: scene.now,
  });
  return result;
}
