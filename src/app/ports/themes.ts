import type { ConsultationId, PersonId } from '../../core/ids.ts';
import type { Before } from '../../core/theme/correct.ts';
import type { ThemePatch, Themes } from '../../core/theme/model.ts';
import type { Instant } from '../../core/time.ts';

/** A change that somebody made, with what it replaced: ids alone. */
export interface ThemeChange {
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly personId: PersonId;
  /** rename, merge, split, move or pin. */
  readonly does: string;
  readonly before: Before;
  readonly at: Instant;
}

export interface ThemesRepository {
  /** By their numbers. */
  of(consultationId: ConsultationId): Promise<Themes>;
  /** All there is from now on; what was there and is not among it is gone, but no theme is. */
  keep(consultationId: ConsultationId, themes: Themes, at: Instant): Promise<void>;
  change(consultationId: ConsultationId, patch: ThemePatch, at: Instant): Promise<void>;
  record(change: ThemeChange): Promise<void>;
  /** The newest that was not taken back. */
  lastChange(consultationId: ConsultationId): Promise<ThemeChange | null>;
  takeBack(id: string, at: Instant): Promise<void>;
}
