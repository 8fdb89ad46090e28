import type { ConsultationId, PersonId } from '../../core/ids.ts';
import type { Rating } from '../../core/rating/rating.ts';

export interface Ratings {
  /** In place of the person's earlier one of that question. */
  put(rating: Rating & { readonly person: PersonId }, consultationId: ConsultationId): Promise<void>;
  /** In the order they were given. */
  of(consultationId: ConsultationId): Promise<readonly Rating[]>;
}
