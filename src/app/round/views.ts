/** How statements are seen, by type of actor. */
import type { RoundContent } from '../../core/consultation/model.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { type Reaction, standing, type ViewsRow, viewsIn } from '../../core/round/validation.ts';
import type { Instant } from '../../core/time.ts';
import { perform, type Scene } from '../perform.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Transaction } from '../ports/store.ts';

type Needs = 'rounds' | 'participations' | 'people' | 'reactions';
type Reading = { readonly tx: Pick<Transaction, Needs>; readonly consultation: LoadedConsultation };

export interface Views {
  readonly round: Round;
  readonly content: RoundContent;
  /** Exact. */
  readonly rows: readonly ViewsRow<number>[];
  /** The last of each partner. */
  readonly reactions: readonly Reaction[];
}

/** Of a validation by its key, the newest when none is given; exact figures, for who runs it. */
export async function showViews(scene: Scene<Needs>, key: string | null): Promise<Views | Refusal> {
  const { consultation } = scene;
  const act = { verb: 'reaction.list', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    const found = (await validations(scene)).find(({ round }) => key === null || round.key === key);
    return found ? viewsOf(scene, found) : refuse('no-validation', key === null ? {} : { round: key });
  });
}

/** Newest first, but for the cancelled. */
async function validations({ tx, consultation }: Reading): Promise<Pick<Views, 'round' | 'content'>[]> {
  const rounds = (await tx.rounds.of(consultation.id)).filter(({ state }) => state !== 'cancelled');
  return rounds.flatMap((round) => {
    const content = consultation.content.rounds.find(({ key }) => key === round.key);
    return content?.form === 'validation' ? [{ round, content }] : [];
  });
}

async function viewsOf(
  { tx, consultation }: Reading,
  { round, content }: Pick<Views, 'round' | 'content'>,
): Promise<Views> {
  const partners = await tx.people.partners(consultation.id);
  const reactions = await tx.reactions.of(round.id);
  return {
    round,
    content,
    reactions: standing(reactions),
    rows: viewsIn({
      round: round.key,
      statements: content.prompts.map(({ key }) => key),
      participations: await tx.participations.of(round.id),
      reactions,
      collegeOf: new Map(partners.map(({ id, college }) => [id, college])),
      colleges: consultation.content.colleges.map(({ key }) => key),
    }),
  };
}

/**
 * Validations that somebody gave a view in since then (null: ever), oldest first; on no record, for what shows them among
 * other things.
 */
export async function viewsSince(reading: Reading, since: Instant | null): Promise<readonly Views[]> {
  const found: Views[] = [];
  for (const one of (await validations(reading)).toReversed()) {
    const views = await viewsOf(reading, one);
    if (views.reactions.some(({ at }) => since === null || at > since)) found.push(views);
  }
  return found;
}

export const viewsSoFar = async (reading: Reading): Promise<readonly ViewsRow<number>[]> =>
  (await viewsSince(reading, null)).flatMap(({ rows }) => rows);
